#include "text/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/code_point.hpp"

namespace recoupe::text {
namespace {

struct Mark {
  std::string_view bytes;
  const char* charset;
};

constexpr Mark marks[] = {{"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}};

// Whether the bytes are UTF-8, or were before some of them were damaged: among what is not ASCII, more sequences are
// valid than not. Text of another charset makes valid ones by accident only.
bool is_utf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto c = code_point_at(bytes, at);
    at = c.end;
    if (c.value < 0) ++broken;
    if (c.value > 0x7F) ++valid;
  }
  return broken == 0 || valid > broken;
}

bool convert(std::string_view bytes, const char* charset, Decoded& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset, &status), &ucnv_close);
  if (U_FAILURE(status)) return false;
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return false;
  out.utf8.clear();
  wide.toUTF8String(out.utf8);
  out.charset = charset;
  return true;
}

// What old pages call ISO-8859-1 is Windows-1252 (WHATWG Encoding Standard, section 4.2).
std::string known_name(std::string_view declared) {
  std::string name;
  for (auto c : declared) name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (name == "iso-8859-1" || name == "latin1" || name == "ascii" || name == "us-ascii") return "windows-1252";
  return name;
}

std::string detected_name(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const auto sample = bytes.substr(0, 64 * 1024);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), true);
  const auto* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) ? known_name(name) : "windows-1252";
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared_charset) {
  Decoded out;
  for (auto const& mark : marks) {
    if (bytes.starts_with(mark.bytes) && convert(bytes.substr(mark.bytes.size()), mark.charset, out)) return out;
  }
  if (is_utf8(bytes)) return {std::string(bytes), "UTF-8"};
  if (!declared_charset.empty()) {
    const auto name = known_name(declared_charset);
    if (name != "utf-8" && name != "utf8" && convert(bytes, name.c_str(), out)) return out;
  }
  if (convert(bytes, detected_name(bytes).c_str(), out)) return out;
  return {std::string(bytes), "UTF-8"};
}

}  // namespace recoupe::text
