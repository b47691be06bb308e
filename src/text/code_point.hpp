// One code point of UTF-8 after the other.
//
//   for (std::size_t at = 0; at < utf8.size();) {
//     const auto c = code_point_at(utf8, at);
//     at = c.end;
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recoupe::text {

struct CodePoint {
  std::int32_t value = 0;  // negative where the bytes are not UTF-8
  std::size_t begin = 0;
  std::size_t end = 0;  // always beyond begin
};

CodePoint code_point_beyond_ascii(std::string_view utf8, std::size_t at);

// Precondition: at < utf8.size().
inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  const auto first = static_cast<unsigned char>(utf8[at]);
  if (first < 0x80) return {.value = first, .begin = at, .end = at + 1};
  return code_point_beyond_ascii(utf8, at);
}

void append_utf8(std::string& out, std::int32_t code_point);

}  // namespace recoupe::text
