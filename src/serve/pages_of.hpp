// The web pages by their addresses.
#pragma once

#include "serve/api.hpp"

namespace recoupe::serve {

// The page or file under an address. Any address of a page gives the one document of the bundle, which reads the
// address itself; one that no page has gives it with status 404.
Answered page_under(std::string const& path, std::string const& if_none_match);

}  // namespace recoupe::serve
