// Ranges of days with a word before them: from Monday 13 to Thursday 16 June, between June 3 and June 9.
#pragma once

#include "time/item_reader.hpp"

namespace recoupe::time {

bool read_day_range(Reader& reader, DateWords& date);    // from [Monday] 13 [June [2022]] to [Thursday] 16 June [2022]
bool read_month_range(Reader& reader, DateWords& date);  // [from] June 13 to [June] 16[, 2022]
bool read_weekday_range(Reader& reader, DateWords& date);  // from Tuesday to Thursday

}  // namespace recoupe::time
