// Whether what a predicate tells was held, is announced, was called off, or is denied; and whether it is a memory.
#pragma once

#include <expected>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

struct ToldStatus {
  Status status = Status::held;
  bool recalled = false;
};

// An error where nothing of the kind is told: a wish, a condition.
std::expected<ToldStatus, NotTaken> status_of(Page const& page, Sentence const& sentence, Predicate const& predicate,
                                              TellingDate const& date);

}  // namespace recoupe::encounter
