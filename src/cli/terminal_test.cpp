#include "cli/terminal.hpp"

#include <gtest/gtest.h>

namespace recoupe::cli {
namespace {

TEST(Visible, ControlsAreShownNotObeyed) {
  EXPECT_EQ(visible("a\x1b[2Jb\nc"), "a\\x1b[2Jb\\x0ac");
  EXPECT_EQ(visible("x\u202Ey"), "x\\u202ey");
  EXPECT_EQ(visible("\xFF"), "\xEF\xBF\xBD");
  EXPECT_EQ(visible("الرباط é"), "الرباط é");
}

TEST(Isolated, KeepsItsNeighboursInPlace) { EXPECT_EQ(isolated("الرباط"), "\u2068الرباط\u2069"); }

TEST(Width, ByGrapheme) {
  EXPECT_EQ(width("abc"), 3U);
  EXPECT_EQ(width("e\u0301te\u0301"), 3U);
  EXPECT_EQ(width("\u65E5\u672C"), 4U);
  EXPECT_EQ(width("\u2068\u0627\u0644\u0631\u0651\u2069"), 3U);
  EXPECT_EQ(padded("\u65E5", 4), "\u65E5  ");
  EXPECT_EQ(padded("long", 2), "long");
}

TEST(Wrapped, BreaksAtBlanksAndCutsLongWords) {
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
  EXPECT_TRUE(wrapped("", 5).empty());
  for (auto const& line : wrapped(
           "\u0627\u0633\u062A\u0642\u0628\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u0646\u0638\u064A\u0631\u0647",
           9))
    EXPECT_LE(width(line), 9U);
}

TEST(Shortened, SaysThatSomethingWasCut) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("abcd", 3), "ab\u2026");
}

TEST(Screen, NoColoursUnlessAsked) {
  EXPECT_EQ(Screen{}.paint(Style::bad, "x"), "x");
  EXPECT_EQ((Screen{true, 80}.paint(Style::bad, "x")), "\x1b[31mx\x1b[0m");
  EXPECT_EQ((Screen{true, 80}.paint(Style::plain, "x")), "x");
}

}  // namespace
}  // namespace recoupe::cli
