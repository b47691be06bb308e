// What the vectors of all sentences of a language share: taken off, vectors tell what a sentence says.
//
//   auto centres = Centres::compile(lexicon);
//   centres->centred(vectors, "fr");       // of the sentences of one text, each of length 1 again
//
// Cosines of raw vectors lie between .7 and .9 whatever the sentences say; centred, those of sentences that have
// nothing in common lie about 0 and those of translations about .6. The mean of a text's own sentences is drawn towards
// the mean of its language by `prior` sentences, since a text of two sentences says little about its language.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "encoder/encoder.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::encoder {

class Centres {
 public:
  // From lexicon/<language>/mean_vector.tsv.
  static std::expected<Centres, lexicon::Error> compile(lexicon::Lexicon const& lexicon);

  std::vector<Vector> centred(std::span<const Vector> sentences, std::string_view language) const;

 private:
  static constexpr float prior = 3;

  Vector const& of(std::string_view language) const;
  std::map<std::string, Vector, std::less<>> means_;
  Vector any_{};  // the mean of all languages, for one without its own
};

// Of length 1; a vector of nothing stays so.
Vector normalised(Vector vector);

}  // namespace recoupe::encoder
