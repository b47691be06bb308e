// The stage that compares two texts: the passages that they share and, if asked, what became of each sentence.
#include <cmath>

#include "cli/stages.hpp"
#include "reuse/find_reuse.hpp"

namespace recoupe::cli {
namespace {

std::expected<text::SegmentedText, LineError> side_of(Json const& line, const char* field,
                                                      encounter::Words const& words) {
  auto written = required_text(line, field);
  if (!written) return std::unexpected(written.error());
  auto language = text::identify_language(*written);
  return text::segment(text::Text::from_utf8(*written), std::move(language), words.abbreviations);
}

// What of a text can be found again in another language: dates, numbers, and the names of people and places by the
// keys that their spellings share.
std::vector<reuse::Anchor> anchors_of(text::SegmentedText const& body, encounter::Words const& words) {
  std::vector<reuse::Anchor> anchors;
  for (auto const& time : time::find_times(body, std::nullopt, words.times)) {
    if (!time.value.empty()) anchors.push_back({"date:" + time.value, time.span});
  }
  const auto found = name::find_names(body, words.names);
  for (auto const& mention : found.mentions) {
    if (mention.kind == name::MentionKind::place && mention.entity != name::no_entity) {
      auto const& place = found.places[mention.entity];
      anchors.push_back({"place:" + (place.concept_id.empty() ? place.name : place.concept_id), mention.span});
    } else if (mention.kind == name::MentionKind::person) {
      for (auto const& key : name::index_keys(body.slice(mention.span), words.matcher))
        anchors.push_back({"name:" + key, mention.span});
    }
  }
  for (auto const& token : body.tokens) {
    if (token.kind == text::TokenKind::number && token.folded.size() > 1)
      anchors.push_back({"number:" + token.folded, token.span});
  }
  return anchors;
}

// Of each sentence how it is found again: by the passage that shares most of it, where that is more than a third.
Json fates(text::SegmentedText const& body, std::vector<reuse::Passage> const& passages,
           text::ByteSpan reuse::Passage::* side, const char* nowhere) {
  Json list = Json::array();
  for (auto const& sentence : body.sentences) {
    std::string_view fate = nowhere;
    auto most = sentence.span.size() / 3;
    for (auto const& passage : passages) {
      const auto shared = sentence.span.shared_with(passage.*side);
      if (shared <= most) continue;
      most = shared;
      fate = reuse::name_of(passage.relation);
    }
    list.push_back(Json{{"span", span_json(body.text, sentence.span)}, {"fate", fate}});
  }
  return list;
}

}  // namespace

Answer reuse(Json const& line, encounter::Words const& words, bool explain) {
  const auto left = side_of(line, "left", words);
  if (!left) return std::unexpected(left.error());
  const auto right = side_of(line, "right", words);
  if (!right) return std::unexpected(right.error());
  const auto left_published = optional_text(line, "left_published");
  const auto right_published = optional_text(line, "right_published");
  const reuse::Dates dates{left_published, right_published};
  const auto found = left->language == right->language || left->language.empty() || right->language.empty()
                         ? reuse::compare(*left, *right, dates)
                         : reuse::compare_across_languages(*left, anchors_of(*left, words), *right,
                                                           anchors_of(*right, words), dates, words.vectors.get());
  Json passages = Json::array();
  for (auto const& passage : found.passages) {
    Json one{{"left", span_json(left->text, passage.left)},
             {"right", span_json(right->text, passage.right)},
             {"relation", reuse::name_of(passage.relation)}};
    if (explain) one["likeness"] = std::round(1000 * passage.likeness) / 1000;
    passages.push_back(std::move(one));
  }
  Json answer{{"relation", reuse::name_of(found.relation)},
              {"score", found.score},
              {"direction", reuse::name_of(found.direction)},
              {"passages", std::move(passages)}};
  if (explain) {
    answer["left_sentences"] = fates(*left, found.passages, &reuse::Passage::left, "omitted");
    answer["right_sentences"] = fates(*right, found.passages, &reuse::Passage::right, "added");
  }
  return answer;
}

}  // namespace recoupe::cli
