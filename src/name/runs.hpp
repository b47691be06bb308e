// Places, people and organisations that no list knows, by the words around and within them.
#pragma once

#include <optional>

#include "name/spans.hpp"

namespace recoupe::name {

struct Run {
  std::size_t first = 0;  // tokens
  std::size_t end = 0;
  std::size_t clitics = 0;  // folded bytes on the first word
};

// The end of one capitalised word with its hyphenated parts and the "l'" inside them ("Void-Vacon", "Dun-les-Places"),
// else `at`.
std::size_t capitalised_word(Search const& search, std::size_t at, std::size_t end);
// "Le Havre": behind an article that the name has of its own, else `at`.
std::size_t after_own_article(Search const& search, std::size_t at, std::size_t end);
// "Maple River Foundation": capitalised words, the last of them a noun of `nouns` that ends names.
std::optional<Run> run_ended_by(Search const& search, std::size_t at, std::size_t end,
                                lexicon::PhraseTable<NounUse> const& nouns);
// "OFPRA": capitals only, in a sentence that is not.
std::optional<Run> acronym(Search const& search, std::size_t at, std::size_t end);
// "rue des Oliviers", "la commune de Ville-Haute" (the name alone): a noun of places and the name behind it.
std::optional<Run> place_by_noun(Search const& search, std::size_t at, std::size_t end);
// "à Sainte-Orse": an unknown capitalised word behind a preposition of place.
std::optional<Run> place_by_preposition(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                        std::size_t end);
// "Vaux-sous-Bois": capitalised, with a link of places between its hyphenated parts.
std::optional<Run> hyphenated_place(Search const& search, std::size_t at, std::size_t end);
// "chez Duval": an unknown capitalised word behind what an organisation is named by.
std::optional<Run> organisation_by_cue(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                       std::size_t end);
// Whether one of these phrases ends right before `at`.
bool is_behind(text::SegmentedText const& body, lexicon::PhraseTable<int> const& cues, std::size_t at,
               std::size_t first_of_sentence);
// A family name of heads of state and government, alone.
bool is_known_surname(Search const& search, std::size_t at, std::size_t first_of_sentence, std::size_t end);
// A given name alone, within a sentence.
bool is_given_alone(Search const& search, std::size_t at, std::size_t first_of_sentence, std::size_t end);
// Two or three capitalised words that nothing else explains, within a sentence.
std::optional<Run> unknown_person(Search const& search, std::size_t at, std::size_t first_of_sentence, std::size_t end);

}  // namespace recoupe::name
