// People: a list by name, and one person.
#include <algorithm>
#include <set>

#include "serve/answers.hpp"
#include "text/fold.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t most_encounters = 50;
constexpr std::int64_t page = 100;

// Whether every word begins one of the name's words.
bool called(std::string_view folded, std::vector<std::string> const& words) {
  return std::ranges::all_of(words, [&](std::string const& word) {
    for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
      if (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-' || folded[at - 1] == '\'') return true;
    }
    return false;
  });
}

std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  const auto folded = text::fold(typed);
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

Json head_of(Asking& asking, std::string const& id) {
  const auto found = asking.connection.first(Question::head_of_person, {id});
  const auto head = found ? Json::parse(*found) : Json::array({Json::object(), Json::array()});
  Json offices = Json::array();
  for (auto const& office : head.at(1)) {
    if (std::ranges::find(offices, office.at("title")) == offices.end()) offices.push_back(office.at("title"));
  }
  return Json{{"id", id}, {"names", head.at(0)}, {"offices", std::move(offices)}};
}

// Ids of the people who are called like that, by name.
std::vector<std::pair<std::string, std::string>> people_called(Asking& asking, std::string_view typed) {
  const auto words = words_of(typed);
  std::set<std::string> ids;
  asking.connection.each(Question::all_names, {}, [&](store::Row const& row) {
    if (called(row.text(1), words)) ids.emplace(row.text(0));
  });
  std::vector<std::pair<std::string, std::string>> found;
  for (auto const& id : ids) found.emplace_back(asking.connection.first(Question::sort_name_of, {id}).value_or(""), id);
  std::ranges::sort(found);
  return found;
}

}  // namespace

Expected<Json> people(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {"q", "cursor"}, false); !checked) return std::unexpected(checked.error());
  const std::string cursor(value_of(parameters, "cursor"));
  if (!cursor.empty() && !is_id(cursor, 'p'))
    return std::unexpected(Refusal{400, "bad_parameter", "\"cursor\" leads nowhere"});
  const std::pair after{
      cursor.empty() ? std::string() : asking.connection.first(Question::sort_name_of, {cursor}).value_or(""), cursor};
  std::vector<std::string> ids;
  std::size_t total = asking.index.people;
  if (const auto typed = value_of(parameters, "q"); typed.empty()) {
    asking.connection.each(Question::people_after, {after.first, after.second, page + 1},
                           [&](store::Row const& row) { ids.emplace_back(row.text(0)); });
  } else {
    const auto found = people_called(asking, typed);
    total = found.size();
    for (auto const& one : found) {
      if (one > after && ids.size() <= static_cast<std::size_t>(page)) ids.push_back(one.second);
    }
  }
  const bool more = ids.size() > static_cast<std::size_t>(page);
  if (more) ids.pop_back();
  Json items = Json::array();
  for (auto const& id : ids) items.push_back(head_of(asking, id));
  return Json{{"total", total}, {"next", more ? Json(ids.back()) : Json()}, {"items", std::move(items)}};
}

Expected<Json> person_page(Asking& asking, std::string const& id) {
  const auto body = asking.connection.first(Question::body_of_person, {id});
  if (!body) return std::unexpected(Refusal{404, "not_found", "there is no such person"});
  auto person = Json::parse(*body);
  std::set<std::string> cited;
  for (auto const& office : person.at("offices")) {
    for (auto const& one : office.at("evidence")) cited.insert(one.at("report").get<std::string>());
  }
  Json summaries = Json::array();
  for (auto const& report : cited) {
    if (auto summary = summary_of(asking, report)) summaries.push_back(std::move(*summary));
  }
  const auto chosen = asking.index.encounters_of(asking.connection.numbers(Question::encounters_of_person, {id}));
  const auto part = part_of(asking.index.encounters, chosen, Paging{{}, most_encounters, true});
  Json rows = Json::array();
  for (const auto at : part->items) rows.push_back(row_of(asking, asking.index.encounters[at].key));
  return Json{{"person", std::move(person)},
              {"reports", std::move(summaries)},
              {"encounters",
               {{"total", chosen.size()},
                {"next", part->next.empty() ? Json() : Json(part->next)},
                {"items", std::move(rows)}}}};
}

}  // namespace recoupe::serve
