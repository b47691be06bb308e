// Sentence vectors across languages: two sentences that mean the same lie near one another, in whatever languages.
//
//   auto encoder = Encoder::load(*find_model());
//   if (!encoder) return describe(encoder.error());
//   const std::string_view sentences[] = {"Il pleut.", "It is raining."};
//   auto vectors = encoder->encode(sentences);
//   cosine(vectors[0], vectors[1]);     // .9; but .8 for two that mean different things: centre first (vectors.hpp)
//
// Multilingual E5 small (Wang et al. 2024) from a file with four-bit weights (model_file.hpp). A vector depends on its
// sentence alone, to the last bit: not on its neighbours, the number of threads, or the processor.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "encoder/error.hpp"

namespace recoupe::encoder {

inline constexpr std::size_t dimensions = 384;
using Vector = std::array<float, dimensions>;  // of length 1

double cosine(Vector const& left, Vector const& right);

enum class Precision : std::uint8_t {
  eight_bits,  // products of whole numbers: fast
  floating,    // the reference to compare with
};

class Encoder {
 public:
  static std::expected<Encoder, Error> load(std::filesystem::path const& model,
                                            Precision precision = Precision::eight_bits);
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;
  ~Encoder();

  // One vector for each sentence. Of a sentence the first `longest_sentence` pieces are read. Runs on the caller's
  // thread alone, and may be called from several at a time.
  std::vector<Vector> encode(std::span<const std::string_view> sentences) const;

  static constexpr std::size_t longest_sentence = 256;  // pieces

  // The numbers of the pieces that a sentence is read as, with what the encoder puts around it.
  std::vector<std::uint32_t> pieces_of(std::string_view sentence) const;
  std::string_view piece(std::uint32_t number) const;

 private:
  struct Parts;
  explicit Encoder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace recoupe::encoder
