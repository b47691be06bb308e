#include "link/named_sets.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace recoupe::link {
namespace {

constexpr std::size_t most_alike = 300;       // sets under one key; beyond that new ones are compared with none
constexpr std::size_t pages_by_mistake = 10;  // of so many, one that names a person twice tells nobody apart
constexpr double clearly_better = 1.5;        // in log odds

bool share(Words const& a, Words const& b) {
  return std::ranges::any_of(a, [&](std::string const& one) { return b.contains(one); });
}

double log_odds(double score) {
  constexpr double nearly_one = 1 - 1e-6;
  const auto bounded = std::min(score, nearly_one);
  return bounded <= 0 ? -1.0 / 0.0 : std::log(bounded / (1 - bounded));
}

// Two whom pages name side by side are two.
bool side_by_side(NamedSet const& one, NamedSet const& other) {
  std::size_t both = 0;
  auto left = one.readings.begin();
  auto right = other.readings.begin();
  while (left != one.readings.end() && right != other.readings.end()) {
    if (*left == *right) {
      ++both, ++left, ++right;
    } else {
      ++(*left < *right ? left : right);
    }
  }
  return both * pages_by_mistake > std::min(one.readings.size(), other.readings.size());
}

void add_distinct(std::vector<std::size_t>& into, std::vector<std::size_t> const& more) {
  std::vector<std::size_t> all;
  all.reserve(into.size() + more.size());
  std::ranges::set_union(into, more, std::back_inserter(all));
  into = std::move(all);
}

}  // namespace

NamedSets::NamedSets(AlikeNames& names, std::vector<NamedSet> sets, Pairs apart)
    : names_(names), sets_(std::move(sets)), parent_(sets_.size()), apart_(std::move(apart)) {
  std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  const auto best_first = edges();
  // What two scripts write of one is alike by its sound, and less often by chance than two spellings in one script.
  for (auto const& edge : best_first) {
    auto const& left = sets_[root(edge.left)];
    auto const& right = sets_[root(edge.right)];
    if (!one_script(left, right)) consider(edge);
  }
  for (auto const& edge : best_first) consider(edge);
}

std::size_t NamedSets::root(std::size_t set) const {
  while (parent_[set] != set) set = parent_[set];
  return set;
}

// Those that share a country, or have none, and by their keys may be alike. Sorted.
NamedSets::Pairs NamedSets::candidates() const {
  using Filed = std::tuple<std::string_view, AlikeNames::Key, std::size_t>;
  std::vector<Filed> filed;
  for (std::size_t s = 0; s < sets_.size(); ++s) {
    for (auto key : names_.keys(sets_[s].names.front())) {
      for (auto const& country : sets_[s].countries) filed.emplace_back(country, key, s);
      if (sets_[s].countries.empty()) filed.emplace_back(std::string_view(), key, s);
    }
  }
  std::ranges::sort(filed);
  Pairs pairs;
  for (std::size_t begin = 0; begin < filed.size();) {
    auto const& [country, key, first] = filed[begin];
    std::size_t end = begin;
    while (end < filed.size() && std::get<0>(filed[end]) == country && std::get<1>(filed[end]) == key) ++end;
    const auto last = std::min(end, begin + most_alike);
    for (auto left = begin; left < last; ++left) {
      for (auto right = left + 1; right < last; ++right) {
        const auto one = std::get<2>(filed[left]);
        const auto other = std::get<2>(filed[right]);
        if (names_.may_be_alike(sets_[one].names.front(), sets_[other].names.front())) pairs.emplace_back(one, other);
      }
    }
    begin = end;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
  return pairs;
}

std::vector<NamedSets::Edge> NamedSets::edges() {
  std::vector<Edge> found;
  for (auto const& [left, right] : candidates()) {
    const auto score = names_.score(sets_[left].names.front(), sets_[right].names.front());
    if (score > 0) found.push_back({score, left, right});
  }
  std::ranges::sort(found, [](Edge const& a, Edge const& b) {
    return std::tuple(-a.score, a.left, a.right) < std::tuple(-b.score, b.left, b.right);
  });
  return found;
}

bool NamedSets::has_both_scripts(NamedSet const& set) const {
  const auto arabic = [&](std::size_t name) { return names_.arabic(name); };
  return std::ranges::any_of(set.names, arabic) && !std::ranges::all_of(set.names, arabic);
}

bool NamedSets::one_script(NamedSet const& one, NamedSet const& other) const {
  return std::ranges::any_of(one.names, [&](std::size_t a) {
    return std::ranges::any_of(other.names, [&](std::size_t b) { return names_.arabic(a) == names_.arabic(b); });
  });
}

double NamedSets::best_across(NamedSet const& one, NamedSet const& other) {
  double best = 0;
  for (auto a : one.names) {
    for (auto b : other.names) {
      if (names_.arabic(a) != names_.arabic(b)) best = std::max(best, names_.score(a, b));
    }
  }
  return best;
}

// Each has a name in the other script that is clearly more like its own than the other's.
bool NamedSets::told_apart_in_both_scripts(NamedSet const& one, NamedSet const& other) {
  if (!has_both_scripts(one) || !has_both_scripts(other)) return false;
  const auto own = std::min(log_odds(best_across(one, one)), log_odds(best_across(other, other)));
  return log_odds(best_across(one, other)) + clearly_better < own;
}

bool NamedSets::alike(NamedSet const& one, std::size_t root) {
  auto const& other = sets_[root];
  return std::ranges::all_of(one.names, [&](std::size_t a) {
    return std::ranges::all_of(other.names, [&](std::size_t b) { return names_.score(a, b) > 0; });
  });
}

bool NamedSets::could_be(NamedSet const& one, std::size_t root) {
  return alike(one, root) && !side_by_side(one, sets_[root]) && !told_apart_in_both_scripts(one, sets_[root]);
}

// Alike names of two offices are two people's, unless they are of two scripts: a translation may rename the office.
bool NamedSets::against(std::size_t into, std::size_t from) const {
  auto const& one = sets_[into];
  auto const& other = sets_[from];
  if (one.countries.empty() != other.countries.empty()) return true;
  if (!one.countries.empty() && !share(one.countries, other.countries)) return true;
  if (!one.offices.empty() && !other.offices.empty() && !share(one.offices, other.offices)) {
    const bool called_the_same = std::ranges::find_first_of(one.names, other.names) != one.names.end();
    if (one.countries.empty() || (!called_the_same && one_script(one, other))) return true;
  }
  return std::ranges::any_of(apart_, [&](auto const& pair) {
    return std::minmax({root(pair.first), root(pair.second)}) == std::pair(into, from);
  });
}

void NamedSets::consider(Edge const& edge) {
  const auto [into, from] = std::minmax({root(edge.left), root(edge.right)});
  if (into != from && !against(into, from) && could_be(sets_[into], from)) join(into, from);
}

void NamedSets::join(std::size_t into, std::size_t from) {
  parent_[from] = into;
  auto& kept = sets_[into];
  auto& gone = sets_[from];
  add_distinct(kept.names, gone.names);
  add_distinct(kept.readings, gone.readings);
  kept.countries.merge(gone.countries);
  kept.offices.merge(gone.offices);
  gone = {};
}

}  // namespace recoupe::link
