#include <gtest/gtest.h>

#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {
namespace {

text::SegmentedText body(std::string_view bytes, std::string language) {
  return text::segment(text::Text::from_utf8(bytes), std::move(language), {});
}

struct Written {
  std::string_view words;
  std::string key;
};

// Every place where the words stand.
std::vector<Anchor> anchors(text::SegmentedText const& text, std::vector<Written> const& written) {
  std::vector<Anchor> made;
  for (auto const& one : written) {
    for (auto at = text.text.view().find(one.words); at != std::string_view::npos;
         at = text.text.view().find(one.words, at + 1)) {
      made.push_back({one.key, {at, at + one.words.size()}});
    }
  }
  return made;
}

const std::vector<Written> french{{"Nadia Lahlou", "person:1"}, {"Lahlou", "person:1"},   {"Oslo", "place:oslo"},
                                  {"48", "number:48"},          {"1 350", "number:1350"}, {"2019", "date:2019"},
                                  {"Tromsø", "place:tromso"},   {"17 mars", "date:03-17"}};
const std::vector<Written> arabic{{"نادية لحلو", "person:1"}, {"لحلو", "person:1"},     {"أوسلو", "place:oslo"},
                                  {"48", "number:48"},        {"1350", "number:1350"},  {"2019", "date:2019"},
                                  {"ترومسو", "place:tromso"}, {"17 مارس", "date:03-17"}};

const std::string original =
    "La navigatrice Nadia Lahlou est rentrée le 17 mars de son expédition. "
    "Le voilier avait quitté Oslo avec 48 caisses de matériel scientifique à bord. "
    "Entre Tromsø et la banquise, l'équipage a parcouru 1 350 milles sans escale. "
    "Une tentative semblable avait échoué en 2019 à cause de la tempête.";
const std::string translation =
    "عادت الملاحة نادية لحلو يوم 17 مارس من رحلتها الاستكشافية. "
    "وكان المركب قد غادر أوسلو وعلى متنه 48 صندوقا من المعدات العلمية. "
    "وقطع الطاقم بين ترومسو والجليد مسافة 1350 ميلا من دون توقف. "
    "وكانت محاولة مماثلة قد فشلت عام 2019 بسبب العاصفة.";
// Another hand tells of the same return: the same person, day and town, and other things about them.
const std::string independent =
    "استقبلت مدينة أوسلو يوم 17 مارس الملاحة نادية لحلو بحفل شعبي كبير. "
    "وقالت لحلو إنها سعيدة جدا بالعودة إلى أسرتها وأصدقائها. "
    "وتابع مئات من الأطفال وصول المركب من رصيف الميناء القديم. "
    "ومن المنتظر أن تصدر لحلو كتابا عن مغامرتها في الخريف.";

Reuse across(std::string_view left, std::string_view right) {
  const auto here = body(left, "fr");
  const auto there = body(right, "ar");
  return compare_across_languages(here, anchors(here, french), there, anchors(there, arabic),
                                  {"2024-03-18", "2024-03-19"});
}

TEST(AcrossLanguages, SentencesInOneOrderWithTheirOwnContent) {
  const auto found = across(original, translation);
  EXPECT_EQ(found.relation, Relation::translated);
  EXPECT_EQ(found.direction, Direction::left_to_right);
  EXPECT_GT(found.score, 0.9);
  ASSERT_EQ(found.passages.size(), 4U);
  for (auto const& passage : found.passages) EXPECT_EQ(passage.relation, Relation::translated);
  EXPECT_EQ(body(translation, "ar").slice(found.passages[3].right),
            "وكانت محاولة مماثلة قد فشلت عام 2019 بسبب العاصفة.");
}

TEST(AcrossLanguages, OneEventToldTwiceIsNoTranslation) {
  const auto found = across(original, independent);
  EXPECT_EQ(found.relation, Relation::none);
  EXPECT_EQ(found.direction, Direction::unknown);
  EXPECT_TRUE(found.passages.empty());
}

TEST(AcrossLanguages, NothingWithoutAnchors) {
  const auto here = body(original, "fr");
  const auto there = body(translation, "ar");
  EXPECT_EQ(compare_across_languages(here, {}, there, {}).relation, Relation::none);
  EXPECT_EQ(compare_across_languages(body("", "fr"), {}, body("", "ar"), {}).relation, Relation::none);
}

TEST(AcrossLanguages, OtherOrderIsNoTranslation) {
  const std::string scrambled =
      "وكانت محاولة مماثلة قد فشلت عام 2019 بسبب العاصفة. "
      "وقطع الطاقم بين ترومسو والجليد مسافة 1350 ميلا من دون توقف. "
      "وكان المركب قد غادر أوسلو وعلى متنه 48 صندوقا من المعدات العلمية. "
      "عادت الملاحة نادية لحلو يوم 17 مارس من رحلتها الاستكشافية.";
  EXPECT_EQ(across(original, scrambled).relation, Relation::none);
}

// A sentence keeps at most 64 things; what it leaves out is nowhere else, and must not count.
TEST(AcrossLanguages, MoreThingsThanASentenceKeeps) {
  std::string list = "Liste";
  std::vector<Written> written;
  std::vector<std::string> names;
  for (int number = 100; number < 500; ++number) names.push_back(std::to_string(number));
  for (auto const& name : names) {
    list.append(" ").append(name);
    written.push_back({name, "number:" + name});
  }
  const auto here = body(list + ".", "fr");
  const auto there = body(translation, "ar");
  const auto made = compare_across_languages(here, anchors(here, written), there, anchors(there, arabic), {});
  EXPECT_EQ(made.relation, Relation::none);
}

}  // namespace
}  // namespace recoupe::reuse
