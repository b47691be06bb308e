// Whether the clause around a date speaks of what is to come: by a future verb, a participle, a word before the date.
#pragma once

#include "time/read_date.hpp"

namespace recoupe::time {

bool speaks_of_future(text::SegmentedText const& body, text::Sentence const& sentence, DateWords const& date,
                      LanguageWords const& words);

}  // namespace recoupe::time
