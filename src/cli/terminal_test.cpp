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

}  // namespace
}  // namespace recoupe::cli
