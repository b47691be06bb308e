// "Le Premier ministre" on a page that names one untitled person: who that is, where nothing else can be meant.
#pragma once

#include <optional>

#include "encounter/words.hpp"

namespace recoupe::encounter {

// The names of the page, with the offices of heads of state or government that no name stands beside given to the one
// person without an office whom its sentences are about. Nothing where there are none, or two offices or two people may
// be meant.
std::optional<name::PageNames> resolve_heads(text::SegmentedText const& body, name::PageNames const& names,
                                             LanguageWords const& words);

// Whether the page names somebody who holds an office of a state, not only a director or a coach.
bool speaks_of_states(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words);

}  // namespace recoupe::encounter
