// The description of the API, as it stands in openapi.json.
#pragma once

#include <string_view>

namespace recoupe::serve {

std::string_view openapi();

}  // namespace recoupe::serve
