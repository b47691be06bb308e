#include "time/read_relative.hpp"

#include "time/read_day.hpp"
#include "time/read_period.hpp"
#include "time/read_range.hpp"

namespace recoupe::time {
namespace {

using enum WordClass;

constexpr int longest_shift = 4;  // of the units: hours and less are only measured
constexpr int weekend = 5;        // the last unit that a direction word can move to
constexpr int years = 4;

std::optional<int> take_amount(Reader& reader) {
  if (const auto digits = reader.take(number)) return digits->value > 0 ? std::optional(digits->value) : std::nullopt;
  const auto word = reader.take(amount);
  if (!word) return std::nullopt;
  // "four and twenty": the tens stand behind, joined to "and"
  const bool tens = word->value < 10 && reader.clitics() && reader.at(amount) && reader.word(amount).value % 10 == 0 &&
                    reader.word(amount).value >= 20;
  return word->value + (tens ? reader.take(amount)->value : 0);
}

// ,4: the digits behind the decimal sign
std::string take_fraction(Reader& reader) {
  const auto before = reader.place();
  if (!reader.spaced() && reader.take_sign({",", "."}) && reader.at(number) && !reader.spaced()) {
    const auto digits = reader.place();
    reader.take(number);
    return reader.written(digits);
  }
  reader.back_to(before);
  return {};
}

// "Karl, 61," · "aged 61 years" · "a driver of 38 years" · "children of 6-16 years"
bool is_age(Reader& reader, int count, bool person_before, bool of_before) {
  constexpr int grown = 16;
  constexpr int oldest = 110;
  if (reader.at(age_behind)) return true;
  if (person_before && !reader.at(ago)) return true;
  return of_before && count >= grown && count <= oldest && !reader.at(ago) && !reader.at(direction);
}

// the last 24 hours · the three last days: a length of time, not a date
bool read_length(Reader& reader, DateWords& date) {
  const auto count = take_amount(reader);
  reader.take(direction);
  const auto measure = count ? reader.take(unit) : std::nullopt;
  if (!measure) return false;
  date.unit = measure->value;
  date.amount = *count;
  return date.duration = true;
}

// this Friday [13 May]
bool directed_weekday(Reader& reader, DateWords& date, Word const& dir) {
  DateWords whole = date;
  if (!read_weekday(reader, whole, false)) return false;
  const auto own = whole.direction;
  date = whole;
  date.each = false;
  date.today = dir.today;
  if (!date.month) date.direction = own ? own : std::optional(dir.value);
  return true;
}

// morning · evening, behind "this"
bool directed_part(Reader& reader, DateWords& date, Word const& dir) {
  const auto p = reader.take(part);
  date.part = p->value;
  date.day_offset = dir.value;
  date.today = dir.value == 0;
  return true;
}

bool behind_direction(Reader& reader, DateWords& date, Word const& dir) {
  date.direction = dir.value;
  if (const auto measure = reader.take(unit)) {
    const bool more = reader.at(direction) && reader.word(direction).plural;  // "these last years"
    if (more) date.direction = reader.take(direction)->value;
    date.unit = measure->value;
    date.vague = dir.plural || measure->plural || more;
    return measure->value <= weekend;
  }
  if (reader.at(part)) return directed_part(reader, date, dir);
  if (reader.at(number) || reader.at(amount)) return read_length(reader, date);
  if (reader.at(direction)) {
    const auto second = *reader.take(direction);
    if (!reader.at(unit)) return read_length(reader, date);
    date.unit = reader.take(unit)->value;  // "these last months"
    date.direction = second.value;
    date.vague = dir.plural || second.plural;
    return *date.unit <= weekend;
  }
  if (reader.at(weekday)) return directed_weekday(reader, date, dir);
  const auto month_word = reader.take_month();
  if (month_word) date.month = month_word->value;
  return month_word.has_value();
}

}  // namespace

bool read_offset(Reader& reader, DateWords& date) {
  const auto offset = reader.take(day_offset);
  if (!offset) return false;
  date.day_offset = offset->value;
  date.today = offset->value == 0;
  const auto before = reader.place();
  reader.take_sign({",", "\u060C", "(", "-"});
  DateWords with_day = date;
  if (reader.at(weekday) && read_weekday(reader, with_day, false)) {
    date = with_day;
    date.each = false;
  } else {
    reader.back_to(before);
    with_day = date;
    if (read_day_month(reader, with_day)) {
      date = with_day;
    } else {
      reader.back_to(before);
    }
  }
  if (const auto p = reader.take_part()) date.part = p->value;
  return true;
}

bool read_amount(Reader& reader, DateWords& date) {
  if (reader.behind(approx)) return false;  // read from there, and refused: "the less than 17 years old"
  const auto before = reader.take(ago);
  auto ahead_by = before ? std::nullopt : reader.take(within);
  if (!before && !ahead_by && reader.at(year_word) && reader.word(year_word).value == 1)
    ahead_by = reader.take(year_word);
  const bool told_before = before || ahead_by;
  const bool person_before = reader.behind(age_before) || (reader.behind_sign(",") && !told_before);
  const bool of_before = reader.behind(of) || reader.behind(day_word);
  const bool range_before = reader.behind_sign("-") || reader.behind_sign("\u2013");
  reader.take(approx);
  const bool digits = reader.at(number);
  auto measure = reader.take(dual);
  const bool two = measure.has_value();
  auto count = two ? std::optional(2) : take_amount(reader);
  if (!count) return false;
  if (!measure && reader.at(direction)) {  // "three last days"
    reader.take(direction);
    measure = reader.take(unit);
    if (!measure || told_before) return false;
    date.unit = measure->value;
    date.amount = *count;
    return date.duration = true;
  }
  if (!measure) {
    if (digits) date.fraction = take_fraction(reader);
    measure = reader.take(unit);
  }
  if (!measure) return false;
  if (measure->value == years && (range_before || is_age(reader, digits ? *count : 0, person_before, of_before)))
    return false;
  date.unit = measure->value;
  date.amount = *count;
  if (two && reader.take(direction)) return date.duration = true;  // "the two last days"
  if (measure->value > longest_shift || !date.fraction.empty()) return date.duration = !told_before;
  if (before && before->value < 0) {
    if (before->ambiguous) return date.duration = true;  // "since three days" is a length
    return date.amount = -*count, true;
  }
  if (ahead_by) return true;
  if (before) return false;
  if (reader.at(ago) && reader.word(ago).value > 0) return reader.take(ago), date.amount = -*count, true;
  return date.duration = true;
}

bool read_directed(Reader& reader, DateWords& date) {
  if (const auto dir = reader.take(direction)) return behind_direction(reader, date, *dir);
  const auto measure = reader.take(unit);
  if (!measure) return false;
  date.unit = measure->value;
  const auto count = reader.take(amount);  // "the days three last"
  if (count && reader.take(direction)) return date.amount = count->value, date.duration = true;
  if (count || measure->value > weekend) return false;
  if (const auto next = reader.take_following()) return date.following = next->value, true;
  const auto dir = reader.take(direction);
  if (!dir) return false;
  date.direction = dir->value;
  date.vague = measure->plural || dir->plural;
  return true;
}

bool read_followed(Reader& reader, DateWords& date) {
  const auto which = reader.take(following);
  if (!which) return false;
  if (const auto measure = reader.take(unit)) {
    date.unit = measure->value;
    date.following = which->value;
    return which->value != 0 && measure->value <= weekend;
  }
  if (!reader.at(weekday) || !read_weekday(reader, date, false)) return false;
  date.each = false;
  if (!date.month) date.following = which->value;
  return true;
}

bool read_part_first(Reader& reader, DateWords& date) {
  const auto p = reader.take(part);
  const auto before = reader.place();
  if (read_weekday_range(reader, date)) {
    date.night_between = true;
    date.part = p->value;
    return true;
  }
  reader.back_to(before);
  date = {};
  reader.take(of);
  if (reader.at(day_offset)) {
    if (!read_offset(reader, date)) return false;
  } else if (!reader.at(weekday) || !read_weekday(reader, date, false)) {
    return false;
  }
  date.each = false;
  date.part = p->value;
  return true;
}

}  // namespace recoupe::time
