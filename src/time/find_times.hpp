// When: dates, ranges and relative expressions of a text, normalised.
//
//   auto times = find_times(body, Anchor{2022y / September / 20}, vocabulary);
//   times[0].value;   // "2022-09-19" for "أمس الاثنين"
//
// Without an anchor a relative expression keeps what it says (`relative`) and an undated day stays "XXXX-09-19".
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "text/segment.hpp"

namespace recoupe::time {

using Anchor = std::optional<std::chrono::year_month_day>;  // when the text was published

enum class TimeType : std::uint8_t { date, time, duration, set };

// What a relative expression says, from its anchor; `weekday` is ISO 8601 (1 = Monday).
struct Relative {
  std::optional<int> days, weeks, months, years;
  std::optional<int> weekday;
  auto operator<=>(Relative const&) const = default;
};

// How the value came about.
enum class Basis : std::uint8_t {
  written,            // every component is in the text
  weekday_agreement,  // the year was chosen by its weekday
  anchor,             // computed from the anchor or from an earlier date of the text
  partial,            // some component stays unknown
  doubtful,           // relative inside recalled background: kept as written, resolves nothing
};

struct TimeExpression {
  text::ByteSpan span;
  TimeType type = TimeType::date;
  std::string value;  // EDTF; empty where EDTF has no form
  std::string timex;  // TIMEX3
  Basis basis = Basis::written;
  std::optional<Relative> relative;  // only where the anchor it needs is missing
  bool contradicts_weekday = false;  // the digits won over the weekday beside them
};

// The words of time of all languages, compiled.
class Vocabulary {
 public:
  static std::expected<Vocabulary, lexicon::Error> compile(lexicon::Lexicon const& lexicon);
  static constexpr std::string_view table_names[] = {"months", "weekdays", "time-words"};  // that compile reads
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();
  struct Tables;
  Tables const& tables() const { return *tables_; }

 private:
  explicit Vocabulary(std::unique_ptr<Tables const> tables);
  std::unique_ptr<Tables const> tables_;
};

// In order of their spans, which do not overlap.
std::vector<TimeExpression> find_times(text::SegmentedText const& body, Anchor anchor, Vocabulary const& vocabulary);

// Its value with the hour where it tells one: "2021-11-25T10:30". The value itself names days only.
std::string edtf_with_hour(TimeExpression const& expression);

// The day that the text calls its own ("this Friday 7 April 2023", "today, …"), year included: where nothing else says
// when it was published, this does.
std::optional<TimeExpression> own_day(text::SegmentedText const& body, Vocabulary const& vocabulary);

std::string_view name_of(TimeType type);  // "DATE", "TIME", "DURATION", "SET"
std::string_view name_of(Basis basis);    // "written", "weekday", "anchor", "partial", "doubtful"

}  // namespace recoupe::time
