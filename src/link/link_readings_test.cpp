#include "link/link_readings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "link/register_json.hpp"

namespace recoupe::link {
namespace {

encounter::Words const& words() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return encounter::Words::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

encounter::Reading reading_of(std::string_view text) {
  page::Source source{};
  source.bytes = text;
  source.path = "page";
  return encounter::read(*page::read_page(source, {}, words().pages), words());
}

Register made_of(std::vector<std::string_view> const& pages) {
  std::vector<encounter::Reading> readings;
  for (auto page : pages) readings.push_back(reading_of(page));
  return link_readings(std::move(readings), words().matcher);
}

std::string dumped(Register const& made) {
  std::string all;
  for (auto const& one : made.encounters) all += to_json(one).dump();
  for (auto const& one : made.people) all += to_json(one).dump();
  for (auto const& one : made.reports) all += to_json(one).dump();
  for (auto const& one : made.links) all += to_json(one).dump();
  for (auto const& one : made.stories) all += to_json(one).dump();
  for (auto const& one : made.reuse) all += to_json(one).dump();
  return all;
}

constexpr std::string_view told =
    "La présidente suédoise, Anna Berg, a reçu mardi 6 avril 2021 à Stockholm le ministre français de la Défense, Paul "
    "Martin, indique un communiqué de la présidence.";
constexpr std::string_view sister =
    "استقبلت رئيسة السويد آنا بيرغ، أمس الثلاثاء في ستوكهولم، وزير الدفاع الفرنسي بول مارتن، وناقشا أمن الحدود "
    "المشتركة.";
constexpr std::string_view later =
    "La présidente suédoise, Anna Berg, a reçu jeudi 6 mai 2021 à Stockholm le ministre français de la Défense, Paul "
    "Martin. Anna Berg avait rencontré Paul Martin à Stockholm le 6 avril 2021.";

TEST(LinkReadings, TwoScriptsTellOneEncounter) {
  const auto made = made_of({told, sister});
  ASSERT_EQ(made.encounters.size(), 1U);
  EXPECT_EQ(made.encounters[0].date, "2021-04-06");
  EXPECT_EQ(made.encounters[0].tellings.size(), 2U);
  EXPECT_EQ(made.people.size(), 2U);
}

TEST(LinkReadings, ASisterGivesTheDayOfPublication) {
  const auto made = made_of({told, sister});
  const auto inferred = std::ranges::find(made.reports, "sister", &Report::published_basis);
  ASSERT_NE(inferred, made.reports.end());
  EXPECT_EQ(inferred->published, "2021-04-07");
  EXPECT_TRUE(made_of({sister}).reports[0].published.empty()) << "alone nobody says it";
}

TEST(LinkReadings, AMemoryFindsTheEncounterThatItRecalls) {
  const auto made = made_of({told, later});
  ASSERT_EQ(made.encounters.size(), 2U);
  ASSERT_EQ(made.links.size(), 1U);
  EXPECT_EQ(made.links[0].from, made.encounters[1].id);
  EXPECT_EQ(made.links[0].to, made.encounters[0].id);
}

TEST(LinkReadings, NamesakesOfTwoCountriesStayApart) {
  const auto made = made_of({told,
                             "Le président chilien, Pedro Soto, a reçu lundi 5 avril 2021 à Santiago du Chili le "
                             "ministre belge des Transports, Paul Martin."});
  EXPECT_EQ(
      std::ranges::count_if(made.people, [](Person const& person) { return person.names[0].name == "Paul Martin"; }),
      2);
}

TEST(LinkReadings, OneWhoReceivesTwoGroupsMetThemApart) {
  constexpr std::string_view unions =
      "Le premier ministre suédois, Paul Martin, a reçu mardi 6 avril 2021 à Stockholm des représentants des "
      "syndicats.";
  constexpr std::string_view employers =
      "Le premier ministre suédois, Paul Martin, s'est entretenu mardi 6 avril 2021 à Stockholm avec les organisations "
      "patronales.";
  constexpr std::string_view in_arabic =
      "استقبل رئيس الوزراء السويدي بول مارتن، يوم الثلاثاء 6 أبريل 2021 بستوكهولم، ممثلي النقابات.";
  constexpr std::string_view somebody =
      "Le premier ministre suédois, Paul Martin, a reçu mardi 6 avril 2021 à Stockholm une délégation.";
  EXPECT_EQ(made_of({unions, employers}).encounters.size(), 2U);
  EXPECT_EQ(made_of({unions, in_arabic}).encounters.size(), 1U);
  EXPECT_EQ(made_of({in_arabic, employers}).encounters.size(), 2U);
  EXPECT_EQ(made_of({somebody, employers}).encounters.size(), 1U) << "a delegation may be of any";
}

// Each name is alike the next, the first and the last are not.
TEST(LinkReadings, AChainOfAlikeNamesJoinsNobody) {
  std::vector<std::string> pages;
  for (std::string name : {"Takashi Watanabe", "Tadashi Watanabe", "Tadaaki Watanabe", "Tomoaki Watanabe"})
    pages.push_back(
        "Le président chilien, Pedro Soto, a reçu lundi 5 avril 2021 à Santiago du Chili le ministre japonais "
        "des Transports, " +
        name + ".");
  const auto made = made_of({pages.begin(), pages.end()});
  const auto variants_of = [&](std::string const& name) {
    const auto found = std::ranges::find_if(
        made.people, [&](Person const& person) { return std::ranges::count(person.variants, name) != 0; });
    return found == made.people.end() ? std::vector<std::string>() : found->variants;
  };
  EXPECT_EQ(std::ranges::count(variants_of("Takashi Watanabe"), "Tomoaki Watanabe"), 0);
}

// In one script they may be two spellings of a name; two scripts that both tell them apart say that they are two.
TEST(LinkReadings, AlikeNamesThatBothScriptsTellApartAreTwo) {
  const auto page = [](std::string const& day, std::string const& name) {
    return "Le président chilien, Pedro Soto, a reçu " + day +
           " avril 2021 à Santiago du Chili le ministre japonais de la Défense, " + name + ".";
  };
  const auto in_arabic = [](std::string const& day, std::string const& name) {
    return "استقبل الرئيس التشيلي بيدرو سوتو، يوم " + day + " أبريل 2021 بسانتياغو، وزير الدفاع الياباني " + name + ".";
  };
  const std::vector<std::string> pages{page("lundi 5", "Takashi Watanabe"), in_arabic("الاثنين 5", "تاكاشي واتانابي"),
                                       page("mardi 20", "Tadashi Watanabe"),
                                       in_arabic("الثلاثاء 20", "تاداشي واتانابي")};
  const auto made = made_of({pages.begin(), pages.end()});
  EXPECT_EQ(made.people.size(), 3U);
  EXPECT_EQ(made.encounters.size(), 2U);
}

TEST(LinkProperty, EveryOrderGivesTheSameRegister) {
  std::vector<std::string_view> pages{
      told, sister, later,
      "Le président chilien, Pedro Soto, a reçu lundi 5 avril 2021 le ministre belge des Transports, Paul Martin."};
  std::ranges::sort(pages);
  std::set<std::string> seen;
  do {
    seen.insert(dumped(made_of(pages)));
  } while (std::ranges::next_permutation(pages).found);
  EXPECT_EQ(seen.size(), 1U);
}

TEST(LinkProperty, QuotationsLandOnWhatTheyQuote) {
  const auto made = made_of({told, sister, later});
  std::size_t quoted = 0;
  for (auto const& encounter : made.encounters) {
    for (auto const& telling : encounter.tellings) {
      for (auto const& evidence : telling.evidence) {
        const auto report = std::ranges::find(made.reports, evidence.report, &Report::id);
        ASSERT_NE(report, made.reports.end());
        const auto text = text::Text::from_utf8(report->blocks[evidence.block].text);
        ASSERT_EQ(text.slice(text.bytes(text::CodePointSpan{evidence.start, evidence.end})), evidence.exact);
        ++quoted;
      }
    }
  }
  EXPECT_GE(quoted, 4U);
}

}  // namespace
}  // namespace recoupe::link
