// One person across pages and scripts.
#pragma once

#include <utility>
#include <vector>

#include "link/heap.hpp"
#include "link/register.hpp"

namespace recoupe::link {

// Reports that share passages, by index: a bare surname may be somebody whom such a sister names in full.
using Sisters = std::vector<std::vector<std::size_t>>;

struct PagePerson {
  std::size_t reading = 0;
  std::size_t person = 0;  // on its page
  auto operator<=>(PagePerson const&) const = default;
};

struct Entities {
  std::vector<std::vector<std::size_t>> of;      // by reading and person
  std::vector<std::vector<PagePerson>> members;  // by entity, sorted
  std::vector<std::string> ids;                  // by entity, of its first member; empty without an office

  std::size_t entity(std::size_t reading, std::size_t person) const {
    return person < of[reading].size() ? of[reading][person] : name::no_entity;
  }
};

// Only people who take part in an encounter. Names count first: two spellings of one name are one person where an
// office's country agrees (named_sets.hpp), or where one of them has none and only one person of that name is known.
// Namesakes of two countries stay apart, and so does who could be either.
// `same` and `different` are what people said; where the two speak against each other, different counts.
using PeoplePairs = std::vector<std::pair<PagePerson, PagePerson>>;
Entities resolve_people(Heap const& heap, Sisters const& sisters, name::Matcher const& matcher,
                        PeoplePairs const& same = {}, PeoplePairs const& different = {});

}  // namespace recoupe::link
