#include "time/read_date.hpp"

#include <charconv>

#include "time/item_reader.hpp"
#include "time/read_period.hpp"

namespace recoupe::time {
namespace {

using enum WordClass;

int number_in(std::string const& folded) {
  int number = -1;
  if (folded.size() <= 4) std::from_chars(folded.data(), folded.data() + folded.size(), number);
  return number;
}

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

void take_year_and_direction(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  reader.take_sign({",", "\u060C"});
  reader.take(of);
  reader.take(year_word);
  date.year = reader.take_year();
  if (!date.year) reader.back_to(before);
  if (!date.year) date.year = take_short_year(reader);
  if (!date.year && reader.at(direction)) {
    date.direction = reader.word().value;
    date.today = date.today || reader.word().today;
    reader.take(direction);
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

// 13 · 13, 14 and 15 · 6-7
bool take_days(Reader& reader, DateWords& date) {
  const auto first = reader.take_day();
  if (!first) return false;
  date.days.push_back(*first);
  for (;;) {
    const auto before = reader.place();
    const bool dash = reader.take_sign({"-", "\u2013", "\u2014"});
    if (!dash && !reader.take(conjunction) && !reader.take_sign({",", "\u060C"})) return true;
    reader.take(conjunction);
    const auto next = reader.take_day();
    if (!next || *next <= date.days.back()) return reader.back_to(before), true;
    date.days.push_back(*next);
    if (dash) return date.range = true;
  }
}

// 15 of this month · 15 of the month in progress: behind the days
bool this_month(Reader& reader, DateWords& date) {
  const bool dir_first = reader.at(direction) && !reader.word().ambiguous;
  const auto before = reader.place();
  std::optional<int> offset;
  if (dir_first) offset = reader.take(direction)->value;
  const bool named = reader.at(unit) && reader.word().value == 3 && reader.take(unit);
  if (!named && !(offset && *offset == 0)) return reader.back_to(before), false;
  if (!offset && reader.at(direction)) offset = reader.take(direction)->value;
  if (!offset) return reader.back_to(before), false;
  date.month_offset = offset;
  return true;
}

// [weekday] days month [year] [direction]
bool day_month(Reader& reader, DateWords& date) {
  if (!take_days(reader, date)) return false;
  const auto behind_days = reader.place();
  if (!reader.take(of) && reader.take(from) && !reader.at(month) && !reader.at(unit)) reader.back_to(behind_days);
  if (const auto month_word = reader.take_month()) {
    date.month = month_word->value;
    take_year_and_direction(reader, date);
    return true;
  }
  return this_month(reader, date);
}

// at 10 h 30 · at 10:30 [am]
void take_clock(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  if (reader.at(clock_at) && reader.word().value != 0) return;  // it stands for itself
  const bool introduced = reader.take(clock_at).has_value();
  const auto start = reader.place();
  const auto hours = reader.take(number);
  if (!hours || hours->value < 0 || hours->value > 23 || reader.written(start).size() > 2)
    return reader.back_to(before);
  const auto clock = behind_hours(reader, hours->value, true);
  const bool told = clock.word || (clock.colon && clock.minutes && (introduced || clock.half));
  if (!told || (clock.half && (clock.hours < 1 || clock.hours > 12))) return reader.back_to(before);
  date.clock = clock.of_day();
}

// September 19, 2022 · July 11-12
bool month_day(Reader& reader, DateWords& date) {
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.month = month_word->value;
  reader.take(of);
  if (!take_days(reader, date)) return false;
  take_year_and_direction(reader, date);
  return true;
}

// from 23 [September [2022]] to 26 September [2022]
bool day_range(Reader& reader, DateWords& date) {
  if (!reader.take(from)) return false;
  const auto first = reader.take_day();
  if (!first) return false;
  reader.take(of);
  if (const auto month_word = reader.take_month()) {
    date.range_month = month_word->value;
    date.range_year = reader.take_year();
  }
  if (!reader.take(to) && !reader.take(conjunction) && !reader.take_sign({"-", "\u2013"})) return false;
  reader.take(day_word);
  const auto last = reader.take_day();
  if (!last) return false;
  reader.take(of);
  date.days = {*first, *last};
  date.range = true;
  const auto month_word = reader.take_month();
  if (!month_word) return *first < *last && this_month(reader, date);
  date.month = month_word->value;
  take_year_and_direction(reader, date);
  return true;
}

// Monday and Tuesday: behind the first
void other_weekdays(Reader& reader, DateWords& date) {
  for (;;) {
    const auto before = reader.place();
    reader.take_sign({",", "\u060C"});
    reader.take(conjunction);
    const auto next = before == reader.place() ? std::nullopt : reader.take(weekday);
    if (!next) return reader.back_to(before);
    date.more_weekdays.push_back(next->value);
  }
}

bool weekday_date(Reader& reader, DateWords& date, bool month_first) {
  const auto day = reader.take(weekday);
  if (!day) return false;
  date.weekday = day->value;
  const auto after = reader.place();
  if (const auto p = reader.take(part)) date.part = p->value;
  reader.take_sign({",", "\u060C"});
  reader.take(day_word);
  reader.take(of);
  DateWords with_date = date;
  const auto dated = reader.place();
  if (month_first ? month_day(reader, with_date) : day_month(reader, with_date)) return date = with_date, true;
  reader.back_to(dated);
  with_date = date;
  if (month_first ? day_month(reader, with_date) : month_day(reader, with_date)) return date = with_date, true;
  reader.back_to(after);
  other_weekdays(reader, date);
  if (!date.more_weekdays.empty() && !reader.done() && reader.at(number)) {
    date.more_weekdays.clear();  // "Monday and Tuesday 5 May": two dates
    reader.back_to(after);
  }
  const auto dir = reader.take(direction);
  if (dir) date.direction = dir->value;
  if (const auto p = reader.take(part)) date.part = p->value;
  return true;
}

// yesterday [Monday [19 September]] [morning]
bool offset_date(Reader& reader, DateWords& date) {
  const auto offset = reader.take(day_offset);
  if (!offset) return false;
  date.day_offset = offset->value;
  date.today = offset->value == 0;
  auto before = reader.place();
  reader.take_sign({",", "\u060C", "(", "-"});
  DateWords with_day = date;
  if (reader.at(weekday) && weekday_date(reader, with_day, false)) {
    date = with_day;
  } else {
    reader.back_to(before);
    with_day = date;
    if (day_month(reader, with_day)) {
      date = with_day;
    } else {
      reader.back_to(before);
    }
  }
  if (const auto p = reader.take(part)) date.part = p->value;
  return true;
}

std::optional<int> take_amount(Reader& reader) {
  if (const auto digits = reader.take(number)) return digits->value > 0 ? std::optional(digits->value) : std::nullopt;
  if (const auto word = reader.take(amount)) return word->value;
  return std::nullopt;
}

// "Karl, 61," · "aged 61 years" · "a driver of 38 years"
bool is_age(Reader& reader, int years, bool person_before, bool of_before) {
  constexpr int grown = 16;
  constexpr int oldest = 110;
  if (reader.at(age_behind)) return true;
  if (person_before && !reader.at(ago)) return true;
  return of_before && years >= grown && years <= oldest && !reader.at(ago) && !reader.at(direction);
}

constexpr int longest_shift = 4;  // of the units: hours and less are only measured

bool amount_of_units(Reader& reader, DateWords& date) {
  const auto before = reader.take(ago);
  auto ahead = before ? std::nullopt : reader.take(within);
  if (!before && !ahead && reader.at(year_word) && reader.word().value == 1) ahead = reader.take(year_word);
  const bool person_before = reader.behind(age_before) || (reader.behind_sign(",") && !before && !ahead);
  const bool of_before = reader.behind(of) || reader.behind(day_word);
  const bool digits = reader.at(number);
  const auto count = take_amount(reader);
  if (!count) return false;
  const auto measure = reader.take(unit);
  if (!measure) return false;
  if (measure->value == 4 && is_age(reader, digits ? *count : 0, person_before, of_before)) return false;
  date.unit = measure->value;
  date.amount = *count;
  if (measure->value > longest_shift) return date.duration = !before && !ahead;
  if (before && before->value < 0) return date.amount = -*count, true;
  if (ahead) return true;
  if (before) return false;
  if (const auto behind = reader.take(ago); behind && behind->value > 0) return date.amount = -*count, true;
  return date.duration = true;
}

constexpr int weekend = 5;  // the last unit that a direction word can move to

// last week · the month before: [direction] unit, unit [direction]
bool directed_unit(Reader& reader, DateWords& date) {
  if (const auto dir = reader.take(direction)) {
    date.direction = dir->value;
    if (const auto measure = reader.take(unit)) return date.unit = measure->value, measure->value <= weekend;
    if (const auto p = reader.take(part)) {
      date.part = p->value;
      date.day_offset = dir->value;
      date.today = dir->value == 0;
      return true;
    }
    if (const auto count = take_amount(reader)) {  // these last 24 hours
      reader.take(direction);
      const auto measure = reader.take(unit);
      if (!measure) return false;
      date.unit = measure->value;
      date.amount = *count;
      return date.duration = true;
    }
    if (reader.at(direction)) {
      reader.take(direction);
      const auto count = take_amount(reader);
      const auto measure = count ? reader.take(unit) : std::nullopt;
      if (!measure) return false;
      date.unit = measure->value;
      date.amount = *count;
      return date.duration = true;
    }
    if (const auto day = reader.take(weekday)) {
      date.weekday = day->value;
      date.today = dir->today;
      DateWords whole = date;
      reader.back_to(reader.place() - 1);
      if (weekday_date(reader, whole, false)) date = whole;
      date.direction = date.direction ? date.direction : std::optional(dir->value);
      if (date.month) date.direction = whole.direction, date.today = dir->today;
      return true;
    }
    if (const auto month_word = reader.take_month()) return date.month = month_word->value, true;
    return false;
  }
  const auto measure = reader.take(unit);
  if (!measure || measure->value > weekend) return false;
  const auto dir = reader.take(direction);
  if (!dir) return false;
  date.unit = measure->value;
  date.direction = dir->value;
  return true;
}

bool month_date(Reader& reader, DateWords& date) {
  reader.take(start);
  if (!reader.at(month)) return false;
  const bool alone = !reader.word().ambiguous;
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.month = month_word->value;
  take_year_and_direction(reader, date);
  return alone || date.year;
}

bool year_date(Reader& reader, DateWords& date) {
  const bool unit_of_years = reader.at(unit) && reader.word().value == 4;
  const bool introduced = reader.take(year_word).has_value();
  if (!introduced && !(unit_of_years && reader.take(unit))) return false;
  // "in May": a month that is an ordinary word too
  if (introduced && reader.at(month) && reader.word().ambiguous && reader.capitalised()) {
    date.month = reader.take_month()->value;
    take_year_and_direction(reader, date);
    return true;
  }
  date.year = reader.take_year();
  return date.year.has_value();
}

// morning of yesterday: part before its day
bool part_first(Reader& reader, DateWords& date) {
  const auto p = reader.take(part);
  reader.take(of);
  if (reader.at(day_offset)) {
    if (!offset_date(reader, date)) return false;
  } else if (!reader.at(weekday) || !weekday_date(reader, date, false)) {
    return false;
  }
  date.part = p->value;
  return true;
}

// 2022-09-19 · 19/09/2022 · 19.09.2022
bool digit_date(Reader& reader, DateWords& date, bool month_first) {
  const auto take_number = [&]() -> std::optional<int> {
    const auto found = reader.take(number);
    return found ? std::optional(found->value) : std::nullopt;
  };
  const auto joined = [&](std::string_view sign) {
    return !reader.spaced() && reader.take_sign({sign}) && !reader.spaced();
  };
  if ((date.year = reader.take_year())) {
    if (!joined("-")) return false;
    date.month = take_number();
    if (!date.month || !joined("-")) return false;
    const auto day = reader.take_day();
    if (day) date.days = {*day};
    return day.has_value() && *date.month >= 1 && *date.month <= 12;
  }
  const auto first = reader.take_day();
  if (!first || reader.done()) return false;
  std::string_view sign;
  for (std::string_view one : {"/", "-", "."}) {
    const auto before = reader.place();
    if (joined(one)) sign = one;
    reader.back_to(before);
  }
  if (sign.empty() || !joined(sign)) return false;
  const auto second = take_number();
  if (!second || !joined(sign)) return false;
  date.year = reader.take_year();
  const bool swapped = (month_first && sign == "/" && *first <= 12) || *second > 12;
  date.month = swapped ? *first : *second;
  date.days = {swapped ? *second : *first};
  return date.year && *date.month >= 1 && *date.month <= 12 && date.days[0] >= 1 && date.days[0] <= 31;
}

}  // namespace

bool read_plain_date(Reader& reader, DateWords& date) {
  reader.take(of);
  reader.take(day_word);
  if (reader.at(weekday)) return weekday_date(reader, date, false) && date.month;
  return day_month(reader, date) && date.month;
}

std::vector<Item> classify(text::SegmentedText const& body, text::Sentence const& sentence,
                           LanguageWords const& words) {
  std::vector<Item> items;
  for (auto at = sentence.first_token; at < sentence.end_token;) {
    auto const& token = body.tokens[at];
    if (token.kind == text::TokenKind::number) {
      items.push_back({{number, number_in(token.folded)}, at, at + 1});
      ++at;
    } else if (const auto hit = words.phrases.longest_at(body, at, sentence.end_token, lexicon::Clitics::all)) {
      items.push_back({hit->value(), at, hit->end});
      at = hit->end;
    } else {
      items.push_back({{}, at, at + 1});
      ++at;
    }
  }
  return items;
}

std::optional<DateWords> read_date(text::SegmentedText const& body, std::vector<Item> const& items, std::size_t at,
                                   bool month_first) {
  std::optional<DateWords> best;
  const auto attempt = [&](auto read) {
    Reader reader(body, items, at);
    DateWords date;
    if (!read(reader, date) || reader.place() == at) return;
    if (!date.duration && !date.clock_only && !date.each && !reader.done()) take_clock(reader, date);
    date.first = items[at].first;
    date.end = reader.end_token();
    if (!best || date.end > best->end) best = date;
  };
  switch (items[at].word.kind) {
    case number:
      attempt([&](Reader& r, DateWords& d) { return digit_date(r, d, month_first); });
      attempt(day_month);
      attempt(amount_of_units);
      break;
    case ordinal:
      attempt(day_month);
      break;
    case part:
      attempt(part_first);
      break;
    case weekday:
      attempt([&](Reader& r, DateWords& d) { return weekday_date(r, d, month_first); });
      break;
    case month:
    case start:
      attempt(month_day);
      attempt(month_date);
      break;
    case from:
      attempt(day_range);
      break;
    case day_offset:
      attempt(offset_date);
      break;
    case next_day:
      attempt([](Reader& r, DateWords& d) { return d.next_day = r.take(next_day)->value, true; });
      break;
    case ago:
    case within:
    case amount:
      attempt(amount_of_units);
      break;
    case direction:
    case unit:
      attempt(directed_unit);
      attempt(year_date);
      break;
    case year_word:
      attempt(year_date);
      attempt(amount_of_units);
      break;
    default:
      break;
  }
  const auto next = at + 1 < items.size() ? items[at + 1].word.kind : other;
  if (may_begin_period(items[at].word.kind, next)) attempt(read_period);
  return best;
}

}  // namespace recoupe::time
