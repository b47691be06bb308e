#include "time/read_date.hpp"

#include "time/item_reader.hpp"
#include "time/read_day.hpp"
#include "time/read_period.hpp"
#include "time/read_range.hpp"
#include "time/read_relative.hpp"

namespace recoupe::time {
namespace {

using enum WordClass;

bool read_next_day(Reader& reader, DateWords& date) {
  date.next_day = reader.take(next_day)->value;
  return true;
}

// the month of June
bool read_month_of(Reader& reader, DateWords& date) {
  constexpr int months = 3;
  if (!reader.at(unit) || reader.word(unit).value != months) return false;
  reader.take(unit);
  reader.take(of);
  return read_month(reader, date);
}

// late Sunday
bool read_named_day(Reader& reader, DateWords& date) {
  if (!read_weekday(reader, date, false)) return false;
  date.each = false;
  return true;
}

// early June · late 2019 · the end of the 1980s · the beginning of last week
bool read_started(Reader& reader, DateWords& date) {
  reader.take(start);
  const auto place = reader.place();
  for (auto* read : {&read_month, &read_month_of, &read_era, &read_directed, &read_named_day}) {
    reader.back_to(place);
    date = {};
    if (!reader.take(of)) reader.take(from);
    reader.take(day_word);
    if (!reader.done() && read(reader, date)) return true;
  }
  reader.back_to(place);
  date = {};
  reader.take(of);
  reader.take(year_word);
  date.year = reader.take_year();
  return date.year.has_value();
}

// The longest of what the readers find at one place.
class Attempts {
 public:
  Attempts(text::SegmentedText const& body, std::vector<Item> const& items, std::size_t at, bool month_first)
      : body_(body), items_(items), at_(at), month_first_(month_first) {}

  template <class Read>
  void operator()(Read read) {
    Reader reader(body_, items_, at_);
    DateWords date;
    if (!read(reader, date) || reader.place() == at_) return;
    if (!date.duration && !date.clock_only && !date.each && !reader.done()) read_hour_behind(reader, date);
    if (date.clock_only) read_day_behind_hour(reader, date);
    date.first = items_[at_].first;
    date.end = reader.end_token();
    date.possessive = reader.possessive();
    if (!best_ || date.end > best_->end) best_ = date;
  }

  bool month_first() const { return month_first_; }
  std::optional<DateWords> best() && { return std::move(best_); }

 private:
  // 4 h Tuesday · 10 a.m. on Friday, March 3
  void read_day_behind_hour(Reader& reader, DateWords& date) const {
    const auto place = reader.place();
    reader.take(day_word);
    DateWords day;
    bool told = reader.at(weekday) && read_weekday(reader, day, month_first_);
    if (!told && reader.at(day_offset)) told = read_offset(reader, day);
    if (!told || !day.more_weekdays.empty()) return reader.back_to(place);
    day.each = false;
    day.clock = date.clock;
    date = day;
  }

  text::SegmentedText const& body_;
  std::vector<Item> const& items_;
  std::size_t at_;
  bool month_first_;
  std::optional<DateWords> best_;
};

void attempt_day(Attempts& attempt, WordClass kind) {
  const bool month_first = attempt.month_first();
  switch (kind) {
    case number:
      attempt([&](Reader& r, DateWords& d) { return read_digit_date(r, d, month_first); });
      attempt(read_day_month);
      break;
    case ordinal:
      attempt(read_day_month);
      break;
    case weekday:
      attempt([&](Reader& r, DateWords& d) { return read_weekday(r, d, month_first); });
      break;
    case month:
      attempt(read_month_day);
      attempt(read_month);
      attempt(read_month_range);
      break;
    case start:
      attempt(read_started);
      break;
    case from:
      attempt(read_day_range);
      attempt(read_month_range);
      attempt(read_weekday_range);
      break;
    case year_word:
      attempt(read_year);
      break;
    default:
      break;
  }
}

void attempt_relative(Attempts& attempt, WordClass kind) {
  switch (kind) {
    case part:
      attempt(read_part_first);
      break;
    case day_offset:
      attempt(read_offset);
      break;
    case next_day:
      attempt(read_next_day);
      break;
    case following:
      attempt(read_followed);
      break;
    case number:
    case ago:
    case within:
    case amount:
    case approx:
    case dual:
    case year_word:
      attempt(read_amount);
      break;
    case direction:
      attempt(read_directed);
      break;
    case unit:
      attempt(read_directed);
      attempt(read_year);
      attempt(read_month_of);
      break;
    default:
      break;
  }
}

}  // namespace

std::optional<DateWords> read_date(text::SegmentedText const& body, std::vector<Item> const& items, std::size_t at,
                                   bool month_first) {
  Attempts attempt(body, items, at, month_first);
  auto const& item = items[at];
  auto const* next = at + 1 < items.size() ? &items[at + 1] : nullptr;
  const auto attempt_as = [&](WordClass kind) {
    attempt_day(attempt, kind);
    attempt_relative(attempt, kind);
    if (may_begin_period(kind, next)) attempt(read_period);
  };
  if (item.words) {
    for (auto const& word : *item.words) attempt_as(word.kind);
  } else {
    attempt_as(item.word.kind);
  }
  if (item.as(of) && next && next->as(weekday)) attempt(read_weekday_range);
  return std::move(attempt).best();
}

}  // namespace recoupe::time
