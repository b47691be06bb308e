#include "time/words.hpp"

#include <charconv>
#include <utility>

#include "text/fold.hpp"

namespace recoupe::time {
namespace {

constexpr std::pair<std::string_view, WordClass> classes[] = {
    {"day-offset", WordClass::day_offset},
    {"next-day", WordClass::next_day},
    {"direction", WordClass::direction},
    {"part", WordClass::part},
    {"unit", WordClass::unit},
    {"day-word", WordClass::day_word},
    {"year-word", WordClass::year_word},
    {"from", WordClass::from},
    {"to", WordClass::to},
    {"conjunction", WordClass::conjunction},
    {"suffix", WordClass::suffix},
    {"of", WordClass::of},
    {"ago", WordClass::ago},
    {"within", WordClass::within},
    {"amount", WordClass::amount},
    {"clock-at", WordClass::clock_at},
    {"hour-word", WordClass::hour_word},
    {"half-day", WordClass::half_day},
    {"ordinal", WordClass::ordinal},
    {"season", WordClass::season},
    {"year-part", WordClass::year_part},
    {"decade-word", WordClass::decade_word},
    {"decade-suffix", WordClass::decade_suffix},
    {"century-word", WordClass::century_word},
    {"every", WordClass::every},
    {"holiday-fixed", WordClass::holiday},
    {"holiday-easter", WordClass::holiday},
    {"holiday-hijri", WordClass::holiday},
    {"hijri-month", WordClass::hijri_month},
    {"hijri-era", WordClass::hijri_era},
    {"same-as", WordClass::same_as},
    {"age-before", WordClass::age_before},
    {"age-behind", WordClass::age_behind},
    {"start", WordClass::start},
};

std::expected<int, lexicon::Error> number_of(lexicon::Row const& row, std::size_t field) {
  const auto text = row.field(field);
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size())
    return std::unexpected(row.error("column " + std::to_string(field + 1) + " is not a number"));
  return number;
}

std::expected<void, lexicon::Error> add_numbered(LanguageWords& words, lexicon::Rows const& rows, WordClass kind,
                                                 int greatest) {
  for (auto const& row : rows) {
    const auto value = number_of(row, 1);
    if (!value) return std::unexpected(value.error());
    if (*value < 1 || *value > greatest) return std::unexpected(row.error("number out of range"));
    words.phrases.add(row.field(0), Word{kind, *value, {}, row.field(2) == "ambiguous", false});
  }
  return {};
}

std::expected<void, lexicon::Error> add_word(LanguageWords& words, lexicon::Row const& row) {
  const auto kind = row.field(1);
  if (kind == "future-prefix")
    return words.future_prefixes.push_back(text::fold(row.field(0))), std::expected<void, lexicon::Error>{};
  if (kind == "future-suffix")
    return words.future_suffixes.push_back(text::fold(row.field(0))), std::expected<void, lexicon::Error>{};
  if (kind == "future-word")
    return words.future_words.push_back(text::fold(row.field(0))), std::expected<void, lexicon::Error>{};
  if (kind == "not-future") {
    words.not_future.insert(text::fold(row.field(0)));
    return {};
  }
  if (kind == "month-first") return words.month_first = true, std::expected<void, lexicon::Error>{};
  for (auto const& [name, word_class] : classes) {
    if (name != kind) continue;
    int value = 0;
    if (!row.field(2).empty()) {
      const auto number = number_of(row, 2);
      if (!number) return std::unexpected(number.error());
      value = *number;
    }
    const auto rule = kind == "holiday-easter"  ? HolidayRule::easter
                      : kind == "holiday-hijri" ? HolidayRule::hijri
                                                : HolidayRule::fixed;
    words.phrases.add(row.field(0),
                      Word{word_class, value, rule, row.field(3) == "ambiguous", row.field(3) == "today"});
    return {};
  }
  return std::unexpected(row.error("unknown class \"" + std::string(kind) + "\""));
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& language : lexicon.languages()) {
    auto& words = tables->languages[language];
    if (auto added = add_numbered(words, lexicon.table(language, "months"), WordClass::month, 12); !added)
      return std::unexpected(added.error());
    if (auto added = add_numbered(words, lexicon.table(language, "weekdays"), WordClass::weekday, 7); !added)
      return std::unexpected(added.error());
    for (auto const& row : lexicon.table(language, "time-words")) {
      if (auto added = add_word(words, row); !added) return std::unexpected(added.error());
    }
  }
  return Vocabulary(std::move(tables));
}

std::string_view name_of(TimeType type) {
  switch (type) {
    case TimeType::date:
      return "DATE";
    case TimeType::time:
      return "TIME";
    case TimeType::duration:
      return "DURATION";
    case TimeType::set:
      return "SET";
  }
  return "DATE";
}

}  // namespace recoupe::time
