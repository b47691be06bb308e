// Words of who says what, of all languages, compiled.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lexicon/phrase_table.hpp"
#include "source/find_sources.hpp"

namespace recoupe::source {

enum class Cue : std::uint8_t {
  nominal,
  communique,
  of,
  that,
  same,
  post,
  pass,
  signature,
  article,
  body,
  received,
  interview
};

struct Agency {
  std::string id;
  std::string country;
};

// What stands behind a verb of speech.
enum class VerbClass : std::uint8_t {
  say,     // a clause or a quotation
  tell,    // an addressee, then a clause or a quotation
  clause,  // a clause with its conjunction or a quotation, nothing else: these verbs have everyday meanings
  stance,  // what is judged, wanted or asked for
  learn,   // a clause; who said it stands behind a preposition
};

// How a form of such a verb is used.
enum class Form : std::uint8_t {
  finite,
  past,        // a participle: a predicate only with its auxiliary
  both,        // "said": finite, or that participle
  participle,  // "adding": hangs on the subject of another verb
  infinitive,
  object,  // carries the pronoun of what was said: only behind a nominal cue
};

struct Verb {
  VerbClass verb_class = VerbClass::say;
  Form form = Form::finite;
  std::string written;  // with its accents, which folding drops: "annonce" is no "annoncé"
};

// Closed words of a clause: a set of bits for each token.
enum class Word : std::uint32_t {
  pronoun = 1U << 0U,
  relative = 1U << 1U,   // may be a subject itself: "who"
  auxiliary = 1U << 2U,  // between subject and verb
  passive = 1U << 3U,    // makes a passive of a participle
  adverb = 1U << 4U,     // beside the verb, no part of what is said
  subordinator = 1U << 5U,
  coordinator = 1U << 6U,
  preposition = 1U << 7U,
  link = 1U << 8U,  // a preposition within a noun phrase: "of"
  determiner = 1U << 9U,
  possessive = 1U << 10U,
  complementizer = 1U << 11U,
  question = 1U << 12U,    // opens an indirect question
  infinitive = 1U << 13U,  // opens an infinitive: "to"
  object = 1U << 14U,      // a pronoun or noun that is spoken to
  from = 1U << 15U,        // before who was learned from
  contrast = 1U << 16U,    // opens a clause of another's own behind what was said: "while"
  verb_first = 1U << 17U,  // no word's class: the language begins its clauses with the verb
};
using Words = std::uint32_t;
constexpr Words operator|(Word left, Word right) { return static_cast<Words>(left) | static_cast<Words>(right); }
constexpr Words operator|(Words left, Word right) { return left | static_cast<Words>(right); }

struct ClosedWord {
  Word word = Word::pronoun;
  std::string written;
};

// A closed word that is written as one with the word behind it ("بال~").
struct Prefix {
  std::string folded;
  Word word = Word::preposition;
};

struct LanguageWords {
  lexicon::PhraseTable<Verb> verbs;
  lexicon::PhraseTable<Cue> nominals;
  lexicon::PhraseTable<Cue> nouns;  // communiqué, same, post, pass, signature, body, received, interview
  lexicon::PhraseTable<Cue> links;  // of, article
  lexicon::PhraseTable<ClosedWord> closed;
  std::vector<Prefix> prefixes;
  bool verb_first = false;
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
  lexicon::PhraseTable<Agency> agencies;
  lexicon::PhraseTable<Agency> media;
  lexicon::PhraseTable<Agency> seats;  // by which a public body is named
};

}  // namespace recoupe::source
