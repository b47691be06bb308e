#include "link/describe_stories.hpp"

#include <algorithm>

#include "link/evidence.hpp"
#include "link/fingerprint.hpp"
#include "story/group_stories.hpp"
#include "time/edtf.hpp"

namespace recoupe::link {
namespace {

std::string month_of(encounter::Reading const& reading) {
  constexpr std::size_t year_and_month = 7;
  auto const& published = reading.report.published.value;
  if (!published.empty()) return published.substr(0, year_and_month);
  for (auto const& telling : reading.tellings.tellings) {
    if (time::is_exact(telling.date.value)) return telling.date.value.substr(0, year_and_month);
  }
  return {};
}

story::Item item_of(encounter::Reading const& reading, std::vector<std::vector<std::string>> const& keys,
                    PageText const& text) {
  story::Item item;
  item.id = reading.report.id;
  item.title = reading.report.title;
  item.body = &text.body;
  item.published = reading.report.published.value;
  item.names = text.names;
  item.dates = text.dates;
  item.events = news_of(reading.tellings.tellings, keys);
  return item;
}

}  // namespace

std::vector<story::Event> news_of(std::vector<encounter::Telling> const& tellings,
                                  std::vector<std::vector<std::string>> const& keys) {
  std::vector<story::Event> events;
  for (auto const& telling : tellings) {
    if (telling.standing != encounter::Standing::main) continue;
    story::Event event{telling.date.value, {}, telling.place.country, encounter::is_of_many(telling.kind)};
    for (auto const& participant : telling.participants) {
      story::Party party{{}, participant.country, participant.kinds};
      if (participant.person != name::no_entity) party.keys = keys[participant.person];
      if (party != story::Party()) event.parties.push_back(std::move(party));  // who is wholly unknown may be anybody
    }
    events.push_back(std::move(event));
  }
  return events;
}

std::map<std::string, std::vector<std::size_t>> parts_for_stories(Readings const& readings) {
  std::map<std::string, std::vector<std::size_t>> parts;
  for (std::size_t r = 0; r < readings.size(); ++r)
    parts[readings.size() <= whole ? std::string("whole") : month_of(readings[r])].push_back(r);
  return parts;
}

std::vector<std::vector<std::size_t>> stories_of(Heap const& heap, std::vector<std::size_t> const& part) {
  std::vector<std::shared_ptr<PageText const>> texts;
  std::vector<story::Item> items;
  for (auto reading : part) {
    texts.push_back(heap.text(reading));
    items.push_back(item_of(heap.readings[reading], heap.keys[reading], *texts.back()));
  }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  const auto group = story::group_stories(items);
  for (std::size_t i = 0; i < part.size(); ++i) groups[group[i]].push_back(part[i]);
  std::vector<std::vector<std::size_t>> stories;
  for (auto& [number, members] : groups) stories.push_back(std::move(members));
  return stories;
}

std::uint64_t fingerprint_of_part(Readings const& readings, std::vector<std::size_t> const& part) {
  Fingerprint print;
  for (auto reading : part) print.add(readings[reading].report.id).add(readings[reading].report.published.value);
  return print.value();
}

// Named after the first of its reports.
std::string id_of_story(Heap const& heap, std::vector<std::size_t> const& members) {
  return id_of('s', {heap.readings[std::ranges::min(members)].report.id});
}

std::uint64_t fingerprint_of_story(Heap const& heap, std::vector<std::size_t> const& members,
                                   Describer const& describer) {
  Fingerprint print;
  for (std::size_t i = 0; i < members.size(); ++i) {
    auto const& report = heap.readings[members[i]].report;
    print.add(report.id).add(report.published.value);
    for (std::size_t j = i + 1; j < members.size(); ++j)
      print.add(describer.copies().contains(std::minmax(members[i], members[j])) ? 1 : 0);
  }
  for (auto const& id : describer.encounters_of(members)) print.add(id);
  return print.value();
}

Story describe_story(Heap const& heap, std::vector<std::size_t> const& members, Describer const& describer,
                     name::Matcher const& matcher) {
  Story story;
  for (auto r : members) story.reports.push_back(heap.readings[r].report.id);
  std::ranges::sort(story.reports);
  story.id = id_of_story(heap, members);
  story.encounters = describer.encounters_of(members);
  story.origins = find_origins(heap.readings, members, describer.copies(), {}, matcher);
  for (auto& origin : story.origins) origin.side = "unknown";
  story.independent_origins = story.origins.size();
  return story;
}

}  // namespace recoupe::link
