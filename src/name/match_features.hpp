// What the score of two names is made of: a few numbers read off their alignment, each with a weight.
#pragma once

#include <array>
#include <string_view>

#include "name/token_alignment.hpp"

namespace recoupe::name {

enum class Feature : std::uint8_t {
  always,
  mean_cost,        // nats a letter over all matched words
  worst_cost,       // of the worst matched word
  bad_word,         // what the worst word costs beyond what a spelling explains
  broken_word,      // and far beyond it
  other_word,       // and where it is another word
  worst_letters,    // what the worst word costs over all its letters, in nats, up to 16, over 4
  second_worst,     // of the next one
  first_cost,       // of the first matched word
  last_cost,        // of the last
  unmatched,        // words without a counterpart, of the name that has fewer such
  spare,            // words without a counterpart, of the other name
  spare_first,      // the other name goes on before the first matched word
  spare_last,       // and after the last
  spare_particles,  // ben, abou, de of one side only
  matched_letters,  // letters in matched words, up to 24, over 12
  one_word,         // all rests on a single word
  common_words,     // how common the matched words are, their mean
  joined,           // words written as one
  initials,         // matched by their first letter alone
  reordered,        // the family name comes first on one side
  nisba,            // one side's word ends in the i of a relative name, the other's in a consonant: Mansour, Mansouri
  spare_given,      // the other name goes on before the first matched word with a word that is seldom left out
  ending,           // one side's word ends in a vowel, the other's in a consonant: Samir, Samira; Omar, Omari
  count_,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count_);
std::string_view name_of(Feature feature);

using Features = std::array<float, feature_count>;

Features features_of(TokenAlignment const& alignment, std::vector<NameToken> const& left,
                     std::vector<NameToken> const& right, bool reordered);

}  // namespace recoupe::name
