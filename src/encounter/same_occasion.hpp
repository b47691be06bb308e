// Whether two sentences of a page tell one occasion, and what they tell together.
#pragma once

#include "encounter/read_sentence.hpp"

namespace recoupe::encounter {

// The same people as far as both name them, on days and at places that agree. An office without a name ("the prime
// minister") may be who the other sentence names, where nothing speaks against it.
bool same_occasion(SentenceTelling const& known, SentenceTelling const& told);

// Adds to `known` what `told` says more: evidence, names for offices, place, date, topics.
void merge(SentenceTelling& known, SentenceTelling told);

bool share_somebody(Telling const& a, Telling const& b);

}  // namespace recoupe::encounter
