#include <gtest/gtest.h>

#include "name/name_tokens.hpp"

namespace recoupe::name {
namespace {

class OriginalsTest : public testing::Test {
 protected:
  OriginalsTest() {
    originals_.add("nadir", {"نادر", "نذير"}, {});
    originals_.add("nader", {"نادر"}, {});
    originals_.add("nadia", {"ناديه"}, {"نديه"});
  }

  bool apart(std::string const& left, std::string const& right) const {
    const auto token = [&](std::string const& word) {
      NameToken made;
      made.word = word;
      made.script = word.front() >= 'a' && word.front() <= 'z' ? Script::latin : Script::arabic;
      made.original = originals_.number_of(word, made.script);
      return made;
    };
    EXPECT_EQ(originals_.are_apart(token(left), token(right)), originals_.are_apart(token(right), token(left)));
    return originals_.are_apart(token(left), token(right));
  }

  Originals originals_;
};

TEST_F(OriginalsTest, WordsOfOneOriginalAreNotApart) {
  EXPECT_FALSE(apart("nadir", "nader"));
  EXPECT_FALSE(apart("nadir", "نذير"));
  EXPECT_FALSE(apart("nadia", "نديه"));
  EXPECT_FALSE(apart("nadia", "nadia"));
}

TEST_F(OriginalsTest, KnownWordsOfOthersAre) {
  EXPECT_TRUE(apart("nader", "nadia"));
  EXPECT_TRUE(apart("nader", "نذير"));
  EXPECT_TRUE(apart("nadia", "نادر"));
}

TEST_F(OriginalsTest, WhatIsUnknownOrSeenOnceTellsNothing) {
  EXPECT_FALSE(apart("nader", "نديه"));  // seen once
  EXPECT_FALSE(apart("nadim", "نادر"));
  EXPECT_FALSE(apart("nader", "نديم"));
  EXPECT_FALSE(apart("نادر", "ناديه"));  // letters alone tell these
}

}  // namespace
}  // namespace recoupe::name
