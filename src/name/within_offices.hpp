// What an office is of: "chair of the Senate" names the Senate. Encounters take an office whole, so only who asks for
// names pays for it.
#pragma once

#include <vector>

#include "name/find_names.hpp"

namespace recoupe::name {

// Organisations and places that are a part of an office, by span, without entity.
std::vector<Mention> find_within_offices(text::SegmentedText const& body, PageNames const& page,
                                         Vocabulary const& vocabulary);

}  // namespace recoupe::name
