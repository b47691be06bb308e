#include "reuse/direction.hpp"

namespace recoupe::reuse {
namespace {

// "2022-09-19" of "2022-09-19" and "2022-09-19T10:30"; empty where the value does not name one certain day.
std::string_view day_of(std::string_view edtf) {
  constexpr std::string_view pattern = "0000-00-00";
  if (edtf.size() < pattern.size()) return {};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool digit = edtf[i] >= '0' && edtf[i] <= '9';
    if (pattern[i] == '-' ? edtf[i] != '-' : !digit) return {};
  }
  if (edtf.size() > pattern.size() && edtf[pattern.size()] != 'T') return {};
  return edtf.substr(0, pattern.size());
}

}  // namespace

Direction direction_of(Dates dates) {
  const auto left = day_of(dates.left);
  const auto right = day_of(dates.right);
  if (left.empty() || right.empty() || left == right) return Direction::unknown;
  return left < right ? Direction::left_to_right : Direction::right_to_left;
}

}  // namespace recoupe::reuse
