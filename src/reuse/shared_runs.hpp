// Runs of equal words, and the passages that they chain to where only a few words between them were changed.
//
//   auto passages = chain(shared_runs(left.keys, right.keys));
//   passages[0].matched;      // words that both sides have; less than left.size() where some were changed
//
// Linear: a seed of three words is looked up at no more than sixteen places of the other text, and the walk goes on
// behind the run that it took.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/words.hpp"

namespace recoupe::reuse {

struct Run {
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t length = 0;
};

struct Chain {
  WordSpan left;
  WordSpan right;
  std::size_t matched = 0;
  bool is_verbatim() const { return matched == left.size() && matched == right.size(); }
};

// By their left end; they do not overlap on the left.
std::vector<Run> shared_runs(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right);

// Chains whose equal words are dense enough to be one passage, by their left end.
std::vector<Chain> chain(std::span<const Run> runs);

}  // namespace recoupe::reuse
