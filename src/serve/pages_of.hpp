// The web pages by their addresses.
#pragma once

#include "serve/api.hpp"

namespace recoupe::serve {

// The page or file under an address. Any address of a page gives the one document of the bundle, which reads the
// address itself; one that no page has gives it with status 404.
// There is a page for judging only where corrections are taken.
Answered page_under(std::string const& path, std::string const& if_none_match, bool corrections);

}  // namespace recoupe::serve
