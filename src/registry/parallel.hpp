// Work on all cores whose result does not show it: answers come back in the order of what was given.
//
//   auto squares = map_values<int>(numbers, [](int& n) { return n * n; }, jobs);
//
// `jobs` 0 means one for each core. The function must be pure; it must not throw.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
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

// As map_stream, but each answer is handed to `take` as soon as all before it are: no more are kept than are in work.
// `take` is called by one thread at a time.
template <class Answer, class Next, class Map, class Take>
void stream_in_order(Next next, Map answer, Take take, unsigned jobs) {
  std::mutex taking;
  std::mutex giving;
  std::deque<std::unique_ptr<std::optional<Answer>>> waiting;  // guarded by giving, as the answers in it are
  const auto work = [&] {
    for (;;) {
      std::optional<Answer>* slot = nullptr;
      decltype(next()) item;
      {
        const std::scoped_lock lock(taking);
        item = next();
        if (!item) return;
        const std::scoped_lock also(giving);
        slot = waiting.emplace_back(std::make_unique<std::optional<Answer>>()).get();
      }
      auto made = answer(*item);
      const std::scoped_lock lock(giving);
      *slot = std::move(made);
      for (; !waiting.empty() && waiting.front()->has_value(); waiting.pop_front()) take(std::move(**waiting.front()));
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < thread_count(jobs); ++i) threads.emplace_back(work);
  work();
}

template <class Answer, class Item, class Map>
std::vector<Answer> map_values(std::vector<Item> items, Map answer, unsigned jobs) {
  std::size_t at = 0;
  return map_stream<Answer>(
      [&]() -> std::optional<Item*> { return at < items.size() ? std::optional(&items[at++]) : std::nullopt; },
      [&](Item* item) { return answer(*item); }, jobs);
}

}  // namespace recoupe::registry
