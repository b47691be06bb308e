#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::none:
      return "none";
    case Relation::partial:
      return "partial";
    case Relation::edited:
      return "edited";
    case Relation::verbatim:
      return "verbatim";
    case Relation::translated:
      return "translated";
  }
  return "none";
}

std::string_view name_of(Direction direction) {
  switch (direction) {
    case Direction::unknown:
      return "unknown";
    case Direction::left_to_right:
      return "left-to-right";
    case Direction::right_to_left:
      return "right-to-left";
  }
  return "unknown";
}

}  // namespace recoupe::reuse
