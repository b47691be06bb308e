#include "name/letter_costs.hpp"

#include <gtest/gtest.h>

#include <random>

namespace recoupe::name {
namespace {

LetterCosts const& costs() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return LetterCosts::compile(lexicon::Lexicon::load(folders)->table("world", "letter-costs"));
  }();
  return *compiled;
}

std::string random_word(std::mt19937& random, std::string_view letters, std::size_t bytes) {
  std::string word;
  const std::size_t length = 1 + random() % 12;
  for (std::size_t i = 0; i < length; ++i) word += letters.substr(random() % (letters.size() / bytes) * bytes, bytes);
  return word;
}

float sum_of(std::vector<ChunkCosts::Piece> const& pieces) {
  float sum = 0;
  for (auto const& piece : pieces) sum += piece.cost;
  return sum;
}

// What is told piece by piece costs what the fast way says; and what costs more than the limit is said to.
TEST(LetterCostsProperty, TheFastWayCostsWhatTheReadingDoes) {
  std::mt19937 random(7);
  for (int i = 0; i < 4000; ++i) {
    const auto left = letters_of(random_word(random, "abcdehiklmnorstuwxyz", 1), Script::latin);
    const auto right = letters_of(random_word(random, "abcdehiklmnorstuwxyz", 1), Script::latin);
    const auto arabic = letters_of(random_word(random, "ابتحدرسشعقكلمنهوي", 2), Script::arabic);
    for (auto const& [table, source] :
         {std::pair(&costs().latin, &left), std::pair(&costs().arabic_to_latin, &arabic)}) {
      const float exact = table->between(*source, right, 1e9F);
      ASSERT_NEAR(exact, sum_of(table->reading(*source, right)), 0.01F);
      ASSERT_EQ(table->between(*source, right, exact), exact);
      ASSERT_GT(table->between(*source, right, exact - 0.01F), exact - 0.01F);
    }
  }
}

TEST(LetterCosts, TwoNeighboursMayHaveChangedPlaces) {
  const auto word = [](std::string_view written) { return letters_of(written, Script::latin); };
  EXPECT_LT(costs().latin.between(word("karmi"), word("karim"), 100), 3);
  EXPECT_EQ(costs().latin.between(word("karim"), word("karim"), 100), 0);
}

}  // namespace
}  // namespace recoupe::name
