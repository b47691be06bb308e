#include "link/copies.hpp"

#include <algorithm>
#include <set>

namespace recoupe::link {
namespace {

reuse::Dates dates_of(Readings const& readings, std::size_t left, std::size_t right) {
  return {readings[left].report.published.value, readings[right].report.published.value};
}

}  // namespace

std::vector<reuse::Anchor> anchors_of(encounter::Reading const& reading,
                                      std::function<std::size_t(std::size_t person)> const& entity_of) {
  std::vector<reuse::Anchor> anchors;
  for (auto const& mention : reading.names.mentions) {
    if (mention.entity == name::no_entity) continue;
    if (mention.kind == name::MentionKind::person) {
      const auto entity = entity_of(mention.entity);
      if (entity != name::no_entity) anchors.push_back({"person:" + std::to_string(entity), mention.span});
    } else if (mention.kind == name::MentionKind::place) {
      anchors.push_back({"place:" + reading.names.places[mention.entity].concept_id, mention.span});
    } else if (mention.kind == name::MentionKind::organisation &&
               !reading.names.organisations[mention.entity].concept_id.empty()) {
      anchors.push_back({"organisation:" + reading.names.organisations[mention.entity].concept_id, mention.span});
    }
  }
  for (auto const& time : reading.times) {
    if (!time.value.empty()) anchors.push_back({"date:" + time.value, time.span});
  }
  for (auto const& token : reading.body.tokens) {
    if (token.kind == text::TokenKind::number && token.folded.size() > 1)
      anchors.push_back({"number:" + token.folded, token.span});
  }
  std::ranges::sort(anchors, {}, [](reuse::Anchor const& anchor) { return std::pair(anchor.span, anchor.key); });
  return anchors;
}

std::vector<FoundReuse> reuse_in_one_language(Readings const& readings) {
  std::vector<text::SegmentedText const*> bodies;
  for (auto const& reading : readings) bodies.push_back(&reading.body);
  std::vector<FoundReuse> found;
  for (auto const& pair : reuse::candidate_pairs(bodies)) {
    auto compared = reuse::compare(*bodies[pair.left], *bodies[pair.right], dates_of(readings, pair.left, pair.right));
    if (compared.relation != reuse::Relation::none) found.push_back({pair.left, pair.right, std::move(compared)});
  }
  return found;
}

std::vector<FoundReuse> reuse_across_languages(Readings const& readings, Entities const& entities,
                                               Occasions const& occasions) {
  constexpr std::size_t most_reports = 60;  // of one occasion: beyond that every pair would be too many
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (auto const& occasion : occasions.occasions) {
    const auto count = std::min(occasion.tellings.size(), most_reports);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        const auto pair = std::minmax(occasion.tellings[i].reading, occasion.tellings[j].reading);
        if (readings[pair.first].report.language != readings[pair.second].report.language) pairs.insert(pair);
      }
    }
  }
  const auto anchors = [&](std::size_t r) {
    return anchors_of(readings[r], [&](std::size_t person) { return entities.entity(r, person); });
  };
  std::vector<FoundReuse> found;
  for (auto const& [left, right] : pairs) {
    auto compared = reuse::compare_across_languages(readings[left].body, anchors(left), readings[right].body,
                                                    anchors(right), dates_of(readings, left, right));
    if (compared.relation != reuse::Relation::none) found.push_back({left, right, std::move(compared)});
  }
  return found;
}

Reuse describe(Readings const& readings, FoundReuse const& found) {
  auto const& left = readings[found.left];
  auto const& right = readings[found.right];
  Reuse described;
  described.from = left.report.id;
  described.to = right.report.id;
  described.relation = reuse::name_of(found.reuse.relation);
  described.direction = reuse::name_of(found.reuse.direction);
  described.score = found.reuse.score;
  for (auto const& passage : found.reuse.passages) {
    const auto from = left.body.text.code_points(passage.left);
    const auto to = right.body.text.code_points(passage.right);
    described.passages.push_back(
        {from.begin, from.end, to.begin, to.end, std::string(reuse::name_of(passage.relation))});
  }
  return described;
}

}  // namespace recoupe::link
