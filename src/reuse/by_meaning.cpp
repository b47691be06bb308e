#include "reuse/by_meaning.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "reuse/anchored_sentences.hpp"
#include "reuse/direction.hpp"

namespace recoupe::reuse {
namespace {

constexpr double unrelated = 0.2;        // a cosine of less is met between sentences that have nothing in common
constexpr double least_strength = 0.14;  // of a translation: independent reports stay below .06
constexpr double least_passage = 0.3;    // cosine of two sentences that are shown as a passage
constexpr std::size_t least_shared =
    3;                            // sentences alike, of texts long enough: two are what an encounter itself makes alike
constexpr double steepness = 40;  // of the score about the least strength

struct Told {
  std::vector<text::ByteSpan> spans;
  std::vector<MeaningSentence> sentences;
};

std::optional<Told> told_by(text::SegmentedText const& body, encoder::Vectors& vectors) {
  Told told;
  told.spans = sentences_with_words(body);
  std::vector<std::string_view> written;
  for (auto span : told.spans) written.push_back(body.slice(span));
  const auto made = vectors.centred(written, body.language);
  if (!made) return std::nullopt;
  for (std::size_t i = 0; i < told.spans.size(); ++i) {
    const auto points = body.text.code_points(told.spans[i]);
    told.sentences.push_back({points.end - points.begin, (*made)[i]});
  }
  return told;
}

text::ByteSpan span_of(Told const& told, std::size_t first, std::size_t count) {
  return {told.spans[first].begin, told.spans[first + count - 1].end};
}

std::vector<Passage> passages_of(std::vector<LikeBead> const& beads, Told const& left, Told const& right) {
  std::vector<Passage> passages;
  for (auto const& [bead, likeness] : beads) {
    if (bead.left_count == 0 || bead.right_count == 0 || likeness < least_passage) continue;
    passages.push_back({span_of(left, bead.left, bead.left_count), span_of(right, bead.right, bead.right_count),
                        Relation::translated, likeness});
  }
  std::ranges::sort(passages, {}, [](Passage const& passage) { return std::tie(passage.left, passage.right); });
  return passages;
}

AnchoredSentence whole(std::vector<AnchoredSentence> const& sentences, std::size_t first, std::size_t count) {
  auto made = sentences[first];
  for (auto at = first + 1; at < first + count; ++at) made = joined(made, sentences[at]);
  return made;
}

// No sentence translates one that gives other figures, however alike they are.
bool gives_other_figures(SentenceBead const& bead, Anchored const& texts) {
  if (bead.left_count == 0 || bead.right_count == 0) return false;
  return shared_by(whole(texts.left, bead.left, bead.left_count), whole(texts.right, bead.right, bead.right_count),
                   texts.rarity)
      .other_figures;
}

}  // namespace

double strength_of(std::vector<double> likenesses) {
  if (likenesses.size() < 2) return 0;
  for (auto& likeness : likenesses) likeness = std::max(0.0, likeness - unrelated);
  std::ranges::sort(likenesses, std::greater{});
  return std::accumulate(likenesses.begin() + 1, likenesses.end(), 0.0) / static_cast<double>(likenesses.size() - 1);
}

std::optional<Reuse> compare_by_meaning(text::SegmentedText const& left, text::SegmentedText const& right,
                                        Anchored const& texts, Dates dates, encoder::Vectors& vectors) {
  const auto here = told_by(left, vectors);
  const auto there = told_by(right, vectors);
  if (!here || !there) return std::nullopt;
  auto beads = align_by_vectors(here->sentences, there->sentences);
  for (auto& [bead, likeness] : beads) {
    if (gives_other_figures(bead, texts)) likeness = 0;
  }

  const bool left_is_shorter = here->sentences.size() <= there->sentences.size();
  std::vector<double> likenesses;  // of each sentence of the shorter text
  for (auto const& [bead, likeness] : beads)
    likenesses.insert(likenesses.end(), left_is_shorter ? bead.left_count : bead.right_count, likeness);
  const auto alike = std::ranges::count_if(likenesses, [](double likeness) { return likeness >= least_passage; });
  const bool forced = likenesses.size() > least_shared && static_cast<std::size_t>(alike) < least_shared;
  const auto strength = forced ? 0 : strength_of(likenesses);

  Reuse made;
  made.score = std::round(1e4 / (1 + std::exp(-steepness * (strength - least_strength)))) / 1e4;
  if (strength < least_strength) return made;
  made.relation = Relation::translated;
  made.direction = direction_of(dates);
  for (auto const& moved : moved_sentences(beads, here->sentences, there->sentences)) beads.push_back(moved);
  made.passages = passages_of(beads, *here, *there);
  return made;
}

}  // namespace recoupe::reuse
