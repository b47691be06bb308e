#include "name/foreign_letters.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/fold.hpp"

namespace recoupe::name {
namespace {

ForeignLetters const& letters() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return ForeignLetters::compile(lexicon::Lexicon::load(folders)->table("ar", "foreign-letters"));
  }();
  return *compiled;
}

TEST(ForeignLetters, TellNamesFromWords) {
  for (const auto* name : {"دوغاريك", "كامينسكي", "هالفورسن", "فيتسجيرالد"})
    EXPECT_GT(letters().odds(text::fold(name)), 0) << name;
  for (const auto* word : {"مصادر", "يجتمعون", "محادثات", "اجتماع"})
    EXPECT_LT(letters().odds(text::fold(word)), 0) << word;
}

TEST(ForeignLetters, BoundedAndSilentWithoutATable) {
  EXPECT_EQ(ForeignLetters().odds("دوغاريك"), 0);
  EXPECT_EQ(letters().odds(std::string(1'000'000, 'a')), letters().odds(std::string(40, 'a') + std::string(5, 'a')));
  letters().odds("");
  letters().odds("\xFF\xFE");
}

TEST(ForeignLetters, NameTheRowThatIsNoNumber) {
  const auto rows = lexicon::read_table("ab\tmuch\n", "letters.tsv");
  ASSERT_TRUE(rows);
  EXPECT_FALSE(ForeignLetters::compile(*rows));
}

}  // namespace
}  // namespace recoupe::name
