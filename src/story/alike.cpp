#include "story/alike.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

#include "story/features.hpp"
#include "time/edtf.hpp"

namespace recoupe::story {
namespace {

// What words, marks and meanings count for.
struct Shares {
  double words, marks, meaning;
};
constexpr Shares of_texts = {1.0 / 3, 1.0 / 3, 1.0 / 3};
constexpr Shares of_titles = {0.1, 0.05, 0.85};       // where either has less than `thin` tokens
constexpr Shares across_languages = {0, 0.45, 0.45};  // two languages share no words
constexpr Shares of_titles_across_languages = {0, 0.05, 0.85};
constexpr Shares of_texts_without = {0.5, 0.5, 0};  // without meanings
constexpr Shares across_languages_without = {0, 0.7, 0};
constexpr std::size_t thin = 40;
constexpr double close_meaning = 0.3;  // cosine from which a meaning alone proposes a pair

constexpr double of_one_event = 1;             // the likeness of two who tell the same two people on the same day
constexpr std::size_t scaled_by = 5;           // nearest neighbours
constexpr double least_scale = 0.25;           // an item without neighbours is not drawn to whatever is there
constexpr double least_scale_of_titles = 0.4;  // meanings of one subject are alike, whatever happened
constexpr double least_likeness = 0.02;
constexpr std::size_t neighbours = 100;  // kept by an item
constexpr double day_apart = 0.012;      // taken off for each day between two publications
constexpr double day_apart_of_titles = 0.025;
constexpr int most_days_apart = 60;

using Postings = std::vector<std::vector<Weighted>>;  // by feature: item and weight

Postings postings_of(std::vector<Features> const& features, Sparse Features::* part) {
  Postings postings;
  for (std::uint32_t item = 0; item < features.size(); ++item) {
    for (auto entry : features[item].*part) {
      if (postings.size() <= entry.feature) postings.resize(entry.feature + 1);
      postings[entry.feature].push_back({item, entry.weight});
    }
  }
  return postings;
}

// Whether meanings must tell them apart, since one of them says little more than its title.
bool are_titles(Item const& left, Item const& right) {
  return left.meaning && right.meaning && (is_thin(left) || is_thin(right));
}

double taken_off_for_days(Item const& left, Item const& right) {
  const auto one = time::day_of(left.published);
  const auto other = time::day_of(right.published);
  if (!one || !other) return 0;
  const auto days = std::abs((std::chrono::sys_days(*one) - std::chrono::sys_days(*other)).count());
  const auto each = are_titles(left, right) ? day_apart_of_titles : day_apart;
  return each * static_cast<double>(std::min<long>(days, most_days_apart));
}

std::string_view language_of(Item const& item) {
  return item.body == nullptr ? std::string_view() : std::string_view(item.body->language);
}

Shares const& shares_of(Item const& left, Item const& right) {
  const bool one_language = language_of(left) == language_of(right);
  if (!left.meaning || !right.meaning) return one_language ? of_texts_without : across_languages_without;
  if (are_titles(left, right)) return one_language ? of_titles : of_titles_across_languages;
  return one_language ? of_texts : across_languages;
}

// Adds up what one item shares with each earlier one.
class Sums {
 public:
  explicit Sums(std::size_t items) : words_(items, 0), marks_(items, 0) {}

  void add(Sparse const& vector, Postings const& postings, std::uint32_t before, bool marks) {
    for (auto entry : vector) {
      auto const& holders = postings[entry.feature];
      if (holders.size() > hottest_feature) continue;
      for (auto holder : holders) {
        if (holder.feature >= before) break;
        touch(holder.feature);
        (marks ? marks_ : words_)[holder.feature] += entry.weight * holder.weight;
      }
    }
  }

  void add_near(std::span<const Item> items, std::uint32_t item) {
    for (std::uint32_t other = 0; other < item; ++other) {
      if (meaning(items[item], items[other]) >= close_meaning) touch(other);
    }
  }

  std::vector<Edge> take(std::span<const Item> items, std::uint32_t item) {
    std::vector<Edge> edges;
    std::ranges::sort(touched_);
    touched_.erase(std::ranges::unique(touched_).begin(), touched_.end());
    for (auto other : touched_) {
      auto const& shares = shares_of(items[item], items[other]);
      const auto value = shares.words * words_[other] + shares.marks * marks_[other] +
                         shares.meaning * meaning(items[item], items[other]) -
                         taken_off_for_days(items[item], items[other]);
      if (value >= least_likeness) edges.push_back({other, item, value});
      words_[other] = marks_[other] = 0;
    }
    touched_.clear();
    return edges;
  }

 private:
  void touch(std::uint32_t other) {
    if (words_[other] <= 0 && marks_[other] <= 0) touched_.push_back(other);
  }
  static double meaning(Item const& left, Item const& right) {
    return left.meaning && right.meaning ? encoder::cosine(*left.meaning, *right.meaning) : 0;
  }

  std::vector<double> words_, marks_;
  std::vector<std::uint32_t> touched_;
};

// Divided by the mean likeness of the nearest neighbours of both ends.
void scale(std::vector<Edge>& edges, std::span<const Item> items) {
  std::vector<std::vector<double>> of_item(items.size());
  for (auto const& edge : edges) {
    of_item[edge.left].push_back(edge.value);
    of_item[edge.right].push_back(edge.value);
  }
  std::vector<double> scales;
  for (std::size_t item = 0; item < items.size(); ++item) {
    auto& values = of_item[item];
    values.resize(std::max(values.size(), scaled_by), 0);
    std::ranges::partial_sort(values, values.begin() + scaled_by, std::greater{});
    const auto sum = std::accumulate(values.begin(), values.begin() + scaled_by, 0.0);
    const auto least = are_titles(items[item], items[item]) ? least_scale_of_titles : least_scale;
    scales.push_back(std::max(sum / scaled_by, least));
  }
  for (auto& edge : edges) edge.value /= std::sqrt(scales[edge.left] * scales[edge.right]);
}

// An edge stays where either of its ends keeps it.
std::vector<Edge> best_of_each(std::vector<Edge> edges, std::size_t items) {
  std::ranges::sort(edges, [](Edge const& a, Edge const& b) {
    return a.value != b.value ? a.value > b.value : std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
  std::vector<std::size_t> kept(items, 0);
  std::erase_if(edges, [&](Edge const& edge) {
    const bool wanted = kept[edge.left] < neighbours || kept[edge.right] < neighbours;
    if (wanted) ++kept[edge.left], ++kept[edge.right];
    return !wanted;
  });
  std::ranges::sort(edges,
                    [](Edge const& a, Edge const& b) { return std::tie(a.left, a.right) < std::tie(b.left, b.right); });
  return edges;
}

}  // namespace

std::vector<Edge> alike(std::span<const Item> items) {
  const auto features = features_of(items);
  const auto words = postings_of(features, &Features::words);
  const auto marks = postings_of(features, &Features::marks);
  Sums sums(items.size());
  std::vector<Edge> edges;
  for (std::uint32_t item = 0; item < items.size(); ++item) {
    sums.add(features[item].words, words, item, false);
    sums.add(features[item].marks, marks, item, true);
    if (items.size() <= most_compared) sums.add_near(items, item);
    for (auto edge : sums.take(items, item)) edges.push_back(edge);
  }
  scale(edges, items);
  for (auto& edge : edges) {
    if (edge.value < of_one_event && tell_one(items[edge.left].events, items[edge.right].events))
      edge.value = of_one_event;
  }
  return best_of_each(std::move(edges), items.size());
}

bool is_thin(Item const& item) { return item.body == nullptr || item.body->tokens.size() < thin; }

}  // namespace recoupe::story
