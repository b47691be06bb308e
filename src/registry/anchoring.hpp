// Corrections found again in a heap, by report and quotation.
//
//   auto anchored = anchor(corrections, heap);
//   anchored.judgements;       // for link_heap()
//   anchored.standing[0];      // "anchored"
#pragma once

#include <string>
#include <vector>

#include "link/judgements.hpp"
#include "registry/correction.hpp"

namespace recoupe::registry {

struct Anchored {
  link::Judgements judgements;
  std::vector<link::TellingPlace> no_encounters;
  std::vector<std::string> standing;  // of each correction: anchored, approximate, unanchored, overruled
  std::vector<std::size_t> of_same;   // which correction each of judgements.same is
};

// In the order in which they were said: where two speak of the same, the later one counts.
Anchored anchor(std::vector<Correction> const& corrections, link::Heap const& heap);

// Takes tellings out, with the links that they have.
void take_out(link::Heap& heap, std::vector<link::TellingPlace> const& tellings);

}  // namespace recoupe::registry
