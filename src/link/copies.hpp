// Reuse between the reports of a heap, in one language and across two.
#pragma once

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

// As reuse takes them; `name_of_person` gives what a person of this page is called in this comparison, empty: no
// anchor.
std::vector<reuse::Anchor> anchors_of(std::vector<PageAnchor> const& anchors,
                                      std::function<std::string(std::size_t)> const& name_of_person);

FoundReuse compare_in_one_language(Heap const& heap, reuse::Candidate pair);

// Two reports of one occasion in two languages. The answer depends on their texts and on `people`: which of the left
// page's people are which of the right's.
struct PairAcross {
  std::size_t left = 0;
  std::size_t right = 0;
  std::vector<std::pair<std::size_t, std::size_t>> people;  // of the left page, of the right page; sorted
};

// Who tells nothing itself is compared where `reused`, of one language, shows it to have the words of a report that
// tells.
std::vector<PairAcross> pairs_across_languages(Heap const& heap, Entities const& entities, Occasions const& occasions,
                                               std::vector<FoundReuse> const& reused);
FoundReuse compare_across_languages(Heap const& heap, PairAcross const& pair);

Reuse describe(Heap const& heap, FoundReuse const& found);

}  // namespace recoupe::link
