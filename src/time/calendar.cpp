#include "time/calendar.hpp"

namespace recoupe::time {

using std::chrono::days;
using std::chrono::sys_days;

int iso_weekday(sys_days day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string week_timex(sys_days day) {
  const auto thursday = day + days{4 - iso_weekday(day)};
  const std::chrono::year_month_day date{thursday};
  const auto week = (thursday - sys_days{date.year() / 1 / 1}).count() / 7 + 1;
  return std::to_string(static_cast<int>(date.year())) + "-W" + two_digits(static_cast<int>(week));
}

TimeExpression kept_relative(Relative relative, std::string timex) {
  TimeExpression result;
  result.timex = std::move(timex);
  result.basis = Basis::partial;
  result.relative = relative;
  return result;
}

std::string reference_timex(int direction) {
  return direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

}  // namespace recoupe::time
