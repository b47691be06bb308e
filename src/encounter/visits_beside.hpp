// "Y received X, who is on a visit to Chile": the visit is the occasion of what the sentence tells, and says where.
#pragma once

#include <optional>

#include "encounter/read_sentence.hpp"

namespace recoupe::encounter {

// A visit that goes on, told of somebody in passing.
struct VisitBeside {
  text::ByteSpan visitor;
  TellingPlace place;
  TellingDate date;
  std::optional<SentenceTelling> told;  // where it would be an encounter of its own
};

// The one of whom the predicate is told in passing: "X, who is on a visit to", "X, on a visit to". Nothing where it is
// the sentence's own news.
std::optional<text::ByteSpan> visitor_beside(Page const& page, Sentence const& sentence, Predicate const& predicate);

// Whether the visit is the occasion of what is told; then it was where the visit is, whatever the venue.
bool take_place_of(VisitBeside const& visit, Telling& told);

}  // namespace recoupe::encounter
