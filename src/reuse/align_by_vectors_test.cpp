#include "reuse/align_by_vectors.hpp"

#include <gtest/gtest.h>

#include "encoder/centres.hpp"
#include "reuse/by_meaning.hpp"

namespace recoupe::reuse {
namespace {

// Sentences by what they say: each number an axis of its own, several numbers their mean.
MeaningSentence says(std::vector<std::size_t> const& things, std::size_t length = 60) {
  encoder::Vector vector{};
  for (auto thing : things) vector[thing] = 1;
  return {length * things.size(), encoder::normalised(vector)};
}

std::vector<MeaningSentence> text_of(std::vector<std::vector<std::size_t>> const& sentences) {
  std::vector<MeaningSentence> made;
  for (auto const& things : sentences) made.push_back(says(things));
  return made;
}

std::string shape(std::vector<SentenceBead> const& beads) {
  std::string said;
  for (auto const& bead : beads) said += std::to_string(bead.left_count) + "-" + std::to_string(bead.right_count) + " ";
  return said;
}

std::string shape(std::vector<LikeBead> const& beads) {
  std::vector<SentenceBead> plain;
  for (auto const& one : beads) plain.push_back(one.bead);
  return shape(plain);
}

TEST(AlignByVectors, SentencesLeftOutStayAlone) {
  EXPECT_EQ(shape(align_by_vectors(text_of({{1}, {2}, {3}, {4}}), text_of({{1}, {3}, {4}}))), "1-1 1-0 1-1 1-1 ");
  EXPECT_EQ(shape(align_by_vectors(text_of({{1}}), text_of({{2}}))), "0-1 1-0 ");
  EXPECT_EQ(shape(align_by_vectors({}, text_of({{2}}))), "0-1 ");
  EXPECT_TRUE(align_by_vectors({}, {}).empty());
}

TEST(AlignByVectors, JoinedSentencesStandAgainstTheirParts) {
  EXPECT_EQ(shape(align_by_vectors(text_of({{1}, {2}, {3}}), text_of({{1, 2}, {3}}))), "2-1 1-1 ");
  EXPECT_EQ(shape(align_by_vectors(text_of({{1}, {2, 3, 4}}), text_of({{1}, {2}, {3}, {4}}))), "1-1 1-3 ");
}

TEST(AlignByVectors, MovedSentencesAreFoundOutOfOrder) {
  const auto left = text_of({{1}, {2}, {3}, {4}});
  const auto right = text_of({{2}, {3}, {4}, {1}});
  const auto beads = align_by_vectors(left, right);
  const auto moved = moved_sentences(beads, left, right);
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].bead.left, 0U);
  EXPECT_EQ(moved[0].bead.right, 3U);
}

Lines lines(std::vector<std::vector<std::vector<std::size_t>>> const& given) {
  Lines made;
  made.count = given.size();
  for (std::size_t line = 0; line < given.size(); ++line) {
    for (auto const& things : given[line]) {
      made.owners.push_back(line);
      made.sentences.push_back(says(things));
    }
  }
  return made;
}

TEST(AlignLines, SentencesTieTheirLines) {
  EXPECT_EQ(shape(align_lines(lines({{{1}, {2}}, {{3}}}), lines({{{1}}, {{2}}, {{3}}}))), "1-2 1-1 ");
  EXPECT_EQ(shape(align_lines(lines({{{1}}, {{2}}, {{3}, {4}}}), lines({{{1}}, {{2}, {3}}, {{4}}}))), "1-1 2-2 ");
  EXPECT_EQ(shape(align_lines(lines({{{1}}, {}, {{3}}}), lines({{{1}}, {{3}}}))), "1-1 1-0 1-1 ");
  EXPECT_EQ(shape(align_lines(lines({}), lines({{{1}}}))), "0-1 ");
}

TEST(AlignLines, EveryLineStandsInOneBead) {
  const auto beads = align_lines(lines({{{1}}, {{9}}, {{2}, {3}}, {}}), lines({{{8}}, {{1}}, {{2}}, {{3}, {7}}}));
  std::size_t left = 0, right = 0;
  for (auto const& bead : beads) {
    EXPECT_EQ(bead.left, left);
    EXPECT_EQ(bead.right, right);
    left += bead.left_count, right += bead.right_count;
  }
  EXPECT_EQ(left, 4U);
  EXPECT_EQ(right, 4U);
}

TEST(Strength, TheLikestSentenceIsNoEvidence) {
  EXPECT_EQ(strength_of({0.9, 0.1, 0.1}), 0);
  EXPECT_NEAR(strength_of({0.6, 0.5, 0.7}), 0.35, 1e-9);
  EXPECT_EQ(strength_of({}), 0);
  EXPECT_EQ(strength_of({0.9}), 0);
}

}  // namespace
}  // namespace recoupe::reuse
