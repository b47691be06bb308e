#include "reuse/align_sentences.hpp"

#include <gtest/gtest.h>

namespace recoupe::reuse {
namespace {

using Shapes = std::vector<std::pair<std::size_t, std::size_t>>;

Shapes shapes(std::vector<AlignedSentence> const& left, std::vector<AlignedSentence> const& right) {
  Shapes made;
  std::size_t lefts = 0, rights = 0;
  for (auto const& bead : align_sentences(left, right)) {
    EXPECT_EQ(bead.left, lefts);
    EXPECT_EQ(bead.right, rights);
    lefts += bead.left_count, rights += bead.right_count;
    made.emplace_back(bead.left_count, bead.right_count);
  }
  EXPECT_EQ(lefts, left.size());
  EXPECT_EQ(rights, right.size());
  return made;
}

TEST(AlignSentences, EmptySides) {
  EXPECT_EQ(shapes({}, {}), Shapes{});
  EXPECT_EQ(shapes({{80, {}}}, {}), (Shapes{{1, 0}}));
  EXPECT_EQ(shapes({}, {{80, {}}, {40, {}}}), (Shapes{{0, 1}, {0, 1}}));
}

TEST(AlignSentences, LengthsAloneFindAJoin) {
  EXPECT_EQ(shapes({{90, {}}, {60, {}}, {70, {}}, {140, {}}}, {{92, {}}, {131, {}}, {139, {}}}),
            (Shapes{{1, 1}, {2, 1}, {1, 1}}));
}

TEST(AlignSentences, SharedKeysDecideWhichOneIsMissing) {
  EXPECT_EQ(shapes({{80, {"number:12"}}, {82, {"number:31"}}, {81, {"name:lahlu", "number:7"}}},
                   {{79, {"number:12"}}, {82, {"number:7", "name:lahlu"}}}),
            (Shapes{{1, 1}, {1, 0}, {1, 1}}));
}

TEST(AlignSentences, LongTextsAreSearchedNearTheDiagonal) {
  const std::vector<AlignedSentence> left(3000, {50, {"x"}});
  const std::vector<AlignedSentence> right(2900, {50, {"x"}});
  EXPECT_GE(shapes(left, right).size(), 2000U);
}

}  // namespace
}  // namespace recoupe::reuse
