#include "cli/interface.hpp"

#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>

#include "time/edtf.hpp"

namespace recoupe::cli {
namespace {

// Western digits whatever the language: dates stand beside those of the pages' data.
icu::Locale locale_of(std::string const& language) { return {(language + "@numbers=latn").c_str()}; }

std::string utf8(icu::UnicodeString const& text) {
  std::string written;
  text.toUTF8String(written);
  return written;
}

}  // namespace

std::expected<Interface, lexicon::Error> Interface::load(lexicon::Lexicon const& lexicon, std::string language) {
  Interface made;
  made.language_ = std::move(language);
  auto const& rows = lexicon.table(made.language_, "interface");
  if (rows.empty()) return std::unexpected(lexicon::Error{made.language_, 0, "no interface.tsv for this language"});
  for (auto const& row : rows) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat pattern(icu::UnicodeString::fromUTF8(std::string(row.field(1))), locale_of(made.language_),
                                     status);
    if (row.fields.size() != 2 || U_FAILURE(status)) return std::unexpected(row.error("no key and message pattern"));
    made.phrases_[std::string(row.field(0))] = row.field(1);
  }
  for (auto const& row : lexicon.table("world", "countries")) {
    if (row.field(1) == made.language_) made.countries_.try_emplace(std::string(row.field(0)), row.field(2));
  }
  return made;
}

std::string Interface::say(std::string_view key, std::vector<Argument> const& arguments) const {
  const auto phrase = phrases_.find(key);
  if (phrase == phrases_.end()) return std::string(key);
  if (arguments.empty()) return phrase->second;
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat pattern(icu::UnicodeString::fromUTF8(phrase->second), locale_of(language_), status);
  std::vector<icu::Formattable> values;
  for (auto const& argument : arguments) {
    if (auto const* count = std::get_if<std::size_t>(&argument)) {
      values.emplace_back(static_cast<std::int64_t>(*count));
    } else {
      values.emplace_back(icu::UnicodeString::fromUTF8(std::get<std::string>(argument)));
    }
  }
  icu::UnicodeString said;
  icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
  pattern.format(values.data(), static_cast<std::int32_t>(values.size()), said, ignored, status);
  return U_SUCCESS(status) ? utf8(said) : phrase->second;
}

std::string Interface::date(std::string_view edtf) const {
  if (edtf.empty()) return say("date.unknown");
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) return day(edtf);
  return say("between", {day(edtf.substr(0, slash)), day(edtf.substr(slash + 1))});
}

std::string Interface::day(std::string_view edtf) const {
  const auto days = time::days_of(edtf);
  const bool no_year = edtf.starts_with("XXXX-");
  const auto parts = 1 + std::ranges::count(edtf, '-');
  const bool digits =
      std::ranges::all_of(no_year ? edtf.substr(5) : edtf, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
  if (!days || !digits || parts > 3 || edtf.size() > 10) return std::string(edtf);
  const char* skeleton = no_year      ? (parts == 3 ? "d MMMM" : "MMMM")
                         : parts == 3 ? "d MMMM y"
                         : parts == 2 ? "MMMM y"
                                      : "y";
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format(icu::UnicodeString(skeleton), locale_of(language_), status);
  format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString said;
  if (U_SUCCESS(status)) {
    const auto since = days->first.time_since_epoch();
    format.format(static_cast<UDate>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count()), said);
  }
  return no_year ? say("date.no_year", {utf8(said)}) : utf8(said);
}

std::string Interface::country(std::string_view code) const {
  if (code.empty()) return {};
  icu::UnicodeString said;
  icu::Locale("und", std::string(code).c_str()).getDisplayCountry(locale_of(language_), said);
  auto name = utf8(said);
  if (!name.empty() && name != code) return name;
  const auto own = countries_.find(code);  // a country that only the user's words know
  return own == countries_.end() ? std::string(code) : own->second;
}

std::string Interface::percent(double share) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto said = icu::number::NumberFormatter::withLocale(locale_of(language_))
                        .unit(icu::NoUnit::percent())
                        .precision(icu::number::Precision::integer())
                        .formatDouble(share * 100, status)
                        .toString(status);
  return U_SUCCESS(status) ? utf8(said) : std::to_string(static_cast<int>(share * 100)) + " %";
}

std::string Interface::name(link::Person const& person) const {
  const std::string_view script = language_ == "ar" ? "Arab" : "Latn";
  const auto own = std::ranges::find(person.names, script, &link::NameInScript::script);
  if (own != person.names.end()) return own->name;
  return person.names.empty() ? std::string() : person.names.front().name;
}

}  // namespace recoupe::cli
