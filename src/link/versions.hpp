// Saved pages that are one report, saved at different hours: one address of an article, and its words in common.
//
//   const auto stands = newest_versions(pages);    // stands[1] == 0: page 0 stands for page 1
//   describe_version(text_now, text_then).removed;
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "link/heap.hpp"
#include "link/register.hpp"
#include "reuse/prints.hpp"

namespace recoupe::link {

struct SavedPage {
  std::string_view id, url, title;
  std::string_view day;  // EDTF: of its last change, else of its publication; empty where unknown
  reuse::Printed const* printed = nullptr;
};

// What two addresses of one page share: without scheme, "www.", fragment, closing slash and the parameters that only
// count readers. Empty where it is the address of a whole site, which some sites give all their pages.
std::string article_address(std::string_view url);

// For each page the one that stands for it: itself, or the newest of its versions; of one day the longest, then the
// first id. Pages of one address are versions where they have their title or three prints in ten in common, directly or
// through others; where more than 200 share an address, it is none of an article. The order of `pages` does not matter.
std::vector<std::size_t> newest_versions(std::span<SavedPage const> pages);

// A version beside the one that stands for it: the sentences that only the one or the other has, at most 50 each.
Version describe_version(PageText const& now, PageText const& then);

}  // namespace recoupe::link
