#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

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

namespace {

std::size_t columns_of(std::int32_t c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const auto east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
}

struct Grapheme {
  std::size_t begin;
  std::size_t end;
  std::size_t columns;
};

// The first code point of a grapheme gives its width.
std::vector<Grapheme> graphemes(std::string_view text) {
  std::vector<Grapheme> found;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) return found;
  breaks->setText(&opened, status);
  for (auto begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    const auto at = static_cast<std::size_t>(begin);
    found.push_back({at, static_cast<std::size_t>(end), columns_of(text::code_point_at(text, at).value)});
  }
  utext_close(&opened);
  return found;
}

}  // namespace

std::size_t width(std::string_view shown) {
  std::size_t columns = 0;
  for (auto const& grapheme : graphemes(shown)) columns += grapheme.columns;
  return columns;
}

std::string padded(std::string_view shown, std::size_t columns) {
  const auto has = width(shown);
  return std::string(shown) + std::string(columns > has ? columns - has : 0, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t filled = 0;
  std::size_t blank = std::string::npos;  // the last blank of the line
  for (auto const& grapheme : graphemes(text)) {
    const auto written = text.substr(grapheme.begin, grapheme.end - grapheme.begin);
    if (filled + grapheme.columns > columns && !line.empty()) {
      std::string rest;
      if (blank != std::string::npos && written != " ") {
        rest = line.substr(blank + 1);
        line.resize(blank);
      }
      lines.push_back(std::move(line));
      line = std::move(rest);
      filled = width(line);
      blank = std::string::npos;
    }
    if (written == " ") {
      if (line.empty()) continue;
      blank = line.size();
    }
    line += written;
    filled += grapheme.columns;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string shortened(std::string_view text, std::size_t columns) {
  std::size_t filled = 0;
  std::size_t fits = 0;
  for (auto const& grapheme : graphemes(text)) {
    filled += grapheme.columns;
    if (filled > columns) return std::string(text.substr(0, fits)) + "\u2026";
    if (filled < columns) fits = grapheme.end;
  }
  return std::string(text);
}

Screen Screen::of(int descriptor) {
  Screen screen;
  if (isatty(descriptor) == 0) return screen;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) screen.columns = size.ws_col;
  const char* refused = std::getenv("NO_COLOR");
  screen.colours = refused == nullptr || *refused == '\0';
  return screen;
}

std::string Screen::paint(Style style, std::string_view shown) const {
  constexpr std::string_view codes[] = {"", "1", "2", "36", "32", "31"};
  const auto code = codes[static_cast<std::size_t>(style)];
  if (!colours || code.empty()) return std::string(shown);
  return "\x1b[" + std::string(code) + "m" + std::string(shown) + "\x1b[0m";
}

}  // namespace recoupe::cli
