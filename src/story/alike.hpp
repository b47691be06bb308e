// Which items are alike, and how much: by their words, by names, numbers and dates, and by what they mean.
//
//   for (auto edge : alike(items)) ...     // edge.left < edge.right; 1 is as alike as either is to its own neighbours
//
// Near-linear: features of more than `hottest_feature` items propose no pair, an item keeps its best neighbours.
// Meanings propose pairs too, each with each, up to `most_compared` items.
//
// Likeness is scaled by how alike each item's nearest neighbours are to it (local scaling, Zelnik-Manor and Perona
// 2004): a story told at length by all and one told in a title each then stand apart from others by the same measure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/group_stories.hpp"

namespace recoupe::story {

struct Edge {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  double value = 0;
};

inline constexpr std::size_t hottest_feature = 500;
inline constexpr std::size_t most_compared = 20'000;

// Sorted by their ends. Ties between neighbours fall to the earlier index: hand the items in an order of their content.
std::vector<Edge> alike(std::span<const Item> items);

// Whether an item is little more than its title: what it tells apart is then its meaning, more than its words.
bool is_thin(Item const& item);

}  // namespace recoupe::story
