// Days and weeks, and expressions that only a later anchor can resolve.
#pragma once

#include <chrono>
#include <string>

#include "time/find_times.hpp"

namespace recoupe::time {

int iso_weekday(std::chrono::sys_days day);  // 1 Monday .. 7 Sunday
std::string two_digits(int number);
std::string week_timex(std::chrono::sys_days day);  // "2023-W18": the ISO week that holds it

// Without an anchor: `relative` is kept for link, and TIMEX3 says no more than `timex`.
TimeExpression kept_relative(Relative relative, std::string timex);
// The TIMEX3 of what lies before, at or behind an unknown day.
std::string reference_timex(int direction);

}  // namespace recoupe::time
