// What is no plain day or month: seasons, quarters, decades, centuries, ranges of years, sets, holidays, the Islamic
// calendar, and clock times alone.
#pragma once

#include "time/item_reader.hpp"

namespace recoupe::time {

bool read_period(Reader& reader, DateWords& date);
// Of these a season, a quarter, a decade or a century.
bool read_era(Reader& reader, DateWords& date);

// What stands behind the hours of a time of day: 10 h 30 · 10:30 am.
struct Clock {
  int hours = 0;
  std::optional<int> minutes;  // where two digits give them
  bool colon = false;
  std::optional<Word> word;  // "hours"
  std::optional<Word> half;  // of the day

  // Minutes after midnight.
  int of_day() const { return (half ? hours % 12 + half->value : hours) * 60 + minutes.value_or(0); }
};
// `introduced`: a word before it ("at") makes "11 hours" a time of day.
Clock behind_hours(Reader& reader, int hours, bool may_take_colon, bool introduced);

// Whether read_period can find anything where such an item stands before `next`.
bool may_begin_period(WordClass kind, Item const* next);

// 15 Ramadan 1444 [AH]
bool read_hijri(Reader& reader, DateWords& date);
// [weekday] 13 March [2023]: of read_day
bool read_plain_date(Reader& reader, DateWords& date);

}  // namespace recoupe::time
