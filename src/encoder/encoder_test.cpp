#include "encoder/encoder.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <thread>

#include "encoder/find_model.hpp"
#include "encoder/vectors.hpp"

namespace recoupe::encoder {
namespace {

const std::vector<std::string_view> sentences = {
    "Le ministre de la Santé a inauguré un hôpital à Sfax.",
    "The minister of health opened a hospital in Sfax.",
    "افتتح وزير الصحة مستشفى في صفاقس.",
    "Les exportations d'agrumes ont reculé de douze pour cent.",
    "Exports of citrus fruit fell by twelve per cent.",
    "تراجعت صادرات الحوامض بنسبة اثني عشر في المائة.",
    "",
    "?",
};

class EncoderTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!encoder().has_value()) GTEST_SKIP() << describe(encoder().error());
  }
  static std::expected<Encoder, Error>& encoder() {
    static auto loaded = Encoder::load(find_model());
    return loaded;
  }
};

TEST_F(EncoderTest, SaysTheSameInThreeLanguages) {
  const auto vectors = encoder()->encode(sentences);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j)
      EXPECT_GT(cosine(vectors[i], vectors[j]), cosine(vectors[i], vectors[3 + j]) + 0.03);
  }
  for (auto const& vector : vectors) EXPECT_NEAR(cosine(vector, vector), 1, 1e-5);
}

TEST_F(EncoderTest, AVectorDependsOnItsSentenceAlone) {
  const auto together = encoder()->encode(sentences);
  std::vector<std::string_view> many;
  for (int i = 0; i < 40; ++i) many.insert(many.end(), sentences.rbegin(), sentences.rend());
  const auto among_others = encoder()->encode(many);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    EXPECT_EQ(encoder()->encode({&sentences[i], 1}).front(), together[i]) << sentences[i];
    EXPECT_EQ(among_others[many.size() - 1 - i], together[i]) << sentences[i];
  }
}

TEST_F(EncoderTest, ThreadsMayCallAtOnce) {
  const auto expected = encoder()->encode(sentences);
  std::vector<std::vector<Vector>> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& one : made) threads.emplace_back([&] { one = encoder()->encode(sentences); });
  }
  for (auto const& one : made) EXPECT_EQ(one, expected);
}

TEST_F(EncoderTest, EightBitsStayNearTheReference) {
  const auto reference = Encoder::load(find_model(), Precision::floating);
  ASSERT_TRUE(reference.has_value());
  const auto exact = reference->encode(sentences);
  const auto fast = encoder()->encode(sentences);
  for (std::size_t i = 0; i < sentences.size(); ++i) EXPECT_GT(cosine(exact[i], fast[i]), 0.995) << sentences[i];
}

TEST_F(EncoderTest, HostileSentencesAreBounded) {
  std::string ligatures;
  for (int i = 0; i < 200'000; ++i) ligatures += "\xEF\xB7\xBA";
  const std::string word(3'000'000, 'x');
  const std::string bytes(100'000, '\xFF');
  const std::vector<std::string_view> hostile = {ligatures, word, bytes, std::string_view("\0\0", 2)};
  for (auto sentence : hostile) EXPECT_LE(encoder()->pieces_of(sentence).size(), Encoder::longest_sentence);
  for (auto const& vector : encoder()->encode(hostile)) EXPECT_TRUE(std::isfinite(vector[0]));
}

TEST_F(EncoderTest, KeptVectorsAreTheSame) {
  Vectors vectors;
  const auto first = vectors.of(sentences);
  const auto again = vectors.of(sentences);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(*first, *again);
  EXPECT_EQ(*first, encoder()->encode(sentences));
  EXPECT_FALSE(vectors.failure());
}

TEST(Vectors, SayWhyThereAreNone) {
  Vectors vectors({}, "/nowhere/at/all");
  EXPECT_FALSE(vectors.failure());
  const auto made = vectors.of(sentences);
  ASSERT_FALSE(made);
  EXPECT_EQ(vectors.failure(), made.error());
  EXPECT_FALSE(describe(made.error()).empty());
}

}  // namespace
}  // namespace recoupe::encoder
