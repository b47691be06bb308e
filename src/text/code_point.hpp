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

// Precondition: at < utf8.size().
CodePoint code_point_at(std::string_view utf8, std::size_t at);

void append_utf8(std::string& out, std::int32_t code_point);

}  // namespace recoupe::text
