// One person across pages and scripts.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "encounter/reading.hpp"
#include "link/register.hpp"

namespace recoupe::link {

using Readings = std::vector<encounter::Reading>;

// Reports that share passages, by index: a bare surname may be somebody whom such a sister names in full.
using Sisters = std::vector<std::vector<std::size_t>>;

struct Entities {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> of;  // (reading, person on its page) -> entity
  std::size_t count = 0;

  std::size_t entity(std::size_t reading, std::size_t person) const {
    const auto found = of.find({reading, person});
    return found == of.end() ? name::no_entity : found->second;
  }
};

// Only people who take part in an encounter.
Entities resolve_people(Readings const& readings, Sisters const& sisters, name::Matcher const& matcher);

// As the register holds them, with their offices and the days on which they are told; `ids` by entity.
std::vector<Person> describe_people(Readings const& readings, Entities const& entities, std::vector<std::string>& ids);

}  // namespace recoupe::link
