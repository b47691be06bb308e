// What each telling keeps of the fullest one: sentence by sentence, where two reports share passages.
//
//   auto differences = compare_tellings(heap, telling, reused);
//   differences.at(3).omits;      // quotations of the fullest report's sentences that reading 3 does not have
#pragma once

#include <map>
#include <vector>

#include "link/copies.hpp"

namespace recoupe::link {

struct Difference {
  std::vector<Evidence> omits;  // sentences of the fullest report
  std::vector<Evidence> adds;   // sentences of this report
};

// By reading, for the readings of `telling` (one encounter's, sorted) that share passages of one language with the
// fullest of theirs: of those that share with it, the one with most words. A report that shares with none has no entry,
// since it leaves out nothing that it had; the fullest itself has none either. `reused` holds all between two of them.
std::map<std::size_t, Difference> compare_tellings(Heap const& heap, std::vector<std::size_t> const& telling,
                                                   std::vector<FoundReuse const*> const& reused);

}  // namespace recoupe::link
