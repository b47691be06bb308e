#include "lexicon/phrase_table.hpp"

#include <gtest/gtest.h>

namespace recoupe::lexicon {
namespace {

text::SegmentedText body(std::string_view written) { return text::segment(text::Text::from_utf8(written), "ar", {}); }

TEST(PhraseTable, TakesTheLongest) {
  PhraseTable<int> table;
  table.add("directeur", 1);
  table.add("Directeur général", 2);
  const auto text = body("le directeur general de");
  const auto hit = table.longest_at(text, 1, text.tokens.size());
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->value(), 2);
  EXPECT_EQ(hit->end, 3U);
  EXPECT_FALSE(table.longest_at(text, 0, text.tokens.size()));
}

TEST(PhraseTable, ArabicWordsMayCarryClitics) {
  PhraseTable<int> table;
  table.add("الرباط", 1);
  table.add("وزير الخارجية", 2);
  table.add("وليد", 3);
  const auto find = [&](std::string_view written) {
    const auto text = body(written);
    const auto hit = table.longest_at(text, 0, text.tokens.size(), Clitics::all);
    return hit ? hit->value() : 0;
  };
  EXPECT_EQ(find("بالرباط"), 1);
  EXPECT_EQ(find("للرباط"), 1);
  EXPECT_EQ(find("ووزير الخارجية"), 2);
  EXPECT_EQ(find("وليد"), 3);
  EXPECT_EQ(find("يد"), 0);
}

TEST(PhraseTable, KeepsEveryValueOfOnePhrase) {
  PhraseTable<int> table;
  table.add("Tripoli", 1);
  table.add("tripoli", 2);
  ASSERT_NE(table.find("TRIPOLI"), nullptr);
  EXPECT_EQ(*table.find("TRIPOLI"), (std::vector<int>{1, 2}));
  EXPECT_FALSE(table.add("  ", 3));
}

TEST(PhraseTable, TellsThousandsOfPhrasesApart) {
  PhraseTable<int> table;
  const auto phrase = [](int i) { return "w" + std::to_string(i % 50) + " of x" + std::to_string(i); };
  for (int i = 0; i < 5000; ++i) table.add(phrase(i), i);
  for (int i = 0; i < 5000; ++i) {
    const auto found = body(phrase(i));
    const auto hit = table.longest_at(found, 0, found.tokens.size());
    ASSERT_TRUE(hit) << phrase(i);
    EXPECT_EQ(hit->value(), i);
  }
  EXPECT_EQ(table.find("w3 of x4"), nullptr);
  EXPECT_EQ(table.find("w3 of"), nullptr);
  const auto other = body("w3 of y");
  EXPECT_FALSE(table.longest_at(other, 0, other.tokens.size()));
}

}  // namespace
}  // namespace recoupe::lexicon
