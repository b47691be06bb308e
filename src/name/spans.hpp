// What a run of tokens names, found one by one before it is known who is who.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "name/words.hpp"

namespace recoupe::name {

struct OfficeSpan {
  std::size_t clitics = 0;  // folded bytes of conjunctions and prepositions on the first word
  std::size_t first = 0;
  std::size_t end = 0;
  OfficeHead head;
  std::string country;
  std::string body;  // folded words after the head: what tells one office from another
  bool former = false;
};

struct PersonSpan {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t clitics = 0;  // folded bytes on the first word
};

// Everything that one text is searched with.
struct Search {
  text::SegmentedText const& body;
  LanguageWords const& words;
  Vocabulary::Tables const& tables;

  text::Token const& token(std::size_t at) const { return body.tokens[at]; }
  bool is_punctuation(std::size_t at, std::initializer_list<std::string_view> signs) const;
};

// The office that begins at token `at`, with its complement ("minister of foreign affairs of Spain").
std::optional<OfficeSpan> office_at(Search const& search, std::size_t at, std::size_t end);

// "Foreign Affairs": what an office is for, though an organisation is called so too, whose name ends before `end`.
bool is_a_field(Search const& search, std::size_t at, std::size_t end);

// A name in a script without capitals that its letters and the word before it show to be a foreign person's.
std::optional<PersonSpan> foreign_person(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                         std::size_t end);

// The personal name that begins at token `at`. `cued`: a title or civility stands beside it, so that one word may do.
std::optional<PersonSpan> person_at(Search const& search, std::size_t at, std::size_t end, bool cued);

}  // namespace recoupe::name
