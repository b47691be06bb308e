// The words of names of all languages, compiled.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/phrase_table.hpp"
#include "name/find_names.hpp"
#include "name/foreign_letters.hpp"

namespace recoupe::name {

struct OfficeHead {
  std::string concept_id;
  bool plural = false;
  bool alone = false;       // may stand without a complement
  bool title_only = false;  // a rank: names an office only with a person behind it
};

// How a noun stands to the name of an organisation or place that it begins or ends.
enum class NounUse : std::uint8_t {
  begins,     // a name must follow
  alone,      // names something by itself when written with a capital
  within,     // is part of the name, which must follow
  last,       // ends the name
  apart,      // says before a name what it names, and is no part of it
  portfolio,  // names one with a portfolio, though all is written small
};

// What may follow a word within the name of an organisation.
enum class LinkUse : std::uint8_t {
  plain,   // a name, a noun
  plural,  // and any noun in the plural
  noun,    // a noun of the tables alone
  joins,   // what is like the part before it
};

// Adjectives in the names of organisations, all words folded.
struct Adjectives {
  std::set<std::string, std::less<>> words;
  std::set<std::string, std::less<>> others;  // words that only end like one
  std::vector<std::string> endings;

  bool contains(std::string_view folded) const;
};

struct LanguageWords {
  lexicon::PhraseTable<OfficeHead> offices;
  lexicon::PhraseTable<std::string> links;       // between head and complement; "and" where it joins two of them
  lexicon::PhraseTable<std::string> nouns;       // portfolios, bodies
  lexicon::PhraseTable<std::string> demonyms;    // ISO code
  lexicon::PhraseTable<std::string> civilities;  // "plural": of several people
  lexicon::PhraseTable<std::string> former;
  lexicon::PhraseTable<int> descriptions;  // how many people
  lexicon::PhraseTable<Place> places;
  lexicon::PhraseTable<Organisation> organisations;
  lexicon::PhraseTable<NounUse> organisation_nouns;
  std::set<std::string, std::less<>> definite_organisations;  // folded: of these nouns what may have the article
  std::set<std::string, std::less<>> single_nouns;            // folded: of `nouns` the single words
  lexicon::PhraseTable<LinkUse> organisation_links;
  Adjectives organisation_adjectives;
  lexicon::PhraseTable<NounUse> place_nouns;
  lexicon::PhraseTable<int> place_cues;             // words behind which a place is named
  lexicon::PhraseTable<int> organisation_cues;      // the same of an organisation
  lexicon::PhraseTable<int> agreements;             // texts and wars called after a place
  std::set<std::string, std::less<>> ages;          // folded: behind a number behind a name
  std::set<std::string, std::less<>> place_links;   // folded: between the parts of a hyphenated place
  std::set<std::string, std::less<>> not_names;     // folded
  std::set<std::string, std::less<>> family_first;  // folded: family names that stand before the given one
  std::set<std::string, std::less<>> surnames;      // of these, what may end a name
  std::set<std::string, std::less<>> particles;     // folded
  std::set<std::string, std::less<>> name_cues;     // folded: behind which a person is often named
  ForeignLetters foreign_letters;
};

struct NameUse {
  bool given = false;
  bool family = false;
};

struct Vocabulary::Tables {
  std::map<std::string, LanguageWords, std::less<>> languages;
  std::set<std::string, std::less<>> given_names;           // folded, all scripts
  std::set<std::string, std::less<>> surnames_of_heads;     // folded: of heads of state and government
  std::unordered_map<std::string, NameUse> gathered_names;  // folded: what many countries' lists say
  lexicon::PhraseTable<Place> cities;                       // of the whole world, all scripts
};

}  // namespace recoupe::name
