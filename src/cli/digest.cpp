#include "cli/digest.hpp"

#include <algorithm>
#include <set>

#include "cli/terminal.hpp"
#include "link/label.hpp"
#include "link/register_json.hpp"
#include "time/edtf.hpp"

namespace recoupe::cli {
namespace {

// The office as a page in the reader's language calls it, where the person has that one office alone.
std::string office_of(link::Participant const& participant, link::Person const* person, Interface const& interface) {
  if (person == nullptr) return participant.office;
  for (auto const& office : person->offices) {
    const bool held = std::ranges::any_of(office.titles, [&](auto const& t) { return t.title == participant.office; });
    const auto own = std::ranges::find(office.titles, interface.language(), &link::TitleInLanguage::language);
    if (held && own != office.titles.end()) return own->title;
  }
  for (auto const& office : person->offices) {
    const bool same_country = office.country == participant.country;
    const auto own = std::ranges::find(office.titles, interface.language(), &link::TitleInLanguage::language);
    if (same_country && own != office.titles.end()) return own->title;
  }
  return participant.office;
}

void find_unknown(Digest& digest) {
  auto const& encounter = *digest.encounter;
  const auto lacks = [&](bool really, const char* what) {
    if (really) digest.unknown.emplace_back(what);
  };
  const bool no_year = encounter.date.starts_with("XXXX");
  lacks(encounter.date.empty(), "date");
  lacks(no_year, "year");
  lacks(!encounter.date.empty() && !no_year && !time::is_exact(encounter.date), "day");
  lacks(encounter.place.name.empty() && encounter.place.venue.empty() && encounter.kind != "call", "place");
  lacks(encounter.topics.empty(), "topic");
  const auto told_by_nobody = [](link::Origin const& origin) {
    return origin.kind == "outlet" && origin.authority.empty();
  };
  lacks(std::ranges::all_of(encounter.origins, told_by_nobody), "source");
  for (auto const& participant : encounter.participants) {
    if (participant.person.empty() && participant.name == participant.office)
      digest.unnamed.push_back(participant.name);
  }
}

void find_side(Digest& digest) {
  auto const& origins = digest.encounter->origins;
  if (origins.empty() || (origins.front().side != "host" && origins.front().side != "guest")) return;
  const auto same = [&](link::Origin const& origin) { return origin.side == origins.front().side; };
  if (std::ranges::all_of(origins, same)) digest.one_side = origins.front().side;
}

}  // namespace

Finder::Finder(link::Register const& made) : made_(&made) {
  for (auto const& one : made.reports) reports_[one.id] = &one;
  for (auto const& one : made.people) people_[one.id] = &one;
  for (auto const& one : made.encounters) {
    encounters_[one.id] = &one;
    for (auto const& other : one.also_known_as) encounters_.try_emplace(other, &one);
  }
  for (auto const& one : made.links) links_[one.from].push_back(&one);
}

std::vector<link::Link const*> Finder::links_from(std::string const& encounter) const {
  const auto found = links_.find(encounter);
  return found == links_.end() ? std::vector<link::Link const*>{} : found->second;
}

link::Report const* Finder::report(std::string_view id) const {
  const auto found = reports_.find(id);
  return found == reports_.end() ? nullptr : found->second;
}

link::Person const* Finder::person(std::string_view id) const {
  const auto found = people_.find(id);
  return found == people_.end() ? nullptr : found->second;
}

link::Encounter const* Finder::encounter(std::string_view id) const {
  const auto found = encounters_.find(id);
  return found == encounters_.end() ? nullptr : found->second;
}

std::string listed(std::vector<std::string> const& items) {
  std::string all;
  for (auto const& item : items) all += (all.empty() ? "" : ", ") + item;
  return all;
}

std::string label_of(link::Report const& report) { return link::label_of(report.outlet, report.url, report.path); }

Digest digest_of(Finder const& finder, link::Encounter const& encounter) {
  Digest digest;
  digest.encounter = &encounter;
  std::set<std::string> told;
  const bool news = std::ranges::any_of(encounter.tellings, [](auto const& t) { return t.standing == "main"; });
  for (auto const& telling : encounter.tellings) {
    told.insert(telling.report);
    const auto known = std::ranges::find(digest.recalled_by, telling.report);
    if (news && telling.standing == "background" && known == digest.recalled_by.end())
      digest.recalled_by.push_back(telling.report);
    if (auto const* report = finder.report(telling.report)) {
      for (auto const& fact : telling.facts) {
        if (fact.field == "place") digest.places.try_emplace(report->language, fact.value);
      }
    }
    if (telling.adds.empty() && telling.omits.empty()) continue;
    if (std::ranges::find(digest.differences, telling.report, &Difference::report) != digest.differences.end())
      continue;
    Difference difference{telling.report, {}, {}};
    for (auto const& one : telling.adds) difference.adds.push_back(one.exact);
    for (auto const& one : telling.omits) difference.omits.push_back(one.exact);
    digest.differences.push_back(std::move(difference));
  }
  digest.reports = told.size();
  find_side(digest);
  find_unknown(digest);
  digest.links = finder.links_from(encounter.id);
  return digest;
}

std::string who(Finder const& finder, link::Encounter const& encounter, Interface const& interface) {
  std::string line;
  for (auto const& participant : encounter.participants) {
    if (!line.empty()) line += " \u2194 ";
    auto const* person = finder.person(participant.person);
    const auto name = person == nullptr ? participant.name : interface.name(*person);
    line += isolated(name.empty() ? participant.name : name);
    const auto office = office_of(participant, person, interface);
    if (!office.empty() && office != participant.name) line += " (" + isolated(office) + ")";
  }
  return line;
}

std::string where(Digest const& digest, Interface const& interface) {
  auto const& place = digest.encounter->place;
  const auto own = digest.places.find(interface.language());
  auto const& name = own == digest.places.end() || !place.venue.empty() ? place.name : own->second;
  auto line = place.venue.empty() ? std::string() : isolated(place.venue);
  if (!name.empty() && name != place.venue) line += (line.empty() ? "" : ", ") + isolated(name);
  const auto country = interface.country(place.country);
  if (!country.empty() && country != name) line += (line.empty() ? "" : ", ") + isolated(country);
  return line;
}

std::string standing_of(Digest const& digest, Interface const& interface) {
  auto line = interface.say("reports", {digest.reports}) + " \u00B7 " +
              interface.say("origins", {digest.encounter->independent_origins});
  if (!digest.one_side.empty()) line += " \u00B7 " + interface.say("one_side." + digest.one_side);
  return line;
}

std::string headline(Digest const& digest, Interface const& interface) {
  auto const& encounter = *digest.encounter;
  auto line = interface.date(encounter.date) + "  " + interface.say("kind." + encounter.kind);
  if (encounter.status != "held") line += " [" + interface.say("status." + encounter.status) + "]";
  if (const auto place = where(digest, interface); !place.empty()) line += " \u00B7 " + place;
  return line;
}

Json to_json(Digest const& digest) {
  auto json = link::to_json(*digest.encounter);
  json["reports"] = digest.reports;
  json["one_side"] = or_null(digest.one_side);
  json["recalled_by"] = digest.recalled_by;
  json["unknown"] = digest.unknown;
  json["unnamed"] = digest.unnamed;
  json["links"] = Json::array();
  for (auto const* link : digest.links) json["links"].push_back(link::to_json(*link));
  return json;
}

}  // namespace recoupe::cli
