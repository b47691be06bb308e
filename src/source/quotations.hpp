// Where a text quotes: pairs of quotation marks, each within its paragraph.
//
//   auto quotes = find_quotations(body);       // “…”, «…», "…", ''…''; ‘single’ ones are apostrophes too often
//   quotes[0].open; quotes[0].end;             // tokens: the opening mark, one past the closing one
//
// One pass; a mark that is never closed closes with its paragraph. Marks inside a quotation of another kind are words
// of it, so that nesting has no depth.
#pragma once

#include <vector>

#include "text/segment.hpp"

namespace recoupe::source {

struct Quotation {
  std::size_t open = 0;
  std::size_t end = 0;
  bool closed = true;
  std::size_t marks = 1;  // tokens of one mark: two for ''
};

std::vector<Quotation> find_quotations(text::SegmentedText const& body);

}  // namespace recoupe::source
