// Sentences of two languages side by side by what they mean.
//
//   auto beads = align_by_vectors(left, right);      // 1-0 to 3-3, in order, every sentence in one
//   beads[0].likeness;                               // cosine of the two sides, 0 for a sentence left alone
//
// After Vecalign (Thompson and Koehn 2019): a dynamic programme over vectors of one to three neighbours composed by
// their lengths, with lengths as Gale and Church (1993) beside. Leaving a sentence alone is worth nothing; whatever is
// less alike than that stays alone.
#pragma once

#include <span>
#include <vector>

#include "encoder/encoder.hpp"
#include "reuse/align_sentences.hpp"

namespace recoupe::reuse {

struct MeaningSentence {
  std::size_t length = 0;  // code points
  encoder::Vector vector;  // centred
};

struct LikeBead {
  SentenceBead bead;
  double likeness = 0;
};

std::vector<LikeBead> align_by_vectors(std::span<const MeaningSentence> left, std::span<const MeaningSentence> right);

// Pairs that the one way through the text left alone on both sides and that say the same out of order, by their left
// sentence.
std::vector<LikeBead> moved_sentences(std::span<const LikeBead> beads, std::span<const MeaningSentence> left,
                                      std::span<const MeaningSentence> right);

// The same for lines that may each hold several sentences: sentence i of a side stands in line owners[i], in order.
// Lines are in one bead where a sentence of one is aligned with a sentence of the other.
struct Lines {
  std::size_t count = 0;
  std::vector<std::size_t> owners;
  std::vector<MeaningSentence> sentences;
};
std::vector<SentenceBead> align_lines(Lines const& left, Lines const& right);

}  // namespace recoupe::reuse
