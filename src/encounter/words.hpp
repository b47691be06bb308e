// Frames, auxiliaries and cues of all languages, compiled.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "encounter/telling.hpp"
#include "lexicon/phrase_table.hpp"

namespace recoupe::encounter {

enum class Shape : std::uint8_t {
  receive,   // subject host, object guest
  received,  // subject guest, host behind "by"
  mutual,    // subject with object
  with,      // subject with whom stands behind "with"
  visit,     // subject guest, to a place
  attend,    // subject at a gathering
  both,      // a noun of two who were just named: "their talks"
  noun,      // participants around it
  none,      // looks like one and is none: a news conference
};

// The form of a word, which says what auxiliary it may stand under.
enum class Mood : std::uint8_t { past, present, future, infinitive, participle, gerund, noun };

// What the words of a clause say of their encounter.
enum class Told : std::uint8_t {
  open,         // nothing: the clause above it decides
  held,         // it was, or is
  announced,    // it will be
  cancelled,    // it was not, or will not be
  denied,       // somebody says that it was not
  recalled,     // it was before what else is told
  request,      // somebody asks for it
  conditional,  // it would, it might
  purpose,      // "in order to": as the clause before it
};

struct Frame {
  Kind kind = Kind::other;
  Shape shape = Shape::noun;
  Mood mood = Mood::noun;
};

// A word or phrase that stands before a frame of mood `takes`.
struct Auxiliary {
  Mood takes = Mood::participle;
  Told told = Told::held;
  bool passive = false;
  std::optional<Mood> own;  // where it stands under another auxiliary itself ("be received")
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
  phone,         // it was a call
  with,          // before the other side of an encounter
  between,       // before both sides
  coordination,  // joins one to the next
  genitive,      // before an owner
  owner,         // behind an owner: "'s"
  preposition,   // before what is neither subject nor object
  article,       // articles, possessives: what a name may stand behind
  adverb,        // may stand between auxiliary and verb
  relative,      // "who"
  third,         // a pronoun for somebody named before
  first,         // I, you, we
  possessive,    // "his", before a noun
  after,         // the noun behind it has happened
  held,          // "took place"
  archive,       // the line is no news: a teaser, a caption of an old photograph
  whole,         // words that begin with a letter which elsewhere joins them to the word before
  perfect,       // "had": a noun beside it was before
  official,      // words of states and their business: "bilateral", "communiqué"
  crowd,         // those who are nobody's counterpart: reporters, fans
  invitation,    // before who invites, and receives
  repeated,      // how often, not when: "three times"
  quantity,      // before those who are counted: "a dozen of"
  place,         // a preposition of where something is: "in"
  sidelines,     // "on the sidelines of"
  attends,       // "will be present", behind who attends what was told before
  led,           // between a group and who leads it: "headed by"
  venue          // begins the name of a venue: "palace"
};

// A word of a claim that can be counted.
struct ClaimWord {
  enum class Class : std::uint8_t {
    ordinal,
    suffix,   // of digits: "22nd"
    visit,    // a noun for it
    meeting,  // the same
    within,   // before a span of time
    since,    // before a date
    anybody,  // "of an official": of no certain person
    pointing  // "this is"
  };
  Class kind = Class::ordinal;
  int value = 0;  // of an ordinal
};

// Somebody who has been at the head of a state or of its government.
struct HeadOfState {
  std::string office;   // concept of offices.tsv
  std::string country;  // ISO 3166-1 alpha-2
};

struct LanguageWords {
  lexicon::PhraseTable<Frame> frames;
  lexicon::PhraseTable<Auxiliary> auxiliaries;
  lexicon::PhraseTable<Cue> cues;
  lexicon::PhraseTable<std::vector<std::string>> groups;  // nouns for several people, with what these are, sorted
  lexicon::PhraseTable<std::string> heads;  // offices of heads of state and government, with their concepts
  lexicon::PhraseTable<int> state_offices;
  lexicon::PhraseTable<std::string> state_heads;  // the same and those who lead a state by another title
  lexicon::PhraseTable<int> counterparts;         // "counterpart": who holds the same office elsewhere
  lexicon::PhraseTable<int> media;                // newspapers and broadcasters
  lexicon::PhraseTable<HeadOfState> known_heads;  // names
  lexicon::PhraseTable<ClaimWord> claims;
  lexicon::PhraseTable<int> gatherings;  // that meet every year in one month: its number
  bool verb_first = false;               // the subject stands behind the verb
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
};

}  // namespace recoupe::encounter
