#include "story/group_stories.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "story/alike.hpp"
#include "story/clusters.hpp"
#include "story/division.hpp"

namespace recoupe::story {
namespace {

// Mean likeness of two clusters that are one story, as alike.hpp scales it: of large ones less is asked, for what does
// not belong together there shows in itself.
constexpr double one_story = 0.68;
constexpr double one_affair = 0.45;

// What an item holds, for an order that the input's order does not touch.
auto content_of(Item const& item) {
  const auto body = item.body == nullptr ? std::string_view() : item.body->text.view();
  return std::tuple(body, std::string_view(item.title), std::string_view(item.published), std::string_view(item.id));
}

std::vector<std::size_t> by_content(std::span<const Item> items) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const auto one = content_of(items[a]);
    const auto other = content_of(items[b]);
    return one != other ? one < other : a < b;
  });
  return order;
}

// By the least index of each.
std::map<std::size_t, std::vector<std::size_t>> members_of(std::vector<std::size_t> const& cluster) {
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t item = 0; item < cluster.size(); ++item) members[cluster[item]].push_back(item);
  return members;
}

// Whether what reports say can show that not all belong together: titles alone say too little.
bool tells_enough(std::span<const Item> items, std::vector<std::size_t> const& members) {
  const auto thin = std::ranges::count_if(members, [&](std::size_t index) { return is_thin(items[index]); });
  return members.size() >= least_divided && 2 * thin <= std::ssize(members);
}

}  // namespace

std::vector<std::size_t> group_stories(std::span<const Item> items) {
  const auto order = by_content(items);
  std::vector<Item> ordered;
  std::vector<std::vector<Event>> events;
  for (auto index : order) {
    ordered.push_back(items[index]);
    events.push_back(items[index].events);
    std::ranges::sort(events.back());
  }
  const auto edges = alike(ordered);
  std::vector<std::size_t> of_item(items.size());
  const auto story = clusters(edges, events, one_story);  // each within one of the affairs
  for (auto const& [first, affair] : members_of(clusters(edges, events, one_affair))) {
    if (!tells_enough(ordered, affair)) {
      for (auto rank : affair) of_item[order[rank]] = story[rank];
      continue;
    }
    for (auto const& part : divided(ordered, affair)) {
      for (auto rank : part) of_item[order[rank]] = part.front();
    }
  }
  std::map<std::size_t, std::size_t> numbers;
  for (auto& group : of_item) group = numbers.try_emplace(group, numbers.size()).first->second;
  return of_item;
}

}  // namespace recoupe::story
