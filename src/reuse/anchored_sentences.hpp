// A text as sentences that carry anchors: what can be laid beside a text in another language.
//
//   auto [left, right] = anchored(left_body, left_anchors, right_body, right_anchors);
//   shared_by(left[0], right[2], rarity).count      // distinct things that both sentences speak of
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {

// One thing that a sentence speaks of: anchors whose spans overlap are one ("13" in "13 June", two keys of a name).
struct Thing {
  std::vector<std::uint32_t> keys;  // sorted, distinct
};

struct AnchoredSentence {
  text::ByteSpan span;
  std::size_t length = 0;  // code points
  std::vector<Thing> things;
  std::vector<std::uint32_t> keys;  // of all things; sorted, distinct
};

// By key: how much a sentence that holds it stands out, 1 where one sentence of either text does; and whether it is a
// number or date.
struct Rarity {
  std::vector<double> weight;
  std::vector<bool> is_figure;
};

struct Anchored {
  std::vector<AnchoredSentence> left;
  std::vector<AnchoredSentence> right;
  Rarity rarity;
};

// Sentences beyond the first `longest_text` are left out.
inline constexpr std::size_t longest_text = 400;
std::vector<text::ByteSpan> sentences_with_words(text::SegmentedText const& body);
Anchored anchored(text::SegmentedText const& left, std::span<const Anchor> left_anchors,
                  text::SegmentedText const& right, std::span<const Anchor> right_anchors);

struct SharedThings {
  std::size_t count = 0;  // distinct things on both sides
  double weight = 0;
  bool rare_figure = false;    // a number or date that no other sentence has
  bool other_figures = false;  // both give numbers or dates, and none is the same
  bool mostly = false;         // at least half of what the sentence of fewer things speaks of
};
SharedThings shared_by(AnchoredSentence const& left, AnchoredSentence const& right, Rarity const& rarity);

// Two neighbours as one sentence.
AnchoredSentence joined(AnchoredSentence const& first, AnchoredSentence const& second);

}  // namespace recoupe::reuse
