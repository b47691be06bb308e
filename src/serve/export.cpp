#include "serve/export.hpp"

#include <algorithm>

#include "serve/quotation.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t most_exported = 10'000;

// RFC 4180; a cell that a spreadsheet would compute begins with an apostrophe.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, "'");
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string text_of(Json const& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

std::string csv_line(Json const& row) {
  std::string who;
  for (auto const& one : row.at("participants")) {
    if (!who.empty()) who += "; ";
    who += text_of(one.at("name"));
    if (one.at("office").is_string() && one.at("office") != one.at("name"))
      who += " (" + text_of(one.at("office")) + ")";
  }
  auto const& place = row.at("place");
  std::string line;
  for (auto const& value : {text_of(row.at("id")), text_of(row.at("date")), text_of(row.at("kind")),
                            text_of(row.at("status")), text_of(row.at("certainty")), who, text_of(place.at("name")),
                            text_of(place.at("country")), std::to_string(row.at("reports").get<int>()),
                            std::to_string(row.at("independent_origins").get<int>()), text_of(row.at("one_side"))})
    line += (line.empty() ? "" : ",") + cell(value);
  return line + "\r\n";
}

// An encounter as in recoupe-register/1, with short quotations.
std::string json_line(Asking& asking, std::int64_t key) {
  const auto whole = asking.connection.first(Question::body_of_encounter, {key});
  if (!whole) return {};
  auto encounter = Json::parse(*whole);
  shorten_quotations(encounter);
  return dumped(encounter);
}

struct Format {
  std::string_view name, type, head;
};

constexpr Format formats[] = {
    {"json", "application/json", "{\"encounters\":["},
    {"jsonl", "application/jsonl; charset=utf-8", ""},
    {"csv", "text/csv; charset=utf-8",
     "id,date,kind,status,certainty,participants,place,country,reports,independent_origins,one_side\r\n"}};

}  // namespace

Expected<Answered> export_encounters(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {"format"}, true); !checked) return std::unexpected(checked.error());
  const auto filter = filter_of(parameters);
  if (!filter) return std::unexpected(filter.error());
  const auto* format = std::ranges::find(formats, value_of(parameters, "format"), &Format::name);
  if (format == std::end(formats))
    return std::unexpected(Refusal{400, "bad_parameter", "\"format\" is none of csv, json, jsonl"});
  auto chosen = select(asking.index, asking.connection, *filter);
  if (chosen.size() > most_exported) chosen.resize(most_exported);
  std::string body(format->head);
  for (const auto at : chosen) {
    const auto key = asking.index.encounters[at].key;
    if (format->name == "csv") {
      body += csv_line(row_of(asking, key));
    } else if (const auto line = json_line(asking, key); !line.empty()) {
      if (format->name == "json") body += body.back() == '[' ? "\n" : ",\n";
      body += line;
      if (format->name == "jsonl") body += '\n';
    }
  }
  if (format->name == "json") body += "\n]}\n";
  return Answered{200, std::string(format->type), std::move(body), {}};
}

}  // namespace recoupe::serve
