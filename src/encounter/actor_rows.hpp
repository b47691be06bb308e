// Those who stand one after the other: "X, Y and Z".
#pragma once

#include <vector>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

inline constexpr std::size_t most_in_a_row = 12;

// What stands between two actors, counted.
struct Gap {
  std::size_t plain = 0;  // words that say nothing
  bool comma = false;
  bool coordination = false;
  bool broken = false;  // another clause, a preposition, a stop
};
Gap gap_of(Page const& page, Sentence const& sentence, std::size_t from, std::size_t to);

// An office behind a name and a comma says who that is, not somebody else.
bool is_apposition(Page const& page, Actor const& left, Actor const& right, Gap const& gap);

// Those who stand one after the other from actor `at` on, joined by commas and words of coordination.
// Where the verb comes first, one that stands there without such a word is only taken when `juxtaposed`: an object.
std::vector<Actor> row_of(Page const& page, Sentence const& sentence, std::size_t at, bool juxtaposed = false);

}  // namespace recoupe::encounter
