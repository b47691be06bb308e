#include "registry/neighbours.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace recoupe::registry {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

constexpr std::size_t unnumbered = std::numeric_limits<std::size_t>::max();

std::vector<Pair> both_ways(std::span<const Pair> pairs) {
  std::vector<Pair> edges;
  edges.reserve(2 * pairs.size());
  for (auto const& [left, right] : pairs) {
    edges.emplace_back(left, right);
    edges.emplace_back(right, left);
  }
  std::ranges::sort(edges);
  return edges;
}

// The number of each text, breadth first from the lowest that is left.
std::vector<std::size_t> numbered(std::vector<Pair> const& edges) {
  std::vector<std::size_t> number(edges.empty() ? 0 : edges.back().first + 1, unnumbered);
  std::vector<std::size_t> queue;
  const auto reach = [&](std::size_t text) {
    if (number[text] != unnumbered) return;
    number[text] = queue.size();
    queue.push_back(text);
  };
  std::size_t next = 0;
  for (auto const& [start, ignored] : edges) {
    reach(start);
    for (; next < queue.size(); ++next) {
      for (auto const& edge : std::ranges::equal_range(edges, queue[next], {}, &Pair::first)) reach(edge.second);
    }
  }
  return number;
}

}  // namespace

std::vector<std::size_t> neighbours_together(std::span<const Pair> pairs) {
  const auto number = numbered(both_ways(pairs));
  std::vector<std::size_t> order(pairs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) {
    const auto [first, second] = std::minmax(number[pairs[i].first], number[pairs[i].second]);
    return std::tuple(first, second, i);
  });
  return order;
}

}  // namespace recoupe::registry
