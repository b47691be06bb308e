// Whether one text translates another, by sentence vectors.
//
//   auto reuse = compare_by_meaning(left, right, dates, vectors);     // nothing where there is no encoder
//
// Two reports of one event that know nothing of each other share its people, its day and a first sentence that says so;
// a translation shares what either chose to tell, in the order in which it was told. So the sentences are aligned in
// order, and what counts is how alike they are beyond the likest one.
#pragma once

#include <optional>

#include "encoder/vectors.hpp"
#include "reuse/align_by_vectors.hpp"
#include "reuse/anchored_sentences.hpp"
#include "reuse/find_reuse.hpp"

namespace recoupe::reuse {

std::optional<Reuse> compare_by_meaning(text::SegmentedText const& left, text::SegmentedText const& right,
                                        Anchored const& texts, Dates dates, encoder::Vectors& vectors);

// Of each of the shorter text's sentences how alike it is to what stands beside it, to one number: 0 for texts that
// have nothing in common, about .3 for a translation. A text of one sentence gives no evidence: whoever reports an
// encounter writes that sentence.
double strength_of(std::vector<double> likenesses);

}  // namespace recoupe::reuse
