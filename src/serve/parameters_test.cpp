#include "serve/parameters.hpp"

#include <gtest/gtest.h>

namespace recoupe::serve {
namespace {

std::string code_of(Parameters const& parameters, bool filters = true) {
  const auto checked = check(parameters, {"cursor"}, filters);
  return checked ? "" : checked.error().code;
}

TEST(Parameters, AreKnownOnceAndShort) {
  EXPECT_EQ(code_of({{"q", "الرباط"}, {"cursor", ""}}), "");
  EXPECT_EQ(code_of({{"q", "a"}}, false), "unknown_parameter");
  EXPECT_EQ(code_of({{"colour", "red"}}), "unknown_parameter");
  EXPECT_EQ(code_of({{"q", "a"}, {"q", "a"}}), "bad_parameter");
  EXPECT_EQ(code_of({{"q", std::string(201, 'a')}}), "bad_parameter");
  EXPECT_EQ(code_of({{"q", std::string("a\0b", 3)}}), "bad_parameter");
  EXPECT_EQ(code_of({{"q", "\xC3"}}), "bad_parameter");
  EXPECT_EQ(code_of({{"kind", ""}}), "bad_parameter");
  EXPECT_EQ(code_of({{"from", ""}}), "bad_parameter");
  std::string arabic;
  for (int i = 0; i < 200; ++i) arabic += "ا";
  EXPECT_EQ(code_of({{"q", arabic}}), "");
}

TEST(Parameters, DaysAndClosedFieldsHaveTheirShapes) {
  for (const auto* day : {"2022", "2022-04", "2022-04-07"}) EXPECT_TRUE(filter_of({{"from", day}})) << day;
  for (const auto* day : {"22", "2022-4", "2022-04-07T00", "XXXX", "2022/04"})
    EXPECT_FALSE(filter_of({{"to", day}})) << day;
  EXPECT_FALSE(filter_of({{"status", "maybe"}}));
  EXPECT_EQ(filter_of({{"country", "ma"}})->facets.at("country"), "MA");
  EXPECT_EQ(filter_of({{"place", "Québec"}})->facets.at("place"), "quebec");
}

TEST(Parameters, LimitsAreBounded) {
  for (const auto* limit : {"0", "201", "-1", "1e3", "99999999999999999999"})
    EXPECT_FALSE(paging_of({{"limit", limit}})) << limit;
  EXPECT_EQ(paging_of({{"limit", "7"}})->limit, 7U);
}

// Two dated encounters on one day, one later, two of an unknown day.
const std::vector<Dated> dated = {{3, "2022-04-07", "2022-04-07", 0},
                                  {5, "2022-04-07", "2022-04-07", 0},
                                  {4, "2023-01-01", "2023-01-01", 0},
                                  {1, "", "", 0},
                                  {2, "", "", 0}};
const Selection all = {0, 1, 2, 3, 4};

TEST(Parameters, EveryPageFollowsTheOneBefore) {
  for (const bool newest_first : {true, false}) {
    for (std::size_t limit = 1; limit <= 6; ++limit) {
      std::vector<Ordinal> seen;
      std::string cursor;
      do {
        const auto part = part_of(dated, all, {cursor, limit, newest_first});
        ASSERT_TRUE(part);
        seen.insert(seen.end(), part->items.begin(), part->items.end());
        ASSERT_LE(seen.size(), dated.size());
        cursor = part->next;
      } while (!cursor.empty());
      const std::vector<Ordinal> expected = newest_first ? std::vector<Ordinal>{2, 1, 0, 3, 4} : all;
      EXPECT_EQ(seen, expected) << newest_first << limit;
    }
  }
}

TEST(Parameters, ACursorThatIsNoneIsRefused) {
  for (const auto* cursor : {"x", "2022.1", "2022-04-07", "2022-04-07.", "2022-04-07.-1", ".99999999999999999999"})
    EXPECT_FALSE(part_of(dated, all, {cursor, 1, true})) << cursor;
}

TEST(Parameters, IdsAreALetterAndSixteenDigits) {
  EXPECT_TRUE(is_id("e0123456789abcdef", 'e'));
  for (const auto* id : {"", "e", "r0123456789abcdef", "e0123456789ABCDEF", "e0123456789abcdef0"})
    EXPECT_FALSE(is_id(id, 'e')) << id;
}

}  // namespace
}  // namespace recoupe::serve
