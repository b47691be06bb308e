#include <gtest/gtest.h>

#include "time/edtf.hpp"
#include "time/find_times.hpp"
#include "time/hijri.hpp"

namespace recoupe::time {
namespace {

using namespace std::chrono_literals;

std::vector<TimeExpression> times(std::string language, std::string_view written, Anchor anchor) {
  static const auto vocabulary = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Vocabulary::compile(*lexicon::Lexicon::load(folders));
  }();
  return find_times(text::segment(text::Text::from_utf8(written), std::move(language), {}), anchor, *vocabulary);
}

struct Case {
  const char* language;
  const char* written;
  const char* value;
  const char* timex;
};

class ReadPeriod : public testing::TestWithParam<Case> {};

TEST_P(ReadPeriod, GivesValueAndTimex) {
  auto const& one = GetParam();
  const auto found = times(one.language, one.written, 2023y / 5 / 10);  // a Wednesday
  ASSERT_EQ(found.size(), 1U) << one.written;
  EXPECT_EQ(found[0].value, one.value) << one.written;
  EXPECT_EQ(found[0].timex, one.timex) << one.written;
}

INSTANTIATE_TEST_SUITE_P(
    French, ReadPeriod,
    testing::Values(
        Case{"fr", "Elle revient au printemps 2024.", "2024-21", "2024-SP"},
        Case{"fr", "Un accord est attendu cet été.", "2023-22", "2023-SU"},
        Case{"fr", "au premier trimestre 2021", "2021-33", "2021-Q1"},
        Case{"fr", "depuis les années 80", "198X", "198"}, Case{"fr", "au XVIIIe siècle", "17XX", "17"},
        Case{"fr", "Le comité siège chaque année.", "", "P1Y"}, Case{"fr", "tous les mardis", "", "XXXX-WXX-2"},
        Case{"fr", "Il était venu le week-end dernier.", "2023-05-06/2023-05-07", "2023-W18-WE"},
        Case{"fr", "Il sera reçu le 17 courant.", "2023-05-17", "2023-05-17"},
        Case{"fr", "du 3 au 5 du mois en cours", "2023-05-03/2023-05-05", "2023-05-03/2023-05-05"},
        Case{"fr", "Réunis lundi et mardi, ils ont conclu.", "2023-05-08/2023-05-09", "2023-05-08/2023-05-09"},
        Case{"fr", "en octobre 97", "1997-10", "1997-10"}, Case{"fr", "Une visite de 36 heures", "", "PT36H"},
        Case{"fr", "à Noël 2021", "2021-12-25", "2021-12-25"},
        Case{"fr", "avant la Pentecôte", "2023-05-28", "2023-05-28"},
        Case{"fr", "la période 2015-2019", "2015/2019", "2015/2019"}));

INSTANTIATE_TEST_SUITE_P(Arabic, ReadPeriod,
                         testing::Values(Case{"ar", "في الربع الثاني من سنة 2022", "2022-34", "2022-Q2"},
                                         Case{"ar", "تنعقد الدورة كل سنة", "", "P1Y"},
                                         Case{"ar", "في 10 رمضان 1444 هـ", "2023-04-01", "2023-04-01"},
                                         Case{"ar", "يوم 10 رمضان 1444 الموافق 1 أبريل 2023", "2023-04-01",
                                              "2023-04-01"},
                                         Case{"ar", "الثالث والعشرين من أبريل 2023", "2023-04-23", "2023-04-23"},
                                         Case{"ar", "صباح أمس", "2023-05-09", "2023-05-09TMO"},
                                         Case{"ar", "الساعة التاسعة مساء", "2023-05-10", "2023-05-10T21:00"},
                                         Case{"ar", "بعد عيد الفطر", "2023-04-21", "2023-04-21"}));

INSTANTIATE_TEST_SUITE_P(English, ReadPeriod,
                         testing::Values(Case{"en", "in the third quarter of 2020", "2020-35", "2020-Q3"},
                                         Case{"en", "They meet every Thursday.", "", "XXXX-WXX-4"},
                                         Case{"en", "in the 1970s", "197X", "197"},
                                         Case{"en", "in two weeks", "2023-05-22/2023-05-28", "2023-W21"},
                                         Case{"en", "He may come in June.", "2023-06", "2023-06"},
                                         Case{"en", "over the past 48 hours", "", "PT48H"},
                                         Case{"en", "the twenty-third of March 2022", "2022-03-23", "2022-03-23"},
                                         Case{"en", "He left (1994).", "1994", "1994"},
                                         Case{"en", "They arrive this morning.", "2023-05-10", "2023-05-10TMO"}));

TEST(ReadPeriod, AgesAndNumbersAreNoTimes) {
  for (auto [language, written] :
       {std::pair{"fr", "Paul Martin, 52 ans, a été nommé."}, std::pair{"fr", "un agent de 34 ans"},
        std::pair{"fr", "âgé de 40 ans"}, std::pair{"en", "Karl is 61 years old."}, std::pair{"en", "aged 30 years"},
        std::pair{"fr", "une somme de 2000 euros"}, std::pair{"en", "about 1950 people came"},
        std::pair{"fr", "Il a été reçu."}, std::pair{"ar", "يبلغ من العمر 34 عاما"}}) {
    EXPECT_TRUE(times(language, written, 2023y / 5 / 10).empty()) << written;
  }
}

TEST(ReadPeriod, WithoutAnAnchorNothingIsGuessed) {
  EXPECT_EQ(times("fr", "Il sera reçu le 17 courant.", {}).size(), 0U);
  const auto weekend = times("fr", "Il était venu le week-end dernier.", {});
  ASSERT_EQ(weekend.size(), 1U);
  EXPECT_EQ(weekend[0].value, "");
  EXPECT_TRUE(weekend[0].relative);
  const auto season = times("fr", "à l'automne", {});
  ASSERT_EQ(season.size(), 1U);
  EXPECT_EQ(season[0].value, "XXXX-23");
}

TEST(ReadPeriod, WordsThatOnlyLookLikeFutureVerbs) {
  const auto told = times("ar", "استقبل الرئيس الوزير يوم الاثنين في ستوكهولم.", 2021y / 4 / 7);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].value, "2021-04-05");
  const auto planned = times("ar", "سيستقبل الرئيس الوزير يوم الاثنين.", 2021y / 4 / 7);
  ASSERT_EQ(planned.size(), 1U);
  EXPECT_EQ(planned[0].value, "2021-04-12");
}

TEST(ReadPeriod, ATextMayEndAnywhere) {
  for (auto [language, whole] :
       {std::pair{
            "fr",
            "au début de mai 2021, le premier trimestre 2020, du 3 au 5 du mois en cours, vers 18 h 30, chaque lundi"},
        std::pair{"en",
                  "early in May 2021, the first quarter of 2020, every Monday, in two weeks, at 4:45 p.m., the 1990s"},
        std::pair{"ar",
                  "مطلع مايو 2021، الربع الأول من سنة 2020، كل يوم، الساعة الخامسة مساء، 5 شعبان 1443 هـ الموافق 8 "
                  "مارس 2022"}}) {
    const std::string_view text = whole;
    for (std::size_t end = 0; end <= text.size(); ++end) times(language, text.substr(0, end), 2021y / 4 / 7);
  }
}

TEST(Hijri, DaysOfUmmAlQura) {
  EXPECT_EQ(day_of_hijri(1444, 9, 1), std::chrono::sys_days{2023y / 3 / 23});
  EXPECT_FALSE(day_of_hijri(1444, 9, 30).has_value() && days_in_hijri(1444, 9) == 29);
  EXPECT_FALSE(day_of_hijri(1444, 13, 1));
  EXPECT_FALSE(day_of_hijri(1200, 1, 1));
  EXPECT_EQ(hijri_year_at(std::chrono::sys_days{2023y / 3 / 23}), 1444);
}

TEST(Edtf, PartsOfAYear) {
  EXPECT_TRUE(compatible("2021-33", "2021-02-14"));
  EXPECT_FALSE(compatible("2021-33", "2021-04-01"));
  EXPECT_TRUE(compatible("2021-41", "2021-12-31"));
  EXPECT_FALSE(compatible("2021-22", "2021-11-01"));
  EXPECT_FALSE(days_of("2021-50"));
  EXPECT_FALSE(days_of("2021-33-01"));
}

}  // namespace
}  // namespace recoupe::time
