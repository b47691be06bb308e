// Which items are alike, and how much: only pairs that share a rare feature are looked at.
//
//   for (auto edge : alike(items)) ...     // edge.left < edge.right, edge.value in 0..1
//
// Near-linear: features of more than `hottest_feature` items propose no pair, an item keeps its best neighbours.
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

// Sorted by their ends. Ties between neighbours fall to the earlier index: hand the items in an order of their content.
std::vector<Edge> alike(std::span<const Item> items);

// Whether both tell events of certain days, and no day of one can be a day of the other.
bool must_stay_apart(std::span<const std::string> left_days, std::span<const std::string> right_days);

}  // namespace recoupe::story
