#include "text/code_point.hpp"

#include <unicode/utf8.h>

// ICU's macros narrow on purpose.
#pragma GCC diagnostic ignored "-Wconversion"

namespace recoupe::text {

CodePoint code_point_beyond_ascii(std::string_view utf8, std::size_t at) {
  auto next = static_cast<std::int64_t>(at);
  CodePoint c{.value = 0, .begin = at, .end = at};
  // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): inside the macro
  U8_NEXT(utf8.data(), next, static_cast<std::int64_t>(utf8.size()), c.value);
  c.end = static_cast<std::size_t>(next);
  return c;
}

void append_utf8(std::string& out, std::int32_t code_point) {
  char buffer[4];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, code_point);
  out.append(buffer, static_cast<std::size_t>(length));
}

}  // namespace recoupe::text
