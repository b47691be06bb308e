#include "serve/budget.hpp"

#include <gtest/gtest.h>

#include "serve/quotation.hpp"
#include "text/text.hpp"

namespace recoupe::serve {
namespace {

TEST(Budget, ATenthOfAReportMayBeQuoted) {
  Budget budget;
  budget.allow("r", 1000);
  std::size_t quoted_points = 0;
  for (std::size_t at = 0; at < 20; ++at)
    quoted_points +=
        text::Text::from_utf8(budget.quote("r", {0, at * 50, at * 50 + 30}, std::string(30, 'a'), 200)).length();
  EXPECT_LE(quoted_points, 100U);
  EXPECT_GE(quoted_points, 90U);
}

TEST(Budget, OnePlaceCostsOnce) {
  Budget budget;
  budget.allow("r", 300);
  const auto once = budget.quote("r", {1, 0, 20}, std::string(20, 'a'), 200);
  EXPECT_EQ(once, std::string(20, 'a'));
  EXPECT_EQ(budget.quote("r", {1, 0, 20}, std::string(20, 'a'), 200), once);
  EXPECT_EQ(budget.left("r"), 10U);
}

TEST(Budget, NothingOfAReportThatIsNotPublished) {
  Budget budget;
  EXPECT_EQ(budget.quote("r", {0, 0, 5}, "words", 200), "");
  budget.allow_all("r");
  EXPECT_EQ(budget.quote("r", {0, 0, 5}, "words", 200), "words");
}

TEST(Quotation, IsCutBetweenCodePoints) {
  EXPECT_EQ(quoted("الرباط", 6), "الرباط");
  EXPECT_EQ(quoted("الرباط", 4), "الر\u2026");
  EXPECT_EQ(quoted("الرباط", 0), "");
  link::Json value{{"facts", {{{"evidence", {{{"exact", std::string(300, 'a')}, {"prefix", "b"}, {"suffix", "c"}}}}}}}};
  shorten_quotations(value);
  auto const& one = value["facts"][0]["evidence"][0];
  EXPECT_EQ(text::Text::from_utf8(one["exact"].get<std::string>()).length(), 200U);
  EXPECT_EQ(one["prefix"], "");
}

}  // namespace
}  // namespace recoupe::serve
