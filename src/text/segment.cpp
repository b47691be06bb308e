#include "text/segment.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>

#include "text/code_point.hpp"
#include "text/fold.hpp"

namespace recoupe::text {
namespace {

// ASCII is told at once: it is most of what is read.
bool is_ascii(UChar32 c) { return c >= 0 && c < 0x80; }
bool is_ascii_letter(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_blank(UChar32 c) {
  if (is_ascii(c)) return c != '\n' && (c <= ' ' || c == 0x7F);
  return u_isUWhiteSpace(c) || u_iscntrl(c);
}

// Marks of direction and joining stand inside words without being seen.
bool is_invisible(UChar32 c) { return !is_ascii(c) && u_charType(c) == U_FORMAT_CHAR; }

bool is_letter(UChar32 c) { return is_ascii(c) ? is_ascii_letter(c) : u_isalpha(c) != 0; }

bool is_digit(UChar32 c) { return is_ascii(c) ? c >= '0' && c <= '9' : u_isdigit(c) != 0; }

bool is_upper(UChar32 c) { return is_ascii(c) ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0; }

bool is_word_letter(UChar32 c) {
  if (is_ascii(c)) return is_ascii_letter(c);
  return u_isalpha(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK)) != 0 || c == 0x0640;
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

bool is_arabic(UChar32 c) {
  if (is_ascii(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_ARABIC;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view bytes) : bytes_(bytes) {}

  std::vector<Token> run() {
    constexpr std::size_t bytes_a_token = 5;  // about
    tokens_.reserve(bytes_.size() / bytes_a_token + 1);
    for (std::size_t at = 0; at < bytes_.size();) {
      const auto c = code_point_at(bytes_, at);
      if (c.value == '\n') {
        push(TokenKind::newline, c.begin, c.end);
        at = c.end;
      } else if (is_blank(c.value) || is_invisible(c.value)) {
        space_ = space_ || is_blank(c.value);
        at = c.end;
      } else {
        at = token_from(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  std::size_t token_from(CodePoint first) {
    if (is_digit(first.value)) return run_of(TokenKind::number, first, is_digit);
    if (is_word_letter(first.value)) return word_from(first);
    push(TokenKind::punctuation, first.begin, first.end);
    return first.end;
  }

  template <class Belongs>
  std::size_t run_of(TokenKind kind, CodePoint first, Belongs belongs) {
    auto end = first.end;
    while (end < bytes_.size()) {
      const auto next = code_point_at(bytes_, end);
      if (!belongs(next.value)) break;
      end = next.end;
    }
    push(kind, first.begin, end);
    return end;
  }

  std::size_t word_from(CodePoint first) {
    auto end = first.end;
    std::size_t letters = 1;
    while (end < bytes_.size()) {
      const auto next = code_point_at(bytes_, end);
      if (is_apostrophe(next.value) && elides(letters, next.end)) {
        end = next.end;
        break;
      }
      if (!is_word_letter(next.value) && !joins(next)) break;
      end = next.end;
      ++letters;
    }
    push(TokenKind::word, first.begin, end);
    return end;
  }

  // "l'", "qu'", "jusqu'" before a letter; "O'Neill" and "aujourd'hui" too: rooms see the space that is not there.
  // A lone s behind it is an ending of what stands before ("Ireland's"), which stays a word of its own.
  bool elides(std::size_t letters, std::size_t after) const {
    if (letters > 8 || after >= bytes_.size()) return false;
    const auto next = code_point_at(bytes_, after);
    if (!u_isalpha(next.value)) return false;
    const bool lone = next.end >= bytes_.size() || !is_word_letter(code_point_at(bytes_, next.end).value);
    return !(next.value == 's' && lone);
  }

  bool joins(CodePoint c) const {
    return is_invisible(c.value) && c.end < bytes_.size() && is_word_letter(code_point_at(bytes_, c.end).value);
  }

  void push(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.span = {begin, end};
    token.kind = kind;
    token.space_before = space_;
    space_ = kind == TokenKind::newline;
    const auto written = bytes_.substr(begin, end - begin);
    token.folded = fold(written);
    if (kind == TokenKind::word) describe(token, written);
    tokens_.push_back(std::move(token));
  }

  static void describe(Token& token, std::string_view written) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < written.size();) {
      const auto c = code_point_at(written, at);
      at = c.end;
      if (!is_letter(c.value)) continue;
      if (letters == 0) {
        token.capitalised = is_upper(c.value) || u_istitle(c.value);
        token.arabic = is_arabic(c.value);
      }
      ++letters;
      capitals += is_upper(c.value) ? 1U : 0U;
    }
    token.all_capitals = letters > 1 && capitals == letters;
  }

  std::string_view bytes_;
  std::vector<Token> tokens_;
  bool space_ = true;
};

bool one_of(std::string_view folded, std::initializer_list<std::string_view> set) {
  return std::ranges::find(set, folded) != set.end();
}

bool ends_sentence(std::vector<Token> const& tokens, std::size_t index, Abbreviations const& abbreviations) {
  auto const& token = tokens[index];
  if (token.kind != TokenKind::punctuation) return false;
  if (one_of(token.folded, {"!", "?", "\u061F", "\u06D4"})) return true;
  if (token.folded == "...") return index + 1 < tokens.size() && tokens[index + 1].capitalised;
  if (token.folded != ".") return false;
  if (index + 1 < tokens.size() && !tokens[index + 1].space_before && tokens[index + 1].kind != TokenKind::newline &&
      !one_of(tokens[index + 1].folded, {"\"", "\u201D", "\u00BB", ")", "]"}))
    return false;  // "3.5", "U.S.", "recoupe.example"
  if (index == 0 || tokens[index].space_before) return true;
  auto const& before = tokens[index - 1];
  if (before.kind != TokenKind::word) return true;
  const bool initial = before.folded.size() == 1 && before.capitalised;
  if (!initial && !abbreviations.contains(before.folded)) return true;
  return index + 1 < tokens.size() && tokens[index + 1].kind == TokenKind::newline;
}

bool closes(Token const& token) {
  return token.kind == TokenKind::punctuation &&
         one_of(token.folded, {"\"", "\u201D", "\u00BB", ")", "]", ".", "!", "?"});
}

// What goes on for longer is no sentence; later rooms may look at each pair of its words.
constexpr std::size_t most_tokens = 600;

std::vector<Sentence> cut(std::vector<Token> const& tokens, Abbreviations const& abbreviations) {
  std::vector<Sentence> sentences;
  std::size_t first = 0;
  const auto close = [&](std::size_t end) {
    if (first < end) sentences.push_back({{tokens[first].span.begin, tokens[end - 1].span.end}, first, end});
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::newline) {
      close(i);
      first = i + 1;
    } else if (ends_sentence(tokens, i, abbreviations)) {
      while (i + 1 < tokens.size() && closes(tokens[i + 1]) && !tokens[i + 1].space_before) ++i;
      close(i + 1);
      first = i + 1;
    } else if (i + 1 - first == most_tokens) {
      close(i + 1);
      first = i + 1;
    }
  }
  close(tokens.size());
  return sentences;
}

}  // namespace

std::size_t SegmentedText::token_at(std::size_t byte) const {
  const auto at = std::ranges::upper_bound(tokens, byte, {}, [](Token const& token) { return token.span.end; });
  return static_cast<std::size_t>(at - tokens.begin());
}

std::size_t SegmentedText::sentence_of(std::size_t index) const {
  assert(index < tokens.size());
  const auto at = std::ranges::upper_bound(sentences, index, {}, &Sentence::end_token);
  return std::min(static_cast<std::size_t>(at - sentences.begin()), sentences.size() - 1);
}

SegmentedText segment(Text text, Language language, Abbreviations const& abbreviations) {
  SegmentedText result;
  result.tokens = Tokenizer(text.view()).run();
  result.sentences = cut(result.tokens, abbreviations);
  result.text = std::move(text);
  result.language = std::move(language);
  return result;
}

}  // namespace recoupe::text
