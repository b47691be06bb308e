// A text as pieces of the encoder's vocabulary.
//
//   Tokenizer tokenizer(file.pieces(), file.normalisation());
//   tokenizer.pieces_of("query: Le ministre", 510);     // numbers of pieces, at most 510
//
// SentencePiece's unigram model (Kudo 2018): the most probable way to cut the text into pieces, by Viterbi. Characters
// are normalised one by one as the vocabulary expects, runs of blanks become one, and a blank is put before the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "encoder/model_file.hpp"

namespace recoupe::encoder {

class Tokenizer {
 public:
  // Both are referred to and must outlive the tokenizer.
  Tokenizer(Pieces const& pieces, Normalisation const& normalisation);

  // The first `most` pieces. Time and memory are bounded by `most` too: of a text that is longer than any `most` pieces
  // only the beginning is read. Bytes that are not UTF-8 count as U+FFFD.
  std::vector<std::uint32_t> pieces_of(std::string_view utf8, std::size_t most) const;

 private:
  std::vector<std::uint32_t> normalised(std::string_view utf8, std::size_t most) const;
  void append_replacement(std::vector<std::uint32_t>& out, std::uint32_t code_point) const;
  std::uint32_t find(std::uint32_t hash, std::string_view piece) const;
  std::size_t beginning(std::uint32_t hash) const;  // its place in beginnings_

  Pieces const& pieces_;
  Normalisation const& normalisation_;
  std::size_t longest_ = 1;  // bytes of a piece
  float unknown_score_ = 0;
  std::vector<std::uint32_t> table_;  // open addressing; a piece's number, or `nothing`
  std::vector<bool> beginnings_;  // by hash: whether a piece may begin so; where none does, no longer one is looked for
};

}  // namespace recoupe::encoder
