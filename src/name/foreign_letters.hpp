// How far the letters of a word speak for a foreign name written in a script without capitals.
//
//   letters.odds("طومسون")    // above 0: spelled by its sounds, as names from elsewhere are
//   letters.odds("مصادر")     // below 0: a word of the language
//
// A sum over runs of two and three letters, learned by tools/learn-foreign-letters
// (lexicon/<lang>/foreign-letters.tsv).
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.hpp"

namespace recoupe::name {

class ForeignLetters {
 public:
  static std::expected<ForeignLetters, lexicon::Error> compile(lexicon::Rows const& rows);
  // Log odds of a folded word. 0 in a language without a table.
  float odds(std::string_view folded) const;

 private:
  float of_every_word_ = 0;
  std::unordered_map<std::uint64_t, float> runs_;
};

}  // namespace recoupe::name
