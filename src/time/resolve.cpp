#include "time/resolve.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "time/calendar.hpp"
#include "time/edtf.hpp"
#include "time/resolve_period.hpp"

namespace recoupe::time {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day date_of(int year, int month, int day) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}

std::string month_edtf(std::optional<int> year, int month) {
  return (year ? std::to_string(*year) : std::string("XXXX")) + "-" + two_digits(month);
}

std::string day_edtf(std::optional<int> year, int month, int day) {
  return month_edtf(year, month) + "-" + two_digits(day);
}

// The year in which month and day are nearest to the anchor on the side that the words give.
int nearest_year(int month, int day, year_month_day anchor, std::optional<int> direction, bool future) {
  const int here = static_cast<int>(anchor.year());
  if (direction && *direction == 0) return here;
  const auto distance = [&](int year) {
    const auto date = date_of(year, month, std::min(day, 28));
    return (sys_days{date} - sys_days{anchor}).count();
  };
  if (direction) {
    int best = here + *direction;
    for (int year : {here - 1, here, here + 1}) {
      const auto away = distance(year);
      if (away * *direction < 0 || (away == 0 && *direction > 0)) continue;
      if (std::abs(away) < std::abs(distance(best)) || distance(best) * *direction < 0) best = year;
    }
    return best;
  }
  int best = here;
  for (int year : {here - 1, here + 1}) {
    const auto away = std::abs(distance(year));
    const auto least = std::abs(distance(best));
    if (away < least || (away == least && (year > best) == future)) best = year;
  }
  return best;
}

struct Year {
  std::optional<int> value;
  Basis basis = Basis::partial;
  bool contradicts_weekday = false;
};

Year year_of(DateWords const& date, Context const& context) {
  const int day = date.days.empty() ? 1 : date.days.front();
  if (date.year) {
    const auto told = date_of(*date.year, *date.month, day);
    const bool wrong = date.weekday && !date.days.empty() && told.ok() && iso_weekday(sys_days{told}) != *date.weekday;
    return {date.year, Basis::written, wrong};
  }
  if (date.year_offset) {
    if (!context.anchor) return {};
    return {static_cast<int>(context.anchor->year()) + *date.year_offset, Basis::anchor};
  }
  // What is recalled may have been copied from years ago: "last December" is then not the last one.
  if (date.recalled && date.direction && *date.direction < 0) return {std::nullopt, Basis::doubtful};
  const auto from = context.anchor ? context.anchor : context.near;
  if (from && date.weekday && !date.days.empty() && !date.direction) {
    if (const auto year = year_by_weekday(*date.month, day, *date.weekday, *from))
      return {year, Basis::weekday_agreement};
  }
  if (!context.anchor) return {};
  return {nearest_year(*date.month, day, *context.anchor, date.direction, context.future), Basis::anchor};
}

bool exists(std::optional<int> year, int month, int day) { return date_of(year.value_or(2000), month, day).ok(); }

std::optional<TimeExpression> resolve_days(DateWords const& date, Context const& context) {
  const auto year = year_of(date, context);
  TimeExpression result;
  result.basis = year.basis;
  result.contradicts_weekday = year.contradicts_weekday;
  const int month = *date.month;
  for (int day : date.days) {
    if (!exists(year.value, date.range && day == date.days.front() ? date.range_month.value_or(month) : month, day))
      return std::nullopt;
  }
  const auto first_month = date.range_month.value_or(month);
  const auto first_year = date.range_year                     ? date.range_year
                          : year.value && first_month > month ? std::optional(*year.value - 1)
                                                              : year.value;
  const auto first = day_edtf(first_year, first_month, date.days.front());
  const bool neighbours =
      date.range || std::ranges::adjacent_find(date.days, [](int a, int b) { return b != a + 1; }) == date.days.end();
  if (date.days.size() == 1) {
    result.value = first;
  } else if (neighbours) {
    result.value = first + "/" + day_edtf(year.value, month, date.days.back());
  } else {
    for (int day : date.days) result.value += (result.value.empty() ? "{" : ",") + day_edtf(year.value, month, day);
    result.value += "}";
  }
  result.timex = result.value;
  return result;
}

TimeExpression of_day(sys_days day, Basis basis) {
  TimeExpression result;
  result.value = to_edtf(year_month_day{day});
  result.timex = result.value;
  result.basis = basis;
  return result;
}

TimeExpression resolve_offset(DateWords const& date, Context const& context) {
  if (!context.anchor)
    return kept_relative({.days = date.day_offset, .weekday = date.weekday}, reference_timex(*date.day_offset));
  auto result = of_day(sys_days{*context.anchor} + days{*date.day_offset}, Basis::anchor);
  if (date.weekday && iso_weekday(sys_days{*context.anchor} + days{*date.day_offset}) != *date.weekday)
    result.contradicts_weekday = true;
  return result;
}

// A bare weekday is the nearest one on the side that the words give, past unless told; the anchor's own is the
// anchor's.
TimeExpression resolve_weekday(DateWords const& date, Context const& context) {
  if (!context.anchor) return kept_relative({.weekday = date.weekday}, "XXXX-WXX-" + std::to_string(*date.weekday));
  const sys_days anchor{*context.anchor};
  const int back = (iso_weekday(anchor) - *date.weekday + 7) % 7;
  const int ahead = (7 - back) % 7;
  // Named again where no verb tells, it is the day that it was.
  const auto told = context.told_weekdays[static_cast<std::size_t>(*date.weekday)];
  if (!date.direction && !context.tensed && told) return of_day(sys_days{*told}, Basis::anchor);
  const bool future = date.direction ? *date.direction > 0 : context.future;
  if (date.direction && *date.direction != 0)
    return of_day(future ? anchor + days{ahead == 0 ? 7 : ahead} : anchor - days{back == 0 ? 7 : back}, Basis::anchor);
  return of_day(future ? anchor + days{ahead} : anchor - days{back}, Basis::anchor);
}

// "The following Monday", "that same Monday": counted from the day told before.
TimeExpression resolve_following_weekday(DateWords const& date, Context const& context) {
  if (!context.last_day) return kept_relative({.weekday = date.weekday}, "XXXX-WXX-" + std::to_string(*date.weekday));
  const sys_days told{*context.last_day};
  const int back = (iso_weekday(told) - *date.weekday + 7) % 7;
  const int ahead = (7 - back) % 7;
  if (*date.following > 0) return of_day(told + days{ahead == 0 ? 7 : ahead}, Basis::anchor);
  if (*date.following < 0) return of_day(told - days{back == 0 ? 7 : back}, Basis::anchor);
  return of_day(back <= ahead ? told - days{back} : told + days{ahead}, Basis::anchor);
}

constexpr char unit_letters[] = {'D', 'W', 'M', 'Y', 'W', 'H', 'M', 'S'};  // by unit; a weekend is no measure

Relative relative_of(int unit, int amount) {
  Relative relative;
  (unit == 1 ? relative.days : unit == 2 ? relative.weeks : unit == 3 ? relative.months : relative.years) = amount;
  return relative;
}

TimeExpression resolve_units(int unit, int amount, Context const& context) {
  if (!context.anchor) return kept_relative(relative_of(unit, amount), reference_timex(amount));
  const sys_days anchor{*context.anchor};
  if (unit == 1) return of_day(anchor + days{amount}, Basis::anchor);
  TimeExpression result;
  result.basis = Basis::anchor;
  if (unit == 2) {
    const auto monday = anchor - days{iso_weekday(anchor) - 1} + days{7 * amount};
    result.value = to_edtf(year_month_day{monday}) + "/" + to_edtf(year_month_day{monday + days{6}});
    result.timex = week_timex(monday);
    return result;
  }
  const auto moved =
      unit == 3 ? *context.anchor + std::chrono::months{amount} : *context.anchor + std::chrono::years{amount};
  const int year = static_cast<int>(moved.year());
  result.value =
      unit == 3 ? month_edtf(year, static_cast<int>(static_cast<unsigned>(moved.month()))) : std::to_string(year);
  result.timex = result.value;
  return result;
}

// Days of this month, the last, the next.
std::optional<TimeExpression> resolve_days_of_month(DateWords const& date, Context const& context) {
  if (!context.anchor) return std::nullopt;
  const auto month = context.anchor->year() / context.anchor->month() + std::chrono::months{*date.month_offset};
  DateWords whole = date;
  whole.year = static_cast<int>(month.year());
  whole.month = static_cast<int>(static_cast<unsigned>(month.month()));
  auto result = resolve_days(whole, context);
  if (result) result->basis = Basis::anchor;
  return result;
}

// Days told together: each the first of its name behind the one before.
TimeExpression resolve_weekdays(DateWords const& date, Context const& context) {
  auto first = resolve_weekday(date, context);
  const auto start = day_of(first.value);
  if (!start) return first;
  std::vector<sys_days> told{sys_days{*start}};
  for (int weekday : date.more_weekdays) {
    const int ahead = (weekday - iso_weekday(told.back()) + 7) % 7;
    told.push_back(told.back() + days{ahead == 0 ? 7 : ahead});
  }
  const bool neighbours =
      date.range || std::ranges::adjacent_find(told, [](auto a, auto b) { return b - a != days{1}; }) == told.end();
  const auto night = first.timex + "TNI";
  first.value.clear();
  for (auto day : told) first.value += (first.value.empty() ? "{" : ",") + to_edtf(year_month_day{day});
  first.value += "}";
  if (neighbours) first.value = to_edtf(year_month_day{told.front()}) + "/" + to_edtf(year_month_day{told.back()});
  first.timex = date.night_between ? night : first.value;
  if (date.night_between) first.type = TimeType::time;
  return first;
}

TimeExpression resolve_duration(DateWords const& date) {
  constexpr int hours = 6;
  TimeExpression result;
  result.type = TimeType::duration;
  result.timex = (*date.unit >= hours ? "PT" : "P") + std::to_string(*date.amount);
  if (!date.fraction.empty()) result.timex += "." + date.fraction;
  result.timex += unit_letters[*date.unit - 1];
  return result;
}

TimeExpression resolve_month(DateWords const& date, Context const& context) {
  const auto year = year_of(date, context);
  TimeExpression result;
  result.basis = year.basis;
  result.value = month_edtf(year.value, *date.month);
  result.timex = result.value;
  return result;
}

constexpr std::array<std::string_view, 6> part_timex{"", "TMO", "TMI", "TAF", "TEV", "TNI"};

}  // namespace

std::optional<int> year_by_weekday(int month, int day, int weekday, year_month_day anchor) {
  constexpr int window = 14;
  std::optional<int> best;
  auto distance = [&](int year) { return std::abs((sys_days{date_of(year, month, day)} - sys_days{anchor}).count()); };
  const int here = static_cast<int>(anchor.year());
  for (int year = here - window; year <= here + window; ++year) {
    const auto date = date_of(year, month, day);
    if (!date.ok() || iso_weekday(sys_days{date}) != weekday) continue;
    if (!best || distance(year) < distance(*best)) best = year;
  }
  return best;
}

std::optional<TimeExpression> resolve(DateWords const& date, Context const& context) {
  std::optional<TimeExpression> result;
  if (date.duration) return resolve_duration(date);
  if (auto period = resolve_period(date, context)) return period;
  if (date.month_offset && !date.days.empty()) {
    result = resolve_days_of_month(date, context);
  } else if (date.hijri_month || date.holiday || date.parts) {
    return std::nullopt;
  } else if (date.month && !date.days.empty()) {
    result = resolve_days(date, context);
  } else if (date.day_offset) {
    result = resolve_offset(date, context);
  } else if (date.weekday) {
    result = !date.more_weekdays.empty() ? resolve_weekdays(date, context)
             : date.following            ? resolve_following_weekday(date, context)
                                         : resolve_weekday(date, context);
  } else if (date.unit && date.following) {
    Context from_told = context;
    from_told.anchor = context.last_day;
    result = resolve_units(*date.unit, *date.following, from_told);
  } else if (date.unit && date.vague) {
    result = TimeExpression{};
    result->timex = reference_timex(date.direction.value_or(0));
    result->basis = Basis::partial;
  } else if (date.unit) {
    result = resolve_units(*date.unit, date.amount.value_or(date.direction.value_or(0)), context);
  } else if (date.month) {
    result = resolve_month(date, context);
  } else if (date.next_day && context.last_day) {
    result = of_day(sys_days{*context.last_day} + days{*date.next_day}, Basis::anchor);
  } else if (date.year) {
    result = TimeExpression{};
    result->value = result->timex = std::to_string(*date.year);
  }
  if (result && date.part && !result->timex.empty() && result->value.find_first_of("/{") == std::string::npos) {
    result->type = TimeType::time;
    result->timex += part_timex[static_cast<std::size_t>(std::clamp(*date.part, 0, 5))];
  }
  if (result && date.clock && day_of(result->value)) {
    result->type = TimeType::time;
    result->timex = result->value + "T" + two_digits(*date.clock / 60) + ":" + two_digits(*date.clock % 60);
  }
  return result;
}

}  // namespace recoupe::time
