// What a page says of how often: "the second visit in less than two months", "their first meeting since 2019".
//
//   auto claims = find_claims(body, times, tellings, vocabulary);
//   claims[0].ordinal;        // 2
//
// Only claims that can be counted are taken, and only where the sentence tells the encounter or points at it ("this
// is"). Whether they hold is for link to say, which has the other pages.
#pragma once

#include "encounter/telling.hpp"

namespace recoupe::encounter {

std::vector<CountClaim> find_claims(text::SegmentedText const& body, std::vector<time::TimeExpression> const& times,
                                    std::vector<Telling> const& tellings, Vocabulary const& vocabulary);

}  // namespace recoupe::encounter
