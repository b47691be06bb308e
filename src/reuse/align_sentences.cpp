#include "reuse/align_sentences.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>

#include "reuse/bead_programme.hpp"

namespace recoupe::reuse {
namespace {

// Log odds; set by hand on cut and joined news in French, Arabic and English.
constexpr double variance = 9;      // of the length of a translation, for each character
constexpr double skip = -2.7;       // what leaving a sentence alone is worth
constexpr double missed = -0.5;     // what a key is worth that the other text has elsewhere only
constexpr double joining_2 = -2.5;  // 2-1
constexpr double joining_22 = -5;   // 2-2
constexpr double joining_3 = -5.5;  // beads that hold three sentences of one side
constexpr double most_shared = 12;  // what shared keys are worth at most

using Keys = std::vector<std::uint32_t>;  // sorted, distinct

// One side in numbers: running lengths, and the keys that the other side has too.
struct Side {
  std::vector<double> length_before{0};
  std::array<std::vector<Keys>, 3> keys;  // of one, two and three sentences from each on

  double length(std::size_t first, std::size_t count) const {
    return length_before[first + count] - length_before[first];
  }
  Keys const& keys_of(std::size_t first, std::size_t count) const { return keys[count - 1][first]; }
};

struct Texts {
  Side left, right;
  std::vector<double> information;  // of each key: how surprising it is to meet it in two sentences by chance
};

using Counts = std::map<std::string_view, std::size_t>;  // sentences that hold the key
Counts sentences_with_keys(std::span<const AlignedSentence> sentences) {
  Counts counts;
  for (auto const& sentence : sentences) {
    for (auto key : std::set<std::string_view>(sentence.keys.begin(), sentence.keys.end())) ++counts[key];
  }
  return counts;
}

void sort_distinct(Keys& keys) {
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
}

Side side_of(std::span<const AlignedSentence> sentences, std::map<std::string_view, std::uint32_t> const& numbers) {
  Side side;
  for (auto const& sentence : sentences) {
    side.length_before.push_back(side.length_before.back() + static_cast<double>(sentence.length) + 1);
    auto& keys = side.keys[0].emplace_back();
    for (auto const& key : sentence.keys) {
      if (const auto found = numbers.find(key); found != numbers.end()) keys.push_back(found->second);
    }
    sort_distinct(keys);
  }
  for (std::size_t more = 1; more < side.keys.size(); ++more) {
    for (std::size_t first = 0; first + more < sentences.size(); ++first) {
      auto joined = side.keys[more - 1][first];
      joined.insert(joined.end(), side.keys[0][first + more].begin(), side.keys[0][first + more].end());
      sort_distinct(joined);
      side.keys[more].push_back(std::move(joined));
    }
  }
  return side;
}

Texts texts_of(std::span<const AlignedSentence> left, std::span<const AlignedSentence> right) {
  const auto on_left = sentences_with_keys(left);
  const auto on_right = sentences_with_keys(right);
  Texts texts;
  std::map<std::string_view, std::uint32_t> numbers;
  const auto sentences = static_cast<double>(std::max(left.size(), right.size()));
  for (auto const& [key, count] : on_left) {
    const auto other = on_right.find(key);
    if (other == on_right.end()) continue;
    numbers.emplace(key, static_cast<std::uint32_t>(numbers.size()));
    texts.information.push_back(
        std::max(0.0, std::log((sentences + 1) / static_cast<double>(std::max(count, other->second)))));
  }
  texts.left = side_of(left, numbers);
  texts.right = side_of(right, numbers);
  return texts;
}

double joining(SentenceBead const& bead) {
  const auto sentences = bead.left_count + bead.right_count;
  if (sentences == 2) return 0;
  if (sentences == 3) return joining_2;
  return bead.left_count == 2 && bead.right_count == 2 ? joining_22 : joining_3;
}

double shared_worth(Texts const& texts, SentenceBead const& bead) {
  auto const& left = texts.left.keys_of(bead.left, bead.left_count);
  auto const& right = texts.right.keys_of(bead.right, bead.right_count);
  double worth = 0;
  std::size_t both = 0;
  for (auto key : left) {
    if (std::ranges::binary_search(right, key)) ++both, worth += texts.information[key];
  }
  return std::min(worth, most_shared) + missed * static_cast<double>(left.size() + right.size() - 2 * both);
}

// The likelihood of two lengths, Gale and Church: the difference is normal, its variance grows with the length.
double length_worth(double left, double right, double ratio) {
  const auto mean = (left + right / ratio) / 2;
  const auto off = (right - left * ratio) / std::sqrt(variance * std::max(mean, 1.0));
  return -std::min(off * off / 2, 20.0);
}

double worth_of(Texts const& texts, double ratio, SentenceBead const& bead) {
  if (bead.left_count == 0 || bead.right_count == 0) return skip;
  return joining(bead) + shared_worth(texts, bead) +
         length_worth(texts.left.length(bead.left, bead.left_count), texts.right.length(bead.right, bead.right_count),
                      ratio);
}

// Characters on the right for one on the left, where sentences stand against sentences.
double ratio_of(Texts const& texts, std::vector<SentenceBead> const& beads) {
  double left = 1, right = 1;
  for (auto const& bead : beads) {
    if (bead.left_count == 0 || bead.right_count == 0) continue;
    left += texts.left.length(bead.left, bead.left_count);
    right += texts.right.length(bead.right, bead.right_count);
  }
  return std::clamp(right / left, 0.4, 2.5);
}

}  // namespace

std::vector<SentenceBead> align_sentences(std::span<const AlignedSentence> left,
                                          std::span<const AlignedSentence> right) {
  const auto texts = texts_of(left, right);
  double ratio = 1;
  std::vector<SentenceBead> beads;
  for (int pass = 0; pass < 2; ++pass) {  // the second time with the ratio of lengths that the first one found
    beads =
        best_beads(left.size(), right.size(), [&](SentenceBead const& bead) { return worth_of(texts, ratio, bead); });
    ratio = ratio_of(texts, beads);
  }
  return beads;
}

}  // namespace recoupe::reuse
