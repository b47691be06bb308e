#include "link/origins.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace recoupe::link {
namespace {

source::ChainLink const* link_of(encounter::Reading const& reading, source::Role role) {
  const auto found = std::ranges::find(reading.chain, role, &source::ChainLink::role);
  return found == reading.chain.end() ? nullptr : &*found;
}

// One body under two spellings: the lexicon's id, or one name within the other.
bool same_authority(source::ChainLink const& a, source::ChainLink const& b, name::Matcher const& matcher) {
  if (!a.concept_id.empty() && !b.concept_id.empty()) return a.concept_id == b.concept_id;
  const auto left = text::fold(a.name);
  const auto right = text::fold(b.name);
  if (left.find(right) != std::string::npos || right.find(left) != std::string::npos) return true;
  return name::match_names(a.name, b.name, name::MatchKind::organisation, matcher).same;
}

bool same_origin(Readings const& readings, std::size_t a, std::size_t b, Copies const& copies,
                 name::Matcher const& matcher) {
  if (copies.contains(std::minmax(a, b))) return true;
  const auto* left = link_of(readings[a], source::Role::authority);
  const auto* right = link_of(readings[b], source::Role::authority);
  return left != nullptr && right != nullptr && same_authority(*left, *right, matcher);
}

void take_better(Origin& origin, encounter::Reading const& reading, std::string& country) {
  const auto* authority = link_of(reading, source::Role::authority);
  if (authority != nullptr) {
    if (authority->name.size() > origin.authority.size()) origin.authority = authority->name;
    if (country.empty()) country = authority->country;
  }
  const auto rank = [](std::string_view kind) {
    return kind == "communique" ? 3 : kind == "post" ? 2 : kind == "agency" ? 1 : 0;
  };
  for (auto role : {source::Role::communique, source::Role::post, source::Role::agency}) {
    if (link_of(reading, role) != nullptr && rank(source::name_of(role)) > rank(origin.kind))
      origin.kind = source::name_of(role);
  }
}

bool names_a_source(encounter::Reading const& reading) {
  return std::ranges::any_of(reading.chain,
                             [](source::ChainLink const& link) { return link.role != source::Role::outlet; });
}

// Who carries passages of reports that name their source, and names none.
std::vector<std::string> uncredited(Readings const& readings, std::vector<std::size_t> const& group,
                                    Copies const& copies) {
  std::vector<std::string> found;
  for (auto reading : group) {
    const auto names_it = [&](std::size_t other) {
      return copies.contains(std::minmax(reading, other)) && names_a_source(readings[other]);
    };
    if (!names_a_source(readings[reading]) && std::ranges::any_of(group, names_it))
      found.push_back(readings[reading].report.id);
  }
  return found;
}

}  // namespace

std::string_view Sides::of(std::string const& country) const {
  if (country.empty() || undecided.contains(country)) return "unknown";
  return hosts.contains(country) ? "host" : guests.contains(country) ? "guest" : "third";
}

Sides sides_of(std::vector<Participant> const& participants, std::string const& place_country) {
  Sides sides;
  const auto add = [&](std::set<std::string>& side, auto const& belongs) {
    for (auto const& one : participants) {
      if (!one.country.empty() && belongs(one)) side.insert(one.country);
    }
  };
  add(sides.hosts, [](Participant const& one) { return one.role == "host"; });
  const auto came = [&](Participant const& one) { return one.role == "guest" && one.country != place_country; };
  const bool visited = !place_country.empty() && std::ranges::any_of(participants, came);
  if (sides.hosts.empty() && visited) sides.hosts.insert(place_country);
  if (sides.hosts.empty()) add(sides.hosts, [&](Participant const& one) { return one.country == place_country; });
  add(sides.hosts.empty() ? sides.undecided : sides.guests,
      [&](Participant const& one) { return !sides.hosts.contains(one.country); });
  return sides;
}

std::vector<Origin> find_origins(Readings const& readings, std::vector<std::size_t> const& telling,
                                 Copies const& copies, Sides const& sides, name::Matcher const& matcher) {
  std::vector<std::vector<std::size_t>> groups;
  for (auto reading : telling) {
    std::vector<std::size_t> joined{reading};
    std::erase_if(groups, [&](std::vector<std::size_t> const& group) {
      if (std::ranges::none_of(
              group, [&](std::size_t other) { return same_origin(readings, other, reading, copies, matcher); }))
        return false;
      joined.insert(joined.end(), group.begin(), group.end());
      return true;
    });
    groups.push_back(std::move(joined));
  }
  std::vector<Origin> origins;
  for (auto& group : groups) {
    std::ranges::sort(group);
    Origin origin{.kind = "outlet", .authority = {}, .side = {}, .reports = {}, .uncredited = {}};
    std::string country;
    for (auto reading : group) {
      take_better(origin, readings[reading], country);
      origin.reports.push_back(readings[reading].report.id);
    }
    origin.side = sides.of(country);
    origin.uncredited = uncredited(readings, group, copies);
    origins.push_back(std::move(origin));
  }
  std::ranges::sort(origins, {}, &Origin::reports);
  return origins;
}

}  // namespace recoupe::link
