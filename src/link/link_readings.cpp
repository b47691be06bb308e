#include "link/link_readings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "link/compare_tellings.hpp"
#include "link/copies.hpp"
#include "link/entities.hpp"
#include "link/evidence.hpp"
#include "link/occasions.hpp"
#include "link/origins.hpp"
#include "story/group_stories.hpp"
#include "time/edtf.hpp"

namespace recoupe::link {
namespace {

Report describe_report(encounter::Reading const& reading) {
  auto const& from = reading.report;
  Report report;
  report.id = from.id;
  report.path = from.path;
  report.url = from.url;
  report.outlet = from.outlet;
  report.byline = from.byline;
  report.language = from.language;
  report.title = from.title;
  report.text = from.body();
  for (auto const& block : from.blocks) {
    report.blocks.push_back(
        {std::string(page::name_of(block.kind)), block.text, block.language, block.author, block.date, block.url});
  }
  report.published = from.published.value;
  if (!report.published.empty()) report.published_basis = page::name_of(from.published.basis);
  if (from.published.evidence) report.published_evidence = quote(from, *from.published.evidence);
  for (auto const& link : reading.chain) {
    report.chain.push_back({std::string(source::name_of(link.role)), link.name,
                            link.basis == source::ChainBasis::stated ? "stated" : "found", quote(from, link.evidence)});
  }
  return report;
}

// Everything about the encounters of a heap, once it is known which tellings belong together.
class Describer {
 public:
  Describer(Readings const& readings, Entities const& entities, std::vector<std::string> const& person_ids,
            Occasions const& occasions, Copies const& copies, std::vector<FoundReuse> const& reused,
            name::Matcher const& matcher)
      : readings_(readings),
        entities_(entities),
        person_ids_(person_ids),
        occasions_(occasions),
        copies_(copies),
        reused_(reused),
        matcher_(matcher) {
    for (std::size_t o = 0; o < occasions_.occasions.size(); ++o) {
      for (auto const& place : occasions_.occasions[o].tellings) occasion_of_[place] = o;
    }
    for (auto const& occasion : occasions_.occasions) ids_.push_back(encounter_id(occasion));
  }

  std::vector<Encounter> encounters() const {
    std::vector<Encounter> all;
    for (std::size_t o = 0; o < occasions_.occasions.size(); ++o) all.push_back(encounter(o));
    std::ranges::sort(all, {}, [](Encounter const& e) { return std::tie(e.date, e.id); });
    return all;
  }

  std::vector<Link> links() const {
    std::vector<Link> all;
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (std::size_t r = 0; r < readings_.size(); ++r) {
      for (auto const& link : readings_[r].tellings.links) {
        auto const& from = ids_[occasion_of_.at({r, link.from})];
        auto const& to = ids_[occasion_of_.at({r, link.to})];
        const std::string kind(encounter::name_of(link.kind));
        if (from != to && seen.emplace(from, to, kind).second)
          all.push_back({from, to, kind, quote(readings_[r], link.evidence)});
      }
    }
    std::ranges::sort(all, {}, [](Link const& link) { return std::tie(link.from, link.to, link.kind); });
    return all;
  }

  std::vector<std::string> encounters_of(std::vector<std::size_t> const& readings) const {
    std::set<std::string> found;
    for (auto r : readings) {
      for (std::size_t t = 0; t < readings_[r].tellings.tellings.size(); ++t)
        found.insert(ids_[occasion_of_.at({r, t})]);
    }
    return {found.begin(), found.end()};
  }

 private:
  encounter::Telling const& told(TellingPlace place) const {
    return readings_[place.reading].tellings.tellings[place.telling];
  }

  std::string telling_id(TellingPlace place) const {
    auto const& telling = told(place);
    std::string names;
    for (auto const& participant : telling.participants) names += participant.name + "\n";
    return id_of('t', {readings_[place.reading].report.id, std::to_string(telling.evidence.front().begin),
                       encounter::name_of(telling.kind), names});
  }

  // Named after the telling of the report published first; the rest are its other names.
  std::string encounter_id(Occasion const& occasion) const { return "e" + telling_id(oldest(occasion)).substr(1); }

  TellingPlace oldest(Occasion const& occasion) const {
    const auto age = [&](TellingPlace place) {
      auto const& published = readings_[place.reading].report.published.value;
      return std::tuple(published.empty(), std::string_view(published), place);
    };
    return *std::ranges::min_element(occasion.tellings, {}, age);
  }

  // The telling whose words lead: main before background, sure before the rest, then the one with most participants.
  std::vector<TellingPlace> by_weight(Occasion const& occasion) const {
    auto places = occasion.tellings;
    std::ranges::stable_sort(places, {}, [&](TellingPlace place) {
      auto const& telling = told(place);
      return std::tuple(telling.standing, telling.certainty, -static_cast<int>(telling.participants.size()));
    });
    return places;
  }

  void add_participants(Encounter& made, TellingPlace place, TellingPlace lead) const {
    for (auto const& from : told(place).participants) {
      const auto entity =
          from.person == name::no_entity ? name::no_entity : entities_.entity(place.reading, from.person);
      const auto person = entity == name::no_entity ? std::string() : person_ids_[entity];
      const auto same = [&](Participant const& other) {
        return person.empty() ? other.person.empty() && (other.name == from.name ||
                                                         (!from.country.empty() && other.country == from.country))
                              : other.person == person;
      };
      if (const auto known = std::ranges::find_if(made.participants, same); known != made.participants.end()) {
        if (known->role == "participant") known->role = encounter::name_of(from.role);
        if (known->office.empty()) known->office = from.office;
        if (known->country.empty()) known->country = from.country;
        continue;
      }
      // An office alone that somebody named elsewhere may hold is not another participant.
      if (person.empty() && place != lead) continue;
      made.participants.push_back({person,
                                   from.name,
                                   from.office,
                                   {},
                                   from.country,
                                   std::string(encounter::name_of(from.role)),
                                   std::string(encounter::name_of(told(place).certainty))});
    }
  }

  Telling describe_telling(TellingPlace place) const {
    auto const& from = told(place);
    auto const& reading = readings_[place.reading];
    Telling telling;
    telling.id = telling_id(place);
    telling.report = reading.report.id;
    telling.standing = encounter::name_of(from.standing);
    for (auto const& span : from.evidence) telling.evidence.push_back(quote(reading, span));
    for (auto const& participant : from.participants) {
      telling.facts.push_back({"participant", participant.name, "written", {quote(reading, participant.evidence)}});
      if (participant.office_evidence)
        telling.facts.push_back(
            {"office", participant.office, "written", {quote(reading, *participant.office_evidence)}});
    }
    if (from.date.evidence && !from.date.value.empty()) {
      telling.facts.push_back(
          {"date", from.date.value, std::string(name_of(from.date.basis)), {quote(reading, *from.date.evidence)}});
    }
    if (from.place.evidence)
      telling.facts.push_back({"place", from.place.name, "written", {quote(reading, *from.place.evidence)}});
    for (auto const& topic : from.topics)
      telling.facts.push_back({"topic", topic.text, "written", {quote(reading, topic.evidence)}});
    if (const auto ambiguous = occasions_.ambiguous.find(place); ambiguous != occasions_.ambiguous.end()) {
      for (auto candidate : ambiguous->second) telling.candidates.push_back(ids_[candidate]);
    }
    return telling;
  }

  // What was told last counts: announced, then held or cancelled. An announcement takes nothing back.
  encounter::Status status_of(Occasion const& occasion) const {
    auto places = by_weight(occasion);
    const auto standing = told(places.front()).standing;
    std::erase_if(places, [&](TellingPlace place) { return told(place).standing != standing; });
    std::ranges::stable_sort(places, {}, [&](TellingPlace place) {
      return std::pair(told(place).status != encounter::Status::announced,
                       std::string_view(readings_[place.reading].report.published.value));
    });
    return told(places.back()).status;
  }

  void contradict_status(Encounter& made, Occasion const& occasion) const {
    std::map<std::string, std::vector<std::string>> statuses;
    bool held = false;
    bool taken_back = false;
    for (auto const& place : occasion.tellings) {
      const auto status = told(place).status;
      held = held || status == encounter::Status::held;
      taken_back = taken_back || status == encounter::Status::cancelled || status == encounter::Status::denied;
      statuses[std::string(encounter::name_of(status))].push_back(readings_[place.reading].report.id);
    }
    if (!held || !taken_back) return;
    Contradiction contradiction{.field = "status", .values = {}};
    for (auto const& [value, reports] : statuses) contradiction.values.push_back({value, reports});
    made.contradictions.push_back(std::move(contradiction));
  }

  void contradict(Encounter& made, Occasion const& occasion) const {
    std::map<std::string, std::vector<std::string>> dates;
    for (auto const& place : occasion.tellings) {
      if (time::is_exact(told(place).date.value))
        dates[told(place).date.value].push_back(readings_[place.reading].report.id);
    }
    if (dates.size() < 2) return;
    Contradiction contradiction{.field = "date", .values = {}};
    for (auto const& [value, reports] : dates) contradiction.values.push_back({value, reports});
    made.contradictions.push_back(std::move(contradiction));
  }

  Encounter encounter(std::size_t o) const {
    auto const& occasion = occasions_.occasions[o];
    const auto places = by_weight(occasion);
    auto const& lead = told(places.front());
    Encounter made;
    made.id = ids_[o];
    made.kind = encounter::name_of(lead.kind);
    made.status = encounter::name_of(status_of(occasion));
    made.date = occasion.date;
    made.certainty = encounter::name_of(lead.certainty);
    made.because = lead.because;
    if (occasion.by_sister) made.because.emplace_back("year_from_publication");
    for (auto const& place : places) {
      auto const& telling = told(place);
      add_participants(made, place, places.front());
      if (made.place.name.empty() && !telling.place.name.empty()) {
        made.place = {telling.place.name, telling.place.venue, telling.place.country, telling.place.latitude,
                      telling.place.longitude};
      }
      for (auto const& topic : telling.topics)
        made.topics.push_back({topic.text, readings_[place.reading].report.language});
    }
    const auto differences = compare_tellings(readings_, main_readings(occasion), reused_);
    for (auto const& place : occasion.tellings) {
      made.tellings.push_back(describe_telling(place));
      if (const auto found = differences.find(place.reading); found != differences.end()) {
        made.tellings.back().omits = found->second.omits;
        made.tellings.back().adds = found->second.adds;
      }
      if (place != oldest(occasion)) made.also_known_as.push_back("e" + telling_id(place).substr(1));
    }
    std::ranges::sort(made.also_known_as);
    std::ranges::sort(made.tellings, {}, &Telling::id);
    count_origins(made, occasion);
    contradict(made, occasion);
    contradict_status(made, occasion);
    return made;
  }

  void count_origins(Encounter& made, Occasion const& occasion) const {
    std::set<std::string> hosts, guests;
    for (auto const& participant : made.participants)
      (participant.role == "host" ? hosts : guests).insert(participant.country);
    made.origins = find_origins(readings_, main_readings(occasion), copies_, hosts, guests, matcher_);
    made.independent_origins = made.origins.size();
  }

  // Those who only recall an encounter are no further sources of it, where somebody tells it as news. Sorted.
  std::vector<std::size_t> main_readings(Occasion const& occasion) const {
    const auto is_main = [&](TellingPlace place) { return told(place).standing == encounter::Standing::main; };
    const bool news = std::ranges::any_of(occasion.tellings, is_main);
    std::vector<std::size_t> telling;
    for (auto const& place : occasion.tellings) {
      if (!news || is_main(place)) telling.push_back(place.reading);
    }
    std::ranges::sort(telling);
    telling.erase(std::ranges::unique(telling).begin(), telling.end());
    return telling;
  }

  Readings const& readings_;
  Entities const& entities_;
  std::vector<std::string> const& person_ids_;
  Occasions const& occasions_;
  Copies const& copies_;
  std::vector<FoundReuse> const& reused_;
  name::Matcher const& matcher_;
  std::map<TellingPlace, std::size_t> occasion_of_;
  std::vector<std::string> ids_;
};

std::vector<std::size_t> stories_of(Readings const& readings, name::Matcher const& matcher) {
  std::vector<story::Item> items;
  for (auto const& reading : readings) {
    story::Item item;
    item.id = reading.report.id;
    item.title = reading.report.title;
    item.body = &reading.body;
    item.published = reading.report.published.value;
    for (auto const& person : reading.names.people) {
      for (auto& key : name::index_keys(person.name, matcher)) item.names.push_back(std::move(key));
    }
    for (auto const& time : reading.times) {
      if (!time.value.empty()) item.dates.push_back(time.value);
    }
    for (auto const& telling : reading.tellings.tellings) {
      if (telling.standing == encounter::Standing::main && time::is_exact(telling.date.value))
        item.event_dates.push_back(telling.date.value);
    }
    items.push_back(std::move(item));
  }
  return story::group_stories(items);
}

std::vector<Story> describe_stories(Readings const& readings, Describer const& describer, Copies const& copies,
                                    name::Matcher const& matcher) {
  std::map<std::size_t, std::vector<std::size_t>> groups;
  const auto group = stories_of(readings, matcher);
  for (std::size_t r = 0; r < group.size(); ++r) groups[group[r]].push_back(r);
  std::vector<Story> stories;
  for (auto const& [number, members] : groups) {
    Story story;
    for (auto r : members) story.reports.push_back(readings[r].report.id);
    std::ranges::sort(story.reports);
    story.id = id_of('s', {story.reports.front()});
    story.encounters = describer.encounters_of(members);
    story.origins = find_origins(readings, members, copies, {}, {}, matcher);
    for (auto& origin : story.origins) origin.side = "unknown";
    story.independent_origins = story.origins.size();
    stories.push_back(std::move(story));
  }
  std::ranges::sort(stories, {}, &Story::id);
  return stories;
}

std::vector<Coverage::Count> counted(Readings const& readings, auto key_of) {
  std::map<std::string, std::size_t> counts;
  for (auto const& reading : readings) ++counts[std::string(key_of(reading.report))];
  std::vector<Coverage::Count> list;
  for (auto const& [key, reports] : counts) list.push_back({key, reports});
  return list;
}

Coverage cover(Readings const& readings) {
  Coverage coverage;
  coverage.languages = counted(readings, [](page::Report const& report) { return report.language; });
  coverage.outlets = counted(readings, [](page::Report const& report) { return report.outlet; });
  coverage.months = counted(readings, [](page::Report const& report) { return report.published.value.substr(0, 7); });
  coverage.read = readings.size();
  for (auto const& reading : readings) coverage.without_telling += reading.tellings.tellings.empty() ? 1 : 0;
  return coverage;
}

}  // namespace

Register link_readings(std::vector<encounter::Reading> readings, name::Matcher const& matcher) {
  std::ranges::sort(readings, {}, [](encounter::Reading const& reading) { return reading.report.id; });

  auto reused = reuse_in_one_language(readings);
  Copies copies;
  constexpr double nearly_all = 0.6;
  NearCopies near;
  Sisters sisters(readings.size());
  for (auto const& found : reused) {
    if (found.reuse.relation != reuse::Relation::partial && found.reuse.score >= nearly_all)
      near.insert({found.left, found.right});
    copies.insert({found.left, found.right});
    sisters[found.left].push_back(found.right);
    sisters[found.right].push_back(found.left);
  }
  const auto entities = resolve_people(readings, sisters, matcher);
  const auto occasions = find_occasions(readings, entities, near);
  for (auto& found : reuse_across_languages(readings, entities, occasions)) {
    copies.insert({found.left, found.right});
    reused.push_back(std::move(found));
  }

  Register made;
  std::vector<std::string> person_ids;
  made.people = describe_people(readings, entities, person_ids);
  std::erase_if(made.people, [](Person const& person) { return person.offices.empty(); });
  std::ranges::sort(made.people, {}, &Person::id);
  const Describer describer(readings, entities, person_ids, occasions, copies, reused, matcher);
  made.encounters = describer.encounters();
  made.links = describer.links();
  made.stories = describe_stories(readings, describer, copies, matcher);
  for (auto const& found : reused) made.reuse.push_back(describe(readings, found));
  std::ranges::sort(made.reuse, {}, [](Reuse const& reuse) { return std::tie(reuse.from, reuse.to); });
  for (auto const& reading : readings) made.reports.push_back(describe_report(reading));
  made.coverage = cover(readings);
  return made;
}

}  // namespace recoupe::link
