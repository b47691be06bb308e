// The heap that is linked: what each page says, and its text where somebody asks for it.
//
//   auto heap = heap_of(std::move(readings), matcher);     // all in memory
//   heap.text(3)->body.sentences;
//
// A reading here may have been stripped (strip()): without its body, blocks, mentions, times and attributions, which
// `text` brings back one page at a time. So a hundred thousand pages can be linked at once.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "encoder/vectors.hpp"
#include "encounter/reading.hpp"

namespace recoupe::link {

using Readings = std::vector<encounter::Reading>;

// What a page shares with a translation of it: a place, organisation, date or number by its key, or one of its people.
struct PageAnchor {
  std::string key;                       // empty for a person
  std::size_t person = name::no_entity;  // into the page's people
  text::ByteSpan span;
  auto operator<=>(PageAnchor const&) const = default;
};

// A page's text, and what is asked of it only when it is compared, quoted or put in a story.
struct PageText {
  page::Report report;  // with its blocks
  text::SegmentedText body;
  std::vector<PageAnchor> anchors;
  std::vector<std::string> names;  // name::index_keys of everybody whom it names
  std::vector<std::string> dates;  // EDTF, of all times
};

// What another saved version of a report told (versions.hpp).
struct OlderVersion {
  std::size_t reading = 0;    // the one that stands for it
  encounter::Reading told;    // stripped
  std::uint64_t content = 0;  // of its text: reuse::Printed
};

struct Heap {
  Readings readings;                                        // sorted by the id of the report
  std::vector<std::vector<std::vector<std::string>>> keys;  // name::index_keys by reading and person
  std::vector<OlderVersion> older;                          // sorted by reading, then by its own id
  // By reading; behind them all, by older version. Both may be asked from several threads at once. A page is cheaper to
  // have than its text.
  std::function<std::shared_ptr<page::Report const>(std::size_t reading)> page;
  std::function<std::shared_ptr<PageText const>(std::size_t reading)> text;
  encoder::Vectors* vectors = nullptr;  // to compare texts across languages by; null: by what they mention alone
};

// Of heap.older, those that the reading stands for.
std::span<OlderVersion const> versions_of(Heap const& heap, std::size_t reading);

std::vector<std::vector<std::string>> keys_of(encounter::Reading const& reading, name::Matcher const& matcher);
std::vector<PageAnchor> page_anchors(encounter::Reading const& reading);
PageText text_of(encounter::Reading const& reading, name::Matcher const& matcher);
void strip(encounter::Reading& reading);

Heap heap_of(Readings readings, name::Matcher const& matcher);

}  // namespace recoupe::link
