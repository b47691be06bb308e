// Sentences told again in other words of the same language: too many changes for a run, too much in common for chance.
//
//   auto pairs = rewritten_sentences(left, right, covered);
//   pairs[0].likeness;     // 0..1, how much of the two sentences' weight is shared
//
// Words weigh by how few sentences hold them. Linear: only words of at most sixteen sentences propose partners.
#pragma once

#include <span>
#include <vector>

#include "reuse/words.hpp"

namespace recoupe::reuse {

struct Rewritten {
  WordSpan left;
  WordSpan right;
  double likeness = 0;
};

// Each sentence of the left at most once, with its likest partner; `covered` says which left words need no partner.
std::vector<Rewritten> rewritten_sentences(Words const& left, Words const& right, std::vector<bool> const& covered,
                                           std::size_t vocabulary);

// Which words of two texts are told on the other side.
struct Covered {
  std::vector<bool> left, right;
};

// As many sentences on end on either side, few, between the same neighbours: they are told again there with far less
// in common. `told` is what was found so far, by its left span.
std::vector<Rewritten> sentences_between(Words const& left, Words const& right, std::span<const Rewritten> told,
                                         Covered const& covered, std::size_t vocabulary);

}  // namespace recoupe::reuse
