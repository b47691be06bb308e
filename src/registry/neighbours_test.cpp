#include "registry/neighbours.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace recoupe::registry {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

TEST(NeighboursTogether, PairsOfOneTextFollowEachOther) {
  const std::vector<Pair> pairs{{0, 7}, {3, 5}, {1, 7}};
  EXPECT_EQ(neighbours_together(pairs), (std::vector<std::size_t>{0, 2, 1}));
  EXPECT_TRUE(neighbours_together({}).empty());
}

// Five texts of each of two thousand stories, strewn over the heap: from the first to the last use of a text few
// others are used.
TEST(NeighboursTogether, StrewnStoriesAreComparedOneAfterTheOther) {
  constexpr std::size_t texts = 10'000;
  constexpr std::size_t of_a_story = 5;
  std::vector<std::size_t> place(texts);
  for (std::size_t i = 0; i < texts; ++i) place[i] = i;
  std::shuffle(place.begin(), place.end(), std::mt19937(7));
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < texts; ++i) {
    for (std::size_t j = i + 1; j % of_a_story != 0; ++j) pairs.push_back(std::minmax(place[i], place[j]));
  }
  std::ranges::sort(pairs);
  const auto order = neighbours_together(pairs);
  ASSERT_EQ(order.size(), pairs.size());
  std::map<std::size_t, std::size_t> first;
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (auto text : {pairs[order[at]].first, pairs[order[at]].second})
      EXPECT_LT(at - first.try_emplace(text, at).first->second, 10U);
  }
}

}  // namespace
}  // namespace recoupe::registry
