// Phrases of a language, found in tokens.
//
//   PhraseTable<Month> months;
//   months.add("décembre", Month{12});
//   months.add("كانون الأول", Month{12});
//   auto hit = months.longest_at(body, i);    // hit->end: one past its last token, hit->value, hit->clitics
//
// Phrases and texts meet in folded form. Where `clitics` allows, an Arabic first word may carry the one-letter
// conjunctions and prepositions و ف ب ل ك before it, with or without the article (بالرباط, ولوزير).
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/segment.hpp"

namespace recoupe::lexicon {

enum class Clitics : std::uint8_t { none, conjunctions, all };

// The folded words of a phrase: letters and digits apart from punctuation, as text::segment cuts them; an apostrophe
// stays with the word that it elides ("l'").
std::vector<std::string> phrase_words(std::string_view phrase);

// A word without its leading clitics, and how many bytes they are; the word itself always comes first.
struct Stripped {
  std::string word;
  std::size_t bytes = 0;  // of the folded word
};
std::vector<Stripped> without_clitics(std::string_view folded_word, Clitics clitics);

// The trie below every PhraseTable: all its edges in one open hash table. Most words of a text begin no phrase, and are
// told by a few of their bytes.
class PhraseTrie {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  struct Hit {
    std::size_t end = 0;  // one past the last token
    std::uint32_t entry = none;
    std::size_t clitics = 0;  // bytes of folded clitics on the first word
  };
  void add(std::vector<std::string> const& words, std::uint32_t entry);
  std::optional<Hit> longest_at(text::SegmentedText const& body, std::size_t token, std::size_t end_token,
                                Clitics clitics) const;
  std::uint32_t exact(std::vector<std::string> const& words) const;  // exact phrase, or none

 private:
  struct Edge {
    std::uint32_t from = none;  // a node; none where the slot is free
    std::uint32_t to = 0;
    std::uint32_t word = 0;  // where it begins in words_
    std::uint32_t size = 0;  // of the word
  };
  static constexpr std::size_t sketch_bits = 4096;
  static std::size_t sketch(std::string_view word);  // of first words

  std::size_t slot_of(std::uint32_t from, std::string_view word) const;   // its edge's, or the free one it belongs in
  std::uint32_t follow(std::uint32_t from, std::string_view word) const;  // none where no edge leads on
  std::uint32_t extend(std::uint32_t from, std::string_view word);
  void grow();

  std::vector<Edge> edges_ = std::vector<Edge>(16);  // a power of two of slots, at most half of them taken
  std::vector<std::uint32_t> entries_ = {none};      // by node; 0 is the root
  std::string words_;                                // of all edges, one behind the other
  std::bitset<sketch_bits> begins_;                  // sketches of the words that leave the root
};

template <class Value>
class PhraseTable {
 public:
  struct Hit {
    std::size_t end;
    std::size_t clitics;
    std::vector<Value> const* values;  // in the order in which they were added; never empty
    Value const& value() const { return values->front(); }
  };

  // Several values under one phrase are all kept. False where the phrase has no words.
  bool add(std::string_view phrase, Value value) {
    const auto words = phrase_words(phrase);
    if (words.empty()) return false;
    auto entry = trie_.exact(words);
    if (entry == PhraseTrie::none) {
      entry = static_cast<std::uint32_t>(values_.size());
      values_.emplace_back();
      trie_.add(words, entry);
    }
    values_[entry].push_back(std::move(value));
    return true;
  }

  // The longest phrase that begins at `token` and ends at or before `end_token`.
  std::optional<Hit> longest_at(text::SegmentedText const& body, std::size_t token, std::size_t end_token,
                                Clitics clitics = Clitics::none) const {
    const auto hit = trie_.longest_at(body, token, end_token, clitics);
    if (!hit) return std::nullopt;
    return Hit{hit->end, hit->clitics, &values_[hit->entry]};
  }

  // The values of exactly this phrase, or nullptr.
  std::vector<Value> const* find(std::string_view phrase) const {
    const auto entry = trie_.exact(phrase_words(phrase));
    return entry == PhraseTrie::none ? nullptr : &values_[entry];
  }

  bool empty() const { return values_.empty(); }

 private:
  PhraseTrie trie_;
  std::vector<std::vector<Value>> values_;
};

}  // namespace recoupe::lexicon
