// HTML to lines and to what it says of itself.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "page/container.hpp"
#include "page/metadata.hpp"
#include "page/posts.hpp"

namespace recoupe::page {

struct Markup {
  std::vector<Line> lines;
  std::vector<Container> containers;
  std::vector<Post> posts;
  Metadata said;
};

std::expected<Markup, PageError> read_html(std::string_view utf8, Limits const& limits,
                                           Vocabulary::Tables const& words);

// The charset that the first bytes declare, empty where none.
std::string declared_charset(std::string_view bytes);

}  // namespace recoupe::page
