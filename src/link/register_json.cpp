#include "link/register_json.hpp"

namespace recoupe::link {
namespace {

Json or_null(std::string const& text) { return text.empty() ? Json() : Json(text); }
Json or_null(std::optional<double> number) { return number ? Json(*number) : Json(); }

std::string text_of(Json const& json, const char* key) {
  auto const& value = json.at(key);
  return value.is_null() ? std::string() : value.get<std::string>();
}

std::optional<double> number_of(Json const& json, const char* key) {
  auto const& value = json.at(key);
  return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

template <class Value, class Make>
Json list(std::vector<Value> const& values, Make make) {
  Json all = Json::array();
  for (auto const& value : values) all.push_back(make(value));
  return all;
}

template <class Value, class Read>
std::vector<Value> list_of(Json const& json, const char* key, Read read) {
  std::vector<Value> all;
  for (auto const& value : json.at(key)) all.push_back(read(value));
  return all;
}

std::vector<std::string> texts_of(Json const& json, const char* key) {
  return json.at(key).get<std::vector<std::string>>();
}

Json evidence(Evidence const& from) {
  return Json{{"report", from.report}, {"block", from.block},   {"start", from.start},  {"end", from.end},
              {"exact", from.exact},   {"prefix", from.prefix}, {"suffix", from.suffix}};
}

Json maybe(std::optional<Evidence> const& from) { return from ? evidence(*from) : Json(); }

Evidence evidence_of(Json const& json) {
  return {text_of(json, "report"), json.at("block"),        json.at("start"),       json.at("end"),
          text_of(json, "exact"),  text_of(json, "prefix"), text_of(json, "suffix")};
}

std::optional<Evidence> maybe_evidence(Json const& json, const char* key) {
  return json.at(key).is_null() ? std::nullopt : std::optional(evidence_of(json.at(key)));
}

Json origin(Origin const& from) {
  Json made{
      {"kind", from.kind}, {"authority", or_null(from.authority)}, {"side", from.side}, {"reports", from.reports}};
  if (!from.uncredited.empty()) made["uncredited"] = from.uncredited;
  return made;
}

Origin origin_of(Json const& json) {
  return {text_of(json, "kind"), text_of(json, "authority"), text_of(json, "side"), texts_of(json, "reports"),
          json.contains("uncredited") ? texts_of(json, "uncredited") : std::vector<std::string>{}};
}

Json office(Office const& from) {
  Json title = Json::object();
  for (auto const& one : from.titles) title[one.language] = one.title;
  return Json{{"title", std::move(title)},
              {"organisation", or_null(from.organisation)},
              {"country", or_null(from.country)},
              {"at", from.at},
              {"evidence", list(from.evidence, evidence)}};
}

Office office_of(Json const& json) {
  Office made;
  for (auto const& [language, title] : json.at("title").items())
    made.titles.push_back({language, title.get<std::string>()});
  made.organisation = text_of(json, "organisation");
  made.country = text_of(json, "country");
  made.at = texts_of(json, "at");
  made.evidence = list_of<Evidence>(json, "evidence", evidence_of);
  return made;
}

Json participant(Participant const& from) {
  return Json{{"person", or_null(from.person)},   {"name", from.name},
              {"office", or_null(from.office)},   {"organisation", or_null(from.organisation)},
              {"country", or_null(from.country)}, {"role", from.role},
              {"certainty", from.certainty}};
}

Participant participant_of(Json const& json) {
  return {text_of(json, "person"),  text_of(json, "name"), text_of(json, "office"),   text_of(json, "organisation"),
          text_of(json, "country"), text_of(json, "role"), text_of(json, "certainty")};
}

Json telling(Telling const& from) {
  const auto fact = [](Fact const& one) {
    return Json{
        {"field", one.field}, {"value", one.value}, {"basis", one.basis}, {"evidence", list(one.evidence, evidence)}};
  };
  return Json{{"id", from.id},
              {"report", from.report},
              {"standing", from.standing},
              {"evidence", list(from.evidence, evidence)},
              {"candidates", from.candidates},
              {"omits", list(from.omits, evidence)},
              {"adds", list(from.adds, evidence)},
              {"facts", list(from.facts, fact)}};
}

Telling telling_of(Json const& json) {
  const auto fact_of = [](Json const& one) {
    return Fact{text_of(one, "field"), text_of(one, "value"), text_of(one, "basis"),
                list_of<Evidence>(one, "evidence", evidence_of)};
  };
  const auto quotations = [&](const char* key) { return list_of<Evidence>(json, key, evidence_of); };
  return {text_of(json, "id"),          text_of(json, "report"),
          text_of(json, "standing"),    quotations("evidence"),
          texts_of(json, "candidates"), quotations("omits"),
          quotations("adds"),           list_of<Fact>(json, "facts", fact_of)};
}

Json contradiction(Contradiction const& from) {
  return Json{{"field", from.field}, {"values", list(from.values, [](auto const& one) {
                                        return Json{{"value", one.value}, {"reports", one.reports}};
                                      })}};
}

Contradiction contradiction_of(Json const& json) {
  return {text_of(json, "field"), list_of<Contradiction::Value>(json, "values", [](Json const& one) {
            return Contradiction::Value{text_of(one, "value"), texts_of(one, "reports")};
          })};
}

Json counts(std::vector<Coverage::Count> const& from) {
  Json made = Json::object();
  for (auto const& count : from) made[count.key] = count.reports;
  return made;
}

std::vector<Coverage::Count> counts_of(Json const& json, const char* key) {
  std::vector<Coverage::Count> made;
  for (auto const& [name, reports] : json.at(key).items()) made.push_back({name, reports.get<std::size_t>()});
  return made;
}

}  // namespace

Json to_json(Report const& from) {
  const auto block = [](Block const& one) {
    return Json{{"kind", one.kind},
                {"text", one.text},
                {"language", or_null(one.language)},
                {"author", or_null(one.author)},
                {"date", or_null(one.date)},
                {"url", or_null(one.url)}};
  };
  const auto chain = [](Chain const& one) {
    return Json{{"role", one.role}, {"name", one.name}, {"basis", one.basis}, {"evidence", maybe(one.evidence)}};
  };
  const auto version = [](Version const& one) {
    return Json{{"id", one.id},
                {"path", one.path},
                {"title", or_null(one.title)},
                {"published", or_null(one.published)},
                {"added", one.added},
                {"removed", one.removed}};
  };
  return Json{{"id", from.id},
              {"path", from.path},
              {"url", or_null(from.url)},
              {"outlet", or_null(from.outlet)},
              {"byline", or_null(from.byline)},
              {"language", or_null(from.language)},
              {"title", or_null(from.title)},
              {"text", from.text},
              {"blocks", list(from.blocks, block)},
              {"published",
               {{"value", or_null(from.published)},
                {"basis", or_null(from.published_basis)},
                {"evidence", maybe(from.published_evidence)}}},
              {"versions", list(from.versions, version)},
              {"chain", list(from.chain, chain)}};
}

Report report_of(Json const& json) {
  Report made;
  made.id = text_of(json, "id");
  made.path = text_of(json, "path");
  made.url = text_of(json, "url");
  made.outlet = text_of(json, "outlet");
  made.byline = text_of(json, "byline");
  made.language = text_of(json, "language");
  made.title = text_of(json, "title");
  made.text = text_of(json, "text");
  made.blocks = list_of<Block>(json, "blocks", [](Json const& one) {
    return Block{text_of(one, "kind"),   text_of(one, "text"), text_of(one, "language"),
                 text_of(one, "author"), text_of(one, "date"), text_of(one, "url")};
  });
  auto const& published = json.at("published");
  made.published = text_of(published, "value");
  made.published_basis = text_of(published, "basis");
  made.published_evidence = maybe_evidence(published, "evidence");
  made.versions = list_of<Version>(json, "versions", [](Json const& one) {
    return Version{text_of(one, "id"),        text_of(one, "path"),   text_of(one, "title"),
                   text_of(one, "published"), texts_of(one, "added"), texts_of(one, "removed")};
  });
  made.chain = list_of<Chain>(json, "chain", [](Json const& one) {
    return Chain{text_of(one, "role"), text_of(one, "name"), text_of(one, "basis"), maybe_evidence(one, "evidence")};
  });
  return made;
}

Json to_json(Person const& from) {
  Json names = Json::object();
  for (auto const& one : from.names) names[one.script] = one.name;
  return Json{{"id", from.id},
              {"names", std::move(names)},
              {"variants", from.variants},
              {"offices", list(from.offices, office)}};
}

Person person_of(Json const& json) {
  Person made;
  made.id = text_of(json, "id");
  for (auto const& [script, name] : json.at("names").items()) made.names.push_back({script, name.get<std::string>()});
  made.variants = texts_of(json, "variants");
  made.offices = list_of<Office>(json, "offices", office_of);
  return made;
}

Json to_json(Encounter const& from) {
  auto const& place = from.place;
  return Json{{"id", from.id},
              {"also_known_as", from.also_known_as},
              {"kind", from.kind},
              {"status", from.status},
              {"date", or_null(from.date)},
              {"place",
               {{"name", or_null(place.name)},
                {"venue", or_null(place.venue)},
                {"country", or_null(place.country)},
                {"lat", or_null(place.latitude)},
                {"lon", or_null(place.longitude)}}},
              {"certainty", from.certainty},
              {"because", from.because},
              {"participants", list(from.participants, participant)},
              {"topics", list(from.topics,
                              [](Topic const& one) { return Json{{"text", one.text}, {"language", one.language}}; })},
              {"tellings", list(from.tellings, telling)},
              {"origins", list(from.origins, origin)},
              {"independent_origins", from.independent_origins},
              {"contradictions", list(from.contradictions, contradiction)},
              {"claims", list(from.claims, [](Claim const& one) {
                 return Json{{"text", one.text}, {"verdict", one.verdict}, {"evidence", evidence(one.evidence)}};
               })}};
}

Encounter encounter_of(Json const& json) {
  Encounter made;
  made.id = text_of(json, "id");
  made.also_known_as = texts_of(json, "also_known_as");
  made.kind = text_of(json, "kind");
  made.status = text_of(json, "status");
  made.date = text_of(json, "date");
  auto const& place = json.at("place");
  made.place = {text_of(place, "name"), text_of(place, "venue"), text_of(place, "country"), number_of(place, "lat"),
                number_of(place, "lon")};
  made.certainty = text_of(json, "certainty");
  made.because = texts_of(json, "because");
  made.participants = list_of<Participant>(json, "participants", participant_of);
  made.topics = list_of<Topic>(json, "topics",
                               [](Json const& one) { return Topic{text_of(one, "text"), text_of(one, "language")}; });
  made.tellings = list_of<Telling>(json, "tellings", telling_of);
  made.origins = list_of<Origin>(json, "origins", origin_of);
  made.independent_origins = json.at("independent_origins");
  made.contradictions = list_of<Contradiction>(json, "contradictions", contradiction_of);
  made.claims = list_of<Claim>(json, "claims", [](Json const& one) {
    return Claim{text_of(one, "text"), text_of(one, "verdict"), evidence_of(one.at("evidence"))};
  });
  return made;
}

Json to_json(Link const& from) {
  return Json{{"from", from.from}, {"to", from.to}, {"kind", from.kind}, {"evidence", maybe(from.evidence)}};
}

Link link_of(Json const& json) {
  return {text_of(json, "from"), text_of(json, "to"), text_of(json, "kind"), maybe_evidence(json, "evidence")};
}

Json to_json(Story const& from) {
  return Json{{"id", from.id},
              {"reports", from.reports},
              {"encounters", from.encounters},
              {"origins", list(from.origins, origin)},
              {"independent_origins", from.independent_origins}};
}

Story story_of(Json const& json) {
  return {text_of(json, "id"), texts_of(json, "reports"), texts_of(json, "encounters"),
          list_of<Origin>(json, "origins", origin_of), json.at("independent_origins")};
}

Json to_json(Reuse const& from) {
  const auto passage = [](ReusePassage const& one) {
    return Json{
        {"from", {one.from_start, one.from_end}}, {"to", {one.to_start, one.to_end}}, {"relation", one.relation}};
  };
  return Json{{"from", from.from},           {"to", from.to},
              {"relation", from.relation},   {"score", from.score},
              {"direction", from.direction}, {"passages", list(from.passages, passage)}};
}

Reuse reuse_of(Json const& json) {
  Reuse made;
  made.from = text_of(json, "from");
  made.to = text_of(json, "to");
  made.relation = text_of(json, "relation");
  made.direction = text_of(json, "direction");
  made.score = json.at("score");
  made.passages = list_of<ReusePassage>(json, "passages", [](Json const& one) {
    return ReusePassage{one.at("from").at(0), one.at("from").at(1), one.at("to").at(0), one.at("to").at(1),
                        text_of(one, "relation")};
  });
  return made;
}

Json to_json(Coverage const& from) {
  return Json{{"read", from.read},
              {"without_telling", from.without_telling},
              {"languages", counts(from.languages)},
              {"outlets", counts(from.outlets)},
              {"months", counts(from.months)}};
}

Coverage coverage_of(Json const& json) {
  Coverage made;
  made.read = json.at("read");
  made.without_telling = json.at("without_telling");
  made.languages = counts_of(json, "languages");
  made.outlets = counts_of(json, "outlets");
  made.months = counts_of(json, "months");
  return made;
}

}  // namespace recoupe::link
