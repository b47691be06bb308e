#include "link/copies.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace recoupe::link {
namespace {

constexpr std::size_t most_reports = 60;  // of one occasion: beyond that every pair would be too many

reuse::Dates dates_of(PageText const& left, PageText const& right) {
  return {left.report.published.value, right.report.published.value};
}

std::vector<std::pair<std::size_t, std::size_t>> people_of_both(Heap const& heap, Entities const& entities,
                                                                std::size_t left, std::size_t right) {
  std::vector<std::pair<std::size_t, std::size_t>> people;
  for (std::size_t l = 0; l < heap.readings[left].names.people.size(); ++l) {
    const auto entity = entities.entity(left, l);
    if (entity == name::no_entity) continue;
    for (std::size_t r = 0; r < heap.readings[right].names.people.size(); ++r) {
      if (entities.entity(right, r) == entity) people.emplace_back(l, r);
    }
  }
  return people;
}

// By reading that tells something: those of its language that tell nothing and are nearly all in its words. Sorted.
std::map<std::size_t, std::vector<std::size_t>> silent_sisters(Heap const& heap,
                                                               std::vector<FoundReuse> const& reused) {
  std::map<std::size_t, std::vector<std::size_t>> silent;
  const auto tells = [&](std::size_t reading) { return !heap.readings[reading].tellings.tellings.empty(); };
  for (auto const& found : reused) {
    if (heap.readings[found.left].report.language != heap.readings[found.right].report.language) continue;
    if (found.reuse.relation == reuse::Relation::none || found.reuse.relation == reuse::Relation::partial) continue;
    if (tells(found.left) && !tells(found.right)) silent[found.left].push_back(found.right);
    if (tells(found.right) && !tells(found.left)) silent[found.right].push_back(found.left);
  }
  for (auto& [reading, sisters] : silent) std::ranges::sort(sisters);
  return silent;
}

}  // namespace

std::vector<reuse::Anchor> anchors_of(std::vector<PageAnchor> const& anchors,
                                      std::function<std::string(std::size_t)> const& name_of_person) {
  std::vector<reuse::Anchor> named;
  for (auto const& anchor : anchors) {
    auto key = anchor.person == name::no_entity ? anchor.key : name_of_person(anchor.person);
    if (!key.empty()) named.push_back({std::move(key), anchor.span});
  }
  std::ranges::sort(named, {}, [](reuse::Anchor const& anchor) { return std::tie(anchor.span, anchor.key); });
  return named;
}

FoundReuse compare_in_one_language(Heap const& heap, reuse::Candidate pair) {
  const auto left = heap.text(pair.left);
  const auto right = heap.text(pair.right);
  return {pair.left, pair.right, reuse::compare(left->body, right->body, dates_of(*left, *right))};
}

std::vector<PairAcross> pairs_across_languages(Heap const& heap, Entities const& entities, Occasions const& occasions,
                                               std::vector<FoundReuse> const& reused) {
  const auto silent = silent_sisters(heap, reused);
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (auto const& occasion : occasions.occasions) {
    std::vector<std::size_t> readings;
    for (auto const& place : occasion.tellings) {
      readings.push_back(place.reading);
      if (const auto found = silent.find(place.reading); found != silent.end())
        readings.insert(readings.end(), found->second.begin(), found->second.end());
    }
    const auto count = std::min(readings.size(), most_reports);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        const auto pair = std::minmax(readings[i], readings[j]);
        if (heap.readings[pair.first].report.language != heap.readings[pair.second].report.language) pairs.insert(pair);
      }
    }
  }
  std::vector<PairAcross> all;
  for (auto const& [left, right] : pairs) all.push_back({left, right, people_of_both(heap, entities, left, right)});
  return all;
}

FoundReuse compare_across_languages(Heap const& heap, PairAcross const& pair) {
  const auto left = heap.text(pair.left);
  const auto right = heap.text(pair.right);
  const auto numbered = [&](bool on_the_left) {
    return [&, on_the_left](std::size_t person) {
      for (std::size_t i = 0; i < pair.people.size(); ++i) {
        if ((on_the_left ? pair.people[i].first : pair.people[i].second) == person)
          return "person:" + std::to_string(i);
      }
      return std::string();
    };
  };
  return {pair.left, pair.right,
          reuse::compare_across_languages(left->body, anchors_of(left->anchors, numbered(true)), right->body,
                                          anchors_of(right->anchors, numbered(false)), dates_of(*left, *right),
                                          heap.vectors)};
}

Reuse describe(Heap const& heap, FoundReuse const& found) {
  const auto left = heap.text(found.left);
  const auto right = heap.text(found.right);
  Reuse described;
  described.from = left->report.id;
  described.to = right->report.id;
  described.relation = reuse::name_of(found.reuse.relation);
  described.direction = reuse::name_of(found.reuse.direction);
  described.score = found.reuse.score;
  for (auto const& passage : found.reuse.passages) {
    const auto from = left->body.text.code_points(passage.left);
    const auto to = right->body.text.code_points(passage.right);
    described.passages.push_back(
        {from.begin, from.end, to.begin, to.end, std::string(reuse::name_of(passage.relation))});
  }
  return described;
}

}  // namespace recoupe::link
