#include "story/events.hpp"

#include <algorithm>

#include "time/edtf.hpp"

namespace recoupe::story {
namespace {

bool share_a_key(Party const& left, Party const& right) {
  return std::ranges::any_of(
      left.keys, [&](std::string const& key) { return std::ranges::find(right.keys, key) != right.keys.end(); });
}

bool are_of_other_kinds(Party const& left, Party const& right) {
  return !left.kinds.empty() && !right.kinds.empty() &&
         std::ranges::find_first_of(left.kinds, right.kinds) == left.kinds.end();
}

bool may_be_one(Party const& left, Party const& right) {
  if (are_of_other_kinds(left, right)) return false;
  if (!left.country.empty() && !right.country.empty() && left.country != right.country) return false;
  return left.keys.empty() || right.keys.empty() || share_a_key(left, right);
}

// Those of `left` of whom `right` has none by name.
std::vector<Party const*> only_in(Event const& left, Event const& right) {
  std::vector<Party const*> only;
  for (auto const& one : left.parties) {
    const auto same = [&](Party const& other) { return share_a_key(one, other); };
    if (std::ranges::none_of(right.parties, same)) only.push_back(&one);
  }
  return only;
}

bool other_people(Event const& left, Event const& right) {
  const auto here = only_in(left, right);
  const auto there = only_in(right, left);
  if (here.empty() || there.empty()) return false;
  const bool nobody_in_both = here.size() == left.parties.size() && there.size() == right.parties.size();
  if (!nobody_in_both && (left.of_many || right.of_many)) return false;
  return std::ranges::none_of(here, [&](Party const* one) {
    return std::ranges::any_of(there, [&](Party const* other) { return may_be_one(*one, *other); });
  });
}

// How many named people of `left` are named in `right`.
std::size_t shared(Event const& left, Event const& right) {
  return static_cast<std::size_t>(std::ranges::count_if(left.parties, [&](Party const& one) {
    return std::ranges::any_of(right.parties, [&](Party const& other) { return share_a_key(one, other); });
  }));
}

}  // namespace

bool conflict(Event const& left, Event const& right) {
  const bool dated = time::is_exact(left.date) && time::is_exact(right.date);
  if (dated && !time::compatible(left.date, right.date)) return true;
  if (!left.country.empty() && !right.country.empty() && left.country != right.country) return true;
  return other_people(left, right);
}

bool must_stay_apart(std::span<const Event> left, std::span<const Event> right) {
  if (left.empty() || right.empty()) return false;
  return std::ranges::all_of(left, [&](Event const& one) {
    return std::ranges::all_of(right, [&](Event const& other) { return conflict(one, other); });
  });
}

bool tell_one(std::span<const Event> left, std::span<const Event> right) {
  return std::ranges::any_of(left, [&](Event const& one) {
    return std::ranges::any_of(right, [&](Event const& other) {
      return time::is_exact(one.date) && time::is_exact(other.date) && !conflict(one, other) && shared(one, other) >= 2;
    });
  });
}

}  // namespace recoupe::story
