#include "time/edtf.hpp"

#include <gtest/gtest.h>

namespace recoupe::time {
namespace {

using namespace std::chrono;

TEST(DaysOf, TakesTheSubset) {
  EXPECT_EQ(days_of("2022-09-19")->first, sys_days{2022y / 9 / 19});
  EXPECT_EQ(days_of("2022-02")->last, sys_days{2022y / 2 / 28});
  EXPECT_EQ(days_of("2022-06-13/2022-06-14")->last, sys_days{2022y / 6 / 14});
  EXPECT_EQ(days_of("{2023-10-05,2023-10-12}")->last, sys_days{2023y / 10 / 12});
  EXPECT_EQ(days_of("[2022-06-13..2022-06-14]")->last, sys_days{2022y / 6 / 14});
  EXPECT_FALSE(days_of("XXXX-05-06")->year_known);
  EXPECT_EQ(days_of("2022-09-19/..")->first, sys_days{2022y / 9 / 19});
  EXPECT_EQ(days_of("2022-09-19T14:00")->last, sys_days{2022y / 9 / 19});
}

TEST(DaysOf, SaysWhatIsWrong) {
  EXPECT_EQ(days_of("").error(), EdtfError::empty);
  EXPECT_EQ(days_of("hier").error(), EdtfError::malformed);
  EXPECT_EQ(days_of("2023-02-30").error(), EdtfError::no_such_day);
  EXPECT_EQ(days_of("2023-13-01").error(), EdtfError::no_such_day);
  EXPECT_EQ(days_of("{2023-02-01").error(), EdtfError::malformed);
}

TEST(Compatible, UnknownIsNeverAConflict) {
  EXPECT_TRUE(compatible("2022-09", "2022-09-19"));
  EXPECT_FALSE(compatible("2022-09-19", "2022-09-20"));
  EXPECT_TRUE(compatible("XXXX-09-19", "2022-09-19"));
  EXPECT_FALSE(compatible("XXXX-09-19", "2022-09-20"));
  EXPECT_TRUE(compatible("", "2022-09-20"));
  EXPECT_TRUE(compatible("2022-09-19/..", "2024"));
}

TEST(IsExact, IsADayOrDays) {
  EXPECT_TRUE(is_exact("2022-09-19"));
  EXPECT_TRUE(is_exact("2022-06-13/2022-06-14"));
  EXPECT_FALSE(is_exact("2022-09"));
  EXPECT_FALSE(is_exact("XXXX-09-19"));
  EXPECT_FALSE(is_exact("2022-09-19/.."));
  EXPECT_FALSE(is_exact(""));
}

TEST(EdtfProperty, EveryDayComesBack) {
  for (auto day = sys_days{1999y / 1 / 1}; day < sys_days{2031y / 1 / 1}; day += days{13}) {
    ASSERT_EQ(day_of(to_edtf(year_month_day{day})), year_month_day{day});
  }
}

}  // namespace
}  // namespace recoupe::time
