// What is kept of a page's reading, so that adding to a register reads no page twice.
//
//   auto bytes = pack_card(card);
//   auto same = unpack_card(bytes);            // nothing where they are none, or of another version
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "link/heap.hpp"
#include "reuse/find_reuse.hpp"

namespace recoupe::link {

// All that decides what belongs together.
struct PageCard {
  encounter::Reading reading;  // stripped
  std::vector<std::vector<std::string>> keys;
};

// What PageText adds to a report's blocks.
struct PageAsides {
  std::vector<PageAnchor> anchors;
  std::vector<std::string> names;
  std::vector<std::string> dates;
};

std::string pack_card(PageCard const& card);
std::optional<PageCard> unpack_card(std::string_view bytes);

std::string pack_asides(PageText const& text);
std::optional<PageAsides> unpack_asides(std::string_view bytes);

// As it was read, with its blocks.
std::string pack_page(page::Report const& report);
std::optional<page::Report> unpack_page(std::string_view bytes);

std::string pack_reuse(reuse::Reuse const& reuse);
std::optional<reuse::Reuse> unpack_reuse(std::string_view bytes);

}  // namespace recoupe::link
