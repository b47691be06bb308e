// The order in which pairs of texts are compared, so that a text need not be read again for each of its pairs.
//
//   neighbours_together(pairs);      // of {0, 7}, {3, 5}, {1, 7}: 0, 2, 1, by their places in what was given
//
// Texts are numbered breadth first over the pairs (Cuthill and McKee 1969), and pairs follow the numbers of theirs.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace recoupe::registry {

std::vector<std::size_t> neighbours_together(std::span<const std::pair<std::size_t, std::size_t>> pairs);

}  // namespace recoupe::registry
