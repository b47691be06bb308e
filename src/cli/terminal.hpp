// Foreign text on a terminal.
//
//   visible("a\x1b[2Jb");            // "a\\x1b[2Jb": control bytes and direction overrides are shown, never obeyed
//   isolated("الرباط")              // between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE
//   width("日本")                    // 4: columns, by grapheme
//   wrapped("one two three", 7);     // {"one two", "three"}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::cli {

// Every control code point (C0, C1, and the bidirectional ones) as an escape; invalid UTF-8 as U+FFFD.
std::string visible(std::string_view foreign);

// visible(), kept from reordering its neighbours.
std::string isolated(std::string_view foreign);

// Columns that a terminal gives it: wide graphemes take two, marks and invisible code points none.
std::size_t width(std::string_view shown);

// Behind it as many blanks as reach `columns`; unchanged where it is wider.
std::string padded(std::string_view shown, std::size_t columns);

// Lines of at most `columns`, broken at blanks; a longer word is cut between graphemes.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

// At most `columns`, with an ellipsis where something was cut.
std::string shortened(std::string_view text, std::size_t columns);

enum class Style : std::uint8_t { plain, strong, faint, accent, good, bad };

// How to write: colours only on a terminal that wants them.
struct Screen {
  bool colours = false;
  std::size_t columns = 100;

  // Of a file descriptor: its width, and colours unless NO_COLOR is set or it is no terminal.
  static Screen of(int descriptor);
  std::string paint(Style style, std::string_view shown) const;
};

}  // namespace recoupe::cli
