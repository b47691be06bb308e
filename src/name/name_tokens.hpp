// The words of one name, ready to be compared: folded, with what comes and goes between spellings set apart.
//
//   prepare("Sheikh Abd al-Rahman ben Jassim", MatchKind::person, parts).tokens;   // abdalrahman, (ben), jassim
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "name/match_names.hpp"

namespace recoupe::name {

enum class Script : std::uint8_t { latin, arabic };

// A letter of one script as a small number, 0 for none: what the tables of letter costs are indexed by.
using Letter = std::uint8_t;
inline constexpr Letter letter_kinds = 56;
inline constexpr std::size_t most_letters = 28;  // of a token; the rest is not compared
inline constexpr std::size_t most_tokens = 12;   // of a name; the rest is not looked at

struct Letters {
  std::array<Letter, most_letters> at{};
  std::uint8_t size = 0;
};

struct NameToken {
  std::string word;  // folded
  Letters letters;
  Script script = Script::latin;
  bool particle = false;  // comes and goes between spellings: ben, abou, de
  bool article = false;   // had the article before it, which is cut off
  bool initial = false;   // one Latin letter
  bool number = false;
  float commonness = 0;                  // 0 of a rare word to 1 of the commonest
  std::uint8_t prefix = 0;               // letters of "abd al-" in it, which all such names share
  std::vector<std::uint16_t> nicknames;  // full names that it may stand for, or is: by number
  std::uint16_t original = 0;            // its number among the words of Originals, 0 of one that is not there
};

// Which Arabic words the Latin words of names stand for.
class Originals {
 public:
  void add(std::string latin, std::vector<std::string> const& sure, std::vector<std::string> const& once);
  // For NameToken::original.
  std::uint16_t number_of(std::string const& word, Script script) const;
  // Both words are well known, and no original of one is the other's: "samir" and "sami", سامي and "samir".
  bool are_apart(NameToken const& left, NameToken const& right) const;

 private:
  std::uint16_t arabic_number(std::string const& word);
  bool stands_for(std::uint16_t latin, std::uint16_t arabic) const;

  std::unordered_map<std::string, std::uint16_t> latin_, arabic_;  // numbers from 1
  std::vector<std::vector<std::uint16_t>> originals_;              // of a Latin number less one, ascending
  std::vector<bool> known_;                                        // of an Arabic number less one: seen twice
};

struct PreparedName {
  std::vector<NameToken> tokens;  // in the order given name, family name; at most most_tokens
  std::set<std::string> legal_forms;
  std::set<std::string> numbers;
  std::set<std::string> countries;  // of an organisation: that its name names, by ISO code
  std::string folded;
  std::string characters;  // of a name in Chinese or Korean script: each is a word, none a way of spelling another
};

// What a word does within a name.
enum class PartKind : std::uint8_t { particle, civility, article, joins_next, joins_previous };

struct NameParts {
  std::map<std::string, PartKind, std::less<>> parts;
  std::map<std::string, std::string, std::less<>>
      legal_forms;                                          // to the class of the form, empty: a word without weight
  std::map<std::string, std::string, std::less<>> numbers;  // "vi" -> "6"
  std::map<std::string, std::string, std::less<>> countries;
  std::map<std::string, float, std::less<>> commonness;
  std::map<std::string, std::vector<std::uint16_t>, std::less<>> nicknames;
  Originals originals;
};

// The letters of a folded word. Consonants written twice in Latin count once.
Letters letters_of(std::string_view word, Script script);
// The letter of that code point, 0 where the script has none such; `first` and `last`: where it stands in its word.
Letter arabic_letter(std::int32_t code_point, bool first, bool last);

// The letter as it is written, "-" for none.
std::string written(Letter letter, Script script);

// Bounded: reads 600 bytes and makes most_tokens tokens at most.
PreparedName prepare(std::string_view name, MatchKind kind, NameParts const& parts);

}  // namespace recoupe::name
