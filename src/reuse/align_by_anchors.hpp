// Sentences of two languages side by side, in one order, where they speak of the same things at a like length.
//
//   for (auto const& bead : align_by_anchors(texts)) ...     // 1-1, 1-2 or 2-1 sentences
//
// A dynamic programme over at most longest_text squared cells.
#pragma once

#include <vector>

#include "reuse/anchored_sentences.hpp"

namespace recoupe::reuse {

struct Bead {
  std::size_t left = 0;  // first sentence
  std::size_t right = 0;
  std::size_t left_count = 1;
  std::size_t right_count = 1;
  SharedThings shared;
};

// In order; sentences without a partner stand in none.
std::vector<Bead> align_by_anchors(Anchored const& texts);

}  // namespace recoupe::reuse
