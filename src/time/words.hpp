// The words of time of one language, compiled from its tables months, weekdays, time-words.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon/phrase_table.hpp"
#include "time/find_times.hpp"

namespace recoupe::time {

enum class WordClass : std::uint8_t {
  other,
  number,         // digits in the text; value: the number
  month,          // 1..12
  weekday,        // 1..7
  day_offset,     // days from the anchor: yesterday -1
  next_day,       // days from the last date told: the day after +1
  direction,      // -1 past, 0 this, 1 future
  part,           // of a day: 1 morning, 2 noon, 3 afternoon, 4 evening, 5 night
  unit,           // 1 day, 2 week, 3 month, 4 year
  day_word,       // "day" or "days" before a date: stands for nothing
  year_word,      // introduces a year
  from,           // begins a range
  to,             // within a range
  conjunction,    // between days of a list
  suffix,         // of an ordinal day
  of,             // between day and month
  ago,            // -1 before the amount, 1 behind it
  within,         // "in" three days: future
  amount,         // a number word
  clock_at,       // before a time of day
  hour_word,      // behind the hours of a time of day
  half_day,       // behind a time of day; value: 0 or 12 hours on
  ordinal,        // a written ordinal, 1..31
  season,         // 1 spring .. 4 winter
  year_part,      // a part of the year; value: how many make one (2, 4)
  decade_word,    // before the number of a decade
  decade_suffix,  // behind it
  century_word,
  every,  // before a unit or weekday: a set
  holiday,
  hijri_month,  // 1..12
  hijri_era,    // behind a year of that calendar
  same_as,      // between a date and its form in another calendar
  age_before,   // before a number of years: an age
  age_behind,
  start,      // beginning, middle or end of a month or year
  approx,     // before an amount: part of its span, not of its value
  dual,       // a unit that says two of itself; value: the unit
  decade,     // a decade by its name; value: its first year
  following,  // behind a weekday or unit: counted from the day told before, -1 or 1
  ahead,      // before a date: it is more likely to come ("by", "from ... on")
  recall,     // opens a sentence that recalls what is older
  numbered,   // before the number of a thing: a law, a flight, a page
  title,      // before a surname
};

enum class HolidayRule : std::uint8_t { fixed, easter, hijri };

struct Word {
  WordClass kind = WordClass::other;
  int value = 0;
  HolidayRule rule = HolidayRule::fixed;  // of a holiday
  bool ambiguous = false;                 // an ordinary word too: needs a number beside it
  bool today = false;                     // points at the day of publication ("this", "today")
  bool weekly = false;                    // a weekday in a form that alone means every one of them
  bool plural = false;                    // of a unit or a direction: without an amount no one unit is meant
  bool leads = false;                     // stands before what it counts only ("that same" Monday)
  bool name = false;                      // of persons too: alone before another name it is one
};

struct LanguageWords {
  lexicon::PhraseTable<Word> phrases;
  std::vector<std::string> future_prefixes;  // of verbs, folded
  std::vector<std::string> future_suffixes;
  std::vector<std::string> future_words;
  std::set<std::string, std::less<>> not_future;  // what only looks like a future verb
  std::vector<std::string> past_suffixes;         // as written: of a participle right before the date
  std::set<std::string, std::less<>> past_words;  // verbs of what was, anywhere in the clause
  std::vector<std::string> possessives;           // behind a word of time, no part of the date
  std::vector<std::string> counted_suffixes;      // of a noun that is counted: "2000 people" is no year
  std::set<std::string, std::less<>> not_counted;
  bool small_letters = false;  // months and weekdays are written small: capitals make a name
  bool month_first = false;    // 9/19/2022
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
};

}  // namespace recoupe::time
