// Two texts laid side by side, sentence by sentence, by the passages that they share.
//
//   for (auto const& row : side_by_side(left, right, compare(left, right)))
//     row.left, row.right;                 // sentences; one of them is missing where only one text has it
#pragma once

#include <optional>
#include <vector>

#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {

enum class RowKind : std::uint8_t { verbatim, edited, translated, left, right };
std::string_view name_of(RowKind);

struct SideBySideRow {
  std::optional<std::size_t> left, right;  // indices of sentences
  RowKind kind = RowKind::left;
};

// Every sentence of both texts stands in exactly one row; the left text's are in order.
std::vector<SideBySideRow> side_by_side(text::SegmentedText const& left, text::SegmentedText const& right,
                                        Reuse const& reuse);

}  // namespace recoupe::reuse
