// Values of what read_period reads.
#pragma once

#include "time/resolve.hpp"

namespace recoupe::time {

// Nothing where `date` holds none of these, or means no time at all.
std::optional<TimeExpression> resolve_period(DateWords const& date, Context const& context);

}  // namespace recoupe::time
