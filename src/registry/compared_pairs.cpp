#include "registry/compared_pairs.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "link/fingerprint.hpp"
#include "link/page_card.hpp"
#include "registry/neighbours.hpp"
#include "registry/parallel.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t at_a_time = 1024;  // of what is compared on all cores and then written

std::int64_t fingerprint_of(link::PairAcross const& pair) {
  link::Fingerprint print;
  for (auto const& [left, right] : pair.people) print.add(left).add(right);
  return static_cast<std::int64_t>(print.value());
}

}  // namespace

void ComparedPairs::load() {
  std::vector<std::pair<std::string, std::string>> gone;
  session_.each_pair([&](store::KeptPair const& kept) {
    const auto left = reports_.numbers.find(std::string(kept.source));
    const auto right = reports_.numbers.find(std::string(kept.target));
    if (left == reports_.numbers.end() || right == reports_.numbers.end()) {
      gone.emplace_back(kept.source, kept.target);
    } else if (auto reuse = link::unpack_reuse(kept.reuse)) {
      pairs_[{left->second, right->second}] = {kept.people, std::move(*reuse)};
    }
  });
  for (auto const& [source, target] : gone) erase(source, target);
}

void ComparedPairs::erase(std::string const& source, std::string const& target) {
  session_.erase_pair(source, target);
  session_.rows().erase_reuse(source, target);
}

bool ComparedPairs::one_language(Pair pair) const {
  return heap_.readings[pair.first].report.language == heap_.readings[pair.second].report.language;
}

// Some at a time, on all cores, and those of one text together.
template <class Wanted>
void ComparedPairs::compare(std::vector<Wanted> const& wanted, auto const& compared, auto const& people) {
  std::vector<Pair> pairs;
  pairs.reserve(wanted.size());
  for (auto const& one : wanted) pairs.emplace_back(one.left, one.right);
  const auto order = neighbours_together(pairs);
  const auto answer = [&](std::size_t at) {
    Compared made{compared(wanted[at]), people(wanted[at]), std::nullopt};
    if (made.found.reuse.relation != reuse::Relation::none) made.row = link::describe(heap_, made.found);
    return made;
  };
  for (std::size_t begin = 0; begin < order.size() && !session_.failed(); begin += at_a_time) {
    const auto some = std::span(order).subspan(begin, std::min(at_a_time, order.size() - begin));
    for (auto& one : map_values<Compared>(std::vector(some.begin(), some.end()), answer, jobs_)) keep(std::move(one));
  }
}

void ComparedPairs::keep(Compared one) {
  auto const& source = reports_.ids[one.found.left];
  auto const& target = reports_.ids[one.found.right];
  const auto packed = link::pack_reuse(one.found.reuse);
  session_.put_pair({source, target, one.people, packed});
  session_.rows().erase_reuse(source, target);
  if (one.row) session_.rows().put(*one.row);
  pairs_[{one.found.left, one.found.right}] = {one.people, std::move(one.found.reuse)};
}

void ComparedPairs::compare_in_one_language(std::vector<reuse::Printed> prints, std::vector<std::string> const& added,
                                            std::vector<reuse::Printed> removed) {
  const auto count = reports_.ids.size();
  std::vector<bool> wanted(count, false);
  std::vector<reuse::Change> changes(count + removed.size(), reuse::Change::none);
  for (auto const& id : added) {
    wanted[reports_.numbers.at(id)] = true;
    changes[reports_.numbers.at(id)] = reuse::Change::added;
  }
  std::fill(changes.begin() + static_cast<std::ptrdiff_t>(count), changes.end(), reuse::Change::removed);
  std::ranges::move(removed, std::back_inserter(prints));
  for (auto disturbed : reuse::disturbed_by(prints, changes)) wanted[disturbed] = true;
  prints.resize(count);

  std::set<Pair> candidates;
  std::vector<reuse::Candidate> unknown;
  for (auto const& pair : reuse::candidate_pairs(prints, wanted)) {
    candidates.insert({pair.left, pair.right});
    if (!pairs_.contains({pair.left, pair.right})) unknown.push_back(pair);
  }
  std::erase_if(pairs_, [&](auto const& known) {
    auto const& pair = known.first;
    if (!one_language(pair) || (!wanted[pair.first] && !wanted[pair.second]) || candidates.contains(pair)) return false;
    erase(reports_.ids[pair.first], reports_.ids[pair.second]);
    return true;
  });
  compare(
      unknown, [&](reuse::Candidate const& pair) { return link::compare_in_one_language(heap_, pair); },
      [](reuse::Candidate const&) { return std::int64_t{0}; });
}

void ComparedPairs::add_found(std::vector<link::FoundReuse>& reused) {
  for (auto& [pair, known] : pairs_) {
    if (known.reuse.relation != reuse::Relation::none && (across_ || one_language(pair)))
      reused.push_back({pair.first, pair.second, std::exchange(known.reuse, {})});
  }
  std::ranges::sort(reused, {}, [](link::FoundReuse const& one) { return std::pair(one.left, one.right); });
}

void ComparedPairs::compare_across_languages(std::vector<link::PairAcross> pairs) {
  across_ = true;
  std::set<Pair> wanted;
  std::vector<link::PairAcross> unknown;
  for (auto& pair : pairs) {
    wanted.insert({pair.left, pair.right});
    const auto known = pairs_.find({pair.left, pair.right});
    if (known == pairs_.end() || known->second.people != fingerprint_of(pair)) unknown.push_back(std::move(pair));
  }
  std::erase_if(pairs_, [&](auto const& known) {
    if (one_language(known.first) || wanted.contains(known.first)) return false;
    erase(reports_.ids[known.first.first], reports_.ids[known.first.second]);
    return true;
  });
  compare(
      unknown, [&](link::PairAcross const& pair) { return link::compare_across_languages(heap_, pair); },
      [](link::PairAcross const& pair) { return fingerprint_of(pair); });
}

}  // namespace recoupe::registry
