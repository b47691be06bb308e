#include "cli/stage.hpp"

#include <iostream>

namespace recoupe::cli {
namespace {

using ParsedLine = std::expected<Json, LineError>;

ParsedLine parse_line(std::string const& line) {
  auto parsed = Json::parse(line, nullptr, false);
  if (parsed.is_discarded()) return std::unexpected(LineError{"bad_json", "the line is not JSON"});
  if (!parsed.is_object()) return std::unexpected(LineError{"bad_json", "the line is not a JSON object"});
  return parsed;
}

Json error_line(Json id, std::size_t number, LineError const& error) {
  return Json{{"id", std::move(id)}, {"line", number}, {"error", {{"code", error.code}, {"message", error.message}}}};
}

Json with_id(Json const& line, Json const& answer) {
  Json whole{{"id", line.value("id", Json())}};
  whole.update(answer);
  return whole;
}

bool is_blank(std::string const& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

}  // namespace

void print(std::ostream& out, Json const& line) {
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

ExitCode run_stage(std::istream& in, std::ostream& out, std::function<Answer(Json const& line)> const& answer) {
  std::size_t number = 0;
  std::size_t accepted = 0;
  std::size_t refused = 0;
  for (std::string raw; std::getline(in, raw);) {
    ++number;
    if (is_blank(raw)) continue;
    const auto line = parse_line(raw);
    auto answered = line ? answer(*line) : Answer(std::unexpected(line.error()));
    if (answered) {
      ++accepted;
      print(out, with_id(*line, *answered));
    } else {
      ++refused;
      print(out, error_line(line ? line->value("id", Json()) : Json(), number, answered.error()));
    }
  }
  return exit_code(accepted, refused);
}

ExitCode run_whole_stage(std::istream& in, std::ostream& out,
                         std::function<std::vector<Json>(Lines const&)> const& answers) {
  struct Place {
    std::size_t number;
    std::optional<std::size_t> line;  // into `lines`, or nothing where it was refused
    LineError error;
  };
  Lines lines;
  std::vector<Place> places;
  std::size_t number = 0;
  for (std::string raw; std::getline(in, raw);) {
    ++number;
    if (is_blank(raw)) continue;
    auto line = parse_line(raw);
    if (line) {
      places.push_back({number, lines.size(), {}});
      lines.push_back(std::move(*line));
    } else {
      places.push_back({number, std::nullopt, line.error()});
    }
  }
  const auto answered = answers(lines);
  for (auto const& place : places) {
    print(out, place.line ? with_id(lines[*place.line], answered[*place.line])
                          : error_line(Json(), place.number, place.error));
  }
  return exit_code(lines.size(), places.size() - lines.size());
}

std::expected<std::string, LineError> required_text(Json const& line, const char* field) {
  const auto found = line.find(field);
  if (found == line.end())
    return std::unexpected(LineError{"missing_field", std::string("\"") + field + "\" is missing"});
  if (!found->is_string())
    return std::unexpected(LineError{"bad_field", std::string("\"") + field + "\" is not a string"});
  return found->get<std::string>();
}

std::string optional_text(Json const& line, const char* field) {
  const auto found = line.find(field);
  return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json span_json(text::Text const& text, text::ByteSpan span) {
  const auto points = text.code_points(span);
  return Json::array({points.begin, points.end});
}

Json or_null(std::string const& value) { return value.empty() ? Json() : Json(value); }

}  // namespace recoupe::cli
