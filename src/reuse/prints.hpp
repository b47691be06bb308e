// Prints of texts, kept so that a new text finds its partners without the others being read again.
//
//   std::vector<Printed> heap{printed(one), printed(other)};
//   candidate_pairs(heap, {false, true});       // the pairs of the second text
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {

using Print = std::uint64_t;

inline constexpr std::size_t hottest_print = 200;  // texts

struct Printed {
  text::Language language;
  Print content = 0;          // of the whole text: what orders texts
  std::vector<Print> prints;  // sorted, distinct
};

Printed printed(text::SegmentedText const& body);

// Of all pairs that candidate_pairs(texts) gives, those of which one end is wanted.
std::vector<Candidate> candidate_pairs(std::span<const Printed> texts, std::vector<bool> const& wanted,
                                       std::size_t hottest = hottest_print);

enum class Change : std::uint8_t { none, added, removed };

// The unchanged texts whose pairs with one another may differ once others come and go, since the print of a notice or
// of a text that many copy pairs neighbours alone. Sorted.
std::vector<std::size_t> disturbed_by(std::span<const Printed> texts, std::vector<Change> const& changes,
                                      std::size_t hottest = hottest_print);

}  // namespace recoupe::reuse
