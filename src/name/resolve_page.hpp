// Who is who within one page: short names and titles to the people whom the page names in full.
#pragma once

#include <string>
#include <vector>

#include <set>

#include "name/find_names.hpp"

namespace recoupe::name {

struct FoundOffice {
  std::string concept_id;  // empty: the mention has no office
  std::string body;        // folded words of its complement
  bool former = false;
};

// Fills people and the entities of mentions; adds mentions of bare surnames, but for those that are words of
// another kind too (`not_names`, folded). `offices` stands beside page.mentions.
void resolve_page(text::SegmentedText const& body, std::vector<FoundOffice> const& offices,
                  std::set<std::string, std::less<>> const& not_names, PageNames& page);

}  // namespace recoupe::name
