#include "name/name_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace recoupe::name {
namespace {

Matcher const& matcher() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Matcher::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

TEST(NameIndex, FindsANameInItsOtherSpellings) {
  NameIndex index(matcher());
  for (const auto* name : {"Ingrid Halvorsen", "Karim Bennani", "عبد القادر الناصري", "Karim Nasri", "Pedro Alcaraz"})
    index.add(name);
  EXPECT_EQ(index.candidates("كريم بناني", 1), std::vector<std::uint32_t>{1});
  EXPECT_EQ(index.candidates("Abdelkader Nasri", 1), std::vector<std::uint32_t>{2});
  EXPECT_EQ(index.candidates("BENNANI Karim", 1), std::vector<std::uint32_t>{1});
}

TEST(NameIndex, TakesNoMoreThanAskedAndEachOnce) {
  NameIndex index(matcher());
  for (int i = 0; i < 50; ++i) index.add("Karim Nasri Bennani");
  const auto found = index.candidates("Karim Nasri", 20);
  ASSERT_EQ(found.size(), 20U);
  EXPECT_TRUE(std::ranges::is_sorted(found));
  EXPECT_EQ(std::ranges::adjacent_find(found), found.end());
  EXPECT_EQ(index.candidates("Karim Nasri", 1000).size(), 50U);
}

TEST(NameIndex, WithoutKeysFindsNothing) {
  NameIndex index(matcher());
  EXPECT_TRUE(index.candidates("Karim", 10).empty());
  index.add("");
  index.add("\u0301\u0301");
  EXPECT_TRUE(index.candidates("", 10).empty());
  EXPECT_EQ(index.size(), 2U);
}

}  // namespace
}  // namespace recoupe::name
