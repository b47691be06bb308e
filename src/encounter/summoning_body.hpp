// A ministry, or a capital that stands for one, which summons an ambassador: no person, but the other side.
#pragma once

#include <vector>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

// Adds the body as host of those whom a verb of summoning names, where no person summons them.
void add_summoning_body(Page const& page, Sentence const& sentence, Predicate const& predicate,
                        std::vector<Participant>& participants);

bool is_summoned(Telling const& telling);

}  // namespace recoupe::encounter
