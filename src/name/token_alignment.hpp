// Which words of two names stand for each other: the cheapest monotone alignment.
//
//   align("jean noel", "جان نويل")      // (jean, جان) (noel, نويل)
//   align("bouabdellah", "ابو عبد الله")   // two words written as one
//
// Each step reads one word as one, two as one, or leaves a word of one side without a counterpart.
#pragma once

#include <cstdint>
#include <vector>

#include "name/letter_costs.hpp"
#include "name/name_tokens.hpp"

namespace recoupe::name {

struct AlignedTokens {
  std::uint8_t left = 0, left_end = 0;  // token indices; an empty range: nothing on that side
  std::uint8_t right = 0, right_end = 0;
  float cost = 0;     // nats of the letters
  float letters = 0;  // mean of both sides
  bool skipped() const { return left == left_end || right == right_end; }
  float per_letter() const;
};

struct TokenAlignment {
  std::vector<AlignedTokens> steps;  // in order, every token of both names in exactly one
  float total = 0;
};

TokenAlignment align(std::vector<NameToken> const& left, std::vector<NameToken> const& right, LetterCosts const& costs);

// Two neighbouring tokens written as one word.
NameToken written_together(NameToken const& first, NameToken const& second);

}  // namespace recoupe::name
