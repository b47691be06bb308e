// The tellings of one sentence, each from one predicate.
#pragma once

#include <expected>
#include <vector>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

struct SentenceTelling {
  Telling telling;
  std::size_t sentence = 0;
  bool noun = false;      // from a noun: weaker
  bool recalled = false;  // its own words put it before the rest
  bool follows = false;   // and say that the rest follows it
  bool again = false;     // "this meeting": a noun for the one just told
  bool loose = false;     // a noun, and only the rest of the sentence says of whom
  bool quoted = false;    // somebody is quoted with it
  bool implied = false;   // one side is told by the sentences before
  bool guessed = false;   // and a pronoun may mean any of several whom those name
  bool beside = false;    // on the sidelines of the gathering told before
  bool only_day = false;  // its date is the only one that the page tells of somebody who took part
  bool during = false;    // "during the visit of X to Y": its own words take it for granted
};

// What a sentence tells, or why nothing. `spoken_of`: whom the sentences before speak of, for a subject left out.
std::expected<std::vector<SentenceTelling>, NotTaken> read_sentence(Page const& page, Sentence const& sentence,
                                                                    std::vector<Participant> const& spoken_of);

}  // namespace recoupe::encounter
