#include "text/fold.hpp"

#include <gtest/gtest.h>

namespace recoupe::text {
namespace {

TEST(Fold, LatinLosesCaseAndMarks) {
  EXPECT_EQ(fold("Sûreté"), "surete");
  EXPECT_EQ(fold("ÉTATS-UNIS"), "etats-unis");
  EXPECT_EQ(fold("l’Élysée"), "l'elysee");
}

TEST(Fold, ArabicVariantsBecomeOne) {
  EXPECT_EQ(fold("الإِسْتقبال"), "الاستقبال");
  EXPECT_EQ(fold("حمــوشى"), fold("حموشي"));
  EXPECT_EQ(fold("الوزيرة"), "الوزيره");
  EXPECT_EQ(fold("٢٠٢٣"), "2023");
  EXPECT_EQ(fold("مسؤول"), "مسوول");
}

TEST(FoldProperty, OriginsLandOnTheLetterTheyCameFrom) {
  const std::string word = "a\u0301 ﷺ İ ال\u064Eـرباط";
  const auto folded = fold_with_origin(word);
  ASSERT_EQ(folded.origin.size(), folded.folded.size() + 1);
  EXPECT_EQ(folded.folded, fold(word));
  for (std::size_t i = 1; i < folded.origin.size(); ++i) ASSERT_LE(folded.origin[i - 1], folded.origin[i]);
  EXPECT_EQ(folded.origin.back(), word.size());
}

}  // namespace
}  // namespace recoupe::text
