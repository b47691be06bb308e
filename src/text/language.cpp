#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/code_point.hpp"

namespace recoupe::text {
namespace {

constexpr std::size_t prefix_bytes = 2000;     // for CLD2
constexpr std::size_t counted_bytes = 20'000;  // for scripts: a post in another one may stand in the first lines

struct Scripts {
  std::size_t arabic = 0;
  std::size_t other = 0;
};

Scripts count_scripts(std::string_view utf8) {
  Scripts scripts;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = code_point_at(utf8, at);
    at = c.end;
    if (c.value < 0x80) {  // most of what is read
      const auto small = c.value | 0x20;
      if (small >= 'a' && small <= 'z') ++scripts.other;
      continue;
    }
    if (!u_isalpha(c.value)) continue;
    UErrorCode status = U_ZERO_ERROR;
    (uscript_getScript(c.value, &status) == USCRIPT_ARABIC ? scripts.arabic : scripts.other) += 1;
  }
  return scripts;
}

std::string_view bounded_prefix(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return utf8;
  auto end = bytes;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  return utf8.substr(0, end);
}

// Letters that other languages of the Arabic script write and Arabic does not.
bool writes_beyond_arabic(std::string_view utf8) {
  static constexpr std::string_view foreign[] = {"\u067E", "\u0686", "\u0698", "\u06AF", "\u06CC", "\u0679", "\u06BE"};
  std::size_t seen = 0;
  for (auto letter : foreign) {
    for (auto at = utf8.find(letter); at != std::string_view::npos; at = utf8.find(letter, at + 1)) ++seen;
  }
  return seen * 25 > utf8.size() / 2;
}

}  // namespace

Language identify_language(std::string_view utf8, std::string_view hint) {
  const auto prefix = bounded_prefix(utf8, prefix_bytes);
  const auto scripts = count_scripts(bounded_prefix(utf8, counted_bytes));
  if (scripts.arabic + scripts.other == 0) return Language(hint);
  if (scripts.arabic > scripts.other && !writes_beyond_arabic(prefix)) return "ar";

  bool reliable = false;
  const auto found = CLD2::DetectLanguage(prefix.data(), static_cast<int>(prefix.size()), true, &reliable);
  if (!reliable && !hint.empty()) return Language(hint);
  if (found == CLD2::UNKNOWN_LANGUAGE) return Language(hint);
  const std::string_view code = CLD2::LanguageCode(found);
  return Language(code.substr(0, code.find('-')));
}

}  // namespace recoupe::text
