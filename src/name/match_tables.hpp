// What names are compared with, compiled.
#pragma once

#include <array>
#include <map>
#include <string>

#include "name/letter_costs.hpp"
#include "name/match_features.hpp"
#include "name/name_tokens.hpp"

namespace recoupe::name {

using Weights = std::array<float, feature_count>;

struct Matcher::Tables {
  NameParts parts;
  LetterCosts costs;
  // By what is compared: a person's names across scripts, in Latin, in Latin where both are Arabic names, in Arabic;
  // two organisations.
  Weights arabic_latin{}, latin{}, arab_in_latin{}, arabic{}, organisation{};
  std::map<std::int32_t, std::string> key_letters;  // of the index, one class a letter
};

}  // namespace recoupe::name
