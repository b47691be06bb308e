#include "serve/token.hpp"

#include <gtest/gtest.h>

namespace recoupe::serve {
namespace {

TEST(Token, IsAnotherEachTime) {
  const auto one = make_token();
  EXPECT_EQ(one.size(), 32U);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), one.npos);
  EXPECT_NE(one, make_token());
}

TEST(Token, OnlyTheWholeOfItOpens) {
  const std::string token = "0123456789abcdef";
  EXPECT_TRUE(bears("Bearer 0123456789abcdef", token));
  for (const auto* wrong :
       {"", "Bearer ", "Bearer", "bearer 0123456789abcdef", "0123456789abcdef", "Bearer 0123456789abcde",
        "Bearer 0123456789abcdef0", "Bearer 0123456789abcdee", "Bearer 1123456789abcdef", "Basic 0123456789abcdef"})
    EXPECT_FALSE(bears(wrong, token)) << wrong;
  EXPECT_FALSE(bears("Bearer ", ""));
}

}  // namespace
}  // namespace recoupe::serve
