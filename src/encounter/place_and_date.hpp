// Where and when a predicate was, as its sentence says.
#pragma once

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

// The place nearest to the predicate, a city before a country; a country only of a visit. The venue beside it.
TellingPlace place_of(Page const& page, Sentence const& sentence, Predicate const& predicate);

// The day and the city that a lead tells for the whole page: those of its first clause, even where only something was
// said then and there.
TellingPlace place_of_lead(Page const& page, Sentence const& sentence);
// The venue that the page alone names behind a preposition of place; nothing where it names two, or none. Linear.
TellingPlace only_venue_of(Page const& page);
TellingDate date_of_lead(Page const& page, Sentence const& sentence);

// "a 1972 meeting": a year as an adjective.
TellingDate year_before(Page const& page, Sentence const& sentence, Predicate const& predicate);

// A weekday or month without its year lies before the report where the encounter was held, behind it where announced.
TellingDate date_of(Page const& page, Sentence const& sentence, Predicate const& predicate);
TellingDate in_tense(TellingDate date, Status status, time::Anchor published);

}  // namespace recoupe::encounter
