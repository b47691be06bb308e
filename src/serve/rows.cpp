// Encounters and reports as lists show them.
#include <algorithm>

#include "link/label.hpp"
#include "serve/answers.hpp"
#include "text/text.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t most_topics = 3;
constexpr std::size_t longest_text = 300;  // code points of a title or topic in a list

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

std::string cut(std::string const& utf8) {
  if (utf8.size() <= longest_text) return utf8;
  const auto text = text::Text::from_utf8(utf8);
  if (text.length() <= longest_text) return utf8;
  return std::string(text.slice({0, text.bytes(text::CodePointSpan{0, longest_text}).end})) + "\u2026";
}

Json const& head_of_person(Asking& asking, std::string const& id) {
  const auto known = asking.people.find(id);
  if (known != asking.people.end()) return known->second;
  const auto found = asking.connection.first(Question::head_of_person, {id});
  return asking.people.emplace(id, found ? Json::parse(*found) : Json::array({Json::object(), Json::array()}))
      .first->second;
}

// The office in the languages of the pages: as one that has the participant's title calls it, else of the same country.
Json titles_of(Json const& offices, Json const& participant) {
  Json titles = Json::object();
  const auto add = [&](Json const& office) {
    for (auto const& [language, title] : office.at("title").items()) {
      if (!titles.contains(language)) titles[language] = title;
    }
  };
  for (auto const& office : offices) {
    auto const& all = office.at("title");
    if (std::ranges::any_of(all, [&](Json const& title) { return title == participant.at("office"); })) add(office);
  }
  for (auto const& office : offices) {
    if (office.at("country") == participant.at("country")) add(office);
  }
  return titles;
}

Json participants_of(Asking& asking, Json const& from) {
  Json all = Json::array();
  for (auto const& one : from) {
    auto const& person = one.at("person");
    const Json none = Json::array({Json::object(), Json::array()});
    auto const& head = person.is_string() ? head_of_person(asking, person.get<std::string>()) : none;
    all.push_back({{"person", person},
                   {"name", one.at("name")},
                   {"names", head.at(0)},
                   {"office", one.at("office")},
                   {"offices", titles_of(head.at(1), one)},
                   {"organisation", one.at("organisation")},
                   {"country", one.at("country")},
                   {"role", one.at("role")},
                   {"certainty", one.at("certainty")}});
  }
  return all;
}

Json topics_of(Json const& from) {
  Json all = Json::array();
  for (auto const& one : from) {
    if (all.size() == most_topics) break;
    all.push_back({{"text", cut(one.at("text").get<std::string>())}, {"language", one.at("language")}});
  }
  return all;
}

Json authorities_of(Json const& origins) {
  Json all = Json::array();
  for (auto const& one : origins) {
    Json authority{{"kind", one.at("kind")}, {"authority", one.at("authority")}, {"side", one.at("side")}};
    if (std::ranges::find(all, authority) == all.end()) all.push_back(std::move(authority));
  }
  return all;
}

std::string text_of(Json const& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

}  // namespace

Json names_of_place(Asking const& asking, std::string const& name, std::string const& country) {
  Json names = Json::object();
  if (auto const* known = asking.words.place_names(name, country)) {
    for (auto const& [language, written] : *known) names[language] = written;
  }
  return names;
}

Json row_of(Asking& asking, std::int64_t key) {
  Json made;
  std::string body;
  asking.connection.each(Question::row_of_encounter, {key}, [&](store::Row const& row) {
    made = {{"id", row.text(0)},
            {"kind", row.text(1)},
            {"status", row.text(2)},
            {"date", or_null(row.text(3))},
            {"first_day", or_null(row.text(4))},
            {"certainty", row.text(5)},
            {"recalled", row.text(6) == "background"},
            {"reports", row.number(7)},
            {"independent_origins", row.number(8)},
            {"one_side", or_null(row.text(9))},
            {"contradicted", row.number(10) != 0}};
    body = row.text(11);
  });
  if (made.is_null()) return made;
  const auto parts = Json::parse(body);
  made["place"] = parts.at(0);
  made["place"]["names"] = names_of_place(asking, text_of(parts.at(0).at("name")), text_of(parts.at(0).at("country")));
  made["participants"] = participants_of(asking, parts.at(1));
  made["topics"] = topics_of(parts.at(2));
  made["according_to"] = authorities_of(parts.at(3));
  return made;
}

std::optional<Json> summary_of(Asking& asking, std::string const& id) {
  std::optional<Json> made;
  std::string parts;
  asking.connection.each(Question::head_of_report, {id}, [&](store::Row const& row) {
    made = Json{{"id", row.text(0)},
                {"label", link::label_of(row.text(3), row.text(2), row.text(1))},
                {"outlet", or_null(row.text(3))},
                {"path", row.text(1)},
                {"url", or_null(row.text(2))},
                {"language", or_null(row.text(4))},
                {"title", or_null(cut(std::string(row.text(5))))},
                {"published", or_null(row.text(6))},
                {"words", row.number(8)}};
    parts = row.text(7);
  });
  if (!made) return made;
  const auto read = Json::parse(parts);
  (*made)["published_basis"] = read.at(0);
  (*made)["chain"] = read.at(1);
  return made;
}

std::optional<std::int64_t> encounter_called(Asking& asking, std::string const& id) {
  const auto keys = asking.connection.numbers(Question::encounter_called, {id});
  if (keys.empty()) return std::nullopt;
  return keys.front();
}

}  // namespace recoupe::serve
