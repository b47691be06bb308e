#include "reuse/rewritten_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace recoupe::reuse {
namespace {

constexpr std::size_t widely_used = 16;  // sentences of the right: a word of more proposes no partner
constexpr std::size_t shortest = 6;      // words of a sentence
constexpr std::size_t longest = 120;     // words of a sentence that are looked at
constexpr std::size_t least_shared = 4;  // different words
constexpr double least_likeness = 0.42;

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
double likeness(Sentence const& left, Sentence const& right, Weights const& weights) {
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
  return count < least_shared ? 0 : 2 * shared / (left.weight + right.weight);
}

bool needs_partner(WordSpan span, std::vector<bool> const& covered) {
  if (span.size() < shortest) return false;
  std::size_t free = 0;
  for (auto w = span.begin; w < span.end; ++w) free += !covered[w];
  return 2 * free > span.size();
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
      const auto value = likeness(sentence, others[other], weights);
      if (value > best.likeness) best = {span, others[other].span, value};
    }
    if (best.likeness >= least_likeness) found.push_back(best);
  }
  return found;
}

}  // namespace recoupe::reuse
