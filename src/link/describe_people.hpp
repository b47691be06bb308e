// People as the register holds them: names by script, offices over time.
#pragma once

#include "link/entities.hpp"
#include "link/register.hpp"

namespace recoupe::link {

// `entity` has an office: entities.ids[entity] is not empty.
Person describe_person(Heap const& heap, Entities const& entities, std::size_t entity);

// The one country that all offices of which somebody says a country serve; empty where they serve several, or none.
std::string country_of_person(Heap const& heap, Entities const& entities, std::size_t entity);

// Of all that describe_person() makes it from.
std::uint64_t fingerprint_of_person(Heap const& heap, Entities const& entities, std::size_t entity);
// Of what an encounter's row takes of a person: how he is called and whom he serves, not each report that says so.
std::uint64_t fingerprint_of_names(Heap const& heap, Entities const& entities, std::size_t entity);

}  // namespace recoupe::link
