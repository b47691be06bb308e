// A text cut into sentences and tokens: what every later room walks over.
//
//   auto body = segment(Text::from_utf8("Le ministre l'a reçu. Ils ont parlé."), "fr", abbreviations);
//   body.sentences.size();        // 2
//   body.tokens[2].folded;        // "l'": an elided word is a token of its own, with its apostrophe
//
// A newline always ends a sentence, and so do 600 tokens without an end. Tokens cover everything but blanks, in order,
// without overlap.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "text/language.hpp"
#include "text/span.hpp"
#include "text/text.hpp"

namespace recoupe::text {

enum class TokenKind : std::uint8_t {
  word,         // letters and marks; may hold an inner hyphen-free apostrophe only where it elides ("l'")
  number,       // a run of decimal digits of any script
  punctuation,  // one code point of anything else that is visible
  newline,      // one '\n'
};

struct Token {
  ByteSpan span;
  TokenKind kind = TokenKind::word;
  bool capitalised = false;   // begins with an upper-case letter
  bool all_capitals = false;  // two letters or more, all of them upper-case
  bool arabic = false;        // written in the Arabic script
  bool space_before = false;
  std::string folded;  // text::fold of what is written
};

struct Sentence {
  ByteSpan span;
  std::size_t first_token = 0;
  std::size_t end_token = 0;  // one past the last
};

// Folded words after which a full stop ends no sentence ("m", "dr", "sept").
using Abbreviations = std::set<std::string, std::less<>>;

struct SegmentedText {
  Text text;
  Language language;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  // The token that holds `byte`, else the first one after it, else tokens.size().
  std::size_t token_at(std::size_t byte) const;
  // The sentence that holds token `index`; precondition: index < tokens.size().
  std::size_t sentence_of(std::size_t index) const;
  std::string_view slice(ByteSpan span) const { return text.slice(span); }
  // From the first byte of token `first` to the last of token `end - 1`; precondition: first < end.
  ByteSpan span_of(std::size_t first, std::size_t end) const {
    return {tokens[first].span.begin, tokens[end - 1].span.end};
  }
};

SegmentedText segment(Text text, Language language, Abbreviations const& abbreviations);

}  // namespace recoupe::text
