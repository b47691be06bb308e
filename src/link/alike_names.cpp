#include "link/alike_names.hpp"

#include <algorithm>
#include <array>

#include "lexicon/phrase_table.hpp"
#include "text/fold.hpp"

namespace recoupe::link {
namespace {

constexpr std::size_t most_keys = 6;    // of one name
constexpr std::size_t longest_key = 8;  // letters
constexpr unsigned half_of_the_bits = 32;

// The shorter's letters are in the longer, in this order; of three or more all but one.
bool like(std::string_view one, std::string_view other) {
  std::array<std::size_t, longest_key + 1> common{};  // longest common subsequence, by letters of `other`
  const auto columns = std::min(other.size(), longest_key);
  for (auto letter : one.substr(0, longest_key)) {
    std::size_t before = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      const auto above = common[column + 1];
      common[column + 1] = letter == other[column] ? before + 1 : std::max(above, common[column]);
      before = above;
    }
  }
  const auto shorter = std::min(one.size(), other.size());
  return common[columns] + (shorter > 2 ? 1 : 0) >= shorter;
}

}  // namespace

std::size_t AlikeNames::number(std::string const& written, std::vector<std::string> const& keys) {
  if (const auto known = by_writing_.find(written); known != by_writing_.end()) return known->second;
  auto folded = text::fold(written);
  const auto [at, added] = by_folded_.try_emplace(folded, names_.size());
  by_writing_.emplace(written, at->second);
  if (!added) return at->second;
  Name made;
  auto words = lexicon::phrase_words(written);
  made.words = words.size();
  if (!words.empty()) made.surname = std::move(words.back());
  made.folded = std::move(folded);
  made.prepared = name::prepare(written, name::MatchKind::person, matcher_);
  made.arabic = std::ranges::any_of(made.prepared.tokens,
                                    [](name::NameToken const& token) { return token.script == name::Script::arabic; });
  for (auto const& key : keys) {
    if (made.keys.size() == most_keys) break;
    const auto [number, fresh] = key_numbers_.try_emplace(key, static_cast<Key>(keys_.size()));
    if (fresh) keys_.push_back(key);
    made.keys.push_back(number->second);
  }
  std::ranges::sort(made.keys);
  names_.push_back(std::move(made));
  return at->second;
}

double AlikeNames::score(std::size_t one, std::size_t other) {
  if (one == other) return 1;
  const auto [low, high] = std::minmax(one, other);
  const auto [known, added] = scores_.try_emplace(static_cast<std::uint64_t>(low) << half_of_the_bits | high, 0.0);
  if (!added) return known->second;
  const auto match =
      name::match_prepared(names_[low].prepared, names_[high].prepared, name::MatchKind::person, matcher_);
  return known->second = match.same ? match.score : 0;
}

bool AlikeNames::may_be_alike(std::size_t one, std::size_t other) const {
  auto const& left = names_[one].keys;
  auto const& right = names_[other].keys;
  const auto like_in = [this](std::vector<Key> const& keys, Key apart, Key key) {
    return std::ranges::any_of(keys, [&](Key another) { return another != apart && like(keys_[key], keys_[another]); });
  };
  return std::ranges::any_of(left, [&](Key common) {
    if (!std::ranges::binary_search(right, common)) return false;
    if (left.size() == 1 || right.size() == 1) return true;
    return std::ranges::any_of(left, [&](Key key) { return key != common && like_in(right, common, key); });
  });
}

}  // namespace recoupe::link
