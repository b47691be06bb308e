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

// Lines that are answered at once, and those between them that are refused.
class Batch {
 public:
  void add(std::string const& raw, std::size_t number) {
    auto line = parse_line(raw);
    if (line) {
      places_.push_back({number, lines_.size(), {}});
      lines_.push_back(std::move(*line));
    } else {
      places_.push_back({number, std::nullopt, line.error()});
    }
  }

  std::size_t size() const { return places_.size(); }

  void answer(Answers const& answers, std::ostream& out) {
    const auto answered = lines_.empty() ? std::vector<Answer>() : answers(lines_);
    for (auto const& [number, line, error] : places_) {
      if (line && answered[*line]) {
        ++accepted_;
        print(out, with_id(lines_[*line], *answered[*line]));
      } else {
        ++refused_;
        print(out, line ? error_line(lines_[*line].value("id", Json()), number, answered[*line].error())
                        : error_line(Json(), number, error));
      }
    }
    places_.clear();
    lines_.clear();
  }

  ExitCode exit_code() const { return cli::exit_code(accepted_, refused_); }

 private:
  struct Place {
    std::size_t number;
    std::optional<std::size_t> line;  // into `lines_`, or nothing where it is none
    LineError error;
  };
  Lines lines_;
  std::vector<Place> places_;
  std::size_t accepted_ = 0;
  std::size_t refused_ = 0;
};

ExitCode run_batches(std::istream& in, std::ostream& out, std::function<bool(std::size_t lines)> const& is_full,
                     Answers const& answers) {
  Batch batch;
  std::size_t number = 0;
  for (std::string raw; std::getline(in, raw);) {
    ++number;
    if (is_blank(raw)) continue;
    batch.add(raw, number);
    if (is_full(batch.size())) batch.answer(answers, out);
  }
  batch.answer(answers, out);
  return batch.exit_code();
}

}  // namespace

void print(std::ostream& out, Json const& line) {
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

ExitCode run_stage(std::istream& in, std::ostream& out, std::function<Answer(Json const& line)> const& answer) {
  return run_batches(
      in, out, [](std::size_t) { return true; },
      [&](Lines const& lines) { return std::vector<Answer>{answer(lines.front())}; });
}

ExitCode run_waiting_stage(std::istream& in, std::ostream& out, Answers const& answers) {
  constexpr std::size_t most = 256;
  return run_batches(in, out, [&](std::size_t lines) { return lines >= most || in.rdbuf()->in_avail() <= 0; }, answers);
}

ExitCode run_whole_stage(std::istream& in, std::ostream& out,
                         std::function<std::vector<Json>(Lines const&)> const& answers) {
  return run_batches(
      in, out, [](std::size_t) { return false; },
      [&](Lines const& lines) {
        std::vector<Answer> made;
        for (auto& answer : answers(lines)) made.emplace_back(std::move(answer));
        return made;
      });
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
