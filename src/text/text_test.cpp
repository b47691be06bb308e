#include "text/text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace recoupe::text {
namespace {

TEST(Text, CountsCodePointsNotBytes) {
  const auto text = Text::from_utf8("Été à الرباط 🙂");
  EXPECT_EQ(text.length(), 14U);
  EXPECT_EQ(text.code_points({0, 5}), (CodePointSpan{0, 3}));
  EXPECT_EQ(text.slice(text.bytes(CodePointSpan{6, 12})), "الرباط");
}

TEST(Text, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(Text::from_utf8("a\xFFz").view(), "a\xEF\xBF\xBDz");
  EXPECT_EQ(Text::from_utf8(std::string_view("a\0b", 3)).view(), "a b");
  EXPECT_EQ(Text::from_utf8("\xE2\x82").view(), "\xEF\xBF\xBD");
}

TEST(TextProperty, BytesAndCodePointsComeBack) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
      static constexpr const char* pieces[] = {"a", "é", "ش", "🙂", " ", "\n"};
      bytes += pieces[random() % 6];
    }
    const auto text = Text::from_utf8(bytes);
    for (std::size_t at = 0; at <= text.length(); at += 1 + random() % 7) {
      const auto there = text.bytes(CodePointSpan{0, at});
      ASSERT_EQ(text.code_points(there), (CodePointSpan{0, at}));
    }
  }
}

}  // namespace
}  // namespace recoupe::text
