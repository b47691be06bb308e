#include "serve/export.hpp"

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

}  // namespace

Expected<Answered> export_encounters(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {"format"}, true); !checked) return std::unexpected(checked.error());
  const auto filter = filter_of(parameters);
  if (!filter) return std::unexpected(filter.error());
  const auto format = value_of(parameters, "format");
  if (format != "json" && format != "csv")
    return std::unexpected(Refusal{400, "bad_parameter", "\"format\" is neither json nor csv"});
  auto chosen = select(asking.index, asking.connection, *filter);
  if (chosen.size() > most_exported) chosen.resize(most_exported);
  const bool csv = format == "csv";
  std::string body =
      csv ? "id,date,kind,status,certainty,participants,place,country,reports,independent_origins,one_side\r\n"
          : "{\"encounters\":[";
  for (const auto at : chosen) {
    const auto key = asking.index.encounters[at].key;
    if (csv) {
      body += csv_line(row_of(asking, key));
    } else if (const auto whole = asking.connection.first(Question::body_of_encounter, {key})) {
      auto encounter = Json::parse(*whole);
      shorten_quotations(encounter);
      body += (body.back() == '[' ? "\n" : ",\n") + encounter.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
  }
  if (!csv) body += "\n]}\n";
  return Answered{200, csv ? "text/csv; charset=utf-8" : "application/json", std::move(body), {}};
}

}  // namespace recoupe::serve
