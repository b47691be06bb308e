// Whether a register holds what it promises.
//
//   for (auto const& finding : *check("register.db")) std::cout << finding << '\n';
#pragma once

#include "registry/build.hpp"

namespace recoupe::registry {

struct Checked {
  std::vector<std::string> findings;  // in plain words; none: all is well
  std::size_t quotations = 0;         // that were looked up
};

// Quotations stand where they say, nothing refers to what is not there, no telling is told twice, counts count, the
// search finds what the tables hold, and no forgotten name is left.
std::expected<Checked, Error> check(std::filesystem::path const& target);

}  // namespace recoupe::registry
