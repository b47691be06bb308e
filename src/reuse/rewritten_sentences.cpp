#include "reuse/rewritten_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace recoupe::reuse {
namespace {

constexpr std::size_t widely_used = 16;  // sentences of the right: a word of more proposes no partner
constexpr std::size_t shortest = 6;      // words of a sentence
constexpr std::size_t longest = 120;     // words of a sentence that are looked at
constexpr std::size_t least_shared = 4;  // different words
constexpr double least_likeness = 0.42;
constexpr std::size_t most_between = 3;   // sentences on end that neighbours vouch for
constexpr double least_between = 0.1;     // likeness of such a sentence
constexpr std::size_t times_as_long = 2;  // at most, one of them than the other

struct Sentence {
  WordSpan span;
  std::vector<std::uint32_t> words;  // sorted, distinct
  double weight = 0;
};

class Weights {
 public:
  Weights(Words const& left, Words const& right, std::size_t vocabulary) : sentences_(vocabulary) {
    count(left);
    count(right);
    total_ = static_cast<double>(left.sentences.size() + right.sentences.size());
  }
  double of(std::uint32_t word) const { return std::log(1 + total_ / static_cast<double>(sentences_[word])); }

 private:
  void count(Words const& text) {
    last_.assign(sentences_.size(), 0);
    for (std::size_t s = 0; s < text.sentences.size(); ++s) {
      for (auto w = text.sentences[s].begin; w < text.sentences[s].end; ++w) {
        if (last_[text.keys[w]] == s + 1) continue;
        last_[text.keys[w]] = s + 1;
        ++sentences_[text.keys[w]];
      }
    }
  }
  std::vector<std::uint32_t> sentences_;  // by word
  std::vector<std::size_t> last_;         // sentence that counted a word last, plus one
  double total_ = 0;
};

Sentence sentence_of(Words const& text, WordSpan span, Weights const& weights) {
  Sentence made;
  made.span = span;
  const auto end = std::min(span.end, span.begin + longest);
  for (auto w = span.begin; w < end; ++w) made.words.push_back(text.keys[w]);
  std::ranges::sort(made.words);
  made.words.erase(std::ranges::unique(made.words).begin(), made.words.end());
  for (auto word : made.words) made.weight += weights.of(word);
  return made;
}

// Dice's coefficient over weights, 0 where too few different words are shared.
double likeness(Sentence const& left, Sentence const& right, Weights const& weights, std::size_t least_words) {
  double shared = 0;
  std::size_t count = 0;
  for (auto a = left.words.begin(), b = right.words.begin(); a != left.words.end() && b != right.words.end();) {
    if (*a == *b)
      shared += weights.of(*a), ++count, ++a, ++b;
    else if (*a < *b)
      ++a;
    else
      ++b;
  }
  return count < least_words ? 0 : 2 * shared / (left.weight + right.weight);
}

bool needs_partner(WordSpan span, std::vector<bool> const& covered) {
  if (span.size() < shortest) return false;
  std::size_t free = 0;
  for (auto w = span.begin; w < span.end; ++w) free += !covered[w];
  return 2 * free > span.size();
}

// Sentences on end that need a partner.
using Gap = std::vector<WordSpan>;

std::vector<Gap> gaps_of(Words const& text, std::vector<bool> const& covered) {
  std::vector<Gap> gaps(1);
  for (auto const& span : text.sentences) {
    if (needs_partner(span, covered))
      gaps.back().push_back(span);
    else if (!gaps.back().empty())
      gaps.emplace_back();
  }
  if (gaps.back().empty()) gaps.pop_back();
  return gaps;
}

std::size_t middle_of(WordSpan span) { return (span.begin + span.end) / 2; }

// Asked of one gap after another, in their order.
class Across {
 public:
  explicit Across(std::span<const Rewritten> told) : told_(told) {}

  // What stands on the right between what was told again before a gap and what was told again after it; nothing where
  // the gap opens or ends the text, or the two stand in another order there.
  WordSpan from(WordSpan gap) {
    while (next_ < told_.size() && middle_of(told_[next_].left) < gap.end) ++next_;
    if (next_ == 0 || next_ == told_.size()) return {};
    auto const& before = told_[next_ - 1];
    auto const& after = told_[next_];
    const bool in_order = middle_of(before.left) < gap.begin && before.right.end <= after.right.begin;
    return in_order ? WordSpan{before.right.end, after.right.begin} : WordSpan{};
  }

 private:
  std::span<const Rewritten> told_;
  std::size_t next_ = 0;
};

WordSpan extent_of(Gap const& gap) { return {gap.front().begin, gap.back().end}; }

// The first gap whose middle stands within `whole`.
Gap const* gap_within(std::vector<Gap> const& gaps, WordSpan whole) {
  const auto middle = [](Gap const& gap) { return middle_of(extent_of(gap)); };
  const auto found = std::ranges::lower_bound(gaps, whole.begin, {}, middle);
  return found != gaps.end() && middle(*found) < whole.end ? &*found : nullptr;
}

bool are_of_like_length(WordSpan left, WordSpan right) {
  return std::max(left.size(), right.size()) <= times_as_long * std::min(left.size(), right.size());
}

}  // namespace

std::vector<Rewritten> rewritten_sentences(Words const& left, Words const& right, std::vector<bool> const& covered,
                                           std::size_t vocabulary) {
  const Weights weights(left, right, vocabulary);
  std::vector<Sentence> others;
  std::vector<std::vector<std::uint32_t>> holders(vocabulary);
  for (auto const& span : right.sentences) {
    if (span.size() < shortest) continue;
    others.push_back(sentence_of(right, span, weights));
    for (auto word : others.back().words) {
      if (holders[word].size() <= widely_used) holders[word].push_back(static_cast<std::uint32_t>(others.size() - 1));
    }
  }
  std::vector<Rewritten> found;
  for (auto const& span : left.sentences) {
    if (!needs_partner(span, covered)) continue;
    const auto sentence = sentence_of(left, span, weights);
    std::map<std::uint32_t, double> proposed;  // partner: weight of the rare words shared
    for (auto word : sentence.words) {
      if (holders[word].size() > widely_used) continue;
      for (auto other : holders[word]) proposed[other] += weights.of(word);
    }
    Rewritten best;
    for (auto const& [other, rare] : proposed) {
      if (4 * rare < least_likeness * sentence.weight) continue;
      const auto value = likeness(sentence, others[other], weights, least_shared);
      if (value > best.likeness) best = {span, others[other].span, value};
    }
    if (best.likeness >= least_likeness) found.push_back(best);
  }
  return found;
}

std::vector<Rewritten> sentences_between(Words const& left, Words const& right, std::span<const Rewritten> told,
                                         Covered const& covered, std::size_t vocabulary) {
  const Weights weights(left, right, vocabulary);
  const auto right_gaps = gaps_of(right, covered.right);
  Across across(told);
  std::vector<Rewritten> found;
  for (auto const& gap : gaps_of(left, covered.left)) {
    auto const* other = gap_within(right_gaps, across.from(extent_of(gap)));
    if (other == nullptr || other->size() != gap.size() || gap.size() > most_between) continue;
    for (std::size_t i = 0; i < gap.size(); ++i) {
      const auto one = gap[i], partner = (*other)[i];
      if (!are_of_like_length(one, partner)) continue;
      const auto value = likeness(sentence_of(left, one, weights), sentence_of(right, partner, weights), weights, 1);
      if (value >= least_between) found.push_back({one, partner, value});
    }
  }
  return found;
}

}  // namespace recoupe::reuse
