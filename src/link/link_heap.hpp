// Which mentions are one person and which tellings one encounter.
//
//   const auto linked = link_heap(heap, reused, matcher);
#pragma once

#include "link/describe_encounters.hpp"

namespace recoupe::link {

// `reused`: every pair of readings of one language that share passages. Dates of publication that only a sister page
// tells are set in heap.readings (basis sister). The answer does not depend on the order of `reused`.
Linked link_heap(Heap& heap, std::vector<FoundReuse> const& reused, name::Matcher const& matcher,
                 Judgements judgements = {});

}  // namespace recoupe::link
