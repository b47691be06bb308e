#include "time/read_period.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace recoupe::time {
namespace {

using enum WordClass;

void take_year_behind(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  if (!reader.take(of)) reader.take(from);
  while (reader.take(year_word)) {
  }
  if (reader.at(unit) && reader.word(unit).value == 4) reader.take(unit);
  date.year = reader.take_year();
  if (date.year) return;
  reader.back_to(before);
  if (const auto dir = reader.take(direction)) date.direction = dir->value;
}

// summer 2021 · this winter
bool read_season(Reader& reader, DateWords& date) {
  if (const auto dir = reader.take(direction)) date.direction = dir->value;
  const bool needs_more = reader.at(season) && reader.word(season).ambiguous && !date.direction;
  const auto found = reader.take(season);
  if (!found) return false;
  date.season = found->value;
  date.today = found->today;
  take_year_behind(reader, date);
  return !needs_more || date.year || date.direction;
}

// the first quarter of 2020
bool read_quarter(Reader& reader, DateWords& date) {
  const auto which_first = reader.take(ordinal);
  const auto kind = reader.take(year_part);
  const auto which = which_first ? which_first : reader.take(ordinal);
  if (!kind || !which || which->value > kind->value) return false;
  date.parts = kind->value;
  date.part_of_year = which->value;
  take_year_behind(reader, date);
  return date.year || date.direction;
}

// of the last century · of the 20th century: behind a decade's name, which means it anyway
void pass_past_century(Reader& reader) {
  const auto before = reader.place();
  reader.take(of);
  if (!reader.take(century_word) || !(reader.take(direction) || reader.take(ordinal))) reader.back_to(before);
}

// the 1990s · the years 90 · the eighties
bool read_decade(Reader& reader, DateWords& date) {
  if (const auto named = reader.take(decade)) {
    date.decade = named->value;
    pass_past_century(reader);
    return true;
  }
  const bool introduced = reader.take(decade_word).has_value();
  const auto place = reader.place();
  if (introduced && reader.at(amount)) {  // "the years eighty"
    const auto tens = reader.take(amount)->value;
    date.decade = 1900 + tens;
    return tens >= 20 && tens % 10 == 0 && tens < 100;
  }
  const auto number_word = reader.take(number);
  if (!number_word || number_word->value % 10 != 0) return false;
  const auto digits = reader.written(place).size();
  if (digits != 2 && digits != 4) return false;
  if (!introduced && (reader.spaced() || !reader.take(decade_suffix))) return false;
  date.decade = digits == 4 ? number_word->value : 1900 + number_word->value;
  return *date.decade >= 1000;
}

int roman(std::string_view folded) {
  int total = 0;
  int last = 0;
  for (auto at = folded.rbegin(); at != folded.rend(); ++at) {
    const int value = *at == 'i' ? 1 : *at == 'v' ? 5 : *at == 'x' ? 10 : 0;
    if (value == 0) return 0;
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return total;
}

// the 19th century · XIXe siecle
bool read_century(Reader& reader, DateWords& date) {
  constexpr int last_century = 22;
  if (reader.take(century_word)) {  // "the century 18th"
    const auto word = reader.take(ordinal);
    if (word) date.century = word->value;
    return word && word->value <= last_century;
  }
  if (const auto digits = reader.take(number)) {
    date.century = digits->value;
    reader.take(suffix);
  } else if (const auto word = reader.take(ordinal)) {
    date.century = word->value;
  } else if (reader.at(other)) {
    std::string_view folded = reader.folded();
    for (std::string_view ending : {"eme", "e", ""}) {
      if (!folded.ends_with(ending)) continue;
      date.century = roman(folded.substr(0, folded.size() - ending.size()));
      if (*date.century > 0) break;
    }
    if (!date.century || *date.century <= 0) return false;
    reader.back_to(reader.place() + 1);
    reader.take(suffix);
  }
  return date.century && *date.century >= 1 && *date.century <= last_century && reader.take(century_word);
}

// 2024-2026 · from 2019 to 2021
bool read_years(Reader& reader, DateWords& date) {
  const bool introduced = reader.take(from).has_value();
  if (introduced) reader.take(year_word);
  date.year = reader.take_year();
  if (!date.year) return false;
  if (introduced) {
    if (!reader.take(to) && !reader.take(conjunction) && !reader.take_sign({"-", "\u2013"})) return false;
    reader.take(year_word);
  } else if (!reader.take_sign({"-", "\u2013"})) {
    return false;
  }
  date.last_year = reader.take_year();
  return date.last_year && *date.last_year > *date.year && *date.last_year < *date.year + 100;
}

// every year · every Monday
bool read_set(Reader& reader, DateWords& date) {
  if (!reader.take(every)) return false;
  date.each = true;
  if (const auto measure = reader.take(unit)) return date.unit = measure->value, true;
  if (const auto day = reader.take(weekday)) return date.weekday = day->value, true;
  if (const auto p = reader.take(part)) return date.part = p->value, true;
  return false;
}

bool read_holiday(Reader& reader, DateWords& date) {
  if (const auto dir = reader.take(direction)) date.direction = dir->value;
  const auto found = reader.take(holiday);
  if (!found) return false;
  date.holiday = Holiday{found->rule, found->value};
  take_year_behind(reader, date);
  return true;
}

// at 18:00 · 18 h · at noon
bool read_clock(Reader& reader, DateWords& date) {
  constexpr int morning = 1;
  constexpr int noon = 2;
  const auto introduced = reader.take(clock_at);
  if (introduced && reader.at(part) && reader.word(part).value == noon) {
    reader.take(part);
    date.clock = 12 * 60;
    return date.clock_only = true;
  }
  const auto before = reader.place();
  const bool worded = introduced && introduced->value == 1 && reader.at(ordinal);
  const auto hours = worded ? reader.take(ordinal) : reader.take(number);
  if (!hours || hours->value < 0 || hours->value > 24 || reader.written(before).size() > (worded ? 64U : 2U))
    return false;
  auto clock = behind_hours(reader, hours->value, !reader.spaced(), introduced.has_value());
  if (!clock.half && introduced && introduced->value == 1 && clock.hours <= 12) {
    if ((clock.half = reader.take(part))) clock.half->value = clock.half->value <= morning ? 0 : 12;
  }
  // A written-out "hours" may be a duration: only a short form, or a word before it, makes it a time of day.
  const bool named = clock.word && (!clock.word->ambiguous || introduced);
  const bool told =
      clock.half || named || (clock.colon && clock.minutes && introduced) || (introduced && introduced->value == 1);
  if (!told || (clock.half && clock.hours > 12)) return false;
  date.clock = clock.of_day();
  return date.clock_only = true;
}

// A number that stands where only a year does: "(1998)", "the plan for 2030.", "the treaty of 1995 holds"
bool read_bare_year(Reader& reader, DateWords& date) {
  constexpr int oldest = 1900;
  constexpr int latest = 2100;
  for (std::string_view sign : {"/", "-", "\u2013", ".", ":", "\u00B0", "$", "\u20AC", "'"}) {
    if (reader.behind_sign(sign)) return false;
  }
  const bool introduced = reader.behind(of) || reader.behind(from) || reader.behind(day_word) || reader.behind(start);
  const auto year = reader.take_year();
  if (!year || *year < oldest || *year > latest) return false;
  const auto end = reader.place();
  if (introduced && !reader.done() && reader.spaced() && reader.may_follow_year()) {
    date.year = year;
    return true;
  }
  if (!reader.done() &&
      !reader.take_sign({".", ",", ";", ":", ")", "]", "\u060C", "\u061B", "?", "!", "\u00BB", "\u201D", "\""}))
    return false;
  if (!reader.done() && reader.place() > end && !reader.spaced() && reader.at(number)) return false;  // 1.950
  reader.back_to(end);
  date.year = year;
  return true;
}

}  // namespace

Clock behind_hours(Reader& reader, int hours, bool may_take_colon, bool introduced) {
  constexpr int hour_unit = 6;
  Clock clock{.hours = hours};
  clock.colon = may_take_colon && reader.take_sign({":"});
  if (!clock.colon) clock.word = reader.take(hour_word);
  const auto bare = reader.place();
  if (!clock.colon && !clock.word && introduced && reader.at(unit) && reader.word(unit).value == hour_unit) {
    clock.word = reader.take(unit);
    if (reader.at(of)) clock.word.reset(), reader.back_to(bare);  // "at two hours of road"
  }
  const auto before = reader.place();
  const auto minutes = reader.take(number);
  if (minutes && minutes->value >= 0 && minutes->value < 60 && reader.written(before).size() == 2) {
    clock.minutes = minutes->value;
  } else {
    reader.back_to(before);
  }
  clock.half = reader.take(half_day);
  return clock;
}

// 15 Ramadan 1444 [AH]
bool read_hijri(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  if (const auto day = reader.take_day()) {
    date.days = {*day};
    reader.take(of);
  } else {
    reader.back_to(before);
  }
  if (const auto month_name = reader.take(hijri_month)) {
    date.hijri_month = month_name->value;
  } else if (reader.at(holiday) && reader.word(holiday).rule == HolidayRule::hijri &&
             reader.word(holiday).value % 100 == 0) {
    date.hijri_month = reader.take(holiday)->value / 100;
  } else {
    return false;
  }
  const auto after = reader.place();
  reader.take(of);
  reader.take(year_word);
  if (reader.at(unit) && reader.word(unit).value == 4) reader.take(unit);
  const auto year = reader.take(number);
  if (year && year->value >= 1200 && year->value <= 1600) {
    date.hijri_year = year->value;
    reader.take(hijri_era);
  } else {
    reader.back_to(after);
  }
  if (!date.hijri_year && date.days.empty()) return false;
  // Beside its Gregorian form the Gregorian one counts.
  const auto alone = reader.place();
  reader.take_sign({",", "\u060C", "("});
  DateWords gregorian;
  const bool bracket = reader.behind_sign("(");
  if ((reader.take(same_as) || bracket) && read_plain_date(reader, gregorian)) {
    reader.take_sign({")"});
    date = gregorian;
  } else {
    reader.back_to(alone);
  }
  return true;
}

bool may_begin_period(WordClass kind, Item const* next) {
  switch (kind) {
    case number:
    case ordinal:
    case direction:
    case season:
    case year_part:
    case decade_word:
    case from:
    case every:
    case holiday:
    case hijri_month:
    case clock_at:
    case decade:
    case century_word:
      return true;
    case other:  // a Roman number
      return next && (next->as(century_word) || next->as(suffix));
    default:
      return false;
  }
}

namespace {

bool read_longest(Reader& reader, DateWords& date, std::span<bool (*const)(Reader&, DateWords&)> readers) {
  const auto start = reader.place();
  std::size_t furthest = start;
  DateWords best;
  for (auto* read : readers) {
    DateWords found = date;
    reader.back_to(start);
    if (!read(reader, found) || reader.place() <= furthest) continue;
    furthest = reader.place();
    best = found;
  }
  reader.back_to(furthest);
  if (furthest == start) return false;
  date = best;
  return true;
}

}  // namespace

bool read_period(Reader& reader, DateWords& date) {
  constexpr std::array readers{&read_season, &read_quarter, &read_decade, &read_century, &read_years,
                               &read_set,    &read_holiday, &read_hijri,  &read_clock,   &read_bare_year};
  return read_longest(reader, date, readers);
}

bool read_era(Reader& reader, DateWords& date) {
  constexpr std::array readers{&read_season, &read_quarter, &read_decade, &read_century};
  return read_longest(reader, date, readers);
}

}  // namespace recoupe::time
