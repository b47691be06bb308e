#include "time/read_date.hpp"

#include <charconv>

namespace recoupe::time {
namespace {

using enum WordClass;

int number_in(std::string const& folded) {
  int number = -1;
  if (folded.size() <= 4) std::from_chars(folded.data(), folded.data() + folded.size(), number);
  return number;
}

// A reader over the items of one sentence: every take_ moves on only where it succeeds.
class Reader {
 public:
  Reader(text::SegmentedText const& body, std::vector<Item> const& items, std::size_t at)
      : body_(body), items_(items), at_(at) {}

  bool at(WordClass kind) const { return at_ < items_.size() && items_[at_].word.kind == kind; }
  Word const& word() const { return items_[at_].word; }
  std::size_t place() const { return at_; }
  void back_to(std::size_t place) { at_ = place; }
  std::size_t end_token() const { return items_[at_ - 1].end; }
  bool done() const { return at_ >= items_.size(); }

  std::optional<Word> take(WordClass kind) {
    if (!at(kind)) return std::nullopt;
    return items_[at_++].word;
  }

  bool take_sign(std::initializer_list<std::string_view> signs) {
    if (!at(other)) return false;
    auto const& folded = body_.tokens[items_[at_].first].folded;
    for (auto sign : signs) {
      if (folded == sign) return ++at_, true;
    }
    return false;
  }

  std::optional<int> take_day() {
    const auto start = at_;
    const auto day = take(number);
    if (!day || day->value < 1 || day->value > 31 || written(start).size() > 2) return at_ = start, std::nullopt;
    if (at(suffix) && !spaced()) ++at_;
    return day->value;
  }

  std::optional<int> take_year() {
    const auto start = at_;
    const auto year = take(number);
    if (!year || year->value < 1000 || year->value > 2999 || written(start).size() != 4)
      return at_ = start, std::nullopt;
    return year->value;
  }

  std::optional<Word> take_month() {
    const auto month_word = take(month);
    if (!month_word) return std::nullopt;
    const auto before = at_;
    // A second name of the same month: in brackets, or after a slash.
    if (take_sign({"(", "/"}) && at(month) && word().value == month_word->value) {
      ++at_;
      take_sign({")"});
    } else {
      at_ = before;
    }
    // The stop of a short form: "Sept. 2022"; any other one ends the sentence.
    const auto stop = at_;
    if (take_sign({"."}) && !at(number)) at_ = stop;
    return month_word;
  }

  bool spaced() const { return at_ < items_.size() && body_.tokens[items_[at_].first].space_before; }
  std::string const& written(std::size_t item) const { return body_.tokens[items_[item].first].folded; }

 private:
  text::SegmentedText const& body_;
  std::vector<Item> const& items_;
  std::size_t at_;
};

void take_year_and_direction(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  reader.take_sign({",", "\u060C"});
  reader.take(of);
  reader.take(year_word);
  date.year = reader.take_year();
  if (!date.year) reader.back_to(before);
  if (!date.year && reader.at(direction)) {
    date.direction = reader.word().value;
    date.today = date.today || reader.word().today;
    reader.take(direction);
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

// [weekday] days month [year] [direction]
bool day_month(Reader& reader, DateWords& date) {
  if (!take_days(reader, date)) return false;
  reader.take(of);
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.month = month_word->value;
  take_year_and_direction(reader, date);
  return true;
}

// at 10 h 30 · at 10:30 [am]
void take_clock(Reader& reader, DateWords& date) {
  const auto before = reader.place();
  const bool introduced = reader.take(clock_at).has_value();
  const auto start = reader.place();
  const auto hours = reader.take(number);
  if (!hours || hours->value < 0 || hours->value > 23 || reader.written(start).size() > 2)
    return reader.back_to(before);
  const bool colon = reader.take_sign({":"});
  const bool named = !colon && reader.take(hour_word).has_value();
  const auto minutes_at = reader.place();
  const auto minutes = reader.take(number);
  const bool exact = minutes && minutes->value >= 0 && minutes->value < 60 && reader.written(minutes_at).size() == 2;
  if (!exact) reader.back_to(minutes_at);
  const auto half = reader.take(half_day);
  const bool told = named || (colon && exact && (introduced || half));
  if (!told || (half && (hours->value < 1 || hours->value > 12))) return reader.back_to(before);
  date.clock = (half ? hours->value % 12 + half->value : hours->value) * 60 + (exact ? minutes->value : 0);
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
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.days = {*first, *last};
  date.range = true;
  date.month = month_word->value;
  take_year_and_direction(reader, date);
  return true;
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

bool amount_of_units(Reader& reader, DateWords& date) {
  const auto before = reader.take(ago);
  const auto ahead = before ? std::nullopt : reader.take(within);
  const auto count = take_amount(reader);
  if (!count) return false;
  const auto measure = reader.take(unit);
  if (!measure) return false;
  date.unit = measure->value;
  date.amount = *count;
  if (before && before->value < 0) return date.amount = -*count, true;
  if (ahead) return true;
  if (before) return false;
  if (const auto behind = reader.take(ago); behind && behind->value > 0) return date.amount = -*count, true;
  return date.duration = true;
}

// last week · the month before: [direction] unit, unit [direction]
bool directed_unit(Reader& reader, DateWords& date) {
  if (const auto dir = reader.take(direction)) {
    date.direction = dir->value;
    if (const auto measure = reader.take(unit)) return date.unit = measure->value, true;
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
  if (!measure) return false;
  const auto dir = reader.take(direction);
  if (!dir) return false;
  date.unit = measure->value;
  date.direction = dir->value;
  return true;
}

bool month_date(Reader& reader, DateWords& date) {
  reader.take(start);
  const bool alone = !reader.word().ambiguous;
  const auto month_word = reader.take_month();
  if (!month_word) return false;
  date.month = month_word->value;
  take_year_and_direction(reader, date);
  return alone || date.year;
}

bool year_date(Reader& reader, DateWords& date) {
  const bool unit_of_years = reader.at(unit) && reader.word().value == 4;
  if (!reader.take(year_word) && !(unit_of_years && reader.take(unit))) return false;
  date.year = reader.take_year();
  return date.year.has_value();
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
  const bool swapped = (month_first && *first <= 12) || *second > 12;
  date.month = swapped ? *first : *second;
  date.days = {swapped ? *second : *first};
  return date.year && *date.month >= 1 && *date.month <= 12 && date.days[0] >= 1 && date.days[0] <= 31;
}

}  // namespace

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
    if (!date.duration && !reader.done()) take_clock(reader, date);
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
      break;
    default:
      break;
  }
  return best;
}

}  // namespace recoupe::time
