// Two reports face to face, sentence by sentence.
#include <utility>

#include "reuse/side_by_side.hpp"
#include "serve/answers.hpp"

namespace recoupe::serve {
namespace {

// Longer texts than a page is written in are compared by what the register knows alone.
constexpr std::size_t longest_compared = 400'000;  // bytes

struct Side {
  Json summary;
  text::SegmentedText body;
};

Expected<Side> side_of(Asking& asking, std::string const& id) {
  auto summary = summary_of(asking, id);
  const auto body = asking.connection.first(Question::body_of_report, {id});
  if (!summary || !body) return std::unexpected(Refusal{404, "not_found", "there is no such report"});
  auto text = text::Text::from_utf8(Json::parse(*body).at("text").get<std::string>());
  const auto language = text::identify_language(text.view().substr(0, 4000));
  return Side{std::move(*summary), text::segment(std::move(text), language, asking.words.abbreviations)};
}

reuse::Relation relation_of(std::string const& name) {
  for (const auto one :
       {reuse::Relation::partial, reuse::Relation::edited, reuse::Relation::verbatim, reuse::Relation::translated}) {
    if (reuse::name_of(one) == name) return one;
  }
  return reuse::Relation::none;
}

reuse::Direction direction_of(std::string const& name) {
  for (const auto one : {reuse::Direction::left_to_right, reuse::Direction::right_to_left}) {
    if (reuse::name_of(one) == name) return one;
  }
  return reuse::Direction::unknown;
}

text::ByteSpan bytes_of(text::Text const& text, Json const& span) {
  const auto within = [&](Json const& at) { return std::min(at.get<std::size_t>(), text.length()); };
  return text.bytes(text::CodePointSpan{within(span.at(0)), within(span.at(1))});
}

// As the register has it; `swapped` where it has the pair the other way round.
reuse::Reuse known(Json const& from, text::Text const& left, text::Text const& right, bool swapped) {
  reuse::Reuse made{relation_of(from.at("relation")), from.at("score"), direction_of(from.at("direction")), {}};
  if (swapped && made.direction != reuse::Direction::unknown) {
    made.direction = made.direction == reuse::Direction::left_to_right ? reuse::Direction::right_to_left
                                                                       : reuse::Direction::left_to_right;
  }
  for (auto const& passage : from.at("passages")) {
    made.passages.push_back({bytes_of(left, passage.at(swapped ? "to" : "from")),
                             bytes_of(right, passage.at(swapped ? "from" : "to")),
                             relation_of(passage.at("relation"))});
  }
  return made;
}

reuse::Reuse reuse_of(Asking& asking, std::string const& left, Side const& a, std::string const& right, Side const& b) {
  if (const auto body = asking.connection.first(Question::reuse_between, {left, right}))
    return known(Json::parse(*body), a.body.text, b.body.text, false);
  if (const auto body = asking.connection.first(Question::reuse_between, {right, left}))
    return known(Json::parse(*body), a.body.text, b.body.text, true);
  const bool one_language = a.summary.at("language") == b.summary.at("language");
  if (!one_language || a.body.text.size() > longest_compared || b.body.text.size() > longest_compared) return {};
  return reuse::compare(a.body, b.body);
}

Json side_json(Side const& side) {
  Json sentences = Json::array();
  for (auto const& sentence : side.body.sentences) {
    const auto points = side.body.text.code_points(sentence.span);
    sentences.push_back({{"start", points.begin}, {"end", points.end}, {"text", side.body.slice(sentence.span)}});
  }
  return Json{{"report", side.summary}, {"sentences", std::move(sentences)}};
}

Json maybe(std::optional<std::size_t> index) { return index ? Json(*index) : Json(); }

}  // namespace

Expected<Json> comparison(Asking& asking, std::string const& left, std::string const& right) {
  const auto a = side_of(asking, left);
  if (!a) return std::unexpected(a.error());
  const auto b = side_of(asking, right);
  if (!b) return std::unexpected(b.error());
  const auto shared = reuse_of(asking, left, *a, right, *b);
  Json rows = Json::array();
  for (auto const& row : reuse::side_by_side(a->body, b->body, shared))
    rows.push_back({{"left", maybe(row.left)}, {"right", maybe(row.right)}, {"relation", reuse::name_of(row.kind)}});
  return Json{{"left", side_json(*a)},
              {"right", side_json(*b)},
              {"relation", reuse::name_of(shared.relation)},
              {"score", shared.score},
              {"direction", reuse::name_of(shared.direction)},
              {"rows", std::move(rows)}};
}

}  // namespace recoupe::serve
