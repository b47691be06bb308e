// Reuse between the reports of a heap, in one language and across two.
#pragma once

#include <functional>

#include "link/entities.hpp"
#include "link/occasions.hpp"
#include "link/origins.hpp"
#include "reuse/find_reuse.hpp"

namespace recoupe::link {

struct FoundReuse {
  std::size_t left = 0;  // readings, left < right
  std::size_t right = 0;
  reuse::Reuse reuse;
};

// What a text shares with a translation of it: places, organisations, dates, numbers, and people by the entity that
// `entity_of` gives to each of the page's people (name::no_entity: none).
std::vector<reuse::Anchor> anchors_of(encounter::Reading const& reading,
                                      std::function<std::size_t(std::size_t person)> const& entity_of);

std::vector<FoundReuse> reuse_in_one_language(Readings const& readings);

// Among the reports of each occasion, by the people, days, places and numbers that they share.
std::vector<FoundReuse> reuse_across_languages(Readings const& readings, Entities const& entities,
                                               Occasions const& occasions);

Reuse describe(Readings const& readings, FoundReuse const& found);

}  // namespace recoupe::link
