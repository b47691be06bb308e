// Sentences of two texts side by side, in whatever languages they are.
//
//   auto beads = align_sentences(left, right);
//   beads[0].left_count;        // how many sentences of the left text say what beads[0].right_count of the right say
//
// By a dynamic programme over beads of 1-0 to 3-3: lengths as Gale and Church (1993), and what both sides mention.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace recoupe::reuse {

struct AlignedSentence {
  std::size_t length = 0;         // code points
  std::vector<std::string> keys;  // what a translation keeps: numbers, names; the same string for the same thing
};

struct SentenceBead {
  std::size_t left = 0;  // first sentence
  std::size_t left_count = 0;
  std::size_t right = 0;
  std::size_t right_count = 0;
};

// In order, and every sentence in exactly one bead: one without a partner in a bead of its own.
std::vector<SentenceBead> align_sentences(std::span<const AlignedSentence> left,
                                          std::span<const AlignedSentence> right);

}  // namespace recoupe::reuse
