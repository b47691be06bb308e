#include "encoder/centres.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "encoder/vectors.hpp"

namespace recoupe::encoder {
namespace {

namespace fs = std::filesystem;

TEST(Centres, WhatSentencesMeanIsApartOnceTheyAreCentred) {
  const fs::path folders[] = {fs::path(RECOUPE_SOURCE_DIR) / "lexicon"};
  const auto lexicon = lexicon::Lexicon::load(folders);
  ASSERT_TRUE(lexicon);
  const auto centres = Centres::compile(*lexicon);
  ASSERT_TRUE(centres) << centres.error().describe();
  Vectors vectors;
  const auto french = vectors.of(std::vector<std::string_view>{"Le port a été fermé.", "Le lait est cher."});
  const auto arabic = vectors.of(std::vector<std::string_view>{"أغلق الميناء.", "الحليب غالي الثمن."});
  if (!french || !arabic) GTEST_SKIP() << "no encoder";
  const auto left = centres->centred(*french, "fr");
  const auto right = centres->centred(*arabic, "ar");
  EXPECT_GT(cosine(left[0], right[0]), 0.4);
  EXPECT_GT(cosine(left[1], right[1]), 0.4);
  EXPECT_LT(cosine(left[0], right[1]), 0.2);
  EXPECT_LT(cosine(left[1], right[0]), 0.2);
}

TEST(Centres, AVectorThatIsNoneNamesFileAndLine) {
  const auto folder = fs::path(testing::TempDir()) / "centres-test";
  fs::create_directories(folder / "xx");
  for (const char* content : {"0.5\tx\n", "0.5\t0.25\n"}) {
    std::ofstream(folder / "xx" / "mean_vector.tsv") << "# Wrong.\n" << content;
    const fs::path folders[] = {folder};
    const auto lexicon = lexicon::Lexicon::load(folders);
    ASSERT_TRUE(lexicon);
    const auto centres = Centres::compile(*lexicon);
    ASSERT_FALSE(centres);
    EXPECT_NE(centres.error().describe().find("mean_vector.tsv:2"), std::string::npos);
  }
  fs::remove_all(folder);
}

TEST(Centres, NothingStaysNothing) {
  const Centres centres;
  EXPECT_TRUE(centres.centred({}, "fr").empty());
  EXPECT_EQ(normalised(Vector{}), Vector{});
}

}  // namespace
}  // namespace recoupe::encoder
