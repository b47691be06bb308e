#include "text/segment.hpp"

#include <gtest/gtest.h>

#include <random>

namespace recoupe::text {
namespace {

const Abbreviations abbreviations{"m", "dr", "gen"};

std::vector<std::string> sentences(std::string_view bytes) {
  const auto segmented = segment(Text::from_utf8(bytes), "fr", abbreviations);
  std::vector<std::string> out;
  for (auto const& sentence : segmented.sentences) out.emplace_back(segmented.slice(sentence.span));
  return out;
}

TEST(Segment, EndsSentencesWhereReadersDo) {
  EXPECT_EQ(sentences("M. Dupont a reçu J. Martin. Ils ont parlé !"),
            (std::vector<std::string>{"M. Dupont a reçu J. Martin.", "Ils ont parlé !"}));
  EXPECT_EQ(sentences("استقبل الوزير نظيره. وذكر بلاغ ذلك"),
            (std::vector<std::string>{"استقبل الوزير نظيره.", "وذكر بلاغ ذلك"}));
  EXPECT_EQ(sentences("Un titre\nUn texte à 3.5 %."), (std::vector<std::string>{"Un titre", "Un texte à 3.5 %."}));
  EXPECT_EQ(sentences("Il a dit \"oui.\" Puis rien."), (std::vector<std::string>{"Il a dit \"oui.\"", "Puis rien."}));
}

TEST(Segment, ElidedWordsStandAlone) {
  const auto segmented = segment(Text::from_utf8("Il l’a vu à l'ONU"), "fr", abbreviations);
  std::vector<std::string> folded;
  for (auto const& token : segmented.tokens) folded.push_back(token.folded);
  EXPECT_EQ(folded, (std::vector<std::string>{"il", "l'", "a", "vu", "a", "l'", "onu"}));
  EXPECT_TRUE(segmented.tokens[6].all_capitals);
}

TEST(Segment, NumbersAndBidiMarks) {
  const auto segmented = segment(Text::from_utf8("\u200Fيوم ٢٣ ماي"), "ar", abbreviations);
  ASSERT_EQ(segmented.tokens.size(), 3U);
  EXPECT_EQ(segmented.tokens[1].kind, TokenKind::number);
  EXPECT_EQ(segmented.tokens[1].folded, "23");
}

TEST(Segment, WordsWithoutEndAreCut) {
  std::string endless;
  for (int i = 0; i < 1500; ++i) endless += "et encore ";
  const auto segmented = segment(Text::from_utf8(endless), "fr", {});
  ASSERT_EQ(segmented.sentences.size(), 5U);
  for (auto const& sentence : segmented.sentences) EXPECT_EQ(sentence.end_token - sentence.first_token, 600U);
}

TEST(SegmentProperty, TokensAndSentencesCoverTheTextInOrder) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 80; ++i) {
      static constexpr const char* pieces[] = {"a", "É", "ش", "🙂", " ", "\n", ".", "'", "3", "!", "\u200F", "«", "»"};
      bytes += pieces[random() % 13];
    }
    const auto segmented = segment(Text::from_utf8(bytes), "fr", abbreviations);
    std::size_t end = 0;
    for (auto const& token : segmented.tokens) {
      ASSERT_LE(end, token.span.begin);
      ASSERT_LT(token.span.begin, token.span.end);
      end = token.span.end;
    }
    std::size_t next = 0;
    for (std::size_t s = 0; s < segmented.sentences.size(); ++s) {
      auto const& sentence = segmented.sentences[s];
      ASSERT_LE(next, sentence.first_token);
      ASSERT_LT(sentence.first_token, sentence.end_token);
      for (auto t = sentence.first_token; t < sentence.end_token; ++t) ASSERT_EQ(segmented.sentence_of(t), s);
      next = sentence.end_token;
    }
  }
}

}  // namespace
}  // namespace recoupe::text
