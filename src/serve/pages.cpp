// One encounter, one report, one story, with all that a page shows of it.
#include <algorithm>
#include <set>

#include "serve/answers.hpp"

namespace recoupe::serve {
namespace {

std::unexpected<Refusal> missing(std::string const& what) {
  return std::unexpected(Refusal{404, "not_found", "there is no such " + what});
}

Json summaries_of(Asking& asking, std::vector<std::string> const& ids) {
  Json all = Json::array();
  for (auto const& id : ids) {
    if (auto summary = summary_of(asking, id)) all.push_back(std::move(*summary));
  }
  return all;
}

// By their day of publication, unknown ones last.
void sort_by_day(Json& summaries) {
  const auto day = [](Json const& one) {
    auto const& published = one.at("published");
    return published.is_string() ? published.get<std::string>() : std::string("~");
  };
  std::ranges::stable_sort(summaries.get_ref<Json::array_t&>(), {}, day);
}

Json links_of(Asking& asking, Question question, std::string const& id) {
  struct Found {
    std::string other, kind, evidence;
  };
  std::vector<Found> found;
  asking.connection.each(question, {id}, [&](store::Row const& row) {
    found.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))});
  });
  Json all = Json::array();
  for (auto const& one : found) {
    const auto key = encounter_called(asking, one.other);
    if (!key) continue;
    all.push_back({{"kind", one.kind},
                   {"evidence", one.evidence.empty() ? Json() : Json::parse(one.evidence)},
                   {"row", row_of(asking, *key)}});
  }
  return all;
}

Json reuse_of(Asking& asking, std::string const& report) {
  Json all = Json::array();
  asking.connection.each(Question::reuse_of_report, {report}, [&](store::Row const& row) {
    const auto parts = Json::parse(row.text(2), nullptr, false);
    if (parts.is_discarded()) return;
    all.push_back({{"from", row.text(0)},
                   {"to", row.text(1)},
                   {"relation", parts.at(0)},
                   {"score", parts.at(1)},
                   {"direction", parts.at(2)}});
  });
  return all;
}

// What the reports of a group share among themselves, each pair once.
Json reuse_among(Asking& asking, std::set<std::string> const& reports) {
  Json all = Json::array();
  for (auto const& report : reports) {
    for (auto& one : reuse_of(asking, report)) {
      if (one.at("from") == report && reports.contains(one.at("to").get<std::string>())) all.push_back(std::move(one));
    }
  }
  return all;
}

}  // namespace

Expected<Json> encounter_page(Asking& asking, std::string const& id) {
  const auto key = encounter_called(asking, id);
  const auto body = key ? asking.connection.first(Question::body_of_encounter, {*key}) : std::nullopt;
  if (!body) return missing("encounter");
  auto row = row_of(asking, *key);
  auto encounter = Json::parse(*body);
  encounter["participants"] = row.at("participants");
  std::set<std::string> reports;
  for (auto const& telling : encounter.at("tellings")) reports.insert(telling.at("report").get<std::string>());
  auto summaries = summaries_of(asking, {reports.begin(), reports.end()});
  sort_by_day(summaries);
  const auto own = encounter.at("id").get<std::string>();
  return Json{{"row", std::move(row)},
              {"encounter", std::move(encounter)},
              {"reports", std::move(summaries)},
              {"reuse", reuse_among(asking, reports)},
              {"links", links_of(asking, Question::links_from, own)},
              {"linked_from", links_of(asking, Question::links_to, own)},
              {"stories", asking.connection.texts(Question::stories_of_encounter, {own})}};
}

Expected<Json> report_page(Asking& asking, std::string const& id) {
  auto summary = summary_of(asking, id);
  const auto body = asking.connection.first(Question::body_of_report, {id});
  if (!summary || !body) return missing("report");
  const auto report = Json::parse(*body);
  Json tells = Json::array();
  for (const auto key : asking.connection.numbers(Question::encounters_of_report, {id})) {
    const auto told = asking.connection.first(Question::body_of_encounter, {key});
    if (!told) continue;
    const auto encounter = Json::parse(*told);
    Json evidence = Json::array();
    std::string standing = "background";
    for (auto const& telling : encounter.at("tellings")) {
      if (telling.at("report") != id) continue;
      if (telling.at("standing") == "main") standing = "main";
      for (auto const& one : telling.at("evidence")) evidence.push_back(one);
    }
    tells.push_back({{"row", row_of(asking, key)}, {"standing", standing}, {"evidence", std::move(evidence)}});
  }
  auto shared = reuse_of(asking, id);
  for (auto& one : shared) {
    const auto other = one.at(one.at("from") == id ? "to" : "from").get<std::string>();
    one["other"] = summary_of(asking, other).value_or(Json());
  }
  std::erase_if(shared.get_ref<Json::array_t&>(), [](Json const& one) { return one.at("other").is_null(); });
  return Json{
      {"summary", std::move(*summary)},    {"byline", report.at("byline")},
      {"blocks", report.at("blocks")},     {"published", report.at("published")},
      {"versions", report.at("versions")}, {"tells", std::move(tells)},
      {"reuse", std::move(shared)},        {"stories", asking.connection.texts(Question::stories_of_report, {id})}};
}

Expected<Json> story_page(Asking& asking, std::string const& id) {
  Json story;
  std::string origins;
  const auto or_null = [](std::string_view text) { return text.empty() ? Json() : Json(text); };
  asking.connection.each(Question::head_of_story, {id}, [&](store::Row const& row) {
    story = {{"id", id},
             {"title", row.text(0)},
             {"first_day", or_null(row.text(1))},
             {"last_day", or_null(row.text(2))},
             {"reports", row.number(3)},
             {"encounters", row.number(5)},
             {"independent_origins", row.number(4)}};
    origins = row.text(6);
  });
  if (story.is_null()) return missing("story");
  const auto reports = asking.connection.texts(Question::reports_of_story, {id});
  auto summaries = summaries_of(asking, reports);
  sort_by_day(summaries);
  Json rows = Json::array();
  for (auto const& encounter : asking.connection.texts(Question::encounters_of_story, {id})) {
    if (const auto key = encounter_called(asking, encounter)) rows.push_back(row_of(asking, *key));
  }
  return Json{{"story", std::move(story)},
              {"origins", Json::parse(origins)},
              {"reports", std::move(summaries)},
              {"encounters", std::move(rows)},
              {"reuse", reuse_among(asking, {reports.begin(), reports.end()})}};
}

}  // namespace recoupe::serve
