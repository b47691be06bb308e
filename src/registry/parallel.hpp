// Work on all cores whose result does not show it: answers come back in the order of what was given.
//
//   auto squares = map_values<int>(numbers, [](int& n) { return n * n; }, jobs);
//
// `jobs` 0 means one for each core. The function must be pure; it must not throw.
#pragma once

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace recoupe::registry {

inline unsigned thread_count(unsigned jobs) {
  return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

// `next` gives std::optional<Item> and is called by one thread at a time; `answer` maps an item on any thread.
template <class Answer, class Next, class Map>
std::vector<Answer> map_stream(Next next, Map answer, unsigned jobs) {
  std::mutex taking;
  std::deque<std::optional<Answer>> answers;  // a deque: slots stay where they are while it grows
  const auto work = [&] {
    for (;;) {
      std::optional<Answer>* slot = nullptr;
      decltype(next()) item;
      {
        const std::scoped_lock lock(taking);
        item = next();
        if (!item) return;
        slot = &answers.emplace_back();
      }
      *slot = answer(*item);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < thread_count(jobs); ++i) threads.emplace_back(work);
    work();
  }
  std::vector<Answer> result;
  result.reserve(answers.size());
  for (auto& one : answers) result.push_back(std::move(*one));
  return result;
}

template <class Answer, class Item, class Map>
std::vector<Answer> map_values(std::vector<Item> items, Map answer, unsigned jobs) {
  std::size_t at = 0;
  return map_stream<Answer>(
      [&]() -> std::optional<Item*> { return at < items.size() ? std::optional(&items[at++]) : std::nullopt; },
      [&](Item* item) { return answer(*item); }, jobs);
}

}  // namespace recoupe::registry
