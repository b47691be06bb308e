// Whose an office is that stands beside names: "the president, X", "X, the president", "the ministers, X and Y".
#pragma once

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

// Makes one actor of an office and the name that it belongs to. An office of several is given to each of those named
// behind it.
void join_titles(Page const& page, Sentence& sentence);

}  // namespace recoupe::encounter
