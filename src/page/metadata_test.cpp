#include "page/metadata.hpp"

#include <gtest/gtest.h>

#include "page/part_names.hpp"

namespace recoupe::page {
namespace {

std::string day(std::string_view written) {
  std::vector<DateSaid> dates;
  add_date(dates, written, DateBasis::meta);
  return dates.empty() ? std::string() : dates.front().value;
}

TEST(AddDate, ReadsTheShapesOfMachines) {
  EXPECT_EQ(day("2021-04-07T08:00:00+02:00"), "2021-04-07");
  EXPECT_EQ(day(" 2021/04/07"), "2021-04-07");
  EXPECT_EQ(day("20210407"), "2021-04-07");
  EXPECT_EQ(day("07.04.2021 10:00"), "2021-04-07");
  EXPECT_EQ(day("2021-13-45"), "");
  EXPECT_EQ(day("202104071"), "");
  EXPECT_EQ(day("0001-01-01"), "");
  EXPECT_EQ(day("mardi"), "");
}

std::string day_in_script(std::string_view script) {
  std::vector<DateSaid> dates;
  dates_in_bytes(script, dates);
  return dates.empty() ? std::string() : dates.front().value;
}

TEST(DatesInBytes, TheSurestKeyOfAScriptTellsTheDay) {
  EXPECT_EQ(day_in_script(R"(x={"publishedAt":"2021-04-08","datePublished": "2021-04-07T08:00"})"), "2021-04-07");
  EXPECT_EQ(day_in_script(R"(publish_date = '2021/04/08'; publicationDate="2021-04-09")"), "2021-04-08");
  EXPECT_EQ(day_in_script("datePublished(today) datePublished: 20210407 datePublished: 20210408"), "2021-04-07");
  EXPECT_EQ(day_in_script(R"(the publisher of 2021-04-07, "publishedAt":null, ublishedAt:"2021-04-07")"), "");
}

TEST(JsonLd, NamesStandInStringsObjectsAndLists) {
  Metadata said;
  read_json_ld(
      R"({"@graph":[{"headline":"Le port\nreste ouvert","datePublished":"2021-04-07","dateModified":"2021-04-09",
                  "publisher":{"name":"Le Courrier"},"author":[{"name":"A. Martin"},{"name":"B. Petit"}]}]})",
      said);
  EXPECT_EQ(said.json_ld_title, "Le port reste ouvert");
  EXPECT_EQ(said.outlet, "Le Courrier");
  EXPECT_EQ(said.byline, "A. Martin");
  ASSERT_EQ(said.dates.size(), 1U);
  ASSERT_EQ(said.updates.size(), 1U);
  read_json_ld("{ this is no JSON", said);
  read_json_ld({}, said);
  EXPECT_EQ(said.dates.size(), 1U);
}

TEST(JsonLd, DepthIsBounded) {
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += R"({"mainEntity":[)";
  deep += R"({"headline":"x"})";
  for (int i = 0; i < 500; ++i) deep += "]}";
  Metadata said;
  read_json_ld(deep, said);
  EXPECT_EQ(said.json_ld_title, "");
}

TEST(ChooseTitles, TheOutletIsNoTitle) {
  Metadata said;
  said.title_element = "Le Courrier : Le port de Kiel reste ouvert - Le Courrier";
  said.headings = {{1, "Le Courrier"}, {2, "Le port de Kiel reste ouvert"}};
  said.outlet = "Le Courrier";
  EXPECT_EQ(choose_titles(said).front(), "Le port de Kiel reste ouvert");
}

TEST(ChooseTitles, OtherTitlesAreKept) {
  Metadata said;
  said.headings = {{1, "Le port de Kiel reste ouvert"}};
  said.open_graph_title = "Kiel : le port ouvert, disent les autorités";
  EXPECT_EQ(choose_titles(said),
            (std::vector<std::string>{"Le port de Kiel reste ouvert", "Kiel : le port ouvert, disent les autorités"}));
}

TEST(PartNames, WholeNamesAndPartsAreToldApart) {
  PartNames names;
  names.add("related", PartName::noise);
  names.add("widget", PartName::noise_alone);
  names.add("entry-content", PartName::body);
  const auto noisy = [&](std::string_view name) { return names.of(name).part(PartName::noise); };
  EXPECT_TRUE(noisy("box__related-links"));
  EXPECT_TRUE(noisy("wide boxRelatedLinks"));
  EXPECT_TRUE(noisy("related"));
  EXPECT_FALSE(noisy("unrelated correlatedthings"));
  EXPECT_FALSE(names.of("box-related").whole(PartName::noise));
  EXPECT_TRUE(names.of("a widget").whole(PartName::noise_alone));
  EXPECT_FALSE(names.of("text-widget").part(PartName::noise_alone));
  EXPECT_TRUE(names.of("x entry-content").whole(PartName::body));
  EXPECT_FALSE(names.of(std::string(5000, 'a')).part(PartName::noise));
}

}  // namespace
}  // namespace recoupe::page
