// The best way through two rows of sentences in beads of up to three on either side.
//
//   auto beads = best_beads(left.size(), right.size(), [&](Bead const& bead) { return worth; });
//
// A dynamic programme over a band about the diagonal of at most `most_cells` cells: two texts of up to two thousand
// sentences are searched whole, longer ones near the diagonal.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "reuse/align_sentences.hpp"

namespace recoupe::reuse {

inline constexpr std::size_t most_cells = 4'000'000;

struct BeadShape {
  std::uint8_t left, right;
};
inline constexpr std::array<BeadShape, 11> bead_shapes = {
    {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}, {3, 1}, {1, 3}, {3, 2}, {2, 3}, {3, 3}}};

// The columns of each row that are searched.
class Band {
 public:
  Band(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns) {
    width_ = std::min(columns, std::max<std::size_t>(8, most_cells / std::max<std::size_t>(rows, 1)));
  }
  std::size_t begin(std::size_t row) const {
    const auto centre = rows_ > 1 ? row * (columns_ - 1) / (rows_ - 1) : 0;
    const auto half = width_ / 2;
    return centre < half ? 0 : std::min(centre - half, columns_ - width_);
  }
  std::size_t width() const { return width_; }
  bool holds(std::size_t row, std::size_t column) const { return column >= begin(row) && column < begin(row) + width_; }
  std::size_t cell(std::size_t row, std::size_t column) const { return row * width_ + column - begin(row); }

 private:
  std::size_t rows_, columns_, width_ = 0;
};

template <class Worth>
std::vector<SentenceBead> best_beads(std::size_t lefts, std::size_t rights, Worth const& worth) {
  const Band band(lefts + 1, rights + 1);
  std::vector<double> best((lefts + 1) * band.width(), -std::numeric_limits<double>::infinity());
  std::vector<BeadShape> step(best.size(), {0, 0});
  best[0] = 0;
  for (std::size_t i = 0; i <= lefts; ++i) {
    for (std::size_t j = band.begin(i); j < band.begin(i) + band.width(); ++j) {
      auto& here = best[band.cell(i, j)];
      for (auto shape : bead_shapes) {
        if (i < shape.left || j < shape.right || !band.holds(i - shape.left, j - shape.right)) continue;
        const auto before = best[band.cell(i - shape.left, j - shape.right)];
        if (before == -std::numeric_limits<double>::infinity()) continue;
        const auto value = before + worth(SentenceBead{i - shape.left, shape.left, j - shape.right, shape.right});
        if (value > here) here = value, step[band.cell(i, j)] = shape;
      }
    }
  }
  std::vector<SentenceBead> beads;
  for (auto i = lefts, j = rights; i > 0 || j > 0;) {
    const auto shape = step[band.cell(i, j)];
    i -= shape.left, j -= shape.right;
    beads.push_back({i, shape.left, j, shape.right});
  }
  std::ranges::reverse(beads);
  return beads;
}

}  // namespace recoupe::reuse
