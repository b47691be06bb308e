#include "time/read_range.hpp"

#include "time/read_day.hpp"

namespace recoupe::time {
namespace {

using enum WordClass;

void pass_weekday(Reader& reader) {
  reader.take(day_word);
  if (reader.take(weekday)) reader.take_sign({",", "\u060C"});
  reader.take(day_word);
}

bool take_to(Reader& reader, bool may_be_and) {
  return reader.take(to) || reader.take_sign({"-", "\u2013"}) || (may_be_and && reader.take(conjunction));
}

}  // namespace

bool read_day_range(Reader& reader, DateWords& date) {
  if (!reader.take(from)) return false;
  pass_weekday(reader);
  const auto first = reader.take_day();
  if (!first) return false;
  reader.take(of);
  if (const auto month_word = reader.take_month()) {
    date.range_month = month_word->value;
    date.range_year = reader.take_year();
  }
  if (!take_to(reader, true)) return false;
  pass_weekday(reader);
  const auto last = reader.take_day();
  if (!last) return false;
  reader.take(of);
  date.days = {*first, *last};
  date.range = true;
  const auto month_word = reader.take_month();
  if (!month_word) return *first < *last && read_this_month(reader, date);
  date.month = month_word->value;
  read_year_behind_month(reader, date);
  return true;
}

bool read_month_range(Reader& reader, DateWords& date) {
  const bool introduced = reader.take(from).has_value();
  pass_weekday(reader);
  const auto first_month = reader.take_month();
  const auto first = first_month ? reader.take_day() : std::nullopt;
  if (!first || !take_to(reader, introduced)) return false;
  pass_weekday(reader);
  const auto last_month = reader.take_month();
  const auto last = reader.take_day();
  if (!last) return false;
  date.month = (last_month ? last_month : first_month)->value;
  if (last_month) date.range_month = first_month->value;
  date.days = {*first, *last};
  date.range = true;
  read_year_behind_month(reader, date);
  return last_month || *first < *last;
}

bool read_weekday_range(Reader& reader, DateWords& date) {
  if (!reader.take(from) && !reader.take(of)) return false;
  const auto first = reader.take(weekday);
  if (!first) return false;
  const bool hour_word_too = reader.at(clock_at) && reader.word(clock_at).value == 0;
  if (!take_to(reader, true) && !(hour_word_too && reader.take(clock_at))) return false;
  const auto last = reader.take(weekday);
  if (!last) return false;
  date.weekday = first->value;
  date.more_weekdays = {last->value};
  if (const auto dir = reader.take(direction)) date.direction = dir->value;
  return date.range = true;
}

}  // namespace recoupe::time
