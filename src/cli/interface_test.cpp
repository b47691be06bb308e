#include "cli/interface.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace recoupe::cli {
namespace {

lexicon::Lexicon const& words() {
  static const auto loaded = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return lexicon::Lexicon::load(folders);
  }();
  return *loaded;
}

TEST(Interface, SpeaksThreeLanguages) {
  const auto english = Interface::load(words(), "en");
  const auto french = Interface::load(words(), "fr");
  const auto arabic = Interface::load(words(), "ar");
  ASSERT_TRUE(english && french && arabic);
  EXPECT_EQ(english->say("reports", {std::size_t{1}}), "1 report");
  EXPECT_EQ(french->say("reports", {std::size_t{7}}), "7 articles");
  EXPECT_EQ(arabic->say("reports", {std::size_t{2}}), "مقالان");
  EXPECT_EQ(english->date("2022-04-07"), "7 April 2022");
  EXPECT_EQ(french->date("2022-04"), "avril 2022");
  EXPECT_EQ(arabic->date("2022-04-07"), "7 أبريل 2022");
  EXPECT_EQ(english->date("XXXX-05-06"), "6 May, year unknown");
  EXPECT_EQ(english->date("2022-04-07/2022-04-09"), "7 April 2022 to 9 April 2022");
  EXPECT_EQ(english->date("[2022-04-07,2022-04-08]"), "[2022-04-07,2022-04-08]");
  EXPECT_EQ(english->date(""), "date unknown");
  EXPECT_EQ(french->country("MA"), "Maroc");
  EXPECT_EQ(french->country("QQQQQ"), "QQQQQ");
  EXPECT_TRUE(french->percent(0.83).starts_with("83")) << french->percent(0.83);
}

TEST(Interface, EveryLanguageSaysTheSameThings) {
  const auto keys = [](std::string_view language) {
    std::vector<std::string> all;
    for (auto const& row : words().table(language, "interface")) all.push_back(row.fields[0]);
    std::ranges::sort(all);
    return all;
  };
  EXPECT_EQ(keys("fr"), keys("en"));
  EXPECT_EQ(keys("ar"), keys("en"));
}

TEST(Interface, AnUnknownLanguageIsAnError) { EXPECT_FALSE(Interface::load(words(), "xx")); }

}  // namespace
}  // namespace recoupe::cli
