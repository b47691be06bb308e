// Reports as the register holds them, and what the heap covers.
#pragma once

#include "link/describe_encounters.hpp"

namespace recoupe::link {

// `page` has the blocks, `reading` the rest; `dated` are the words by which a sister page gave its day of publication.
Report describe_report(page::Report const& page, encounter::Reading const& reading,
                       std::optional<text::ByteSpan> dated = std::nullopt);
Report describe_report(Heap const& heap, Occasions const& occasions, std::size_t reading);

// Of what linking may change in it.
std::uint64_t fingerprint_of_report(encounter::Reading const& reading);
std::uint64_t fingerprint_of_report(Heap const& heap, std::size_t reading);  // with its versions

Coverage cover(Readings const& readings);

}  // namespace recoupe::link
