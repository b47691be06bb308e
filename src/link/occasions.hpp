// Tellings to encounters: which of them tell one occasion, and on what day it was.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "link/judgements.hpp"

namespace recoupe::link {

struct Occasion {
  std::vector<TellingPlace> tellings;  // in canonical order
  std::string date;                    // EDTF, empty where unknown
  bool by_sister = false;              // no telling alone gives this date
};

struct Occasions {
  std::vector<Occasion> occasions;
  // Tellings that may tell several of them and are kept apart: by telling, the occasions.
  std::map<TellingPlace, std::vector<std::size_t>> ambiguous;
  // The words ("yesterday") by which a sister telling gave a report its day of publication, in the body, by reading.
  std::map<std::size_t, text::ByteSpan> dated;
  std::vector<std::size_t> not_joined;  // of judgements.same, those against which another speaks
};

// Pairs of readings, lower index first, of which one is nearly all in the other's words.
using NearCopies = std::set<std::pair<std::size_t, std::size_t>>;

// Two near copies that tell of the same people tell one occasion even where their days differ a little: one of them is
// wrong. Readings must be in canonical order. Where a sister telling gives the day of a relative date, the publication
// date of that reading's report is inferred (basis sister).
Occasions find_occasions(Heap& heap, Entities const& entities, NearCopies const& copies, Judgements const& judgements);

}  // namespace recoupe::link
