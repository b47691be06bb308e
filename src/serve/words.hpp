// What serving needs of the lexicon.
//
//   auto words = Words::of(lexicon);
//   words.place_names("Rabat", "MA");          // {"ar": …, "en": "Rabat", "fr": "Rabat"}, or null
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.hpp"
#include "text/segment.hpp"

namespace recoupe::serve {

using NamesByLanguage = std::map<std::string, std::string>;

struct Words {
  text::Abbreviations abbreviations;                           // of all languages
  std::map<std::string, NamesByLanguage, std::less<>> places;  // by the gazetteer's id
  std::unordered_map<std::string, std::string> place_ids;      // by folded name and country

  static Words of(lexicon::Lexicon const& lexicon);
  // The first name that the gazetteer has for it in each language; null where it does not know the place.
  NamesByLanguage const* place_names(std::string_view name, std::string_view country) const;
};

}  // namespace recoupe::serve
