// The stages that read one text: times, names, sources, meetings, and match-names.
#include <algorithm>

#include "cli/stages.hpp"

#include <cmath>
#include <iterator>
#include "name/within_offices.hpp"
#include "time/edtf.hpp"

namespace recoupe::cli {
namespace {

time::Anchor anchor_of(Json const& line) { return time::day_of(optional_text(line, "anchor").substr(0, 10)); }

Json relative_json(time::Relative const& relative) {
  Json json = Json::object();
  if (relative.days) json["days"] = *relative.days;
  if (relative.weeks) json["weeks"] = *relative.weeks;
  if (relative.months) json["months"] = *relative.months;
  if (relative.years) json["years"] = *relative.years;
  if (relative.weekday) json["weekday"] = *relative.weekday;
  return json;
}

Json span_fields(text::Text const& text, text::ByteSpan span) {
  const auto points = text.code_points(span);
  return Json{{"start", points.begin}, {"end", points.end}, {"text", text.slice(span)}};
}

Json time_json(text::Text const& text, time::TimeExpression const& found) {
  auto json = span_fields(text, found.span);
  json["type"] = time::name_of(found.type);
  json["value"] = time::edtf_with_hour(found);
  json["timex"] = found.timex;
  json["basis"] = time::name_of(found.basis);
  if (found.contradicts_weekday) json["contradicts_weekday"] = true;
  if (found.relative) json["relative"] = relative_json(*found.relative);
  return json;
}

// The lines of a text as the paragraphs of a report: body() gives the text back, byte for byte.
page::Report report_of(text::SegmentedText const& body) {
  page::Report report;
  report.language = body.language;
  auto rest = body.text.view();
  for (;;) {
    const auto end = rest.find('\n');
    page::Block paragraph;
    paragraph.text = rest.substr(0, end);
    paragraph.language = body.language;
    report.blocks.push_back(std::move(paragraph));
    if (end == std::string_view::npos) return report;
    rest.remove_prefix(end + 1);
  }
}

text::ByteSpan in_body(page::Report const& report, page::BlockSpan span) {
  std::size_t before = 0;
  for (std::size_t block = 0; block < span.block; ++block) before += report.blocks[block].text.size() + 1;
  return {before + span.span.begin, before + span.span.end};
}

Json attribution_json(text::Text const& text, source::Attribution const& found) {
  Json content = Json::array();
  for (auto const& part : found.content) content.push_back(span_json(text, part));
  return Json{{"source", found.source ? span_json(text, *found.source) : Json()},
              {"cue", span_json(text, found.cue)},
              {"content", std::move(content)},
              {"kind", source::name_of(found.kind)}};
}

// How it was found, and the attribution (its place in the list) whose source it repeats.
void explain_attribution(Json& json, text::Text const& text, source::Attribution const& found) {
  json["because"] = source::name_of(found.pattern);
  json["text"] = text.slice(found.cue);
  if (found.refers_to) json["refers_to"] = *found.refers_to;
}

Json not_said_json(text::Text const& text, std::vector<source::Refusal> const& refusals) {
  Json json = Json::array();
  for (auto const& refusal : refusals) {
    json.push_back({{"cue", span_json(text, refusal.cue)},
                    {"text", text.slice(refusal.cue)},
                    {"why", source::name_of(refusal.why)}});
  }
  return json;
}

Json participant_json(encounter::Participant const& participant) {
  return Json{{"name", participant.name},
              {"office", or_null(participant.office)},
              {"country", or_null(participant.country)},
              {"role", encounter::name_of(participant.role)}};
}

Json meeting_json(text::Text const& text, encounter::Telling const& telling) {
  Json participants = Json::array();
  for (auto const& participant : telling.participants) participants.push_back(participant_json(participant));
  Json topics = Json::array();
  for (auto const& topic : telling.topics) topics.push_back(topic.text);
  Json evidence = Json::array();
  for (auto const& span : telling.evidence) evidence.push_back(span_json(text, span));
  auto place = telling.place.venue;
  if (!telling.place.name.empty() && telling.place.name != place)
    place += (place.empty() ? "" : ", ") + telling.place.name;
  return Json{{"kind", encounter::name_of(telling.kind)},
              {"status", encounter::name_of(telling.status)},
              {"standing", encounter::name_of(telling.standing)},
              {"participants", std::move(participants)},
              {"place", or_null(place)},
              {"date", or_null(telling.date.value)},
              {"topics", std::move(topics)},
              {"certainty", encounter::name_of(telling.certainty)},
              {"because", telling.because},
              {"evidence", std::move(evidence)}};
}

}  // namespace

std::expected<text::SegmentedText, LineError> body_of(Json const& line, encounter::Words const& words) {
  const auto written = required_text(line, "text");
  if (!written) return std::unexpected(written.error());
  auto language = optional_text(line, "language");
  if (language.empty()) language = text::identify_language(*written);
  return text::segment(text::Text::from_utf8(*written), std::move(language), words.abbreviations);
}

Answer segment(Json const& line, encounter::Words const& words) {
  const auto body = body_of(line, words);
  if (!body) return std::unexpected(body.error());
  Json sentences = Json::array();
  for (auto const& sentence : body->sentences) sentences.push_back(span_json(body->text, sentence.span));
  Json tokens = Json::array();
  for (auto const& token : body->tokens) {
    const auto points = body->text.code_points(token.span);
    if (token.kind != text::TokenKind::newline) tokens.push_back(Json::array({points.begin, points.end, token.folded}));
  }
  return Json{
      {"language", or_null(body->language)}, {"sentences", std::move(sentences)}, {"tokens", std::move(tokens)}};
}

Answer times(Json const& line, encounter::Words const& words) {
  const auto body = body_of(line, words);
  if (!body) return std::unexpected(body.error());
  Json found = Json::array();
  for (auto const& expression : time::find_times(*body, anchor_of(line), words.times))
    found.push_back(time_json(body->text, expression));
  return Json{{"times", std::move(found)}};
}

Answer names(Json const& line, encounter::Words const& words) {
  const auto body = body_of(line, words);
  if (!body) return std::unexpected(body.error());
  Json found = Json::array();
  const auto all = name::find_names(*body, words.names);
  auto mentions = all.mentions;
  std::ranges::move(name::find_within_offices(*body, all, words.names), std::back_inserter(mentions));
  std::ranges::stable_sort(mentions, {}, &name::Mention::span);
  for (auto const& mention : mentions) {
    if (mention.kind == name::MentionKind::group) continue;  // the contract's four kinds; groups matter to encounters
    auto json = span_fields(body->text, mention.span);
    json["kind"] = name::name_of(mention.kind);
    found.push_back(std::move(json));
  }
  return Json{{"mentions", std::move(found)}};
}

namespace {

Json pairs_json(std::vector<std::pair<std::string, double>> const& pairs) {
  Json json = Json::object();
  for (auto const& [name, value] : pairs) json[name] = std::round(value * 1000) / 1000;
  return json;
}

Json explanation_json(name::MatchExplanation const& told) {
  Json steps = Json::array();
  for (auto const& step : told.steps) {
    steps.push_back({{"left", step.left}, {"right", step.right}, {"cost", std::round(step.cost * 100) / 100}});
    if (!step.pieces.empty()) steps.back()["letters"] = step.pieces;
  }
  Json because{{"left", told.left_words},         {"right", told.right_words},
               {"steps", std::move(steps)},       {"features", pairs_json(told.features)},
               {"terms", pairs_json(told.terms)}, {"decided_by", told.decided_by}};
  if (!told.left_differ.empty() || !told.right_differ.empty())
    because["differ"] = Json::array({told.left_differ, told.right_differ});
  return because;
}

}  // namespace

Answer match_names(Json const& line, encounter::Words const& words, bool explain) {
  const auto left = required_text(line, "left");
  if (!left) return std::unexpected(left.error());
  const auto right = required_text(line, "right");
  if (!right) return std::unexpected(right.error());
  const auto kind = optional_text(line, "kind");
  const auto wanted = kind == "person"         ? name::MatchKind::person
                      : kind == "organisation" ? name::MatchKind::organisation
                      : kind == "place"        ? name::MatchKind::place
                                               : name::MatchKind::unknown;
  const auto match = name::match_names(*left, *right, wanted, words.matcher);
  Json json{{"score", match.score}, {"same", match.same}};
  if (explain) json["because"] = explanation_json(name::explain_match(*left, *right, wanted, words.matcher));
  return json;
}

Answer sources(Json const& line, encounter::Words const& words, bool explain) {
  const auto body = body_of(line, words);
  if (!body) return std::unexpected(body.error());
  const auto report = report_of(*body);
  const auto found_names = name::find_names(*body, words.names);
  const auto found = source::find_sources(*body, found_names, words.sources);

  Json attributions = Json::array();
  for (auto const& attribution : found.attributions) {
    attributions.push_back(attribution_json(body->text, attribution));
    if (explain) explain_attribution(attributions.back(), body->text, attribution);
  }
  Json chain = Json::array();
  for (auto const& link : source::find_chain(report, *body, found_names, found, words.sources)) {
    chain.push_back(Json{{"role", source::name_of(link.role)},
                         {"name", link.name},
                         {"basis", link.basis == source::ChainBasis::stated ? "stated" : "found"},
                         {"evidence", span_json(body->text, in_body(report, link.evidence))}});
  }
  Json answer{{"attributions", std::move(attributions)}, {"chain", std::move(chain)}};
  if (explain) answer["not_taken"] = not_said_json(body->text, found.refusals);
  return answer;
}

Answer meetings(Json const& line, encounter::Words const& words, bool explain) {
  const auto body = body_of(line, words);
  if (!body) return std::unexpected(body.error());
  const auto found_times = time::find_times(*body, anchor_of(line), words.times);
  const auto found_names = name::find_names(*body, words.names);
  const auto found = encounter::find_tellings(*body, optional_text(line, "title"), found_times, found_names,
                                              words.encounters, anchor_of(line));
  Json told = Json::array();
  for (auto const& telling : found.tellings) {
    told.push_back(meeting_json(body->text, telling));
    if (explain) {
      told.back()["certainty"] = encounter::name_of(telling.certainty);
      told.back()["because"] = telling.because;
    }
  }
  Json answer{{"meetings", std::move(told)}};
  if (explain) {
    answer["not_taken"] = Json::array();
    for (auto const& refusal : found.refusals) {
      answer["not_taken"].push_back(
          {{"sentence", span_json(body->text, refusal.sentence)}, {"why", encounter::name_of(refusal.why)}});
    }
  }
  return answer;
}

}  // namespace recoupe::cli
