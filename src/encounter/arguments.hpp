// Who fills the places of a predicate: those on its one side and on its other.
//
// "X received Y": first {X}, second {Y}. "talks between X and Y": second {X, Y}. Where the subject is a pronoun, or
// left out, `implied` says so: whoever the sentences before speak of.
#pragma once

#include <vector>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

struct Arguments {
  std::vector<Actor> first;
  std::vector<Actor> second;
  bool implied = false;       // the first side is told elsewhere
  bool first_person = false;  // it is the one who speaks
  bool loose = false;         // only the rest of the sentence says who
  bool turned = false;        // "received … by": the roles are the other way round
};

Arguments arguments_of(Page const& page, Sentence const& sentence, Predicate const& predicate);

}  // namespace recoupe::encounter
