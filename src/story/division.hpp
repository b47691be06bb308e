// A large story cut where its reports clearly fall into two: the outbreak of an affair and what came of it, two fires
// of one chain of shops.
//
//   for (auto part : divided(items, members)) ...      // the members themselves where nothing tells them apart
//
// What all reports of a story have in common tells nothing of its parts. So words, marks and meanings weigh anew among
// its reports alone, and the cut is Ward's (1963), mended by two-means. It holds where it explains more of what
// differs than a cut through one event does; the more reports there are, the likelier they tell of several events.
// Copies of one text count once: they would look like an event of their own.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "story/group_stories.hpp"

namespace recoupe::story {

inline constexpr std::size_t least_divided = 6;  // reports
inline constexpr std::size_t most_divided = 300;

// `members` are indices of items, sorted; so are those of each part.
std::vector<std::vector<std::size_t>> divided(std::span<const Item> items, std::vector<std::size_t> const& members);

}  // namespace recoupe::story
