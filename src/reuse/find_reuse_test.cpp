#include "reuse/find_reuse.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace recoupe::reuse {
namespace {

text::SegmentedText body(std::string_view bytes, std::string language = "fr") {
  return text::segment(text::Text::from_utf8(bytes), std::move(language), {});
}

const std::string first_half =
    "Le ministre des Transports a inauguré mercredi la nouvelle gare maritime du port de Sfax. "
    "L'ouvrage, financé par un prêt de la banque régionale, pourra accueillir deux cents navires par an. ";
const std::string second_half =
    "Les syndicats de dockers demandent toutefois des garanties écrites sur les horaires de nuit. "
    "Une commission mixte doit remettre ses conclusions avant la fin du printemps prochain.";
const std::string edited_first_half =
    "Le ministre des Transports a inauguré hier la toute nouvelle gare maritime du port de Sfax. "
    "L'ouvrage, payé par un prêt de la banque régionale, pourra recevoir deux cents navires par an. ";
const std::string unrelated =
    "La récolte d'olives s'annonce maigre cette année dans les collines du nord, selon plusieurs agriculteurs. "
    "Le manque de pluie et une chaleur précoce ont fait tomber les fleurs avant la mi-mai.";

struct Case {
  std::string name, left, right;
  Relation relation;
};

TEST(Compare, SaysHowOneTextStandsToAnother) {
  const std::vector<Case> cases{
      {"the same", first_half + second_half, first_half + second_half, Relation::verbatim},
      {"cut", first_half + second_half, first_half, Relation::verbatim},
      {"a few words changed", first_half, edited_first_half, Relation::edited},
      {"a part cut out", first_half + unrelated, first_half + second_half, Relation::verbatim},
      {"a part with words changed", edited_first_half + unrelated, first_half + second_half, Relation::partial},
      {"nothing shared", first_half + second_half, unrelated, Relation::none},
      {"a site's notice", unrelated + " Tous droits réservés pour tous les pays du monde.",
       first_half + " Tous droits réservés pour tous les pays du monde.", Relation::none},
      {"empty", "", first_half, Relation::none},
      {"both empty", "", "", Relation::none},
  };
  for (auto const& one : cases) {
    EXPECT_EQ(name_of(compare(body(one.left), body(one.right)).relation), name_of(one.relation)) << one.name;
  }
}

TEST(Compare, DirectionRestsOnCertainDays) {
  const auto text = body(first_half);
  EXPECT_EQ(compare(text, text, {"2021-03-04", "2021-03-05"}).direction, Direction::left_to_right);
  EXPECT_EQ(compare(text, text, {"2021-03-05T08:00", "2021-03-04"}).direction, Direction::right_to_left);
  for (auto dates : {Dates{"2021-03-04", "2021-03-04"}, Dates{"2021-03", "2021-03-05"}, Dates{"", "2021-03-05"},
                     Dates{"XXXX-03-04", "2021-03-05"}, Dates{"2021-03-04/2021-03-09", "2021-03-05"}}) {
    EXPECT_EQ(compare(text, text, dates).direction, Direction::unknown) << dates.left;
  }
  EXPECT_EQ(compare(text, body(unrelated), {"2021-03-04", "2021-03-05"}).direction, Direction::unknown);
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> words{"un",   "port", "é",   "mer", "quai,", "nuit", "loi.",
                                              "prêt", "vent", "sel", "blé", "أمس",   "21",   "roi\n"};
  std::string made;
  for (int i = 0; i < 90; ++i) made += words[random() % words.size()] + ' ';
  return made;
}

std::vector<std::string> folded_words(text::SegmentedText const& text, text::ByteSpan span) {
  std::vector<std::string> words;
  for (auto const& token : text.tokens) {
    const bool spoken = token.kind == text::TokenKind::word || token.kind == text::TokenKind::number;
    if (spoken && span.contains(token.span)) words.push_back(token.folded);
  }
  return words;
}

TEST(CompareProperty, MirrorsItselfAndQuotesEqualWords) {
  std::mt19937 random(5);
  std::size_t verbatim = 0;
  for (int round = 0; round < 200; ++round) {
    const auto shared = random_text(random);
    const auto left = body(random_text(random) + shared);
    const auto right = body(shared + random_text(random));
    const auto there = compare(left, right, {"2020-01-01", "2020-01-02"});
    auto back = compare(right, left, {"2020-01-02", "2020-01-01"});
    ASSERT_EQ(there.relation, back.relation);
    ASSERT_EQ(there.score, back.score);
    ASSERT_NE(there.direction, back.direction);
    ASSERT_EQ(there.passages.size(), back.passages.size());
    for (auto const& passage : there.passages) {
      ASSERT_TRUE(std::ranges::any_of(back.passages, [&](Passage const& other) {
        return other.left == passage.right && other.right == passage.left && other.relation == passage.relation;
      }));
      if (passage.relation != Relation::verbatim) continue;
      ++verbatim;
      ASSERT_EQ(folded_words(left, passage.left), folded_words(right, passage.right));
    }
  }
  EXPECT_GT(verbatim, 100U);
}

TEST(CompareBound, LongAndMonotonousTextsTakeSeconds) {
  const auto start = std::chrono::steady_clock::now();
  std::string monotonous, other;
  while (monotonous.size() < 5'000'000) monotonous += "encore ";
  other = "puis " + monotonous;
  EXPECT_EQ(compare(body(monotonous), body(other)).relation, Relation::verbatim);
  std::mt19937 random(3);
  std::string varied;
  while (varied.size() < 5'000'000) varied += random_text(random);
  EXPECT_EQ(compare(body(varied), body(varied + "fin")).relation, Relation::verbatim);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

std::vector<std::pair<std::size_t, std::size_t>> pairs_of(std::vector<text::SegmentedText> const& texts,
                                                          std::size_t hottest) {
  std::vector<text::SegmentedText const*> given;
  for (auto const& text : texts) given.push_back(&text);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (auto pair : candidate_pairs(given, hottest)) pairs.emplace_back(pair.left, pair.right);
  return pairs;
}

TEST(CandidatePairs, ShareSeveralPrints) {
  const std::vector<text::SegmentedText> texts{body(first_half + second_half), body(unrelated),
                                               body(first_half + unrelated), body(first_half + second_half, "es")};
  EXPECT_EQ(pairs_of(texts, 200), (std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}, {1, 2}}));
  EXPECT_TRUE(pairs_of({}, 200).empty());
}

TEST(CandidatePairs, CopiesBeyondTheHottestStayConnected) {
  std::vector<text::SegmentedText> texts;
  for (int i = 0; i < 40; ++i) texts.push_back(body(first_half + second_half + " Copie " + std::to_string(i) + "."));
  const auto pairs = pairs_of(texts, 5);
  EXPECT_LT(pairs.size(), 40U * 5U);
  std::vector<std::size_t> group(texts.size());
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = i;
  for (auto const& [left, right] : pairs) {
    const auto old = group[right];
    std::ranges::replace(group, old, group[left]);
  }
  EXPECT_EQ(std::ranges::count(group, group[0]), 40);
}

}  // namespace
}  // namespace recoupe::reuse
