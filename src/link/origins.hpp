// From which texts the reports of an encounter took it: copies count once.
#pragma once

#include <set>

#include "link/entities.hpp"
#include "link/occasions.hpp"

namespace recoupe::link {

// Pairs of readings (left < right) of which one carries passages of the other.
using Copies = std::set<std::pair<std::size_t, std::size_t>>;

// Sides are told by the countries of hosts and guests. One origin for each group of readings that copy one another or
// name one authority; sorted by their first report.
std::vector<Origin> find_origins(Readings const& readings, std::vector<std::size_t> const& telling,
                                 Copies const& copies, std::set<std::string> const& host_countries,
                                 std::set<std::string> const& guest_countries, name::Matcher const& matcher);

}  // namespace recoupe::link
