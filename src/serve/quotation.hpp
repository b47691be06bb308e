// Quotations as they may leave the reader's own copies.
//
//   shorten_quotations(encounter);        // every "exact" at most 200 code points, nothing before or behind it
#pragma once

#include "link/register_json.hpp"

namespace recoupe::serve {

constexpr std::size_t longest_quotation = 200;  // code points

// At most `most` code points, with an ellipsis in place of what was cut.
std::string quoted(std::string const& utf8, std::size_t most);

// Everywhere within a value.
void shorten_quotations(link::Json& value);

}  // namespace recoupe::serve
