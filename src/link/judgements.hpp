// What people have said about a heap, by the readings that they speak of. It wins over what was inferred.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "link/entities.hpp"

namespace recoupe::link {

struct TellingPlace {
  std::size_t reading = 0;
  std::size_t telling = 0;
  auto operator<=>(TellingPlace const&) const = default;
};

struct GivenValue {
  std::string field;  // date, place, status, kind; strike: a participant of this name is none
  std::string value;
};

struct Judgements {
  using Tellings = std::pair<TellingPlace, TellingPlace>;
  using People = std::pair<PagePerson, PagePerson>;
  std::vector<Tellings> same, different;
  std::vector<People> same_people, different_people;
  std::map<TellingPlace, std::vector<GivenValue>> given;  // to the encounter that the telling tells
};

}  // namespace recoupe::link
