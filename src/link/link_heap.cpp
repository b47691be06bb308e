#include "link/link_heap.hpp"

#include <algorithm>

namespace recoupe::link {
namespace {

constexpr double nearly_all = 0.6;

}  // namespace

Linked link_heap(Heap& heap, std::vector<FoundReuse> const& reused, name::Matcher const& matcher,
                 Judgements judgements) {
  NearCopies near;
  Sisters sisters(heap.readings.size());
  for (auto const& found : reused) {
    if (found.reuse.relation != reuse::Relation::partial && found.reuse.score >= nearly_all)
      near.insert({found.left, found.right});
    sisters[found.left].push_back(found.right);
    sisters[found.right].push_back(found.left);
  }
  for (auto& list : sisters) std::ranges::sort(list);
  Linked linked;
  linked.entities = resolve_people(heap, sisters, matcher, judgements.same_people, judgements.different_people);
  linked.occasions = find_occasions(heap, linked.entities, near, judgements);
  linked.judgements = std::move(judgements);
  return linked;
}

}  // namespace recoupe::link
