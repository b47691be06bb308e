#include "cli/terminal.hpp"

#include <array>
#include <cstdio>

#include "text/code_point.hpp"

namespace recoupe::cli {
namespace {

bool is_control(std::int32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

std::string escaped(std::int32_t c) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
  return buffer.data();
}

}  // namespace

std::string visible(std::string_view foreign) {
  std::string shown;
  for (std::size_t at = 0; at < foreign.size();) {
    const auto c = text::code_point_at(foreign, at);
    if (c.value < 0) {
      shown += "\xEF\xBF\xBD";
    } else if (is_control(c.value)) {
      shown += escaped(c.value);
    } else {
      shown += foreign.substr(c.begin, c.end - c.begin);
    }
    at = c.end;
  }
  return shown;
}

std::string isolated(std::string_view foreign) { return "\u2068" + visible(foreign) + "\u2069"; }

}  // namespace recoupe::cli
