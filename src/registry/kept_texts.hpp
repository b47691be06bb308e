// Pages and texts of a register under change, the last ones asked for kept in memory.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "link/heap.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

// The last `most` values that were asked for, by number.
template <class Value>
class Recent {
 public:
  explicit Recent(std::size_t most) : most_(most) {}

  std::shared_ptr<Value const> find(std::size_t number) {
    const auto found = by_number_.find(number);
    if (found == by_number_.end()) return nullptr;
    order_.splice(order_.begin(), order_, found->second);
    return found->second->second;
  }

  void keep(std::size_t number, std::shared_ptr<Value const> value) {
    if (by_number_.contains(number)) return;
    order_.emplace_front(number, std::move(value));
    by_number_[number] = order_.begin();
    if (order_.size() <= most_) return;
    by_number_.erase(order_.back().first);
    order_.pop_back();
  }

 private:
  using Order = std::list<std::pair<std::size_t, std::shared_ptr<Value const>>>;
  std::size_t most_;
  Order order_;
  std::unordered_map<std::size_t, typename Order::iterator> by_number_;
};

// Safe to ask from several threads; the session must rest meanwhile.
class KeptTexts {
 public:
  KeptTexts(store::Session& session, std::vector<std::string> ids, text::Abbreviations const& abbreviations);

  std::shared_ptr<page::Report const> page(std::size_t reading);
  std::shared_ptr<link::PageText const> text(std::size_t reading);

 private:
  store::Session& session_;
  std::vector<std::string> ids_;  // of the reports, by reading
  text::Abbreviations const& abbreviations_;
  std::mutex mutex_;
  Recent<page::Report> pages_;
  Recent<link::PageText> texts_;
};

}  // namespace recoupe::registry
