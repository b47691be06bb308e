// Two texts of one language: runs chained to passages, then sentences told again, then what they add up to.
#include <algorithm>
#include <utility>

#include "reuse/direction.hpp"
#include "reuse/find_reuse.hpp"
#include "reuse/rewritten_sentences.hpp"
#include "reuse/shared_runs.hpp"

namespace recoupe::reuse {
namespace {

constexpr std::size_t least_passage = 12;  // words: shorter ones are formulas and notices, not reuse by themselves
constexpr std::size_t least_part = 25;     // words in passages: a part of a text that says something
constexpr double least_of_short = 0.55;    // of a text whose passages hold fewer words than that
constexpr double least_partial = 0.12;     // of the shorter text, from here on
constexpr double least_edited = 0.55;      // within passages, changed words included
constexpr double least_in_place = 0.80;    // within passages or between them, where the other says something else
constexpr double least_verbatim = 0.85;    // within verbatim passages
constexpr double few_changes = 0.95;       // equal words within passages of any kind
constexpr double least_cut_out = 0.25;     // of a text that took parts of another as they stood
constexpr std::size_t long_run = 15;       // words: nobody writes so many anew as another did
constexpr double mostly_long_runs = 0.5;   // of all words in shared runs

struct Found {
  WordSpan left;
  WordSpan right;
  double likeness = 0;  // share of the passage that both sides have
  bool verbatim = false;
};

// For each word of one side how surely the other has it too.
class Coverage {
 public:
  explicit Coverage(std::size_t words) : share_(words, 0.0F), verbatim_(words, false) {}
  void add(WordSpan span, double likeness, bool verbatim) {
    for (auto w = span.begin; w < span.end; ++w) {
      share_[w] = std::max(share_[w], static_cast<float>(likeness));
      if (verbatim) verbatim_[w] = true;
    }
  }
  std::vector<bool> covered() const {
    std::vector<bool> words;
    words.reserve(share_.size());
    for (auto share : share_) words.push_back(share > 0);
    return words;
  }
  std::size_t size() const { return share_.size(); }
  double share() const {
    double sum = 0;
    for (auto share : share_) sum += static_cast<double>(share);
    return share_.empty() ? 0 : sum / static_cast<double>(share_.size());
  }
  std::size_t words() const {
    return static_cast<std::size_t>(std::ranges::count_if(share_, [](float share) { return share > 0; }));
  }
  double extent() const { return part_of(static_cast<std::ptrdiff_t>(words())); }
  double verbatim_share() const { return part_of(std::ranges::count(verbatim_, true)); }

 private:
  double part_of(std::ptrdiff_t words) const {
    return share_.empty() ? 0 : static_cast<double>(words) / static_cast<double>(share_.size());
  }

  std::vector<float> share_;
  std::vector<bool> verbatim_;
};

void sort_by_left(std::vector<Found>& found) {
  std::ranges::sort(
      found, [](Found const& a, Found const& b) { return std::tie(a.left, a.right) < std::tie(b.left, b.right); });
}

std::vector<Found> passages_of(Words const& left, Words const& right, std::span<const Run> runs, std::size_t vocabulary,
                               Coverage& on_left, Coverage& on_right) {
  std::vector<Found> found;
  for (auto const& chained : chain(runs)) {
    const auto longer = std::max(chained.left.size(), chained.right.size());
    const auto likeness = static_cast<double>(chained.matched) / static_cast<double>(longer);
    found.push_back({chained.left, chained.right, likeness, chained.is_verbatim()});
  }
  for (auto const& one : found) {
    on_left.add(one.left, one.likeness, one.verbatim);
    on_right.add(one.right, one.likeness, one.verbatim);
  }
  const auto add = [&](std::vector<Rewritten> const& more) {
    for (auto const& one : more) {
      found.push_back({one.left, one.right, one.likeness, false});
      on_left.add(one.left, one.likeness, false);
      on_right.add(one.right, one.likeness, false);
    }
    sort_by_left(found);
  };
  add(rewritten_sentences(left, right, on_left.covered(), vocabulary));
  std::vector<Rewritten> told;
  for (auto const& one : found) told.push_back({one.left, one.right, one.likeness});
  add(sentences_between(left, right, told, {on_left.covered(), on_right.covered()}, vocabulary));
  return found;
}

bool is_more_than_formulas(std::vector<Found> const& found) {
  return std::ranges::any_of(
      found, [](Found const& one) { return std::min(one.left.size(), one.right.size()) >= least_passage; });
}

// Whether what two texts share was mostly taken in long pieces, and next to nothing in them changed.
bool stands_as_it_was(std::span<const Run> runs) {
  std::size_t all = 0;
  std::size_t in_long_runs = 0;
  for (auto const& run : runs) {
    all += run.length;
    if (run.length >= long_run) in_long_runs += run.length;
  }
  std::size_t matched = 0;
  std::size_t extent = 0;
  for (auto const& one : chain(runs)) {
    matched += one.matched;
    extent += std::max(one.left.size(), one.right.size());
  }
  const auto is_share = [](std::size_t part, std::size_t whole, double least) {
    return whole > 0 && static_cast<double>(part) >= least * static_cast<double>(whole);
  };
  return is_share(in_long_runs, all, mostly_long_runs) && is_share(matched, extent, few_changes);
}

// How many words of the left stand between two passages where the right, between the same two, has words of its own:
// what was put in another way or replaced, as against what was added.
std::size_t words_in_place(std::vector<Found> const& by_left) {
  std::size_t words = 0;
  for (std::size_t i = 1; i < by_left.size(); ++i) {
    auto const& before = by_left[i - 1];
    auto const& after = by_left[i];
    if (after.left.begin <= before.left.end || after.right.begin <= before.right.end) continue;
    words += std::min(after.left.begin - before.left.end, after.right.begin - before.right.end);
  }
  return words;
}

Relation relation_of(Coverage const& shorter, std::span<const Run> runs, double in_place) {
  if (shorter.share() < least_partial) return Relation::none;
  if (shorter.extent() < least_edited || shorter.extent() + in_place < least_in_place) {
    if (shorter.words() < least_part && shorter.extent() < least_of_short) return Relation::none;
    const bool cut_out = shorter.share() >= least_cut_out && stands_as_it_was(runs);
    return cut_out ? Relation::verbatim : Relation::partial;
  }
  const bool verbatim = shorter.verbatim_share() >= least_verbatim || shorter.share() >= few_changes;
  return verbatim ? Relation::verbatim : Relation::edited;
}

// The same answer whichever text is called left: they are compared in an order that only their words decide.
bool is_canonical(text::SegmentedText const& left, text::SegmentedText const& right) {
  if (left.text.size() != right.text.size()) return left.text.size() < right.text.size();
  return left.text.view() <= right.text.view();
}

Reuse mirrored(Reuse made) {
  for (auto& passage : made.passages) std::swap(passage.left, passage.right);
  std::ranges::sort(made.passages, [](Passage const& a, Passage const& b) {
    return std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
  return made;
}

// The same passages, each seen from the other text.
std::vector<Found> by_right(std::vector<Found> found) {
  for (auto& one : found) std::swap(one.left, one.right);
  sort_by_left(found);
  return found;
}

Reuse compare_in_order(text::SegmentedText const& left, text::SegmentedText const& right) {
  Interner names;
  const auto left_words = words_of(left, names);
  const auto right_words = words_of(right, names);
  Coverage on_left(left_words.size());
  Coverage on_right(right_words.size());
  const auto runs = shared_runs(left_words.keys, right_words.keys);
  const auto found = passages_of(left_words, right_words, runs, names.size(), on_left, on_right);

  Reuse made;
  const bool left_is_shorter = left_words.size() <= right_words.size();
  auto const& shorter = left_is_shorter ? on_left : on_right;
  made.score = std::min(1.0, shorter.share());
  if (!is_more_than_formulas(found)) return made;
  const auto in_place = static_cast<double>(words_in_place(left_is_shorter ? found : by_right(found)));
  made.relation = relation_of(shorter, runs, in_place / static_cast<double>(shorter.size()));
  if (made.relation == Relation::none) return made;
  for (auto const& one : found) {
    made.passages.push_back({bytes_of(left, left_words, one.left), bytes_of(right, right_words, one.right),
                             one.verbatim ? Relation::verbatim : Relation::edited, one.likeness});
  }
  return made;
}

}  // namespace

Reuse compare(text::SegmentedText const& left, text::SegmentedText const& right, Dates dates) {
  auto made = is_canonical(left, right) ? compare_in_order(left, right) : mirrored(compare_in_order(right, left));
  if (made.relation != Relation::none) made.direction = direction_of(dates);
  return made;
}

}  // namespace recoupe::reuse
