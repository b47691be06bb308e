#include "reuse/anchored_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

#include "reuse/words.hpp"

namespace recoupe::reuse {
namespace {

constexpr std::size_t most_things = 64;  // of a sentence

void sort_distinct(std::vector<std::uint32_t>& keys) {
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
}

bool holds_word(text::SegmentedText const& body, text::Sentence const& sentence) {
  for (auto index = sentence.first_token; index < sentence.end_token; ++index) {
    if (is_word(body.tokens[index])) return true;
  }
  return false;
}

std::vector<AnchoredSentence> sentences_of(text::SegmentedText const& body) {
  std::vector<AnchoredSentence> sentences;
  for (auto span : sentences_with_words(body)) {
    const auto points = body.text.code_points(span);
    sentences.push_back({span, points.end - points.begin, {}, {}});
  }
  return sentences;
}

std::vector<AnchoredSentence> with_anchors(text::SegmentedText const& body, std::span<const Anchor> anchors,
                                           Interner& names) {
  auto sentences = sentences_of(body);
  std::vector<Anchor const*> ordered;
  for (auto const& anchor : anchors) ordered.push_back(&anchor);
  std::ranges::sort(
      ordered, [](Anchor const* a, Anchor const* b) { return std::tie(a->span, a->key) < std::tie(b->span, b->key); });
  std::size_t at = 0;
  std::size_t thing_end = 0;
  for (auto const* anchor : ordered) {
    while (at < sentences.size() && sentences[at].span.end <= anchor->span.begin) ++at, thing_end = 0;
    if (at == sentences.size()) break;
    auto& sentence = sentences[at];
    if (!sentence.span.contains(anchor->span)) continue;
    if (anchor->span.begin >= thing_end) {
      if (sentence.things.size() == most_things) continue;
      sentence.things.emplace_back();
    }
    sentence.things.back().keys.push_back(names.number_of(anchor->key));
    thing_end = std::max(thing_end, anchor->span.end);
  }
  for (auto& sentence : sentences) {
    for (auto& thing : sentence.things) {
      sort_distinct(thing.keys);
      sentence.keys.insert(sentence.keys.end(), thing.keys.begin(), thing.keys.end());
    }
    sort_distinct(sentence.keys);
  }
  return sentences;
}

// A date, or a number of two digits or more: small counts stand everywhere.
bool is_figure(std::string_view key) {
  constexpr std::string_view number = "number:";
  return key.starts_with("date:") || (key.starts_with(number) && key.size() > number.size() + 1);
}

// Also of keys that no sentence keeps, those past its most things.
void mark_figure(Rarity& rarity, Interner& names, Anchor const& anchor) {
  const auto key = names.number_of(anchor.key);
  if (key >= rarity.is_figure.size()) rarity.is_figure.resize(names.size(), false);
  rarity.is_figure[key] = is_figure(anchor.key);
}

std::vector<double> sentences_with(std::vector<AnchoredSentence> const& sentences, std::size_t keys) {
  std::vector<double> counts(keys, 0);
  for (auto const& sentence : sentences) {
    for (auto key : sentence.keys) ++counts[key];
  }
  return counts;
}

// What the things of `here` that `there` speaks of too weigh, and how many they are.
std::pair<std::size_t, double> found_again(AnchoredSentence const& here, AnchoredSentence const& there,
                                           Rarity const& rarity) {
  std::size_t count = 0;
  double weight = 0;
  for (auto const& thing : here.things) {
    double best = 0;
    for (auto key : thing.keys) {
      if (std::ranges::binary_search(there.keys, key)) best = std::max(best, rarity.weight[key]);
    }
    if (best > 0) ++count, weight += best;
  }
  return {count, weight};
}

}  // namespace

std::vector<text::ByteSpan> sentences_with_words(text::SegmentedText const& body) {
  std::vector<text::ByteSpan> spans;
  for (auto const& sentence : body.sentences) {
    if (spans.size() == longest_text) break;
    if (holds_word(body, sentence)) spans.push_back(sentence.span);
  }
  return spans;
}

Anchored anchored(text::SegmentedText const& left, std::span<const Anchor> left_anchors,
                  text::SegmentedText const& right, std::span<const Anchor> right_anchors) {
  Interner names;
  Anchored made;
  made.left = with_anchors(left, left_anchors, names);
  made.right = with_anchors(right, right_anchors, names);
  for (auto anchors : {left_anchors, right_anchors}) {
    for (auto const& anchor : anchors) mark_figure(made.rarity, names, anchor);
  }
  const auto on_left = sentences_with(made.left, names.size());
  const auto on_right = sentences_with(made.right, names.size());
  for (std::size_t key = 0; key < names.size(); ++key) {
    const auto holders = on_left[key] * on_right[key];
    made.rarity.weight.push_back(holders > 0 ? 1 / std::sqrt(holders) : 0);
  }
  return made;
}

SharedThings shared_by(AnchoredSentence const& left, AnchoredSentence const& right, Rarity const& rarity) {
  const auto [on_left, left_weight] = found_again(left, right, rarity);
  const auto [on_right, right_weight] = found_again(right, left, rarity);
  SharedThings shared;
  shared.count = std::min(on_left, on_right);
  shared.weight = std::min(left_weight, right_weight);
  shared.mostly = shared.count > 0 && 2 * shared.count >= std::min(left.things.size(), right.things.size());
  const auto figure = [&](std::uint32_t key) { return static_cast<bool>(rarity.is_figure[key]); };
  bool same_figure = false;
  for (auto key : left.keys) {
    if (!figure(key) || !std::ranges::binary_search(right.keys, key)) continue;
    same_figure = true;
    if (rarity.weight[key] > 0.99) shared.rare_figure = true;
  }
  shared.other_figures =
      !same_figure && std::ranges::any_of(left.keys, figure) && std::ranges::any_of(right.keys, figure);
  return shared;
}

AnchoredSentence joined(AnchoredSentence const& first, AnchoredSentence const& second) {
  AnchoredSentence made{{first.span.begin, second.span.end}, first.length + second.length, first.things, {}};
  made.things.insert(made.things.end(), second.things.begin(), second.things.end());
  std::ranges::set_union(first.keys, second.keys, std::back_inserter(made.keys));
  return made;
}

}  // namespace recoupe::reuse
