// The web pages, inside the program: what web/ was built to, embedded when the program is built (cmake/Web.cmake).
//
//   auto const* page = asset("index.html");
//   page->bytes;  page->type;
#pragma once

#include <span>
#include <string_view>

namespace recoupe::serve {

struct Asset {
  std::string_view path;  // "assets/index-1a2b3c.js"
  std::string_view type;  // as Content-Type has it
  std::string_view bytes;
};

// Sorted by path; without the pages (-DRECOUPE_WEB=OFF) the description of the API alone.
std::span<const Asset> assets();
Asset const* asset(std::string_view path);
bool has_pages();

}  // namespace recoupe::serve
