// The tokens of a sentence as items: numbers, and the longest phrases of the words of time.
#pragma once

#include "time/read_date.hpp"

namespace recoupe::time {

// Every token of the sentence belongs to exactly one item, in order.
std::vector<Item> classify(text::SegmentedText const& body, text::Sentence const& sentence, LanguageWords const& words);

}  // namespace recoupe::time
