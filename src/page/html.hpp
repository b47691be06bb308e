// HTML to lines and to what it says of itself.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "page/container.hpp"

namespace recoupe::page {

struct Embed {
  std::size_t before_line = 0;  // it stands before this line
  std::string text, author, date, url;
};

struct Markup {
  std::vector<Line> lines;
  std::vector<Container> containers;
  std::vector<Embed> embeds;
  std::string article_text;  // as the metadata give it
  std::string title, outlet, url, byline, language;
  std::string published;  // as written: a date may begin with more than a day
  DateBasis published_basis = DateBasis::unknown;
};

std::expected<Markup, PageError> read_html(std::string_view utf8, Limits const& limits,
                                           Vocabulary::Tables const& words);

// The charset that the first bytes declare, empty where none.
std::string declared_charset(std::string_view bytes);

}  // namespace recoupe::page
