#include "time/find_times.hpp"

#include <gtest/gtest.h>

#include "time/edtf.hpp"

namespace recoupe::time {
namespace {

using namespace std::chrono;

Vocabulary const& vocabulary() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Vocabulary::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

std::vector<TimeExpression> times(const char* language, const char* written, Anchor anchor) {
  return find_times(text::segment(text::Text::from_utf8(written), language, {"sept"}), anchor, vocabulary());
}

struct Case {
  const char* language;
  const char* written;
  Anchor anchor;
  const char* value;
};

class FindTimes : public testing::TestWithParam<Case> {};

TEST_P(FindTimes, GivesTheValue) {
  const auto& c = GetParam();
  const auto found = times(c.language, c.written, c.anchor);
  ASSERT_FALSE(found.empty()) << c.written;
  EXPECT_EQ(found.front().value, c.value) << c.written;
}

const Anchor told = 2023y / 5 / 10;  // a Wednesday

INSTANTIATE_TEST_SUITE_P(French, FindTimes,
                         testing::Values(Case{"fr", "Reçu lundi 19 septembre 2022 à Rabat", {}, "2022-09-19"},
                                         Case{"fr", "Reçu lundi 19 septembre à Rabat", 2024y / 3 / 5, "2022-09-19"},
                                         Case{"fr", "en visite les 13 et 14 juin 2022", {}, "2022-06-13/2022-06-14"},
                                         Case{"fr", "les 6 et 7 mai courant", {}, "XXXX-05-06/XXXX-05-07"},
                                         Case{"fr", "les 6 et 7 mai courant", told, "2023-05-06/2023-05-07"},
                                         Case{"fr", "le 21 février dernier", told, "2023-02-21"},
                                         Case{"fr", "le 20 décembre dernier", told, "2022-12-20"},
                                         Case{"fr", "du 30 décembre au 2 janvier 2024", {}, "2023-12-30/2024-01-02"},
                                         Case{"fr", "Il l'a vu hier.", told, "2023-05-09"},
                                         Case{"fr", "Il sera reçu vendredi.", told, "2023-05-12"},
                                         Case{"fr", "Il a été reçu vendredi.", told, "2023-05-05"},
                                         Case{"fr", "la semaine prochaine", told, "2023-05-15/2023-05-21"},
                                         Case{"fr", "il y a deux mois", told, "2023-03"},
                                         Case{"fr", "le 1er juillet 2021", {}, "2021-07-01"},
                                         Case{"fr", "Tunis, 3 mars 2021 - Le chef du protocole", {}, "2021-03-03"}));

INSTANTIATE_TEST_SUITE_P(
    Arabic, FindTimes,
    testing::Values(Case{"ar", "استقبل، أمس الثلاثاء، نظيره", told, "2023-05-09"},
                    Case{"ar", "خلال يومي 13 و14 يونيو 2022", {}, "2022-06-13/2022-06-14"},
                    Case{"ar", "في 2 تشرين أول (أكتوبر) 2020", {}, "2020-10-02"},
                    Case{"ar", "يوم ٣ شتنبر ٢٠٢١", {}, "2021-09-03"},
                    Case{"ar", "من 23 إلى 26 أبريل الجاري", 2023y / 4 / 28, "2023-04-23/2023-04-26"},
                    Case{"ar", "الشهر الماضي", told, "2023-04"}, Case{"ar", "غدا الخميس", told, "2023-05-11"},
                    Case{"ar", "بين 4 و9 مارس 2021", {}, "2021-03-04/2021-03-09"},
                    Case{"ar", "خطة سنة 2018", {}, "2018"}));

INSTANTIATE_TEST_SUITE_P(
    English, FindTimes,
    testing::Values(Case{"en", "on September 19, 2022", {}, "2022-09-19"},
                    Case{"en", "on 19 Sept. 2022", {}, "2022-09-19"},
                    Case{"en", "at the summit on July 11-12", 2023y / 7 / 1, "2023-07-11/2023-07-12"},
                    Case{"en", "He met her on Friday.", told, "2023-05-05"},
                    Case{"en", "He will meet her on Friday.", told, "2023-05-12"},
                    Case{"en", "last month", told, "2023-04"}, Case{"en", "three days ago", told, "2023-05-07"},
                    Case{"en", "on 9/19/2022", {}, "2022-09-19"}, Case{"en", "since 2016", {}, "2016"},
                    Case{"en", "on Monday 8 May", told, "2023-05-08"},
                    Case{"en", "on Monday, May 8", told, "2023-05-08"}));

TEST(FindTimes, NothingWhereNoTimeIsMeant) {
  for (auto [language, written] : {std::pair{"fr", "la 22e réunion de la loi 88-13"},
                                   {"fr", "4 × 23 ="},
                                   {"en", "He may march for a second."},
                                   {"ar", "المدير العام للأمن"},
                                   {"fr", "le 31 février"}}) {
    EXPECT_TRUE(times(language, written, told).empty()) << written;
  }
}

TEST(FindTimes, WithoutAnAnchorARelativeDateKeepsWhatItSays) {
  const auto found = times("ar", "استقبل، أمس الاثنين، نظيره", {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, "");
  ASSERT_TRUE(found[0].relative);
  EXPECT_EQ(found[0].relative->days, -1);
  EXPECT_EQ(found[0].relative->weekday, 1);
}

TEST(FindTimes, ADateThatTheTextCallsTodayIsItsAnchor) {
  const auto found = times("fr", "Reçu ce vendredi 7 avril 2023, après la visite du 21 février dernier.", {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].value, "2023-04-07");
  EXPECT_EQ(found[1].value, "2023-02-21");
}

TEST(FindTimes, ADatelineIsTheAnchorOfItsText) {
  const auto found = times("en", "TUNIS, 4 March 2021 - The envoy arrived on Tuesday.", {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].value, "2021-03-02");
  EXPECT_FALSE(found[1].relative);
  const auto recalled = times("en", "In Tunis, 4 March 2021, a treaty was signed. The envoy arrived on Tuesday.", {});
  ASSERT_EQ(recalled.size(), 2U);
  EXPECT_TRUE(recalled[1].relative);
}

TEST(FindTimes, AnHourBelongsToTheDayBeforeIt) {
  struct Hour {
    const char* language;
    const char* written;
    const char* timex;
  };
  for (auto const& hour : {Hour{"fr", "Il arrive demain à 9 h 15.", "2023-05-11T09:15"},
                           Hour{"en", "It begins tomorrow at 4:45 p.m.", "2023-05-11T16:45"},
                           Hour{"en", "It begins tomorrow at 12:05 a.m.", "2023-05-11T00:05"}}) {
    const auto found = times(hour.language, hour.written, told);
    ASSERT_EQ(found.size(), 1U) << hour.written;
    EXPECT_EQ(found[0].value, "2023-05-11") << hour.written;
    EXPECT_EQ(found[0].timex, hour.timex) << hour.written;
    EXPECT_EQ(found[0].type, TimeType::time) << hour.written;
  }
  const auto score = times("en", "They won yesterday 3:20 against all odds.", told);
  ASSERT_EQ(score.size(), 1U);
  EXPECT_EQ(score[0].timex, "2023-05-09");
}

TEST(FindTimes, DigitsBeatAWeekdayThatContradictsThem) {
  const auto found = times("fr", "mardi 19 septembre 2022", {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, "2022-09-19");
  EXPECT_TRUE(found[0].contradicts_weekday);
}

TEST(FindTimesProperty, SpansAreInOrderAndValuesParse) {
  std::string all;
  for (int i = 0; i < 3000; ++i) {
    static constexpr const char* pieces[] = {"lundi", "13",     "et",   "juin", "2022", "dernier", "du",   "au",
                                             ",",     "il y a", "deux", "mois", "/",    "-",       "hier", "fin"};
    all += pieces[(i * 7 + i / 16 * 5) % 16];
    all += ' ';
  }
  const auto found = times("fr", all.c_str(), told);
  EXPECT_GT(found.size(), 50U);
  std::size_t end = 0;
  for (auto const& time : found) {
    ASSERT_LE(end, time.span.begin);
    end = time.span.end;
    if (!time.value.empty()) {
      ASSERT_TRUE(days_of(time.value)) << time.value;
    }
  }
}

}  // namespace
}  // namespace recoupe::time
