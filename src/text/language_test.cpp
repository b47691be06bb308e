#include "text/language.hpp"

#include <gtest/gtest.h>

namespace recoupe::text {
namespace {

TEST(IdentifyLanguage, TellsTheThree) {
  EXPECT_EQ(identify_language("Le ministre a reçu mardi son homologue espagnol à Madrid."), "fr");
  EXPECT_EQ(identify_language("استقبل الوزير نظيره الإسباني في مدريد"), "ar");
  EXPECT_EQ(identify_language("The minister received his Spanish counterpart in Madrid on Tuesday."), "en");
}

TEST(IdentifyLanguage, AShortTextTakesThePagesLanguage) {
  EXPECT_EQ(identify_language("12:30", "fr"), "fr");
  EXPECT_EQ(identify_language("", ""), "");
}

TEST(IdentifyLanguage, ArabicWithALatinNameStaysArabic) {
  EXPECT_EQ(identify_language("أعلنت شركة Oracle عن افتتاح مختبر جديد في المدينة"), "ar");
}

}  // namespace
}  // namespace recoupe::text
