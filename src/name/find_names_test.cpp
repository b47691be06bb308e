#include "name/find_names.hpp"
#include "name/within_offices.hpp"

#include <gtest/gtest.h>

#include <random>

namespace recoupe::name {
namespace {

Vocabulary const& vocabulary() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Vocabulary::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

struct Case {
  const char* language;
  const char* written;
  const char* person;
  const char* title;  // of the first office, or empty
  const char* country;
};

class FindPerson : public testing::TestWithParam<Case> {};

TEST_P(FindPerson, WithTheOffice) {
  auto const& c = GetParam();
  const auto names = find_names(text::segment(text::Text::from_utf8(c.written), c.language, {"m"}), vocabulary());
  ASSERT_FALSE(names.people.empty()) << c.written;
  EXPECT_EQ(names.people[0].name, c.person);
  const auto offices = names.people[0].offices;
  EXPECT_EQ(offices.empty() ? "" : offices[0].title, c.title);
  EXPECT_EQ(offices.empty() ? "" : offices[0].country, c.country);
}

INSTANTIATE_TEST_SUITE_P(
    Titles, FindPerson,
    testing::Values(
        Case{"fr", "Le directeur général de la Sûreté nationale (DGSN), Karim Bennani, est là.", "Karim Bennani",
             "directeur général de la Sûreté nationale (DGSN)", "MA"},
        Case{"fr", "Il a reçu Anna Berg, ministre des Affaires étrangères de la Suède.", "Anna Berg",
             "ministre des Affaires étrangères de la Suède", "SE"},
        Case{"fr", "le président du gouvernement espagnol, Pedro Sánchez, à Rabat", "Pedro Sánchez",
             "président du gouvernement espagnol", "ES"},
        Case{"en", "Swedish Foreign Minister Anna Berg arrived.", "Anna Berg", "Swedish Foreign Minister", "SE"},
        Case{"en", "talks with President Trump on Monday", "Trump", "President", ""},
        Case{"ar", "استقبل وزير الخارجية السويدي كريم بناني اليوم", "كريم بناني", "وزير الخارجية السويدي", "SE"},
        Case{"ar", "رئيس الحكومة الإسبانية بيدرو سانشيز، الذي يقوم", "بيدرو سانشيز", "رئيس الحكومة الإسبانية", "ES"},
        Case{"ar", "التقى ناصر الدين العلوي، وزير الدفاع، نظيره", "ناصر الدين العلوي", "وزير الدفاع", ""}));

TEST(FindNames, ShortFormsAreOfThePersonNamedInFull) {
  const auto names = find_names(
      text::segment(
          text::Text::from_utf8("La ministre suédoise Anna Berg est arrivée. Berg repart demain. Mme Berg l'a dit."),
          "fr", {"mme"}),
      vocabulary());
  ASSERT_EQ(names.people.size(), 1U);
  EXPECT_EQ(names.people[0].variants, (std::vector<std::string>{"Anna Berg", "Berg"}));
}

TEST(FindNames, AnOfficeAloneIsItsHolderWhereThePageSaysSo) {
  const auto names = find_names(
      text::segment(
          text::Text::from_utf8("Le directeur de la CIA, William Burns, est venu. Le patron de la CIA repart."), "fr",
          {}),
      vocabulary());
  ASSERT_EQ(names.people.size(), 1U);
  EXPECT_EQ(names.mentions.back().kind, MentionKind::office);
  EXPECT_EQ(names.mentions.back().entity, 0U);
}

TEST(FindNames, PlacesAndBodiesAreNoPeople) {
  const auto names = find_names(
      text::segment(
          text::Text::from_utf8("Rabat et Madrid se parlent. Le Grand Débat continue à New York, selon l'ONU."), "fr",
          {}),
      vocabulary());
  EXPECT_TRUE(names.people.empty());
  EXPECT_EQ(names.places.size(), 3U);
  EXPECT_EQ(names.organisations.size(), 1U);
}

TEST(FindNames, WhatAnOfficeIsOfIsToldApart) {
  const auto body =
      text::segment(text::Text::from_utf8("La présidente du Sénat a reçu l'ambassadeur du Pérou."), "fr", {});
  const auto within = find_within_offices(body, find_names(body, vocabulary()), vocabulary());
  ASSERT_EQ(within.size(), 2U);
  EXPECT_EQ(within[0].kind, MentionKind::organisation);
  EXPECT_EQ(within[1].country, "PE");
}

TEST(FindNames, AContinentIsARegion) {
  const auto names = find_names(text::segment(text::Text::from_utf8("Il a traversé l'Asie."), "fr", {}), vocabulary());
  ASSERT_EQ(names.places.size(), 1U);
  EXPECT_TRUE(names.places[0].is_region);
  EXPECT_TRUE(names.places[0].country.empty());
}

TEST(FindNames, AHyphenMayJoinASmallLetterAndAMonthMayBeASurname) {
  const auto people = [](std::string language, std::string_view written) {
    const auto names = find_names(text::segment(text::Text::from_utf8(written), std::move(language), {}), vocabulary());
    std::vector<std::string> found;
    for (auto const& person : names.people) found.push_back(person.name);
    return found;
  };
  EXPECT_EQ(people("en", "Minister Kim Dae-jung arrived."), (std::vector<std::string>{"Kim Dae-jung"}));
  EXPECT_EQ(people("en", "Karl August spoke."), (std::vector<std::string>{"Karl August"}));
  EXPECT_EQ(people("en", "Karl Berg left in August 2020."), (std::vector<std::string>{"Karl Berg"}));
}

TEST(FindNamesProperty, SpansAreSortedAndOnTokens) {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::string all;
    for (int i = 0; i < 200; ++i) {
      static constexpr const char* pieces[] = {"Le",   "ministre", "de", "la",   "Défense",   ",",
                                               "Anna", "Berg",     "(",  "DGST", ")",         "et",
                                               "des",  "français", ".",  "M.",   "président", "Paris"};
      all += std::string(pieces[random() % 18]) + ' ';
    }
    const auto body = text::segment(text::Text::from_utf8(all), "fr", {"m"});
    const auto names = find_names(body, vocabulary());
    for (std::size_t i = 0; i < names.mentions.size(); ++i) {
      auto const& mention = names.mentions[i];
      ASSERT_TRUE(mention.whole.contains(mention.span));
      ASSERT_LE(mention.whole.end, body.text.size());
      if (i > 0) {
        ASSERT_LE(names.mentions[i - 1].span, mention.span);
      }
      if (mention.kind == MentionKind::person) {
        ASSERT_LT(mention.entity, names.people.size());
      }
    }
  }
}

}  // namespace
}  // namespace recoupe::name
