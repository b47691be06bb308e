// Which way reuse may have gone: from the text of an earlier day to that of a later one, else unknown.
//
//   direction_of({"2022-09-19", "2022-09-20"})      // left_to_right
//   direction_of({"2022-09", "2022-09-20"})         // unknown: a month may hold the day
#pragma once

#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {

Direction direction_of(Dates dates);

}  // namespace recoupe::reuse
