// Reports as the register holds them, and what the heap covers.
#pragma once

#include "link/describe_encounters.hpp"

namespace recoupe::link {

Report describe_report(Heap const& heap, Occasions const& occasions, std::size_t reading);

// Of what linking may change in it.
std::uint64_t fingerprint_of_report(Heap const& heap, std::size_t reading);

Coverage cover(Readings const& readings);

}  // namespace recoupe::link
