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
    {"approx", WordClass::approx},
    {"dual", WordClass::dual},
    {"decade", WordClass::decade},
    {"following", WordClass::following},
    {"ahead", WordClass::ahead},
    {"recall", WordClass::recall},
    {"numbered", WordClass::numbered},
    {"title", WordClass::title},
    {"not-time", WordClass::other},
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
    const auto mark = row.field(2);
    words.phrases.add(row.field(0), Word{.kind = kind,
                                         .value = *value,
                                         .ambiguous = mark == "ambiguous",
                                         .weekly = mark == "weekly",
                                         .name = mark == "name"});
  }
  return {};
}

// Rows that are no phrase of a date but say how words around one are read. False where the class is another.
bool add_sign(LanguageWords& words, std::string_view kind, std::string folded) {
  const std::pair<std::string_view, std::vector<std::string>*> lists[] = {{"future-prefix", &words.future_prefixes},
                                                                          {"future-suffix", &words.future_suffixes},
                                                                          {"future-word", &words.future_words},
                                                                          {"possessive", &words.possessives},
                                                                          {"counted-suffix", &words.counted_suffixes}};
  for (auto const& [name, list] : lists) {
    if (name == kind) return list->push_back(std::move(folded)), true;
  }
  if (kind == "not-future") return words.not_future.insert(std::move(folded)), true;
  if (kind == "past-word") return words.past_words.insert(std::move(folded)), true;
  if (kind == "not-counted") return words.not_counted.insert(std::move(folded)), true;
  if (kind == "month-first") return words.month_first = true;
  if (kind == "small-letters") return words.small_letters = true;
  return false;
}

std::expected<void, lexicon::Error> add_word(LanguageWords& words, lexicon::Row const& row) {
  const auto kind = row.field(1);
  if (kind == "past-suffix")
    return words.past_suffixes.emplace_back(row.field(0)), std::expected<void, lexicon::Error>{};
  if (add_sign(words, kind, text::fold(row.field(0)))) return {};
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
    words.phrases.add(row.field(0), Word{.kind = word_class,
                                         .value = value,
                                         .rule = rule,
                                         .ambiguous = row.field(3) == "ambiguous",
                                         .today = row.field(3) == "today",
                                         .plural = row.field(3) == "plural",
                                         .leads = row.field(3) == "leads"});
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

std::string_view name_of(Basis basis) {
  switch (basis) {
    case Basis::written:
      return "written";
    case Basis::weekday_agreement:
      return "weekday";
    case Basis::anchor:
      return "anchor";
    case Basis::partial:
      return "partial";
    case Basis::doubtful:
      return "doubtful";
  }
  return "written";
}

}  // namespace recoupe::time
