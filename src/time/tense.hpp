// What the clause around a date tells of it, what was or what is to come: by a future verb, a participle, a word before
// the date.
#pragma once

#include <cstdint>

#include "time/read_date.hpp"

namespace recoupe::time {

enum class Tense : std::uint8_t { unknown, past, future };

Tense tense_of_clause(text::SegmentedText const& body, text::Sentence const& sentence, DateWords const& date,
                      LanguageWords const& words);

}  // namespace recoupe::time
