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

}  // namespace

std::vector<Origin> find_origins(Readings const& readings, std::vector<std::size_t> const& telling,
                                 Copies const& copies, std::set<std::string> const& host_countries,
                                 std::set<std::string> const& guest_countries, name::Matcher const& matcher) {
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
    Origin origin{.kind = "outlet", .authority = {}, .side = "unknown", .reports = {}};
    std::string country;
    for (auto reading : group) {
      take_better(origin, readings[reading], country);
      origin.reports.push_back(readings[reading].report.id);
    }
    if (!country.empty())
      origin.side = host_countries.contains(country) ? "host" : guest_countries.contains(country) ? "guest" : "third";
    origins.push_back(std::move(origin));
  }
  std::ranges::sort(origins, {}, &Origin::reports);
  return origins;
}

}  // namespace recoupe::link
