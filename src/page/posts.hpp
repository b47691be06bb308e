// Posts of other sites that a page quotes: kept apart from its body, with author, day and address.
#pragma once

#include <string>
#include <vector>

#include "page/choose_body.hpp"

namespace recoupe::page {

struct Post {
  std::size_t before_line = 0;  // it stands before this line
  std::string text, author, date, url;
};

// Takes quoted posts out of the lines of a plain text.
std::vector<Post> take_posts(std::vector<Line>& lines, Vocabulary::Tables const& words);

// "… — NAME (@handle) September 19, 2022" at the end of a post's text becomes its author and its day.
void part_signature(Post& post, Vocabulary::Tables const& words);

// Posts go back to where they stood among the report's blocks.
void insert_posts(Report& report, std::vector<Post> const& posts);

}  // namespace recoupe::page
