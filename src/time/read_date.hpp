// One date as its words say it, before it means a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/segment.hpp"
#include "time/words.hpp"

namespace recoupe::time {

// A token or phrase of the text with its classes.
struct Item {
  Word word;                                 // of a number, or the first of `words`
  std::vector<Word> const* words = nullptr;  // all that the phrase may be
  std::size_t first = 0;                     // token
  std::size_t end = 0;                       // one past the last token
  bool clitics = false;                      // letters of other words stand joined before it
  bool uncounted = false;                    // a word behind a number that is not what it counts
  std::size_t possessive = 0;                // bytes at its end that are no part of the date

  // What it is as `kind`, or nullptr.
  Word const* as(WordClass kind) const {
    if (word.kind == kind) return &word;
    if (!words) return nullptr;
    for (auto const& one : *words) {
      if (one.kind == kind) return &one;
    }
    return nullptr;
  }
};

struct Holiday {
  HolidayRule rule = HolidayRule::fixed;
  int value = 0;  // fixed and hijri: month * 100 + day, day 0 for the whole month; easter: days after it
};

// What the words give; everything is optional, but some component is there.
struct DateWords {
  std::size_t first = 0;  // token
  std::size_t end = 0;
  std::size_t possessive = 0;  // bytes at the end that are no part of the date
  std::size_t lead = 0;        // tokens of a word before it that stands for nothing
  std::optional<int> year, month, weekday;
  std::vector<int> days;           // in the order written; two with `range` are its ends
  std::optional<int> range_month;  // of the first end, where it is another month
  std::optional<int> range_year;
  bool range = false;
  std::optional<int> last_year;     // the other end of a range of years
  std::optional<int> month_offset;  // of the days: 0 this month, -1 the last one
  std::vector<int> more_weekdays;   // with `weekday`: others told with it
  std::optional<int> direction;     // -1, 0, 1
  std::optional<int> year_offset;   // of a month: -1 "of last year"
  std::optional<int> following;     // -1, 1: counted from the day told before
  std::optional<int> season;        // 1 spring .. 4 winter
  std::optional<int> part_of_year;  // with `parts`: which of them
  std::optional<int> parts;         // 2 halves, 4 quarters
  std::optional<int> decade;        // its first year
  std::optional<int> century;
  std::optional<Holiday> holiday;
  std::optional<int> hijri_month, hijri_year;
  bool each = false;           // a set: every unit, every weekday
  bool night_between = false;  // of two weekdays
  bool clock_only = false;     // of the day told before
  std::optional<int> part;
  std::optional<int> clock;  // minutes after midnight
  std::optional<int> day_offset;
  std::optional<int> next_day;
  std::optional<int> unit;    // with `direction` or `amount`
  std::optional<int> amount;  // of units, signed: before or after the anchor; unsigned for a duration
  std::string fraction;       // digits of the amount behind its decimal sign
  bool duration = false;
  bool vague = false;     // with `direction`: several units, nobody says how many
  bool ahead = false;     // a word before it makes it more likely to come
  bool recalled = false;  // in a sentence that recalls what is older
  bool today = false;     // points at the day of publication
};

// The date that begins at items[at], if one does.
std::optional<DateWords> read_date(text::SegmentedText const& body, std::vector<Item> const& items, std::size_t at,
                                   bool month_first);

}  // namespace recoupe::time
