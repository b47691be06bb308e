#include "serve/bundle.hpp"

#include <algorithm>

#include "serve/openapi.hpp"

namespace recoupe::serve {

Asset const* asset(std::string_view path) {
  const auto all = assets();
  const auto found = std::ranges::lower_bound(all, path, {}, &Asset::path);
  return found == all.end() || found->path != path ? nullptr : &*found;
}

bool has_pages() { return asset("index.html") != nullptr; }

std::string_view openapi() { return asset("openapi.json")->bytes; }

}  // namespace recoupe::serve
