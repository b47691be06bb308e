#include "name/name_index.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace recoupe::name {
namespace {

constexpr std::size_t most_score = 255;
constexpr std::uint8_t rarest = 20;  // twelve keys of a name stay below most_score

struct Scored {
  std::uint8_t score = 0;
  std::uint32_t name = 0;
};

}  // namespace

std::uint32_t NameIndex::add(std::string_view name) {
  for (auto const& key : index_keys(name, *matcher_)) names_by_key_[key].push_back(size_);
  return size_++;
}

// Halvings of the index until a name is found among those of its key.
std::uint8_t NameIndex::rarity_of(std::vector<std::uint32_t> const& names) const {
  const auto halvings = std::bit_width(size_ / std::max<std::size_t>(1, names.size()));
  return static_cast<std::uint8_t>(std::clamp<int>(static_cast<int>(halvings), 1, rarest));
}

std::vector<std::uint32_t> NameIndex::candidates(std::string_view name, std::size_t most) const {
  std::vector<std::vector<std::uint32_t> const*> lists;
  for (auto const& key : index_keys(name, *matcher_)) {
    if (const auto found = names_by_key_.find(key); found != names_by_key_.end()) lists.push_back(&found->second);
  }
  std::vector<std::uint8_t> score(size_);
  for (auto const* names : lists) {
    const auto rarity = rarity_of(*names);
    for (const auto one : *names) score[one] = static_cast<std::uint8_t>(score[one] + rarity);
  }
  // The least score with which a name is among the first.
  std::array<std::size_t, most_score + 1> counts{};
  std::vector<Scored> found;
  for (auto const* names : lists) {
    for (const auto one : *names) {
      if (score[one] != 0) ++counts[score[one]];
    }
  }
  std::size_t least = most_score;
  for (std::size_t above = counts[least]; least > 1 && above < most; above += counts[least]) --least;
  for (auto const* names : lists) {
    for (const auto one : *names) {
      if (score[one] < least) continue;
      found.push_back({score[one], one});
      score[one] = 0;  // a name that shares several keys is taken once
    }
  }
  std::ranges::sort(found, [](Scored a, Scored b) { return a.score != b.score ? a.score > b.score : a.name < b.name; });
  std::vector<std::uint32_t> best;
  for (auto const& one : found) {
    if (best.size() == most) break;
    best.push_back(one.name);
  }
  return best;
}

}  // namespace recoupe::name
