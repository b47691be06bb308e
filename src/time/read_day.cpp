#include "time/read_day.hpp"

#include "time/read_period.hpp"

namespace recoupe::time {
namespace {

using enum WordClass;

// October 98 · May '07
std::optional<int> take_short_year(Reader& reader) {
  constexpr int last_of_this_century = 40;
  const auto before = reader.place();
  const bool marked = reader.take_sign({"'"});
  const auto place = reader.place();
  const auto year = reader.take(number);
  const bool alone = reader.done() || !(reader.at(hour_word) || reader.at(unit) || reader.at(month));
  if (!year || reader.written(place).size() != 2 || !alone || (!marked && year->value <= last_of_this_century))
    return reader.back_to(before), std::nullopt;
  return year->value + (year->value > last_of_this_century ? 1900 : 2000);
}

// and · , · and Sunday: between two days
bool take_between_days(Reader& reader, DateWords const& date) {
  bool joined = reader.take_sign({",", "\u060C"});
  joined = reader.take(conjunction).has_value() || joined;
  if (joined) reader.take(day_word);
  if (!date.weekday || !reader.at(weekday)) return joined;
  joined = joined || reader.clitics();
  return joined && reader.take(weekday);
}

// 13 · 13, 14 and 15 · 6-7 · 6 to 7
bool take_days(Reader& reader, DateWords& date) {
  const auto first = reader.take_day();
  if (!first) return false;
  date.days.push_back(*first);
  for (;;) {
    const auto before = reader.place();
    const bool range = reader.take_sign({"-", "\u2013", "\u2014"}) || reader.take(to);
    if (!range && !take_between_days(reader, date)) return reader.back_to(before), true;
    const auto next = reader.take_day();
    if (!next || *next <= date.days.back()) return reader.back_to(before), true;
    date.days.push_back(*next);
    if (range) return date.range = true;
  }
}

// Monday and Tuesday: behind the first
void take_other_weekdays(Reader& reader, DateWords& date) {
  for (;;) {
    const auto before = reader.place();
    reader.take_sign({",", "\u060C"});
    reader.take(conjunction);
    const bool joined = reader.place() != before || reader.clitics();
    const auto next = joined ? reader.take(weekday) : std::nullopt;
    if (!next) return reader.back_to(before);
    date.more_weekdays.push_back(next->value);
  }
}

// The date behind a weekday, in the order of the language, else in the other one.
bool take_dated(Reader& reader, DateWords& date, bool month_first) {
  reader.take_sign({",", "\u060C"});
  reader.take(day_word);
  reader.take(of);
  const auto place = reader.place();
  DateWords dated = date;
  if (month_first ? read_month_day(reader, dated) : read_day_month(reader, dated)) return date = dated, true;
  reader.back_to(place);
  dated = date;
  if (month_first ? read_day_month(reader, dated) : read_month_day(reader, dated)) return date = dated, true;
  return false;
}

bool joined_sign(Reader& reader, std::string_view sign) {
  return !reader.spaced() && reader.take_sign({sign}) && !reader.spaced();
}

std::optional<int> take_number(Reader& reader) {
  const auto found = reader.take(number);
  return found ? std::optional(found->value) : std::nullopt;
}

// -09-19, behind the year
bool month_and_day_of_iso(Reader& reader, DateWords& date) {
  if (!joined_sign(reader, "-")) return false;
  date.month = take_number(reader);
  if (!date.month || *date.month < 1 || *date.month > 12 || !joined_sign(reader, "-")) return false;
  const auto day = reader.take_day();
  if (day) date.days = {*day};
  return day.has_value();
}

// The year 97, where only a year can stand.
std::optional<int> take_year_of_two_digits(Reader& reader) {
  const auto before = reader.place();
  const auto year = take_short_year(reader);
  const auto end = reader.place();
  if (year && (reader.done() || reader.take_sign({",", "\u060C", ".", ";", ":", "(", ")", "\u00BB"})))
    return reader.back_to(end), year;
  return reader.back_to(before), std::nullopt;
}

// of last year · of the year in progress
void take_year_of_direction(Reader& reader, DateWords& date) {
  constexpr int years = 4;
  const auto before = reader.place();
  const bool phrase = reader.take(year_word).has_value();  // "of the year" in one
  const bool joined = !phrase && (reader.take(of) || reader.take(from));
  reader.take(day_word);
  auto dir = reader.take(direction);
  const bool year_named =
      phrase || (joined && reader.at(unit) && reader.word(unit).value == years && reader.take(unit));
  if (year_named && !dir) dir = reader.take(direction);
  if (!year_named || !dir) return reader.back_to(before);
  date.year_offset = dir->value;
}

}  // namespace

void read_year_behind_month(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  reader.take_sign({",", "\u060C"});
  reader.take(of);
  reader.take(year_word);
  date.year = reader.take_year();
  if (!date.year) reader.back_to(before);
  if (!date.year) date.year = take_short_year(reader);
  if (!date.year) take_year_of_direction(reader, date);
  if (!date.year && !date.year_offset && reader.at(direction)) {
    const auto dir = reader.take(direction);
    date.direction = dir->value;
    date.today = date.today || dir->today;
  }
  if (!date.year) return;
  // The same day in the Islamic calendar.
  const auto alone = reader.place();
  const bool sign = reader.take_sign({",", "\u060C", "("});
  const bool same = reader.take(same_as).has_value();
  DateWords other_form;
  if ((sign || same) && read_hijri(reader, other_form)) {
    reader.take_sign({")"});
  } else {
    reader.back_to(alone);
  }
}

bool read_this_month(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  std::optional<int> offset;
  if (reader.at(direction) && !reader.word(direction).ambiguous) offset = reader.take(direction)->value;
  const bool named = reader.at(unit) && reader.word(unit).value == 3 && reader.take(unit);
  if (!named && !(offset && *offset == 0)) return reader.back_to(before), false;
  if (!offset && reader.at(direction)) offset = reader.take(direction)->value;
  if (!offset) return reader.back_to(before), false;
  date.month_offset = offset;
  return true;
}

bool read_day_month(Reader& reader, DateWords& date) {
  if (!take_days(reader, date)) return false;
  const auto behind_days = reader.place();
  if (!reader.take(of) && reader.take(from) && !reader.at(month) && !reader.at(unit)) reader.back_to(behind_days);
  if (const auto month_word = reader.take_month()) {
    date.month = month_word->value;
    read_year_behind_month(reader, date);
    return true;
  }
  return read_this_month(reader, date);
}

bool read_month_day(Reader& reader, DateWords& date) {
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.month = month_word->value;
  reader.take(of);
  if (!take_days(reader, date)) return false;
  read_year_behind_month(reader, date);
  return true;
}

void read_hour_behind(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  if (reader.at(clock_at) && reader.word(clock_at).value != 0) return;  // it stands for itself
  const bool introduced = reader.take(clock_at).has_value();
  const auto start = reader.place();
  const auto hours = reader.take(number);
  if (!hours || hours->value < 0 || hours->value > 23 || reader.written(start).size() > 2)
    return reader.back_to(before);
  const auto clock = behind_hours(reader, hours->value, true, introduced);
  const bool told = clock.word || (clock.colon && clock.minutes && (introduced || clock.half));
  if (!told || (clock.half && (clock.hours < 1 || clock.hours > 12))) return reader.back_to(before);
  date.clock = clock.of_day();
}

bool read_weekday(Reader& reader, DateWords& date, bool month_first) {
  const auto day = reader.take(weekday);
  if (!day) return false;
  date.weekday = day->value;
  const auto after = reader.place();
  if (const auto p = reader.take_part()) date.part = p->value;
  if (take_dated(reader, date, month_first)) return true;
  reader.back_to(after);
  if (!day->weekly) take_other_weekdays(reader, date);
  if (!date.more_weekdays.empty() && !reader.done() && reader.at(number)) {
    date.more_weekdays.clear();  // "Monday and Tuesday 5 May": two dates
    reader.back_to(after);
  }
  const auto told = reader.place();
  if (const auto dir = reader.take(direction)) date.direction = dir->value;
  if (const auto next = reader.take_following()) date.following = next->value;
  const bool bare = told == reader.place() && date.more_weekdays.empty() && !date.direction;
  if (const auto p = reader.take_part()) date.part = p->value;
  date.each = day->weekly && bare;
  return true;
}

bool read_month(Reader& reader, DateWords& date) {
  const auto month_name = reader.find(month);
  const bool alone = month_name && !month_name->ambiguous;
  const bool capitalised = reader.capitalised();
  const bool settled = reader.behind(year_word) || reader.behind(start);
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.month = month_word->value;
  read_year_behind_month(reader, date);
  if (month_word->name && !settled && !date.year && !date.direction && reader.at(other) && reader.capitalised())
    return false;
  return alone || date.year || date.year_offset || (settled && capitalised);
}

bool read_year(Reader& reader, DateWords& date) {
  constexpr int years = 4;
  const bool unit_of_years = reader.at(unit) && reader.word(unit).value == years;
  const bool introduced = reader.take(year_word).has_value();
  if (!introduced && !(unit_of_years && reader.take(unit))) return false;
  // "in May": a month that is an ordinary word too
  if (introduced && reader.at(month) && reader.word(month).ambiguous && reader.capitalised()) {
    date.month = reader.take_month()->value;
    read_year_behind_month(reader, date);
    return true;
  }
  date.year = reader.take_year();
  if (!date.year && introduced) date.year = take_year_of_two_digits(reader);
  return date.year.has_value();
}

bool read_digit_date(Reader& reader, DateWords& date, bool month_first) {
  if ((date.year = reader.take_year())) return month_and_day_of_iso(reader, date);
  const auto first = reader.take_day();
  if (!first || reader.done()) return false;
  std::string_view sign;
  for (std::string_view one : {"/", "-", "."}) {
    const auto before = reader.place();
    if (joined_sign(reader, one)) sign = one;
    reader.back_to(before);
  }
  if (sign.empty() || !joined_sign(reader, sign)) return false;
  const auto second = take_number(reader);
  if (!second || !joined_sign(reader, sign)) return false;
  date.year = reader.take_year();
  const bool swapped = (month_first && sign == "/" && *first <= 12) || *second > 12;
  date.month = swapped ? *first : *second;
  date.days = {swapped ? *second : *first};
  return date.year && *date.month >= 1 && *date.month <= 12 && date.days[0] >= 1 && date.days[0] <= 31;
}

bool read_plain_date(Reader& reader, DateWords& date) {
  reader.take(of);
  reader.take(day_word);
  if (reader.at(weekday)) return read_weekday(reader, date, false) && date.month;
  return read_day_month(reader, date) && date.month;
}

}  // namespace recoupe::time
