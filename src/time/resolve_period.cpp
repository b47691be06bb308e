#include "time/resolve_period.hpp"

#include <cstdlib>

#include "time/calendar.hpp"
#include "time/edtf.hpp"
#include "time/hijri.hpp"

namespace recoupe::time {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

TimeExpression expression(std::string value, std::string timex, Basis basis) {
  TimeExpression made;
  made.value = std::move(value);
  made.timex = std::move(timex);
  made.basis = basis;
  return made;
}

// The year that is written, else the one that the words and the anchor give.
std::optional<int> year_of(DateWords const& date, Context const& context) {
  if (date.year) return date.year;
  if (!context.anchor) return std::nullopt;
  return static_cast<int>(context.anchor->year()) + date.direction.value_or(0);
}

TimeExpression season(DateWords const& date, Context const& context) {
  constexpr int first_code = 20;  // EDTF: 21 spring .. 24 winter
  constexpr const char* letters[] = {"SP", "SU", "FA", "WI"};
  // A season that no word ties to the year of the text is any year's.
  const bool tied = date.year || date.direction || date.today;
  const auto year = tied ? year_of(date, context) : std::nullopt;
  const auto written = year ? std::to_string(*year) : "XXXX";
  return expression(written + "-" + std::to_string(first_code + *date.season),
                    written + "-" + letters[*date.season - 1],
                    date.year ? Basis::written
                    : year    ? Basis::anchor
                              : Basis::partial);
}

std::optional<TimeExpression> part_of_year(DateWords const& date, Context const& context) {
  const auto year = year_of(date, context);
  if (!year) return std::nullopt;
  const bool quarters = *date.parts == 4;
  const int code = (quarters ? 32 : 39) + *date.part_of_year;  // EDTF: 33..36 quarters, 40 and 41 halves
  return expression(std::to_string(*year) + "-" + std::to_string(code),
                    std::to_string(*year) + (quarters ? "-Q" : "-H") + std::to_string(*date.part_of_year),
                    date.year ? Basis::written : Basis::anchor);
}

// Gauss's rule for the Gregorian Easter (Meeus, Jones, Butcher).
sys_days easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return sys_days{std::chrono::year{year} / (n / 31) / (n % 31 + 1)};
}

std::optional<TimeExpression> of_days(sys_days first, sys_days last, Basis basis) {
  auto value = to_edtf(year_month_day{first});
  if (last != first) value += "/" + to_edtf(year_month_day{last});
  return expression(value, value, basis);
}

std::optional<TimeExpression> hijri(int year, int month, int day, Basis basis) {
  const auto first = day_of_hijri(year, month, day == 0 ? 1 : day);
  if (!first) return std::nullopt;
  return of_days(*first, day == 0 ? *first + days{days_in_hijri(year, month) - 1} : *first, basis);
}

// One holiday in a year: Gregorian, or of the Islamic calendar.
std::optional<TimeExpression> holiday_in(Holiday holiday, int year, Basis basis) {
  const int month = holiday.value / 100;
  const int day = holiday.value % 100;
  switch (holiday.rule) {
    case HolidayRule::fixed: {
      const sys_days at{std::chrono::year{year} / month / day};
      return of_days(at, at, basis);
    }
    case HolidayRule::easter:
      return of_days(easter(year) + days{holiday.value}, easter(year) + days{holiday.value}, basis);
    case HolidayRule::hijri:
      return hijri(year, month, day, basis);
  }
  return std::nullopt;
}

// Of three years the one whose holiday is nearest on the side that the words give.
std::optional<TimeExpression> holiday(DateWords const& date, Context const& context) {
  const bool islamic = date.holiday->rule == HolidayRule::hijri;
  if (date.year) {
    const int year =
        islamic ? hijri_year_at(sys_days{std::chrono::year{*date.year} / std::chrono::July / 1}) : *date.year;
    auto best = holiday_in(*date.holiday, year, Basis::written);
    for (int other : {year - 1, year + 1}) {
      auto found = islamic ? holiday_in(*date.holiday, other, Basis::written) : std::nullopt;
      const auto written = std::to_string(*date.year);
      if (found && found->value.starts_with(written) && (!best || !best->value.starts_with(written))) best = found;
    }
    return best;
  }
  if (!context.anchor) return expression({}, {}, Basis::partial);
  const sys_days anchor{*context.anchor};
  const int here = islamic ? hijri_year_at(anchor) : static_cast<int>(context.anchor->year());
  std::optional<TimeExpression> best;
  long nearest = 0;
  for (int year : {here - 1, here, here + 1}) {
    auto found = holiday_in(*date.holiday, year, Basis::anchor);
    const auto span = found ? days_of(found->value) : std::unexpected(EdtfError::empty);
    if (!span) continue;
    const auto away = (span->first - anchor).count();
    const bool past = span->last < anchor;
    if (date.direction && *date.direction < 0 && !past) continue;
    if (date.direction && *date.direction > 0 && away <= 0) continue;
    const auto distance = span->first <= anchor && anchor <= span->last ? 0L : std::labs(away);
    if (!best || distance < nearest) best = found, nearest = distance;
  }
  return best;
}

std::optional<TimeExpression> hijri_date(DateWords const& date, Context const& context) {
  const int day = date.days.empty() ? 0 : date.days.front();
  if (date.hijri_year) return hijri(*date.hijri_year, *date.hijri_month, day, Basis::written);
  if (!context.anchor) return std::nullopt;
  DateWords as_holiday;
  as_holiday.holiday = Holiday{HolidayRule::hijri, *date.hijri_month * 100 + day};
  return holiday(as_holiday, context);
}

TimeExpression set(DateWords const& date) {
  constexpr const char* units[] = {"P1D", "P1W", "P1M", "P1Y", "XXXX-WXX-WE", "PT1H", "PT1M", "PT1S"};
  TimeExpression made;
  made.type = TimeType::set;
  made.timex = date.weekday ? "XXXX-WXX-" + std::to_string(*date.weekday)
               : date.unit  ? units[static_cast<std::size_t>(*date.unit - 1)]
                            : "P1D";
  return made;
}

TimeExpression weekend(int direction, Context const& context) {
  if (!context.anchor) return kept_relative({.weeks = direction}, reference_timex(direction));
  const sys_days anchor{*context.anchor};
  const int weekday = iso_weekday(anchor);
  constexpr int saturday = 6;
  auto first = anchor + days{saturday - weekday};  // of this week
  if (direction < 0) first -= days{7};
  if (direction > 0 && weekday >= saturday) first += days{7};
  auto made = *of_days(first, first + days{1}, Basis::anchor);
  made.timex = week_timex(first) + "-WE";
  return made;
}

TimeExpression clock(DateWords const& date, Context const& context) {
  const auto told = "T" + two_digits(*date.clock / 60) + ":" + two_digits(*date.clock % 60);
  const auto day = context.last_day ? context.last_day : context.anchor;
  auto made =
      expression(day ? to_edtf(*day) : "", (day ? to_edtf(*day) : "") + told, day ? Basis::anchor : Basis::partial);
  made.type = TimeType::time;
  return made;
}

}  // namespace

std::optional<TimeExpression> resolve_period(DateWords const& date, Context const& context) {
  constexpr int weekend_unit = 5;
  if (date.each) return set(date);
  if (date.clock_only) return clock(date, context);
  if (date.season) return season(date, context);
  if (date.parts) return part_of_year(date, context);
  if (date.decade) {
    const auto tens = std::to_string(*date.decade / 10);
    return expression(tens + "X", tens, Basis::written);
  }
  if (date.century) {
    const auto hundreds = two_digits(*date.century - 1);
    return expression(hundreds + "XX", hundreds, Basis::written);
  }
  if (date.year && date.last_year) {
    const auto value = std::to_string(*date.year) + "/" + std::to_string(*date.last_year);
    return expression(value, value, Basis::written);
  }
  if (date.holiday) return holiday(date, context);
  if (date.hijri_month) return hijri_date(date, context);
  if (date.unit && *date.unit == weekend_unit) return weekend(date.direction.value_or(0), context);
  return std::nullopt;
}

}  // namespace recoupe::time
