// Where something stands in a text, in two units that must never be mixed.
//
//   ByteSpan inside{0, 6};             // bytes of UTF-8: what the rooms compute with
//   text.code_points(inside);          // code points: what leaves the house
//
// Both are half open: [begin, end).
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>

namespace recoupe::text {

struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  auto operator<=>(ByteSpan const&) const = default;
  std::size_t size() const { return end - begin; }
  bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  // Bytes that lie in both.
  std::size_t shared_with(ByteSpan other) const {
    return overlaps(other) ? std::min(end, other.end) - std::max(begin, other.begin) : 0;
  }
};

struct CodePointSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  auto operator<=>(CodePointSpan const&) const = default;
};

}  // namespace recoupe::text
