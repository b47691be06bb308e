// From which texts the reports of an encounter took it: copies count once.
#pragma once

#include <set>

#include "link/entities.hpp"
#include "link/occasions.hpp"

namespace recoupe::link {

// Pairs of readings (left < right) of which one carries passages of the other.
using Copies = std::set<std::pair<std::size_t, std::size_t>>;

// Whose countries took part; `undecided` are those of whom nobody says whether they received or came.
struct Sides {
  std::set<std::string> hosts, guests, undecided;

  // host, guest, unknown, or third where the country took no part.
  std::string_view of(std::string const& country) const;
};

// Where nobody is told to receive, those who are at home do.
Sides sides_of(std::vector<Participant> const& participants, std::string const& place_country);

// One origin for each group of readings that copy one another or name one authority; sorted by their first report.
std::vector<Origin> find_origins(Readings const& readings, std::vector<std::size_t> const& telling,
                                 Copies const& copies, Sides const& sides, name::Matcher const& matcher);

}  // namespace recoupe::link
