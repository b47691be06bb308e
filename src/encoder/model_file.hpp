// The file of a sentence encoder: its vocabulary, its normalisation of characters, and its weights in four bits.
//
//   auto file = ModelFile::open("e5-small-q4.bin");
//   file->shape().hidden;                        // 384
//   auto bias = file->floats("l0.q.b", 384);     // empty where the file has no such tensor of this size
//
// Layout: magic "E5S1", version, shape, vocabulary (offsets, scores, bytes), normalisation, a directory of tensors. The
// file is mapped, not read: its words come into memory as they are used. Every offset is checked against its size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "encoder/error.hpp"

namespace recoupe::encoder {

struct Shape {
  std::size_t hidden = 0;
  std::size_t layers = 0;
  std::size_t heads = 0;
  std::size_t feed_forward = 0;
  std::size_t words = 0;  // rows of the table of words, no fewer than there are pieces
  std::size_t positions = 0;
  float epsilon = 0;
};

// SentencePiece's unigram model: piece i is bytes [offsets[i], offsets[i + 1]) of `bytes`, with a log probability.
struct Pieces {
  std::vector<std::uint32_t> offsets;
  std::vector<float> scores;
  std::string_view bytes;
  std::uint32_t begin = 0;  // put before each text
  std::uint32_t end = 0;    // and behind it
  std::uint32_t unknown = 0;

  std::size_t size() const { return scores.size(); }
  std::string_view operator[](std::size_t piece) const {
    return bytes.substr(offsets[piece], offsets[piece + 1] - offsets[piece]);
  }
};

// What each of some code points becomes before pieces are looked for, possibly nothing: replacements of code_points[i]
// are [offsets[i], offsets[i + 1]) of `replacements`.
struct Normalisation {
  std::vector<std::uint32_t> code_points;  // sorted
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint32_t> replacements;
};

// Weights in blocks of 32: a half-precision scale, then 16 bytes of two weights each, the low half first.
inline constexpr std::size_t block_weights = 32;
inline constexpr std::size_t block_bytes = 18;

class ModelFile {
 public:
  static std::expected<ModelFile, Error> open(std::filesystem::path const& path);

  Shape const& shape() const { return shape_; }
  Pieces const& pieces() const { return pieces_; }
  Normalisation const& normalisation() const { return normalisation_; }

  // The tensor of this name and number of weights, unpacked; empty where there is none.
  std::vector<float> floats(std::string const& name, std::size_t count) const;
  // Its blocks as they lie in the file; empty where there is none.
  std::span<const std::uint8_t> packed(std::string const& name, std::size_t count) const;

 private:
  struct Tensor {
    bool is_packed = false;
    std::size_t count = 0;
    std::span<const std::uint8_t> bytes;
  };
  class Reader;
  void read_shape(Reader& reader);
  void read_pieces(Reader& reader);
  void read_normalisation(Reader& reader);
  void read_directory(Reader& reader, std::span<const std::uint8_t> whole);
  bool is_sound() const;

  std::shared_ptr<const void> mapping_;  // unmapped with the last copy
  Shape shape_;
  Pieces pieces_;
  Normalisation normalisation_;
  std::map<std::string, Tensor> tensors_;
};

// One block of 32 weights.
void unpack_block(std::span<const std::uint8_t, block_bytes> block, std::span<float, block_weights> out);

}  // namespace recoupe::encoder
