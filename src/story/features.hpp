// What an item is told apart by, as two sparse vectors of length up to 1: the stems of its words, and the names,
// numbers and dates that stand in any language.
//
//   auto features = features_of(items);
//   features[0].words      // empty where every item of its language has the same words
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/group_stories.hpp"

namespace recoupe::story {

struct Weighted {
  std::uint32_t feature = 0;
  double weight = 0;
};
using Sparse = std::vector<Weighted>;  // by feature

struct Features {
  Sparse words;  // features of one language only: two languages share none
  Sparse marks;
};

// Features weigh by how few items have them; those of fewer than `least_holders` items are left out. What an item gets
// depends on the set of items, not on their order. The first `longest_body` tokens are read.
inline constexpr std::size_t longest_body = 5000;
std::vector<Features> features_of(std::span<const Item> items, std::size_t least_holders = 1);

// Of two vectors in the order of their features.
double product(Sparse const& left, Sparse const& right);

}  // namespace recoupe::story
