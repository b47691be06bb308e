// Quotations: bytes of a reading to code points of a block.
#pragma once

#include "link/heap.hpp"
#include "link/register.hpp"

namespace recoupe::link {

Evidence quote(page::Report const& report, page::BlockSpan span);
// `in_body`: bytes of report.body(); a span over several blocks is cut to the first.
Evidence quote(page::Report const& report, text::ByteSpan in_body);

// A letter and 16 hex digits that depend on `parts` alone.
std::string id_of(char letter, std::initializer_list<std::string_view> parts);

}  // namespace recoupe::link
