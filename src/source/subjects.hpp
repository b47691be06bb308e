// Who says it: the noun phrase before or behind a verb of speech.
//
// A light chunker, not a parser: closed words, names and punctuation bound the phrase. All searches are bounded by the
// sentence and by a fixed number of tokens.
#pragma once

#include "source/marked_text.hpp"

namespace recoupe::source {

// The group that a verb of speech leads: auxiliaries, adverbs and clitics before it.
struct VerbGroup {
  TokenSpan whole;
  std::size_t verb = 0;                       // its first token
  std::size_t verb_end = 0;                   // one past its last
  std::optional<TokenSpan> inverted_pronoun;  // "a-t-il dit", "dit-elle"
  bool has_auxiliary = false;
  bool passive = false;
  bool infinitive = false;  // "to say"
};

VerbGroup verb_group(MarkedText const& text, text::Sentence const& sentence, std::size_t at, std::size_t end);

// The phrase that ends where the group begins. Appositions between commas belong to it.
std::optional<TokenSpan> subject_before(MarkedText const& text, text::Sentence const& sentence, std::size_t group);

// The phrase that begins at token `at`; appositions behind a comma belong to it.
std::optional<TokenSpan> subject_behind(MarkedText const& text, text::Sentence const& sentence, std::size_t at);

// The first noun phrase of the clause that `at` stands in: what a participle hangs on.
std::optional<TokenSpan> subject_of_clause(MarkedText const& text, text::Sentence const& sentence, std::size_t at);

}  // namespace recoupe::source
