#include "reuse/align_by_anchors.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace recoupe::reuse {
namespace {

constexpr double widest_ratio = 2.2;     // of two lengths that may translate one another
constexpr double length_penalty = 0.25;  // for each e-fold of that ratio
constexpr double like_length = 0.04;     // worth of two sentences that share nothing but their length
constexpr double joining = 0.15;         // what taking two sentences for one costs

struct Move {
  std::size_t left, right;
};
constexpr std::array<Move, 3> moves = {{{1, 1}, {1, 2}, {2, 1}}};

class Programme {
 public:
  explicit Programme(Anchored const& texts)
      : texts_(texts), rows_(texts.left.size() + 1), columns_(texts.right.size() + 1) {
    for (std::size_t i = 0; i + 1 < texts.left.size(); ++i)
      left_pairs_.push_back(joined(texts.left[i], texts.left[i + 1]));
    for (std::size_t j = 0; j + 1 < texts.right.size(); ++j)
      right_pairs_.push_back(joined(texts.right[j], texts.right[j + 1]));
    best_.assign(rows_ * columns_, 0);
    step_.assign(rows_ * columns_, {0, 0});
  }

  std::vector<Bead> run() {
    for (std::size_t i = 0; i < rows_; ++i) {
      for (std::size_t j = 0; j < columns_; ++j) fill(i, j);
    }
    return beads();
  }

 private:
  void fill(std::size_t i, std::size_t j) {
    if (i > 0) offer(i, j, {1, 0}, 0);
    if (j > 0) offer(i, j, {0, 1}, 0);
    for (auto move : moves) {
      if (i >= move.left && j >= move.right) offer(i, j, move, worth(i - move.left, j - move.right, move));
    }
  }

  void offer(std::size_t i, std::size_t j, Move move, double gain) {
    const auto value = best_[(i - move.left) * columns_ + j - move.right] + gain;
    auto& cell = best_[i * columns_ + j];
    if (step_[i * columns_ + j].left + step_[i * columns_ + j].right == 0 || value > cell) {
      cell = value;
      step_[i * columns_ + j] = move;
    }
  }

  AnchoredSentence const& left(std::size_t i, Move move) const {
    return move.left == 1 ? texts_.left[i] : left_pairs_[i];
  }
  AnchoredSentence const& right(std::size_t j, Move move) const {
    return move.right == 1 ? texts_.right[j] : right_pairs_[j];
  }

  // Below zero where the two cannot be one another's translation.
  double worth(std::size_t i, std::size_t j, Move move) const {
    auto const& one = left(i, move);
    auto const& other = right(j, move);
    const auto ratio = std::abs(std::log(static_cast<double>(one.length + 1) / static_cast<double>(other.length + 1)));
    if (ratio > std::log(widest_ratio)) return -1;
    const bool single = move.left + move.right == 2;
    const auto shared = shared_by(one, other, texts_.rarity);
    return shared.weight + (single ? like_length : -joining) - length_penalty * ratio * std::min(1.0, shared.weight);
  }

  std::vector<Bead> beads() const {
    std::vector<Bead> made;
    for (auto i = rows_ - 1, j = columns_ - 1; i > 0 || j > 0;) {
      const auto move = step_[i * columns_ + j];
      i -= move.left;
      j -= move.right;
      if (move.left == 0 || move.right == 0) continue;
      made.push_back({i, j, move.left, move.right, shared_by(left(i, move), right(j, move), texts_.rarity)});
    }
    std::ranges::reverse(made);
    return made;
  }

  Anchored const& texts_;
  std::size_t rows_, columns_;
  std::vector<AnchoredSentence> left_pairs_, right_pairs_;
  std::vector<double> best_;
  std::vector<Move> step_;
};

}  // namespace

std::vector<Bead> align_by_anchors(Anchored const& texts) {
  if (texts.left.empty() || texts.right.empty()) return {};
  return Programme(texts).run();
}

}  // namespace recoupe::reuse
