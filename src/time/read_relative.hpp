// Dates counted from another: yesterday, last week, three days ago, the following Monday; and amounts of time.
#pragma once

#include "time/item_reader.hpp"

namespace recoupe::time {

bool read_offset(Reader& reader, DateWords& date);      // yesterday [Monday [19 September]] [morning]
bool read_amount(Reader& reader, DateWords& date);      // three days [ago] · in three days · about two months
bool read_directed(Reader& reader, DateWords& date);    // last week · the month before · these last 24 hours
bool read_part_first(Reader& reader, DateWords& date);  // the evening of Monday · the night of Sunday to Monday

bool read_followed(Reader& reader, DateWords& date);  // that same Monday

}  // namespace recoupe::time
