#include "story/group_stories.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "story/alike.hpp"
#include "story/clusters.hpp"

namespace recoupe::story {
namespace {

constexpr double one_story = 0.68;  // mean likeness of two clusters that are one story, as alike.hpp scales it

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
  const auto cluster = clusters(alike(ordered), events, one_story);

  std::vector<std::size_t> of_item(items.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank) of_item[order[rank]] = cluster[rank];
  std::map<std::size_t, std::size_t> numbers;
  for (auto& group : of_item) group = numbers.try_emplace(group, numbers.size()).first->second;
  return of_item;
}

}  // namespace recoupe::story
