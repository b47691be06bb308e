// Which events two items tell: look-alikes of other days or with other people stay apart.
//
//   must_stay_apart(item.events, other.events);     // true where no event of one can be an event of the other
//
// Unknown is no conflict: an item without events may go with any other.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace recoupe::story {

// Somebody who takes part, by name or as the holder of an office alone.
struct Party {
  std::vector<std::string> keys;   // name::index_keys, none where nobody names him
  std::string country;             // ISO code, empty where unknown
  std::vector<std::string> kinds;  // of a group alone: "labour"; none where unknown
  auto operator<=>(Party const&) const = default;
};

// Told as news.
struct Event {
  std::string date;  // EDTF, empty where unknown
  std::vector<Party> parties;
  std::string country;   // where it was, empty where unknown
  bool of_many = false;  // more may have taken part than one report names
  auto operator<=>(Event const&) const = default;
};

// Whether they cannot be one: other days, another country, one host with two counterparts, or nobody who took part in
// both.
bool conflict(Event const& left, Event const& right);

bool must_stay_apart(std::span<const Event> left, std::span<const Event> right);

// Whether both tell the same two people on the same certain days.
bool tell_one(std::span<const Event> left, std::span<const Event> right);

}  // namespace recoupe::story
