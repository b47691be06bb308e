// Average-link clusters that keep apart what must stay apart.
//
//   auto cluster = clusters(edges, events, 0.3);    // cluster[0] == cluster[1]: joined
//
// The likest two clusters join first; their likeness is the mean over all pairs, where no edge counts as nothing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "story/alike.hpp"

namespace recoupe::story {

// For each item the least index in its cluster. `events` holds those of each item, possibly none.
std::vector<std::size_t> clusters(std::span<const Edge> edges, std::span<const std::vector<Event>> events,
                                  double least_likeness);

}  // namespace recoupe::story
