// What is no plain day or month: seasons, quarters, decades, centuries, ranges of years, sets, holidays, the Islamic
// calendar, and clock times alone.
#pragma once

#include "time/item_reader.hpp"

namespace recoupe::time {

bool read_period(Reader& reader, DateWords& date);

// 15 Ramadan 1444 [AH]
bool read_hijri(Reader& reader, DateWords& date);
// [weekday] 13 March [2023]: of read_date
bool read_plain_date(Reader& reader, DateWords& date);

}  // namespace recoupe::time
