// Passages of one text found again in another.
//
//   auto pairs = candidate_pairs(texts);                // which pairs share enough to look at, near-linear
//   auto reuse = compare(texts[a], texts[b]);           // relation, score, passages with spans on both sides
//
// Candidates by winnowing (Schleimer, Wilkerson, Aiken 2003): 5-word shingles of folded words, window 8.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "encoder/vectors.hpp"
#include "text/segment.hpp"

namespace recoupe::reuse {

enum class Relation : std::uint8_t { none, partial, edited, verbatim, translated };  // how; how much: the score
enum class Direction : std::uint8_t { unknown, left_to_right, right_to_left };
std::string_view name_of(Relation);
std::string_view name_of(Direction);

struct Passage {
  text::ByteSpan left;
  text::ByteSpan right;
  Relation relation = Relation::verbatim;  // verbatim, edited or translated
  double likeness = 1;                     // of its two sides, 0..1
};

struct Reuse {
  Relation relation = Relation::none;
  double score = 0;  // share of the shorter text that the other has too, 0..1
  Direction direction = Direction::unknown;
  std::vector<Passage> passages;  // by their left span
};

struct Candidate {
  std::size_t left = 0;  // left < right, indices into what was given
  std::size_t right = 0;
};

// Same-language pairs that share at least two prints; sorted. A print of more than `hottest` texts pairs each of them
// only with its four neighbours in the order of their content: copies stay connected, notices cost little.
std::vector<Candidate> candidate_pairs(std::span<const text::SegmentedText* const> texts, std::size_t hottest = 200);

struct Dates {  // EDTF, empty where unknown: what direction may rest on
  std::string_view left;
  std::string_view right;
};

// Two texts of one language.
Reuse compare(text::SegmentedText const& left, text::SegmentedText const& right, Dates dates = {});

// What reuse is told about a text so that it can pair it with one in another language: entities that are the same in
// both (by the caller's resolution), numbers and dates, and where each stands.
struct Anchor {
  std::string key;  // language-independent: "person:3", "date:2022-09-19", "place:rabat", "number:13"
  text::ByteSpan span;
};

// Whether one text translates the other: by sentence vectors where there are any (by_meaning.hpp), else from the order
// and density of shared anchors sentence by sentence and from sentence lengths: content, not names alone. Without
// enough anchors the answer is then Relation::none.
Reuse compare_across_languages(text::SegmentedText const& left, std::span<const Anchor> left_anchors,
                               text::SegmentedText const& right, std::span<const Anchor> right_anchors,
                               Dates dates = {}, encoder::Vectors* vectors = nullptr);

}  // namespace recoupe::reuse
