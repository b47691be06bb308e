// Calendar dates: days of months and lists of them, weekdays, months, years; with their hour.
//
// Every reader moves on and fills `date` where it returns true; otherwise both are left as they fell.
#pragma once

#include "time/item_reader.hpp"

namespace recoupe::time {

bool read_day_month(Reader& reader, DateWords& date);                     // 13 and 14 June [2022]
bool read_month_day(Reader& reader, DateWords& date);                     // June 13-14[, 2022]
bool read_weekday(Reader& reader, DateWords& date, bool month_first);     // Monday [13 June] [morning]
bool read_month(Reader& reader, DateWords& date);                         // [early] [the month of] June [2022]
bool read_year(Reader& reader, DateWords& date);                          // in 2022
bool read_digit_date(Reader& reader, DateWords& date, bool month_first);  // 2022-09-19, 19/09/2022

// at 10 h 30 · at 10:30 [am], behind a date
void read_hour_behind(Reader& reader, DateWords& date);

// [, ][of ][the year ]2022 · last: behind a month
void read_year_behind_month(Reader& reader, DateWords& date);
// 15 of this month · 15 of the month in progress: behind the days
bool read_this_month(Reader& reader, DateWords& date);

}  // namespace recoupe::time
