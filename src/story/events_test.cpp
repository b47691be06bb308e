#include "story/events.hpp"

#include <gtest/gtest.h>

namespace recoupe::story {
namespace {

Event event(std::string date, std::vector<std::string> const& names, bool of_many = false) {
  Event made{std::move(date), {}, {}, of_many};
  for (auto const& name : names) made.parties.push_back({{name}, {}, {}});
  return made;
}

TEST(Events, ConflictOnOtherDaysOrWithOtherPeople) {
  const auto one = event("2021-04-06", {"berg", "martin"});
  EXPECT_FALSE(conflict(one, event("2021-04-06", {"berg", "martin"})));
  EXPECT_TRUE(conflict(one, event("2021-05-06", {"berg", "martin"}))) << "a month later";
  EXPECT_TRUE(conflict(one, event("2021-04-06", {"berg", "soto"}))) << "another counterpart";
  EXPECT_TRUE(conflict(one, event("2021-04-06", {"dupont"}))) << "nobody of the two";
  EXPECT_FALSE(conflict(one, event("2021-04-06", {"martin"}))) << "only one of them is named";
  EXPECT_FALSE(conflict(one, event("2021-04", {"berg", "martin"}))) << "the month may hold the day";
  EXPECT_FALSE(conflict(one, event("", {}))) << "unknown is no conflict";
  EXPECT_FALSE(conflict(one, event("2021-04-06", {"berg", "soto"}, true))) << "many take part";
}

TEST(Events, CountriesTellApartWhomNobodyNames) {
  auto one = event("", {"berg"});
  auto other = one;
  one.parties.push_back({{}, "FR", {}});
  other.parties.push_back({{}, "CL", {}});
  EXPECT_TRUE(conflict(one, other)) << "her French and her Chilean counterpart";
  other.parties.back().country.clear();
  EXPECT_FALSE(conflict(one, other)) << "who is unknown may be anybody";
  one.country = "SE", other.country = "AT";
  EXPECT_TRUE(conflict(one, other)) << "at two places";
}

TEST(Events, GroupsOfOtherKindsAreOtherPeople) {
  const auto berg_with = [](std::vector<std::string> kinds) {
    auto made = event("2021-04-06", {"berg"});
    made.parties.push_back({{}, {}, std::move(kinds)});
    return made;
  };
  EXPECT_TRUE(conflict(berg_with({"labour"}), berg_with({"business"})));
  EXPECT_FALSE(conflict(berg_with({"labour"}), berg_with({"business", "labour"}))) << "one may be a part of the other";
  EXPECT_FALSE(conflict(berg_with({"labour"}), berg_with({}))) << "who is unknown may be anybody";
  EXPECT_FALSE(conflict(berg_with({"labour"}), event("2021-04-06", {"berg", "soto"}))) << "who may speak for them";
}

TEST(Events, OneInCommonKeepsNobodyApart) {
  const std::vector<Event> left{event("2021-04-06", {"berg"}), event("2021-04-07", {"soto"})};
  const std::vector<Event> right{event("2021-04-07", {"soto"})};
  const std::vector<Event> other{event("2021-04-08", {"soto"})};
  EXPECT_FALSE(must_stay_apart(left, right));
  EXPECT_TRUE(must_stay_apart(left, other));
  EXPECT_FALSE(must_stay_apart({}, other));
}

TEST(Events, TwoPeopleOnCertainDaysAreOne) {
  const std::vector<Event> one{event("2021-04-06", {"berg", "martin"})};
  EXPECT_TRUE(tell_one(one, one));
  EXPECT_FALSE(tell_one(one, std::vector<Event>{event("2021-04", {"berg", "martin"})}));
  EXPECT_FALSE(tell_one(one, std::vector<Event>{event("2021-04-06", {"berg"})}));
}

}  // namespace
}  // namespace recoupe::story
