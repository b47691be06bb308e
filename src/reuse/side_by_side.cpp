#include "reuse/side_by_side.hpp"

#include <algorithm>

namespace recoupe::reuse {
namespace {

// Of the other side the sentence that shares most with this one by the passages.
std::optional<SideBySideRow> partner(text::Sentence const& sentence, text::SegmentedText const& other,
                                     Reuse const& reuse, std::size_t index) {
  std::optional<SideBySideRow> best;
  std::size_t most = sentence.span.size() / 3;
  for (auto const& passage : reuse.passages) {
    const auto shared = sentence.span.shared_with(passage.left);
    if (shared <= most) continue;
    // Where in the passage the sentence stands, as a share of its length.
    const auto middle =
        std::max(passage.left.begin, sentence.span.begin) / 2 + std::min(passage.left.end, sentence.span.end) / 2;
    const auto share = static_cast<double>(middle - passage.left.begin) /
                       static_cast<double>(std::max<std::size_t>(1, passage.left.size()));
    const auto byte = passage.right.begin + static_cast<std::size_t>(share * static_cast<double>(passage.right.size()));
    const auto token = std::min(other.token_at(byte), other.tokens.size() - 1);
    most = shared;
    best = SideBySideRow{index, other.sentence_of(token),
                         passage.relation == Relation::translated ? RowKind::translated : RowKind::edited};
  }
  return best;
}

}  // namespace

std::string_view name_of(RowKind kind) {
  switch (kind) {
    case RowKind::verbatim:
      return "verbatim";
    case RowKind::edited:
      return "edited";
    case RowKind::translated:
      return "translated";
    case RowKind::left:
      return "left";
    case RowKind::right:
      return "right";
  }
  return "left";
}

std::vector<SideBySideRow> side_by_side(text::SegmentedText const& left, text::SegmentedText const& right,
                                        Reuse const& reuse) {
  std::vector<std::optional<SideBySideRow>> partners;
  std::vector<bool> taken(right.sentences.size());
  for (std::size_t i = 0; i < left.sentences.size(); ++i) {
    auto found = right.tokens.empty() ? std::nullopt : partner(left.sentences[i], right, reuse, i);
    if (found && taken[*found->right]) found.reset();
    if (found) {
      taken[*found->right] = true;
      const bool same = left.slice(left.sentences[i].span) == right.slice(right.sentences[*found->right].span);
      if (same) found->kind = RowKind::verbatim;
    }
    partners.push_back(found);
  }
  std::vector<SideBySideRow> rows;
  std::size_t next = 0;
  const auto only_right_up_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      if (!taken[next]) rows.push_back({std::nullopt, next, RowKind::right});
    }
  };
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (!partners[i]) {
      rows.push_back({i, std::nullopt, RowKind::left});
      continue;
    }
    only_right_up_to(*partners[i]->right);
    rows.push_back(*partners[i]);
  }
  only_right_up_to(right.sentences.size());
  return rows;
}

}  // namespace recoupe::reuse
