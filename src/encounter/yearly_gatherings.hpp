// When, where a gathering that meets every year says it: lexicon/<language>/gatherings.tsv.
#pragma once

#include "encounter/read_sentence.hpp"

namespace recoupe::encounter {

// "On the sidelines of the General Assembly": the month in which that gathering meets, of the year that the status of
// the encounter gives.
void date_by_yearly_gatherings(Page const& page, std::vector<SentenceTelling>& told);

}  // namespace recoupe::encounter
