#include "link/origins.hpp"

#include <gtest/gtest.h>

namespace recoupe::link {
namespace {

Participant of(std::string country, std::string role) { return {{}, country, {}, {}, country, role, {}}; }

TEST(Sides, WhoReceivesIsTheHost) {
  const auto sides = sides_of({of("SE", "host"), of("FR", "guest")}, "SE");
  EXPECT_EQ(sides.of("SE"), "host");
  EXPECT_EQ(sides.of("FR"), "guest");
  EXPECT_EQ(sides.of("CL"), "third");
  EXPECT_EQ(sides.of(""), "unknown");
}

TEST(Sides, WhoIsAtHomeIsTheHostWhereNobodyIsToldToReceive) {
  const auto sides = sides_of({of("SE", "participant"), of("FR", "participant")}, "FR");
  EXPECT_EQ(sides.of("FR"), "host");
  EXPECT_EQ(sides.of("SE"), "guest");
}

TEST(Sides, AGuestHasAHostThoughNobodyNamesHim) { EXPECT_EQ(sides_of({of("FR", "guest")}, "SE").of("SE"), "host"); }

TEST(Sides, OnForeignGroundNobodyIsAtHome) {
  const auto sides = sides_of({of("SE", "participant"), of("FR", "participant")}, "AT");
  EXPECT_EQ(sides.of("FR"), "unknown");
  EXPECT_EQ(sides.of("AT"), "third");
}

encounter::Reading report(std::string id, bool names_it) {
  encounter::Reading reading;
  reading.report.id = std::move(id);
  if (names_it) reading.chain.push_back({source::Role::communique, "communiqué", {}, {}, {}, {}});
  return reading;
}

TEST(Origins, WordsWithoutTheirSourceShow) {
  const Readings readings = [] {
    Readings all;
    all.push_back(report("r1", true));
    all.push_back(report("r2", false));
    all.push_back(report("r3", false));
    return all;
  }();
  const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
  const auto words = encounter::Words::compile(*lexicon::Lexicon::load(folders));
  const auto origins = find_origins(readings, {0, 1, 2}, {{0, 1}}, {}, words->matcher);
  ASSERT_EQ(origins.size(), 2U);
  EXPECT_EQ(origins[0].uncredited, std::vector<std::string>{"r2"});
  EXPECT_TRUE(origins[1].uncredited.empty()) << "who shares words with nobody took them from nobody";
}

}  // namespace
}  // namespace recoupe::link
