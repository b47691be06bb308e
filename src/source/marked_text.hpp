// A text whose tokens know what they are in a clause: closed words, verbs of speech, names, quotations.
//
// Made once a text, so that every later look at a token is an array access.
#pragma once

#include <optional>
#include <vector>

#include "source/quotations.hpp"
#include "source/words.hpp"

namespace recoupe::source {

// Half open, in tokens.
struct TokenSpan {
  std::size_t first = 0;
  std::size_t end = 0;
  bool empty() const { return first >= end; }
};

class MarkedText {
 public:
  struct VerbHit {
    std::size_t end = 0;
    bool coordinated = false;  // written as one with "and" (Arabic)
    std::vector<Verb> verbs;   // the readings of the form, by its accents; never empty
  };

  MarkedText(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words);

  text::SegmentedText const& body() const { return body_; }
  LanguageWords const& words() const { return words_; }
  std::vector<Quotation> const& quotations() const { return quotations_; }

  text::Token const& token(std::size_t at) const { return body_.tokens[at]; }
  text::ByteSpan span(TokenSpan span) const { return body_.span_of(span.first, span.end); }

  bool is(std::size_t at, Words words) const { return (marks_[at].words & words) != 0; }
  bool is(std::size_t at, Word word) const { return is(at, static_cast<Words>(word)); }

  VerbHit const* verb_at(std::size_t at) const;
  // A finite verb of speech, which a noun phrase cannot hold.
  bool is_finite(std::size_t at) const;

  // The quotation that token `at` stands in, marks included.
  Quotation const* quotation_at(std::size_t at) const;
  bool opens_quotation(std::size_t at) const;
  bool closes_quotation(std::size_t at) const;  // the last token of a mark that closes

  // One past the mention that begins at token `at`, with its title; `at` where none does.
  std::size_t mention_end(std::size_t at) const { return mention_ends_[at] > at ? mention_ends_[at] : at; }
  bool in_name(std::size_t at) const { return marks_[at].in_name; }

  bool is_comma(std::size_t at) const;
  // Ends a clause where a comma need not: ; : — and the end of a sentence.
  bool is_stop(std::size_t at) const;
  bool is_sign(std::size_t at, std::string_view sign) const;

  // Without commas, quotation marks, dashes and stops at its ends.
  TokenSpan trimmed(TokenSpan span) const;
  // The same, but marks of quotations stay.
  TokenSpan without_stops(TokenSpan span) const;

 private:
  struct Marks {
    Words words = 0;
    std::uint32_t quotation = 0;  // one more than its index
    std::uint32_t verb = 0;       // one more than its index
    bool in_name = false;
  };
  void mark_words();
  void mark_closed(std::size_t at);
  void mark_verb(std::size_t at);
  void mark_names(name::PageNames const& names);
  void mark_quotations();

  text::SegmentedText const& body_;
  LanguageWords const& words_;
  std::vector<Quotation> quotations_;
  std::vector<Marks> marks_;
  std::vector<VerbHit> verbs_;
  std::vector<std::size_t> mention_ends_;
};

}  // namespace recoupe::source
