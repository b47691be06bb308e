// Reports of one event into one group, whatever the event is.
//
//   auto groups = group_stories(items);      // groups[i] == groups[j]: the same story
//
// The answer does not depend on the order of the items: groups are numbered by their first item in the order given,
// and ties are broken by what the items hold.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "encoder/encoder.hpp"
#include "story/events.hpp"
#include "text/segment.hpp"

namespace recoupe::story {

struct Item {
  std::string id;
  std::string title;
  text::SegmentedText const* body = nullptr;
  std::string published;           // EDTF, empty where unknown
  std::vector<std::string> names;  // script-independent index keys of people, organisations, places
  std::vector<std::string> dates;  // EDTF of the dates told
  std::vector<Event> events;       // told as news: they keep look-alikes apart
  // Of the title and how the text begins, centred among the items of its language; none where there is no encoder.
  std::optional<encoder::Vector> meaning;
};

std::vector<std::size_t> group_stories(std::span<const Item> items);

}  // namespace recoupe::story
