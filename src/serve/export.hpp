// The encounters that a filter leaves, to be taken away.
#pragma once

#include "serve/api.hpp"

namespace recoupe::serve {

// format=json: {"encounters":[…]} as in recoupe-register/1; format=csv: one encounter a line. At most 10,000 of them,
// by date; quotations of at most 200 code points.
Expected<Answered> export_encounters(Asking& asking, Parameters const& parameters);

}  // namespace recoupe::serve
