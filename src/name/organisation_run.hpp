// Names of organisations that no list knows: a noun of organisations and what completes it.
#pragma once

#include <optional>

#include "name/runs.hpp"

namespace recoupe::name {

// "Fondation Karim Bennani", "école normale de Settat", "Commission", "Office national de l'eau et de l'électricité".
std::optional<Run> organisation_by_noun(Search const& search, std::size_t at, std::size_t end);

// The end of the complement behind a name that is complete by itself ("Central Bank" of Tunisia), else `at`.
std::size_t after_complement(Search const& search, std::size_t at, std::size_t end);

}  // namespace recoupe::name
