#include "reuse/shared_runs.hpp"

#include <algorithm>
#include <unordered_map>

namespace recoupe::reuse {
namespace {

constexpr std::size_t seed = 3;           // words
constexpr std::size_t places = 16;        // of one seed in the right text
constexpr std::size_t widest_gap = 8;     // words changed between two runs of one passage
constexpr std::size_t continuation = 5;   // words by which a run that goes on with a passage is preferred
constexpr std::size_t least_matched = 7;  // words of a passage

std::uint64_t seed_at(std::span<const std::uint32_t> words, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < seed; ++i) hash = (hash ^ words[at + i]) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
  return hash;
}

using SeedPlaces = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;

SeedPlaces places_of_seeds(std::span<const std::uint32_t> words) {
  SeedPlaces index;
  if (words.size() < seed) return index;
  index.reserve(words.size());
  for (std::size_t at = 0; at + seed <= words.size(); ++at) {
    auto& found = index[seed_at(words, at)];
    if (found.size() < places) found.push_back(static_cast<std::uint32_t>(at));
  }
  return index;
}

std::size_t equal_words(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
  const auto [end, other] = std::ranges::mismatch(left, right);
  return static_cast<std::size_t>(end - left.begin());
}

bool continues(Run const& last, std::size_t left, std::size_t right) {
  const auto left_end = last.left + last.length;
  const auto right_end = last.right + last.length;
  return left_end <= left && left - left_end <= widest_gap && right_end <= right && right - right_end <= widest_gap;
}

}  // namespace

std::vector<Run> shared_runs(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
  const auto index = places_of_seeds(right);
  std::vector<Run> runs;
  for (std::size_t at = 0; at + seed <= left.size();) {
    Run best;
    std::size_t best_value = 0;
    if (const auto found = index.find(seed_at(left, at)); found != index.end()) {
      for (const std::size_t place : found->second) {
        const auto length = equal_words(left.subspan(at), right.subspan(place));
        if (length < seed) continue;
        const auto value = length + (!runs.empty() && continues(runs.back(), at, place) ? continuation : 0);
        if (value > best_value) best = {at, place, length}, best_value = value;
      }
    }
    if (best.length > 0) runs.push_back(best);
    at += std::max<std::size_t>(best.length, 1);
  }
  return runs;
}

std::vector<Chain> chain(std::span<const Run> runs) {
  std::vector<Chain> chains;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto const& run = runs[i];
    if (i > 0 && continues(runs[i - 1], run.left, run.right)) {
      auto& open = chains.back();
      open.left.end = run.left + run.length;
      open.right.end = run.right + run.length;
      open.matched += run.length;
    } else {
      chains.push_back({{run.left, run.left + run.length}, {run.right, run.right + run.length}, run.length});
    }
  }
  std::erase_if(chains, [](Chain const& made) {
    return made.matched < least_matched || 2 * made.matched < std::max(made.left.size(), made.right.size());
  });
  return chains;
}

}  // namespace recoupe::reuse
