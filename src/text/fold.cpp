#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cassert>

#include "text/code_point.hpp"

namespace recoupe::text {
namespace {

// 0: dropped; otherwise the letter that stands for it. Applied after decomposition.
UChar32 one_form(UChar32 c) {
  switch (c) {
    case 0x0640:  // tatweel
      return 0;
    case 0x0671:  // alef wasla
      return 0x0627;
    case 0x0649:  // alef maqsura
    case 0x06CC:  // Farsi yeh
      return 0x064A;
    case 0x0629:  // teh marbuta
      return 0x0647;
    case 0x06A9:  // keheh
      return 0x0643;
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      break;
  }
  const auto type = U_MASK(u_charType(c));
  if ((type & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const auto digit = u_charDigitValue(c);
  return digit >= 0 ? '0' + digit : c;
}

icu::Normalizer2 const& decomposition() {
  static icu::Normalizer2 const& nfkd = [] -> icu::Normalizer2 const& {
    UErrorCode status = U_ZERO_ERROR;
    auto const* instance = icu::Normalizer2::getNFKDInstance(status);
    assert(U_SUCCESS(status));
    return *instance;
  }();
  return nfkd;
}

char small_ascii(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

void fold_code_point(std::string& out, UChar32 c) {
  if (c < 0x80) {
    out += small_ascii(static_cast<char>(c));
    return;
  }
  if (c >= 0x0621 && c <= 0x063A && (c < 0x0622 || c > 0x0626) &&
      c != 0x0629) {  // plain Arabic letters, the common case
    append_utf8(out, c);
    return;
  }
  icu::UnicodeString parts;
  if (!decomposition().getDecomposition(c, parts)) parts.setTo(c);
  parts.foldCase();
  for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    const auto letter = one_form(parts.char32At(at));
    if (letter != 0) append_utf8(out, letter);
  }
}

}  // namespace

Folded fold_with_origin(std::string_view utf8) {
  Folded result;
  result.folded.reserve(utf8.size());
  result.origin.reserve(utf8.size() + 1);
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = code_point_at(utf8, at);
    fold_code_point(result.folded, c.value < 0 ? 0xFFFD : c.value);
    result.origin.resize(result.folded.size(), c.begin);
    at = c.end;
  }
  result.origin.push_back(utf8.size());
  return result;
}

std::string fold(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  std::size_t at = 0;
  for (; at < utf8.size() && static_cast<unsigned char>(utf8[at]) < 0x80; ++at) folded += small_ascii(utf8[at]);
  while (at < utf8.size()) {
    const auto c = code_point_at(utf8, at);
    fold_code_point(folded, c.value < 0 ? 0xFFFD : c.value);
    at = c.end;
  }
  return folded;
}

}  // namespace recoupe::text
