// Whether one text translates another. One encounter told twice shares its people, place and day however it is told;
// so only sentences that each bring something of their own count, and they must follow one another alike in both.
#include <algorithm>
#include <set>

#include "reuse/align_by_anchors.hpp"
#include "reuse/by_meaning.hpp"
#include "reuse/direction.hpp"
#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {
namespace {

constexpr std::size_t least_strong = 3;  // beads
constexpr double least_weight = 0.7;     // of a strong bead that rests on two shared things
constexpr double least_share = 0.3;      // of the shorter text
constexpr std::size_t widest_gap = 3;    // sentences between two strong beads that their neighbours vouch for

bool is_strong(SharedThings const& shared) {
  if (shared.other_figures || !shared.mostly) return false;
  return shared.rare_figure || (shared.count >= 2 && shared.weight >= least_weight);
}

// Strong beads, each with a key that no strong bead before it brought.
std::vector<std::size_t> telling_beads(Anchored const& texts, std::vector<Bead> const& beads) {
  std::set<std::uint32_t> brought;
  std::vector<std::size_t> strong;
  const auto shared_keys = [&](Bead const& bead) {
    std::set<std::uint32_t> left, right, both;
    for (std::size_t i = 0; i < bead.left_count; ++i)
      left.insert(texts.left[bead.left + i].keys.begin(), texts.left[bead.left + i].keys.end());
    for (std::size_t j = 0; j < bead.right_count; ++j)
      right.insert(texts.right[bead.right + j].keys.begin(), texts.right[bead.right + j].keys.end());
    std::ranges::set_intersection(left, right, std::inserter(both, both.end()));
    return both;
  };
  for (std::size_t at = 0; at < beads.size(); ++at) {
    if (!is_strong(beads[at].shared)) continue;
    const auto keys = shared_keys(beads[at]);
    if (std::ranges::all_of(keys, [&](auto key) { return brought.contains(key); })) continue;
    brought.insert(keys.begin(), keys.end());
    strong.push_back(at);
  }
  return strong;
}

// Strong beads, and those between two near ones, as many on either side.
std::vector<Bead> vouched_for(std::vector<Bead> const& beads, std::vector<std::size_t> const& strong) {
  std::vector<Bead> kept;
  for (std::size_t s = 0; s < strong.size(); ++s) {
    if (s > 0) {
      auto const& before = beads[strong[s - 1]];
      auto const& here = beads[strong[s]];
      const auto left_gap = here.left - before.left - before.left_count;
      const auto right_gap = here.right - before.right - before.right_count;
      const bool near = std::max(left_gap, right_gap) <= widest_gap;
      for (auto at = strong[s - 1] + 1; near && at < strong[s]; ++at) kept.push_back(beads[at]);
    }
    kept.push_back(beads[strong[s]]);
  }
  return kept;
}

double share_of(std::vector<AnchoredSentence> const& sentences, std::vector<bool> const& aligned) {
  double all = 0;
  double covered = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    all += static_cast<double>(sentences[i].length);
    if (aligned[i]) covered += static_cast<double>(sentences[i].length);
  }
  return all > 0 ? covered / all : 0;
}

// Share of the text that is the better covered: the shorter one, where the other added to it.
double share_of(Anchored const& texts, std::vector<Bead> const& kept) {
  std::vector<bool> left(texts.left.size(), false);
  std::vector<bool> right(texts.right.size(), false);
  for (auto const& bead : kept) {
    for (std::size_t i = 0; i < bead.left_count; ++i) left[bead.left + i] = true;
    for (std::size_t j = 0; j < bead.right_count; ++j) right[bead.right + j] = true;
  }
  return std::max(share_of(texts.left, left), share_of(texts.right, right));
}

}  // namespace

Reuse compare_across_languages(text::SegmentedText const& left, std::span<const Anchor> left_anchors,
                               text::SegmentedText const& right, std::span<const Anchor> right_anchors, Dates dates,
                               encoder::Vectors* vectors) {
  const auto texts = anchored(left, left_anchors, right, right_anchors);
  if (vectors != nullptr) {
    if (auto made = compare_by_meaning(left, right, texts, dates, *vectors)) return std::move(*made);
  }
  const auto beads = align_by_anchors(texts);
  const auto strong = telling_beads(texts, beads);
  const auto kept = vouched_for(beads, strong);

  Reuse made;
  made.score = share_of(texts, kept);
  if (strong.size() < least_strong) made.score *= static_cast<double>(strong.size()) / least_strong;
  if (strong.size() < least_strong || made.score < least_share) return made;
  made.relation = Relation::translated;
  made.direction = direction_of(dates);
  for (auto const& bead : kept) {
    made.passages.push_back(
        {{texts.left[bead.left].span.begin, texts.left[bead.left + bead.left_count - 1].span.end},
         {texts.right[bead.right].span.begin, texts.right[bead.right + bead.right_count - 1].span.end},
         Relation::translated});
  }
  return made;
}

}  // namespace recoupe::reuse
