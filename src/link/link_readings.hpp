// From what single pages say to one register: mentions to entities, tellings to encounters, encounters to one another.
//
//   auto made = link_readings(std::move(readings), words.matcher);
//   made.encounters[0].independent_origins;    // 1 where five reports carry one communiqué
//
// Pure: the same readings in any order give the same register, byte for byte in its canonical export.
#pragma once

#include <vector>

#include "encounter/reading.hpp"
#include "link/register.hpp"

namespace recoupe::link {

// With `vectors` translated copies are found by what their sentences mean.
Register link_readings(std::vector<encounter::Reading> readings, name::Matcher const& matcher,
                       encoder::Vectors* vectors = nullptr);

}  // namespace recoupe::link
