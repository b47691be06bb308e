// Inner products of reports with one another, and what a cut of them explains.
//
//   TableOfProducts products(3);
//   products.add(0, 1, 0.5);
//   auto cut = best_cut(products);        // cut[i]: whether item i stands in the second part
//   explained_by(products, cut);          // share of all that differs between items, times the items but one
#pragma once

#include <cstddef>
#include <vector>

namespace recoupe::story {

class TableOfProducts {
 public:
  explicit TableOfProducts(std::size_t items) : items_(items), products_(items * items, 0) {}
  std::size_t size() const { return items_; }
  double at(std::size_t one, std::size_t other) const { return products_[one * items_ + other]; }
  void add(std::size_t one, std::size_t other, double product) {
    products_[one * items_ + other] += product;
    if (one != other) products_[other * items_ + one] += product;
  }
  double squared_distance(std::size_t one, std::size_t other) const {
    return at(one, one) + at(other, other) - 2 * at(one, other);
  }

 private:
  std::size_t items_;
  std::vector<double> products_;
};

using Cut = std::vector<bool>;

// Two parts by Ward's clustering, then each item goes to the nearer mean for as long as that changes something.
// Cubic in the items; precondition: at least two of them.
Cut best_cut(TableOfProducts const& products);

// About 1 for items that point in all directions.
double explained_by(TableOfProducts const& products, Cut const& cut);

}  // namespace recoupe::story
