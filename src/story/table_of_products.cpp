#include "story/table_of_products.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace recoupe::story {
namespace {

using Members = std::vector<std::size_t>;

constexpr double nothing = 1e-9;  // of a spread: what is left of items alike but for rounding

std::vector<Members> parts_of(Cut const& cut) {
  std::vector<Members> parts(2);
  for (std::size_t item = 0; item < cut.size(); ++item) parts[cut[item] ? 1 : 0].push_back(item);
  return parts;
}

// What a part's items differ from their mean, squared and summed.
double spread_of(TableOfProducts const& products, Members const& part) {
  double own = 0;
  double all = 0;
  for (auto one : part) {
    own += products.at(one, one);
    for (auto other : part) all += products.at(one, other);
  }
  return part.empty() ? 0 : own - all / static_cast<double>(part.size());
}

// What joining two clusters adds to the spread (Lance and Williams 1967); clusters that went into another are gone.
class Ward {
 public:
  explicit Ward(TableOfProducts const& products) : costs_(products.size()), members_(products.size()) {
    for (std::size_t one = 0; one < costs_.size(); ++one) {
      members_[one] = {one};
      for (std::size_t other = 0; other < costs_.size(); ++other)
        costs_[one].push_back(products.squared_distance(one, other) / 2);
    }
  }

  Cut run() {
    for (auto left = members_.size(); left > 2; --left) join(cheapest());
    Cut cut(members_.size(), true);
    for (auto item : members_[0]) cut[item] = false;  // what joins others goes into the earlier cluster
    return cut;
  }

 private:
  std::pair<std::size_t, std::size_t> cheapest() const {
    auto least = std::numeric_limits<double>::infinity();
    std::pair<std::size_t, std::size_t> best{0, 1};
    for (std::size_t one = 0; one < members_.size(); ++one) {
      if (members_[one].empty()) continue;
      for (auto other = one + 1; other < members_.size(); ++other) {
        if (!members_[other].empty() && costs_[one][other] < least) least = costs_[one][other], best = {one, other};
      }
    }
    return best;
  }

  void join(std::pair<std::size_t, std::size_t> pair) {
    const auto [kept, gone] = pair;
    const auto size = [&](std::size_t cluster) { return static_cast<double>(members_[cluster].size()); };
    for (std::size_t other = 0; other < members_.size(); ++other) {
      if (members_[other].empty() || other == kept || other == gone) continue;
      const auto joined = ((size(kept) + size(other)) * costs_[kept][other] +
                           (size(gone) + size(other)) * costs_[gone][other] - size(other) * costs_[kept][gone]) /
                          (size(kept) + size(gone) + size(other));
      costs_[kept][other] = costs_[other][kept] = joined;
    }
    members_[kept].insert(members_[kept].end(), members_[gone].begin(), members_[gone].end());
    members_[gone].clear();
  }

  std::vector<std::vector<double>> costs_;
  std::vector<Members> members_;
};

// A part of the items, with the square of its mean's length.
struct Part {
  Members members;
  double square = 0;
};

Part with_mean(TableOfProducts const& products, Members members) {
  Part part{std::move(members), 0};
  for (auto one : part.members) {
    for (auto other : part.members) part.square += products.at(one, other);
  }
  const auto size = static_cast<double>(part.members.size());
  part.square /= size * size;
  return part;
}

// Squared distance to a part's mean, less the item's own square, which is the same for both parts.
double distance_to(TableOfProducts const& products, std::size_t item, Part const& part) {
  double sum = 0;
  for (auto one : part.members) sum += products.at(item, one);
  return part.square - 2 * sum / static_cast<double>(part.members.size());
}

Cut mended(TableOfProducts const& products, Cut const& cut) {
  auto parts = parts_of(cut);
  const auto first = with_mean(products, std::move(parts[0]));
  const auto second = with_mean(products, std::move(parts[1]));
  Cut made = cut;
  for (std::size_t item = 0; item < cut.size(); ++item)
    made[item] = distance_to(products, item, second) < distance_to(products, item, first);
  const auto in_second = std::ranges::count(made, true);
  return in_second == 0 || in_second == std::ssize(made) ? cut : made;
}

}  // namespace

Cut best_cut(TableOfProducts const& products) {
  constexpr int most_rounds = 20;
  auto cut = Ward(products).run();
  for (int round = 0; round < most_rounds; ++round) {
    auto next = mended(products, cut);
    if (next == cut) break;
    cut = std::move(next);
  }
  return cut;
}

double explained_by(TableOfProducts const& products, Cut const& cut) {
  Members all(products.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto whole = spread_of(products, all);
  if (whole <= nothing * static_cast<double>(products.size())) return 0;
  const auto parts = parts_of(cut);
  const auto rest = spread_of(products, parts[0]) + spread_of(products, parts[1]);
  return (1 - rest / whole) * static_cast<double>(products.size() - 1);
}

}  // namespace recoupe::story
