// Reports to stories, part by part of a large heap.
//
//   for (auto const& part : parts_for_stories(heap.readings))
//     for (auto const& members : stories_of(heap, part)) describe_story(heap, members, describer, matcher);
#pragma once

#include "link/describe_encounters.hpp"
#include "story/events.hpp"

namespace recoupe::link {

// A heap of up to `whole` reports is one part; a larger one is cut by months of publication, else of what is told, so
// that new pages change the parts of their own months alone. Stories do not cross parts. By name; readings ascend.
inline constexpr std::size_t whole = 2000;
std::map<std::string, std::vector<std::size_t>> parts_for_stories(Readings const& readings);

// What a page tells as news, as stories are told apart by it; `keys` are index keys of its people, as in Heap.
std::vector<story::Event> news_of(std::vector<encounter::Telling> const& tellings,
                                  std::vector<std::vector<std::string>> const& keys);

std::vector<std::vector<std::size_t>> stories_of(Heap const& heap, std::vector<std::size_t> const& part);
std::uint64_t fingerprint_of_part(Readings const& readings, std::vector<std::size_t> const& part);

std::string id_of_story(Heap const& heap, std::vector<std::size_t> const& members);
// Of all that describe_story() makes it from.
std::uint64_t fingerprint_of_story(Heap const& heap, std::vector<std::size_t> const& members,
                                   Describer const& describer);
Story describe_story(Heap const& heap, std::vector<std::size_t> const& members, Describer const& describer,
                     name::Matcher const& matcher);

}  // namespace recoupe::link
