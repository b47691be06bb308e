// When, where the sentence of a telling does not say it: as a careful reader takes it from the rest of the page.
#pragma once

#include "encounter/read_sentence.hpp"

namespace recoupe::encounter {

bool is_undated(Telling const& telling);

// How many of the people who took part a sentence names.
std::size_t named_in(Page const& page, Sentence const& sentence, Telling const& telling);

// The date of a sentence that tells the same people's encounter again: "X, who received Y on Tuesday, said …". Nothing
// where two such sentences disagree.
void date_by_sentences_that_tell_it_again(Page const& page, std::vector<SentenceTelling>& told);

// The one day on which the page has the same people meet, or the one day that it tells of somebody who took part.
void date_by_the_only_day(Page const& page, std::vector<SentenceTelling>& told);

// "The meeting took place on Friday": of a sentence that speaks of the encounter just told.
TellingDate date_of_same(Page const& page, Sentence const& sentence);

}  // namespace recoupe::encounter
