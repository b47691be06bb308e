// From the words of a date to its value.
#pragma once

#include <array>

#include "time/find_times.hpp"
#include "time/read_date.hpp"

namespace recoupe::time {

struct Context {
  Anchor anchor;
  Anchor last_day;      // the last full day told before
  Anchor near;          // without an anchor: a full day of the text, which only a weekday may be measured from
  bool future = false;  // the clause speaks of what is to come
  bool tensed = false;  // some word of the clause says so, or that it does not
  std::array<Anchor, 8> told_weekdays{};  // by number: the day that a bare weekday last meant
};

// Value, TIMEX3, basis and relative of `date`; the span is the caller's. Nothing where it means no time at all.
std::optional<TimeExpression> resolve(DateWords const& date, Context const& context);

// The year nearest to `anchor` in which month and day fall on `weekday` (ISO), the past one on a tie: weekdays repeat
// every 28 years, so 14 years both ways find every date that exists.
std::optional<int> year_by_weekday(int month, int day, int weekday, std::chrono::year_month_day anchor);

}  // namespace recoupe::time
