// Tags of answers, by their content.
#pragma once

#include <string>
#include <string_view>

namespace recoupe::serve {

// "\"0123456789abcdef\"", the same for the same bytes.
std::string etag_of(std::string_view body);

// Whether an If-None-Match header names the tag (RFC 9110, 13.1.2).
bool matches(std::string_view if_none_match, std::string_view tag);

}  // namespace recoupe::serve
