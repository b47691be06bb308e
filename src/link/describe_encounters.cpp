#include "link/describe_encounters.hpp"

#include <algorithm>
#include <set>

#include "link/compare_tellings.hpp"
#include "link/describe_people.hpp"
#include "link/evidence.hpp"
#include "link/fingerprint.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::link {
namespace {

std::string names_of(encounter::Telling const& telling) {
  std::string names;
  for (auto const& participant : telling.participants) names += participant.name + "\n";
  return names;
}

}  // namespace

Describer::Describer(Heap const& heap, Linked const& linked, std::vector<FoundReuse> const& reused,
                     name::Matcher const& matcher)
    : heap_(heap),
      linked_(linked),
      matcher_(matcher),
      reused_(heap.readings.size()),
      claims_(check_claims(heap, linked.entities, linked.occasions)) {
  for (auto const& found : reused) {
    copies_.insert({found.left, found.right});
    reused_[found.left].push_back(&found);
  }
  for (std::size_t entity = 0; entity < linked_.entities.members.size(); ++entity) {
    people_.push_back(fingerprint_of_names(heap_, linked_.entities, entity));
    countries_.push_back(country_of_person(heap_, linked_.entities, entity));
  }
  for (auto const& reading : heap_.readings) occasion_of_.emplace_back(reading.tellings.tellings.size());
  auto const& occasions = linked_.occasions.occasions;
  for (std::size_t o = 0; o < occasions.size(); ++o) {
    for (auto const& place : occasions[o].tellings) occasion_of_[place.reading][place.telling] = o;
    ids_.push_back("e" + telling_id(oldest(occasions[o])).substr(1));
  }
  name_after_older_versions();
}

// What an older version told of the same people in the same way is what the newest tells of them.
void Describer::name_after_older_versions() {
  older_ids_.resize(ids_.size());
  for (auto const& version : heap_.older) {
    auto const& tellings = heap_.readings[version.reading].tellings.tellings;
    auto const& older = version.told.tellings.tellings;
    for (std::size_t index = 0; index < older.size(); ++index) {
      const auto same = std::ranges::find_if(tellings, [&](encounter::Telling const& telling) {
        return telling.kind == older[index].kind && names_of(telling) == names_of(older[index]);
      });
      if (same == tellings.end()) continue;
      const auto occasion = occasion_of_[version.reading][static_cast<std::size_t>(same - tellings.begin())];
      older_ids_[occasion].insert("e" + id_of_telling(version.told, index).substr(1));
    }
  }
}

std::vector<LinkPlace> Describer::links() const {
  std::map<std::tuple<std::string, std::string, std::string>, LinkPlace> all;
  for (std::size_t r = 0; r < heap_.readings.size(); ++r) {
    auto const& links = heap_.readings[r].tellings.links;
    for (std::size_t index = 0; index < links.size(); ++index) {
      auto const& from = ids_[occasion_of_[r][links[index].from]];
      auto const& to = ids_[occasion_of_[r][links[index].to]];
      const std::string kind(encounter::name_of(links[index].kind));
      if (from != to) all.try_emplace({from, to, kind}, LinkPlace{from, to, kind, r, index});
    }
  }
  std::vector<LinkPlace> sorted;
  for (auto& [key, place] : all) sorted.push_back(std::move(place));
  return sorted;
}

Link Describer::link(LinkPlace const& place) const {
  const auto evidence = heap_.readings[place.reading].tellings.links[place.index].evidence;
  return {place.from, place.to, place.kind, quote(*heap_.page(place.reading), evidence)};
}

std::vector<std::string> Describer::encounters_of(std::vector<std::size_t> const& readings) const {
  std::set<std::string> found;
  for (auto r : readings) {
    for (auto occasion : occasion_of_[r]) found.insert(ids_[occasion]);
  }
  return {found.begin(), found.end()};
}

std::vector<FoundReuse const*> Describer::reused_among(std::vector<std::size_t> const& readings) const {
  std::vector<FoundReuse const*> among;
  for (auto left : readings) {
    for (auto const* found : reused_[left]) {
      if (std::ranges::binary_search(readings, found->right)) among.push_back(found);
    }
  }
  return among;
}

std::uint64_t Describer::fingerprint(std::size_t o) const {
  auto const& occasion = linked_.occasions.occasions[o];
  Fingerprint print;
  print.add(occasion.date).add(occasion.by_sister ? 1 : 0);
  std::vector<std::size_t> readings;
  for (auto const& place : occasion.tellings) {
    auto const& report = heap_.readings[place.reading].report;
    print.add(report.id).add(place.telling).add(report.published.value);
    for (auto const& participant : told(place).participants) {
      const auto entity = participant.person == name::no_entity
                              ? name::no_entity
                              : linked_.entities.entity(place.reading, participant.person);
      if (entity != name::no_entity) print.add(linked_.entities.ids[entity]).add(people_[entity]);
    }
    if (const auto ambiguous = linked_.occasions.ambiguous.find(place);
        ambiguous != linked_.occasions.ambiguous.end()) {
      for (auto candidate : ambiguous->second) print.add(ids_[candidate]);
    }
    if (const auto given = linked_.judgements.given.find(place); given != linked_.judgements.given.end()) {
      for (auto const& one : given->second) print.add(one.field).add(one.value);
    }
    readings.push_back(place.reading);
  }
  for (auto const& id : older_ids_[o]) print.add(id);
  for (auto const& claim : claims_[o]) print.add(static_cast<std::uint64_t>(claim.verdict));
  for (auto const* found : reused_among(readings)) {
    print.add(heap_.readings[found->left].report.id).add(heap_.readings[found->right].report.id);
    print.add(found->reuse.passages.size());
  }
  return print.value();
}

// Told alike twice on one page, the second has another id.
std::string id_of_telling(encounter::Reading const& reading, std::size_t wanted) {
  const auto id = [&](std::size_t index) {
    auto const& telling = reading.tellings.tellings[index];
    return id_of('t', {reading.report.id, std::to_string(telling.evidence.front().begin),
                       encounter::name_of(telling.kind), names_of(telling)});
  };
  auto own = id(wanted);
  std::size_t before = 0;
  for (std::size_t index = 0; index < wanted; ++index) before += id(index) == own ? 1 : 0;
  return before == 0 ? own : id_of('t', {own, std::to_string(before)});
}

// An encounter is named after the telling of the report published first; the rest are its other names.
TellingPlace Describer::oldest(Occasion const& occasion) const {
  const auto age = [&](TellingPlace place) {
    auto const& published = heap_.readings[place.reading].report.published.value;
    return std::tuple(published.empty(), std::string_view(published), place);
  };
  return *std::ranges::min_element(occasion.tellings, {}, age);
}

// The telling whose words lead: main before background, sure before the rest, then the one with most participants.
std::vector<TellingPlace> Describer::by_weight(Occasion const& occasion) const {
  auto places = occasion.tellings;
  std::ranges::stable_sort(places, {}, [&](TellingPlace place) {
    auto const& telling = told(place);
    return std::tuple(telling.standing, telling.certainty, -static_cast<int>(telling.participants.size()));
  });
  return places;
}

void Describer::add_participants(Encounter& made, TellingPlace place, TellingPlace lead) const {
  for (auto from : told(place).participants) {
    const auto entity =
        from.person == name::no_entity ? name::no_entity : linked_.entities.entity(place.reading, from.person);
    const auto person = entity == name::no_entity ? std::string() : linked_.entities.ids[entity];
    if (from.country.empty() && entity != name::no_entity) from.country = countries_[entity];
    const auto same = [&](Participant const& other) {
      return person.empty() ? other.person.empty() &&
                                  (other.name == from.name || (!from.country.empty() && other.country == from.country))
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

Telling Describer::describe_telling(TellingPlace place) const {
  auto const& from = told(place);
  const auto page = heap_.page(place.reading);
  const auto quoted = [&](text::ByteSpan span) { return quote(*page, span); };
  Telling telling;
  telling.id = telling_id(place);
  telling.report = page->id;
  telling.standing = encounter::name_of(from.standing);
  for (auto const& span : from.evidence) telling.evidence.push_back(quoted(span));
  for (auto const& participant : from.participants) {
    telling.facts.push_back({"participant", participant.name, "written", {quoted(participant.evidence)}});
    if (participant.office_evidence)
      telling.facts.push_back({"office", participant.office, "written", {quoted(*participant.office_evidence)}});
  }
  if (from.date.evidence && !from.date.value.empty()) {
    telling.facts.push_back(
        {"date", from.date.value, std::string(time::name_of(from.date.basis)), {quoted(*from.date.evidence)}});
  }
  if (from.place.evidence)
    telling.facts.push_back({"place", from.place.name, "written", {quoted(*from.place.evidence)}});
  for (auto const& topic : from.topics)
    telling.facts.push_back({"topic", topic.text, "written", {quoted(topic.evidence)}});
  if (const auto ambiguous = linked_.occasions.ambiguous.find(place); ambiguous != linked_.occasions.ambiguous.end()) {
    for (auto candidate : ambiguous->second) telling.candidates.push_back(ids_[candidate]);
  }
  return telling;
}

// What was told last counts: announced, then held or cancelled. An announcement takes nothing back.
encounter::Status Describer::status_of(Occasion const& occasion) const {
  auto places = by_weight(occasion);
  const auto standing = told(places.front()).standing;
  std::erase_if(places, [&](TellingPlace place) { return told(place).standing != standing; });
  std::ranges::stable_sort(places, {}, [&](TellingPlace place) {
    return std::pair(told(place).status != encounter::Status::announced,
                     std::string_view(heap_.readings[place.reading].report.published.value));
  });
  return told(places.back()).status;
}

void Describer::contradict_status(Encounter& made, Occasion const& occasion) const {
  std::map<std::string, std::vector<std::string>> statuses;
  bool held = false;
  bool taken_back = false;
  for (auto const& place : occasion.tellings) {
    const auto status = told(place).status;
    held = held || status == encounter::Status::held;
    taken_back = taken_back || status == encounter::Status::cancelled || status == encounter::Status::denied;
    statuses[std::string(encounter::name_of(status))].push_back(heap_.readings[place.reading].report.id);
  }
  if (!held || !taken_back) return;
  Contradiction contradiction{.field = "status", .values = {}};
  for (auto const& [value, reports] : statuses) contradiction.values.push_back({value, reports});
  made.contradictions.push_back(std::move(contradiction));
}

void Describer::contradict(Encounter& made, Occasion const& occasion) const {
  std::map<std::string, std::vector<std::string>> dates;
  for (auto const& place : occasion.tellings) {
    if (time::is_exact(told(place).date.value))
      dates[told(place).date.value].push_back(heap_.readings[place.reading].report.id);
  }
  if (dates.size() < 2) return;
  Contradiction contradiction{.field = "date", .values = {}};
  for (auto const& [value, reports] : dates) contradiction.values.push_back({value, reports});
  made.contradictions.push_back(std::move(contradiction));
}

Encounter Describer::encounter(std::size_t o) const {
  auto const& occasion = linked_.occasions.occasions[o];
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
      made.topics.push_back({topic.text, heap_.readings[place.reading].report.language});
  }
  take_given(made, occasion);
  const auto main = main_readings(occasion);
  const auto differences = compare_tellings(heap_, main, reused_among(main));
  for (auto const& place : occasion.tellings) {
    made.tellings.push_back(describe_telling(place));
    if (const auto found = differences.find(place.reading); found != differences.end()) {
      made.tellings.back().omits = found->second.omits;
      made.tellings.back().adds = found->second.adds;
    }
    if (place != oldest(occasion)) made.also_known_as.push_back("e" + telling_id(place).substr(1));
  }
  made.also_known_as.insert(made.also_known_as.end(), older_ids_[o].begin(), older_ids_[o].end());
  std::ranges::sort(made.also_known_as);
  std::ranges::sort(made.tellings, {}, &Telling::id);
  count_origins(made, occasion);
  contradict(made, occasion);
  contradict_status(made, occasion);
  for (auto const& claim : claims_[o]) {
    auto evidence = quote(*heap_.page(claim.reading), claim.evidence);
    auto text = evidence.exact;
    made.claims.push_back({std::move(text), std::string(name_of(claim.verdict)), std::move(evidence)});
  }
  return made;
}

// What people gave or struck, in the order in which they did.
void Describer::take_given(Encounter& made, Occasion const& occasion) const {
  bool corrected = false;
  for (auto const& place : occasion.tellings) {
    const auto given = linked_.judgements.given.find(place);
    if (given == linked_.judgements.given.end()) continue;
    corrected = true;
    for (auto const& [field, value] : given->second) {
      if (field == "status") made.status = value;
      if (field == "kind") made.kind = value;
      if (field == "place") made.place = {value, {}, {}, {}, {}};
      if (field == "strike") {
        std::erase_if(made.participants,
                      [&](Participant const& one) { return text::fold(one.name) == text::fold(value); });
      }
    }
  }
  if (corrected) made.because.emplace_back("corrected");
}

void Describer::count_origins(Encounter& made, Occasion const& occasion) const {
  made.origins = find_origins(heap_.readings, main_readings(occasion), copies_,
                              sides_of(made.participants, made.place.country), matcher_);
  made.independent_origins = made.origins.size();
}

// Those who only recall an encounter are no further sources of it, where somebody tells it as news. Sorted.
std::vector<std::size_t> Describer::main_readings(Occasion const& occasion) const {
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

}  // namespace recoupe::link
