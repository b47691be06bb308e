#include "reuse/align_by_vectors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "encoder/centres.hpp"
#include "reuse/bead_programme.hpp"

namespace recoupe::reuse {
namespace {

// Set by hand on cut and joined news in French, Arabic and English.
constexpr double least_alike = 0.1;  // a cosine of less is no evidence that two sentences belong together
constexpr double each_more = 0.3;    // what each sentence of a bead beyond two adds to its weight
constexpr double joining = 0.2;      // and to its cost
constexpr double length_weight = 0.05;
constexpr double length_variance = 9;  // of a translation, for each character
constexpr double worst_length = 2;     // in units of length_weight
constexpr double moved_alike = 0.55;   // out of order without a neighbour to vouch for it

// Running lengths, and vectors of one, two and three neighbours from each sentence on.
struct Side {
  std::vector<double> before{0};
  std::array<std::vector<encoder::Vector>, 3> vectors;

  double length(std::size_t first, std::size_t count) const { return before[first + count] - before[first]; }
};

Side side_of(std::span<const MeaningSentence> sentences) {
  constexpr double least_length = 8;  // so that a word alone counts
  Side side;
  for (auto const& sentence : sentences) {
    side.before.push_back(side.before.back() + static_cast<double>(sentence.length));
    side.vectors[0].push_back(sentence.vector);
  }
  for (std::size_t more = 1; more < side.vectors.size(); ++more) {
    for (std::size_t first = 0; first + more < sentences.size(); ++first) {
      encoder::Vector sum{};
      for (auto at = first; at <= first + more; ++at) {
        const auto weight = static_cast<float>(static_cast<double>(sentences[at].length) + least_length);
        for (std::size_t i = 0; i < encoder::dimensions; ++i) sum[i] += weight * sentences[at].vector[i];
      }
      side.vectors[more].push_back(encoder::normalised(sum));
    }
  }
  return side;
}

double likeness(Side const& left, Side const& right, SentenceBead const& bead) {
  if (bead.left_count == 0 || bead.right_count == 0) return 0;
  return encoder::cosine(left.vectors[bead.left_count - 1][bead.left], right.vectors[bead.right_count - 1][bead.right]);
}

double worth(Side const& left, Side const& right, double ratio, SentenceBead const& bead) {
  if (bead.left_count == 0 || bead.right_count == 0) return 0;
  const auto more = static_cast<double>(bead.left_count + bead.right_count - 2);
  const auto left_length = left.length(bead.left, bead.left_count);
  const auto right_length = right.length(bead.right, bead.right_count);
  const auto mean = std::max((left_length + right_length / ratio) / 2, 1.0);
  const auto off = (right_length - left_length * ratio) / std::sqrt(length_variance * mean);
  return (1 + each_more * more) * (likeness(left, right, bead) - least_alike) - joining * more -
         length_weight * std::min(off * off / 2, worst_length);
}

// Characters on the right for one on the left, where sentences stand against sentences.
double ratio_of(Side const& left, Side const& right, std::vector<SentenceBead> const& beads) {
  double on_left = 1, on_right = 1;
  for (auto const& bead : beads) {
    if (bead.left_count == 0 || bead.right_count == 0) continue;
    on_left += left.length(bead.left, bead.left_count);
    on_right += right.length(bead.right, bead.right_count);
  }
  return std::clamp(on_right / on_left, 0.4, 2.5);
}

}  // namespace

std::vector<LikeBead> align_by_vectors(std::span<const MeaningSentence> left, std::span<const MeaningSentence> right) {
  const auto here = side_of(left);
  const auto there = side_of(right);
  double ratio = 1;
  std::vector<SentenceBead> beads;
  for (int pass = 0; pass < 2; ++pass) {  // the second time with the ratio of lengths that the first one found
    beads = best_beads(left.size(), right.size(),
                       [&](SentenceBead const& bead) { return worth(here, there, ratio, bead); });
    ratio = ratio_of(here, there, beads);
  }
  std::vector<LikeBead> made;
  for (auto const& bead : beads) made.push_back({bead, likeness(here, there, bead)});
  return made;
}

std::vector<LikeBead> moved_sentences(std::span<const LikeBead> beads, std::span<const MeaningSentence> left,
                                      std::span<const MeaningSentence> right) {
  constexpr std::size_t most_alone = 400;  // of either side
  std::vector<std::size_t> lefts, rights;
  for (auto const& [bead, likeness] : beads) {
    if (bead.right_count == 0 && lefts.size() < most_alone) lefts.push_back(bead.left);
    if (bead.left_count == 0 && rights.size() < most_alone) rights.push_back(bead.right);
  }
  std::vector<LikeBead> pairs;
  for (auto l : lefts) {
    for (auto r : rights) {
      const auto alike = encoder::cosine(left[l].vector, right[r].vector);
      if (alike >= moved_alike) pairs.push_back({{l, 1, r, 1}, alike});
    }
  }
  std::ranges::stable_sort(pairs, std::greater{}, &LikeBead::likeness);
  std::vector<bool> left_taken(left.size()), right_taken(right.size());
  std::erase_if(pairs, [&](LikeBead const& pair) {
    if (left_taken[pair.bead.left] || right_taken[pair.bead.right]) return true;
    left_taken[pair.bead.left] = right_taken[pair.bead.right] = true;
    return false;
  });
  std::ranges::sort(pairs, {}, [](LikeBead const& pair) { return pair.bead.left; });
  return pairs;
}

std::vector<SentenceBead> align_lines(Lines const& left, Lines const& right) {
  struct Tie {  // lines that sentences tie together, in order on both sides
    std::size_t left_begin, left_end, right_begin, right_end;
  };
  std::vector<Tie> ties;
  for (auto const& [bead, likeness] : align_by_vectors(left.sentences, right.sentences)) {
    if (bead.left_count == 0 || bead.right_count == 0) continue;
    const Tie tie{left.owners[bead.left], left.owners[bead.left + bead.left_count - 1] + 1, right.owners[bead.right],
                  right.owners[bead.right + bead.right_count - 1] + 1};
    const bool goes_on =
        !ties.empty() && (tie.left_begin < ties.back().left_end || tie.right_begin < ties.back().right_end);
    if (goes_on)
      ties.back().left_end = tie.left_end, ties.back().right_end = tie.right_end;
    else
      ties.push_back(tie);
  }
  ties.push_back({left.count, left.count, right.count, right.count});
  std::vector<SentenceBead> beads;
  std::size_t l = 0, r = 0;
  for (auto const& tie : ties) {
    for (; l < tie.left_begin; ++l) beads.push_back({l, 1, r, 0});
    for (; r < tie.right_begin; ++r) beads.push_back({l, 0, r, 1});
    if (tie.left_end > tie.left_begin) beads.push_back({l, tie.left_end - l, r, tie.right_end - r});
    l = tie.left_end, r = tie.right_end;
  }
  return beads;
}

}  // namespace recoupe::reuse
