// Words of who says what, of all languages, compiled.
#pragma once

#include <map>
#include <string>

#include "lexicon/phrase_table.hpp"
#include "source/find_sources.hpp"

namespace recoupe::source {

enum class Cue : std::uint8_t { verb, nominal, communique, of, that, same, post, pass, signature, article };

struct Agency {
  std::string id;
  std::string country;
};

struct LanguageWords {
  lexicon::PhraseTable<Cue> verbs;
  lexicon::PhraseTable<Cue> nominals;
  lexicon::PhraseTable<Cue> nouns;  // communiqué, same, post, pass, signature, that
  lexicon::PhraseTable<Cue> links;  // of, article
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
  lexicon::PhraseTable<Agency> agencies;
};

}  // namespace recoupe::source
