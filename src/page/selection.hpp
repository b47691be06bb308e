// Which of the pages that were read are wanted.
#pragma once

#include <string>

#include "page/report.hpp"

namespace recoupe::page {

struct Selection {
  std::string since;      // an EDTF day: pages that say they are older are left out, those that say nothing are not
  std::string language;   // only reports in this language; empty: all
  std::size_t limit = 0;  // pages taken at most; 0: all

  bool takes(Report const& report) const {
    if (!language.empty() && report.language != language) return false;
    auto const& day = report.published.value;
    return since.empty() || day.empty() || day.substr(0, since.size()) >= since;
  }
};

}  // namespace recoupe::page
