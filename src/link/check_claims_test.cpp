#include "link/check_claims.hpp"

#include <gtest/gtest.h>

#include "link/link_readings.hpp"

namespace recoupe::link {
namespace {

encounter::Words const& words() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return encounter::Words::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

Register made_of(std::vector<std::string> const& pages) {
  std::vector<encounter::Reading> readings;
  for (auto const& text : pages) {
    page::Source source{};
    source.bytes = text;
    source.path = "page";
    readings.push_back(encounter::read(*page::read_page(source, {}, words().pages), words()));
  }
  return link_readings(std::move(readings), words().matcher);
}

std::string visit_on(std::string const& day) {
  return "La présidente suédoise, Anna Berg, a reçu le " + day +
         " à Stockholm le ministre français de la Défense, Paul Martin.";
}

// What becomes of a claim of the visit of 6 April 2021, where the others are there too.
std::string verdict(std::string const& claim, std::vector<std::string> const& others) {
  std::vector<std::string> pages{visit_on("6 avril 2021") + " " + claim};
  for (auto const& day : others) pages.push_back(visit_on(day));
  for (auto const& one : made_of(pages).encounters) {
    if (!one.claims.empty()) return one.claims.front().verdict;
  }
  return "no claim";
}

const std::string second = "Il s'agit de sa deuxième visite en moins de deux mois.";
const std::string first = "C'est sa première visite depuis le 3 mars 2019.";

TEST(CheckClaims, TheSecondHoldsWithOneBefore) { EXPECT_EQ(verdict(second, {"10 mars 2021"}), "holds"); }

TEST(CheckClaims, TheSecondFailsWithTwoBefore) {
  EXPECT_EQ(verdict(second, {"10 mars 2021", "24 mars 2021"}), "fails");
}

TEST(CheckClaims, WhatIsNotHereIsNotTold) {
  EXPECT_EQ(verdict(second, {}), "cannot_be_told");
  EXPECT_EQ(verdict(second, {"10 janvier 2021"}), "cannot_be_told") << "before the two months";
  EXPECT_EQ(verdict(second, {"10 mai 2021"}), "cannot_be_told") << "after it";
  EXPECT_EQ(verdict(first, {"3 mars 2019"}), "cannot_be_told") << "the one that it counts from";
}

TEST(CheckClaims, TheFirstFailsWithOneBetween) { EXPECT_EQ(verdict(first, {"3 mars 2019", "7 mars 2020"}), "fails"); }

TEST(CheckClaims, AVisitOfAnybodyCountsThoseOfHisCountry) {
  const std::string claim = "Il s'agit de la deuxième visite d'un ministre français en moins de deux mois.";
  const auto made = made_of({visit_on("6 avril 2021") + " " + claim,
                             "La présidente suédoise, Anna Berg, a reçu le 10 mars 2021 à Stockholm la ministre "
                             "française de la Culture, Claire Dupont."});
  ASSERT_EQ(made.encounters.size(), 2U);
  ASSERT_EQ(made.encounters[1].claims.size(), 1U);
  EXPECT_EQ(made.encounters[1].claims[0].verdict, "holds");
  EXPECT_EQ(made.encounters[1].claims[0].evidence.exact, claim);
}

}  // namespace
}  // namespace recoupe::link
