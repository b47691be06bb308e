#include "link/link_readings.hpp"

#include <algorithm>

#include "link/describe_people.hpp"
#include "link/describe_reports.hpp"
#include "link/describe_stories.hpp"
#include "link/link_heap.hpp"

namespace recoupe::link {
namespace {

std::vector<FoundReuse> reuse_in_one_language(Heap const& heap) {
  std::vector<std::shared_ptr<PageText const>> texts;
  std::vector<text::SegmentedText const*> bodies;
  for (std::size_t r = 0; r < heap.readings.size(); ++r) {
    texts.push_back(heap.text(r));
    bodies.push_back(&texts.back()->body);
  }
  std::vector<FoundReuse> found;
  for (auto const& pair : reuse::candidate_pairs(bodies)) {
    auto compared = compare_in_one_language(heap, pair);
    if (compared.reuse.relation != reuse::Relation::none) found.push_back(std::move(compared));
  }
  return found;
}

}  // namespace

Register link_readings(std::vector<encounter::Reading> readings, name::Matcher const& matcher,
                       encoder::Vectors* vectors) {
  auto heap = heap_of(std::move(readings), matcher);
  heap.vectors = vectors;
  auto reused = reuse_in_one_language(heap);
  const auto linked = link_heap(heap, reused, matcher);
  for (auto const& pair : pairs_across_languages(heap, linked.entities, linked.occasions, reused)) {
    auto found = compare_across_languages(heap, pair);
    if (found.reuse.relation != reuse::Relation::none) reused.push_back(std::move(found));
  }

  Register made;
  for (std::size_t e = 0; e < linked.entities.members.size(); ++e) {
    if (!linked.entities.ids[e].empty()) made.people.push_back(describe_person(heap, linked.entities, e));
  }
  const Describer describer(heap, linked, reused, matcher);
  for (std::size_t o = 0; o < describer.count(); ++o) made.encounters.push_back(describer.encounter(o));
  for (auto const& link : describer.links()) made.links.push_back(describer.link(link));
  for (auto const& [name, part] : parts_for_stories(heap.readings)) {
    for (auto const& members : stories_of(heap, part))
      made.stories.push_back(describe_story(heap, members, describer, matcher));
  }
  for (auto const& found : reused) made.reuse.push_back(describe(heap, found));
  for (std::size_t r = 0; r < heap.readings.size(); ++r)
    made.reports.push_back(describe_report(heap, linked.occasions, r));
  made.coverage = cover(heap.readings);

  std::ranges::sort(made.people, {}, &Person::id);
  std::ranges::sort(made.encounters, {}, [](Encounter const& e) { return std::tie(e.date, e.id); });
  std::ranges::sort(made.stories, {}, &Story::id);
  std::ranges::sort(made.reuse, {}, [](Reuse const& reuse) { return std::tie(reuse.from, reuse.to); });
  return made;
}

}  // namespace recoupe::link
