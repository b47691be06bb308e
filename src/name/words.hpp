// The words of names of all languages, compiled.
#pragma once

#include <map>
#include <set>
#include <string>

#include "lexicon/phrase_table.hpp"
#include "name/find_names.hpp"

namespace recoupe::name {

struct OfficeHead {
  std::string concept_id;
  bool plural = false;
  bool alone = false;       // may stand without a complement
  bool title_only = false;  // a rank: names an office only with a person behind it
};

struct LanguageWords {
  lexicon::PhraseTable<OfficeHead> offices;
  lexicon::PhraseTable<std::string> links;     // between head and complement
  lexicon::PhraseTable<std::string> nouns;     // portfolios, bodies
  lexicon::PhraseTable<std::string> demonyms;  // ISO code
  lexicon::PhraseTable<std::string> civilities;
  lexicon::PhraseTable<std::string> former;
  lexicon::PhraseTable<int> descriptions;  // how many people
  lexicon::PhraseTable<Place> places;
  lexicon::PhraseTable<Organisation> organisations;
  std::set<std::string, std::less<>> not_names;  // folded
  std::set<std::string, std::less<>> surnames;   // of these, what may end a name
  std::set<std::string, std::less<>> particles;  // folded
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
  std::set<std::string, std::less<>> given_names;  // folded, all scripts
};

}  // namespace recoupe::name
