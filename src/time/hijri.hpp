// The Islamic calendar of Umm al-Qura, by ICU.
//
//   day_of_hijri(1444, 9, 1);      // 2023-03-23
#pragma once

#include <chrono>
#include <optional>

namespace recoupe::time {

// Nothing where the month (1..12) has no such day, or the year lies outside 1300..1600.
std::optional<std::chrono::sys_days> day_of_hijri(int year, int month, int day);
int days_in_hijri(int year, int month);  // 29 or 30
int hijri_year_at(std::chrono::sys_days day);

}  // namespace recoupe::time
