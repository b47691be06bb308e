// Which element of a page holds its article.
//
// Each line of running text gives its score to the elements that it stands in, less to those further out, so that the
// element which holds most paragraphs side by side comes first (the method of Arc90's Readability, 2010); elements of
// the same parent join it where they hold running text too.
#pragma once

#include <vector>

#include "page/choose_body.hpp"

namespace recoupe::page {

struct Container {
  std::size_t parent = 0;  // its own index for the root; parents stand before their children
  double weight = 1;       // by what its class and id say
  std::size_t shape = 0;   // of its tag and class; 0 where it has no class
  bool hinted = false;     // a part of its name is one that parts with noise have
  bool about = false;      // named as what says when and by whom it was written
  bool lead = false;       // named as what comes first in an article
};

// Sets the region of every line. Nothing is set where no element stands out.
void find_regions(std::vector<Line>& lines, std::vector<Container> const& containers);

// Running text between the page's heading and its article belongs to it. Precondition: the regions are set.
void find_lead(std::vector<Line>& lines, std::vector<Container> const& containers, std::string_view title);

// What the page's metadata gives as the article's text locates it: lines that stand in it are inside, those before the
// first and behind the last are beyond. False, and nothing set, where too little of it is found.
bool locate(std::vector<Line>& lines, std::string_view article_text);

}  // namespace recoupe::page
