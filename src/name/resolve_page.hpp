// Who is who within one page: short names and titles to the people whom the page names in full.
#pragma once

#include <string>
#include <vector>

#include "name/words.hpp"

namespace recoupe::name {

struct FoundOffice {
  std::string concept_id;  // empty: the mention has no office
  std::string body;        // folded words of its complement
  bool former = false;
};

// Fills people and the entities of mentions; adds mentions of bare surnames, but for those that are words of
// another kind too. `offices` stands beside page.mentions.
void resolve_page(text::SegmentedText const& body, std::vector<FoundOffice> const& offices, LanguageWords const& words,
                  PageNames& page);

}  // namespace recoupe::name
