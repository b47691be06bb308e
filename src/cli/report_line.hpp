// A report as JSON, written without a tree in between: most of what `extract` writes are the blocks of noise.
#pragma once

#include <string>
#include <string_view>

#include "page/report.hpp"

namespace recoupe::cli {

// A JSON string with its quotes. Precondition: valid UTF-8.
void append_string(std::string& line, std::string_view text);

// The fields of a report behind an opening brace and what stands in front; the closing brace is left to the caller.
// With `explain` each block says why it is what it is.
void append_report(std::string& line, page::Report const& report, bool explain);

}  // namespace recoupe::cli
