// Frames and cues of all languages, compiled.
#pragma once

#include <map>
#include <string>

#include "encounter/telling.hpp"
#include "lexicon/phrase_table.hpp"

namespace recoupe::encounter {

enum class Shape : std::uint8_t {
  receive,   // subject host, object guest
  received,  // subject guest, host behind "by"
  mutual,    // subject with object
  visit,     // subject guest, to a place
  attend,    // subject at a gathering
  noun,      // participants anywhere in its sentence
};

enum class Told : std::uint8_t { held, announced, cancelled, recalled, open };

struct Frame {
  Kind kind = Kind::other;
  Shape shape = Shape::noun;
  Told told = Told::open;
};

enum class Cue : std::uint8_t {
  negation,
  cancelled,
  denied,
  announced,
  request,
  conditional,
  sport,
  recalled,
  same,
  presence,
  by,
  topic,
  follows,
  boundary,
  including,
  phone,  // it was a call
  with
};

struct LanguageWords {
  lexicon::PhraseTable<Frame> frames;
  lexicon::PhraseTable<Cue> cues;
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
};

}  // namespace recoupe::encounter
