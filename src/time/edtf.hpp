// Dates that may be uncertain: the subset of ISO 8601-2 (EDTF) that the register speaks.
//
//   auto told = parse_edtf("XXXX-05-06/XXXX-05-07");
//   compatible("2022-09", "2022-09-19");   // true: one may be the other
//   compatible("2022-09-19", "2022-09-20") // false
//
// Taken: YYYY, YYYY-MM, YYYY-MM-DD with X digits, a time part after the day (ignored), "~" and "?" and "%" behind,
// intervals a/b with an open ".." or empty side, and sets {a,b} and [a,b] and [a..b].
#pragma once

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace recoupe::time {

enum class EdtfError {
  empty,       // nothing was given
  malformed,   // not of the subset above
  no_such_day  // 2023-02-30
};

// The days that a value may mean, both ends included. Where the year is unknown, `year_known` is false and the ends
// are given in the leap year 2000.
struct Days {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
  bool year_known = true;
};

std::expected<Days, EdtfError> days_of(std::string_view edtf);

// Whether both could be said of one day or of overlapping days. What cannot be parsed or is empty is compatible with
// everything: unknown is never a conflict.
bool compatible(std::string_view left, std::string_view right);

// Whether it names one calendar day or an interval of days, year included.
bool is_exact(std::string_view edtf);

// "2022-09-19"
std::string to_edtf(std::chrono::year_month_day day);

// The day it names where it names exactly one.
std::optional<std::chrono::year_month_day> day_of(std::string_view edtf);

}  // namespace recoupe::time
