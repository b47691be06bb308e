#include "story/clusters.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <tuple>

namespace recoupe::story {
namespace {

class Agglomeration {
 public:
  Agglomeration(std::span<const Edge> edges, std::span<const std::vector<Event>> events, double least_likeness)
      : least_(least_likeness),
        parent_(events.size()),
        sizes_(events.size(), 1),
        sums_(events.size()),
        events_(events.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t item = 0; item < events.size(); ++item) {
      if (!events[item].empty()) events_[item].insert(events[item]);
    }
    for (auto const& edge : edges) {
      sums_[edge.left][edge.right] += edge.value;
      sums_[edge.right][edge.left] += edge.value;
    }
    for (auto const& edge : edges) offer(edge.left, edge.right);
  }

  std::vector<std::size_t> run() {
    while (!queue_.empty()) {
      const auto next = queue_.top();
      queue_.pop();
      if (is_current(next)) join(next.left, next.right);
    }
    std::vector<std::size_t> roots(parent_.size());
    for (std::size_t item = 0; item < roots.size(); ++item) {
      roots[item] = parent_[item] == item ? item : roots[parent_[item]];
    }
    return roots;
  }

 private:
  struct Offer {
    double value;
    std::size_t left, right;                    // left < right
    bool operator<(Offer const& other) const {  // the queue gives the greatest: likest, then least indices
      return value != other.value ? value < other.value : std::tie(left, right) > std::tie(other.left, other.right);
    }
  };

  double mean(std::size_t left, std::size_t right) const {
    return sums_[left].at(right) / static_cast<double>(sizes_[left] * sizes_[right]);
  }

  void offer(std::size_t left, std::size_t right) {
    const auto value = mean(left, right);
    if (value >= least_) queue_.push({value, std::min(left, right), std::max(left, right)});
  }

  bool is_current(Offer const& next) const {
    const bool alive = parent_[next.left] == next.left && parent_[next.right] == next.right;
    return alive && sums_[next.left].contains(next.right) && next.value == mean(next.left, next.right);
  }

  bool apart(std::size_t left, std::size_t right) const {
    for (auto const& one : events_[left]) {
      for (auto const& other : events_[right]) {
        if (must_stay_apart(one, other)) return true;
      }
    }
    return false;
  }

  // The right one goes into the left one: a cluster is known by its least item.
  void join(std::size_t left, std::size_t right) {
    if (apart(left, right)) {
      sums_[left].erase(right);
      sums_[right].erase(left);
      return;
    }
    parent_[right] = left;
    sizes_[left] += sizes_[right];
    events_[left].merge(events_[right]);
    sums_[left].erase(right);
    for (auto const& [other, sum] : sums_[right]) {
      sums_[other].erase(right);
      if (other == left) continue;
      sums_[left][other] += sum;
      sums_[other][left] = sums_[left][other];
    }
    sums_[right].clear();
    for (auto const& [other, sum] : sums_[left]) offer(left, other);
  }

  double least_;
  std::vector<std::size_t> parent_;
  std::vector<std::size_t> sizes_;
  std::vector<std::map<std::size_t, double>> sums_;
  std::vector<std::set<std::vector<Event>>> events_;
  std::priority_queue<Offer> queue_;
};

}  // namespace

std::vector<std::size_t> clusters(std::span<const Edge> edges, std::span<const std::vector<Event>> events,
                                  double least_likeness) {
  return Agglomeration(edges, events, least_likeness).run();
}

}  // namespace recoupe::story
