// Whether "the second visit in less than two months" holds, as far as this heap goes.
//
//   const auto claims = check_claims(heap, entities, occasions);
//   claims[0][0].verdict;     // holds, of the first occasion's first claim
//
// holds: the heap knows of exactly as many before as the words say. fails: it knows of more. Where it knows of fewer,
// or of a "first", it cannot be told, since a heap never shows that there were no others.
#pragma once

#include "link/occasions.hpp"

namespace recoupe::link {

enum class Verdict : std::uint8_t { holds, fails, cannot_be_told };
std::string_view name_of(Verdict verdict);

struct CheckedClaim {
  std::size_t reading = 0;
  text::ByteSpan evidence;
  Verdict verdict = Verdict::cannot_be_told;
};

// By occasion; those of one in the order of its tellings. Encounters that lie within three days of each other count
// once: a visit and what was told as its parts.
std::vector<std::vector<CheckedClaim>> check_claims(Heap const& heap, Entities const& entities,
                                                    Occasions const& occasions);

}  // namespace recoupe::link
