// "The president" on a page that names one who is known to have been it, in whatever year: nobody else is meant.
#pragma once

#include <optional>
#include <vector>

#include "encounter/words.hpp"

namespace recoupe::encounter {

struct KnownHeads {
  // Whom of the page's people the lexicon knows as heads of state or government: indices into PageNames::people,
  // sorted.
  std::vector<std::size_t> people;
  // The names of the page with the offices of such heads resolved to the only one on the page who may hold them;
  // nothing where there are none.
  std::optional<name::PageNames> resolved;
};

// Linear in mentions and known heads.
KnownHeads known_heads(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words);

}  // namespace recoupe::encounter
