#include "encoder/tokenizer.hpp"

#include <gmock/gmock.h>

#include <map>

namespace recoupe::encoder {
namespace {

using testing::ElementsAre;

// A vocabulary of a few pieces: <unk>, then each with its log probability.
class Vocabulary {
 public:
  explicit Vocabulary(std::vector<std::pair<std::string, float>> const& given) {
    pieces_.offsets.push_back(0);
    add("<unk>", 0);
    for (auto const& [piece, score] : given) add(piece, score);
    pieces_.bytes = bytes_;
    normalisation_ = {{0x09, 0x41, 0xFDFA}, {0, 1, 2, 5}, {0x20, 0x61, 0x62, 0x20, 0x62}};
  }
  std::vector<std::uint32_t> cut(std::string_view text, std::size_t most = 100) const {
    return Tokenizer(pieces_, normalisation_).pieces_of(text, most);
  }

 private:
  void add(std::string const& piece, float score) {
    bytes_ += piece;
    pieces_.offsets.push_back(static_cast<std::uint32_t>(bytes_.size()));
    pieces_.scores.push_back(score);
  }
  std::string bytes_;
  Pieces pieces_;
  Normalisation normalisation_;
};

const std::string mark = "\xE2\x96\x81";  // a blank as it stands in pieces

TEST(Tokenizer, TakesTheMostProbableCut) {
  const Vocabulary words({{mark, -1}, {"a", -3}, {"b", -3}, {"ab", -4}, {mark + "a", -2}, {"bb", -9}});
  EXPECT_THAT(words.cut("ab"), ElementsAre(1, 4));  // -1 -4 and -2 -3 are equal: the first found stays
  EXPECT_THAT(words.cut("abb"), ElementsAre(1, 4, 3));
  EXPECT_THAT(words.cut("a b"), ElementsAre(5, 1, 3));
}

TEST(Tokenizer, NormalisesCharacterByCharacter) {
  const Vocabulary words({{mark, -1}, {"a", -3}, {"b", -3}});
  EXPECT_THAT(words.cut("A"), ElementsAre(1, 2));
  EXPECT_THAT(words.cut("a\t \t a"), ElementsAre(1, 2, 1, 2));
  EXPECT_THAT(words.cut("\xEF\xB7\xBA\xEF\xB7\xBA"), ElementsAre(1, 3, 1, 3, 3, 1, 3));
}

TEST(Tokenizer, WhatNoPieceHoldsIsUnknown) {
  const Vocabulary words({{mark, -1}, {"a", -3}});
  EXPECT_THAT(words.cut("axa"), ElementsAre(1, 2, 0, 2));
  EXPECT_THAT(words.cut("\xFF"), ElementsAre(1, 0));
  EXPECT_THAT(words.cut(""), ElementsAre(1));
  EXPECT_THAT(words.cut("<unk>"), testing::Not(ElementsAre(1, 0)));
}

TEST(Tokenizer, GivesNoMorePiecesThanAsked) {
  const Vocabulary words({{mark, -1}, {"a", -3}});
  EXPECT_EQ(words.cut(std::string(1'000'000, 'a'), 7).size(), 7U);
  EXPECT_EQ(words.cut(std::string(100'000, '\t'), 7).size(), 1U);
}

}  // namespace
}  // namespace recoupe::encoder
