// A stage as a filter: JSON Lines in, JSON Lines out, one result for every input line, in order.
//
//   run_stage(std::cin, std::cout, [](Json const& line) -> Answer { return Json{{"times", …}}; });
//
// A bad line yields {"id": … or null, "line": n, "error": {"code", "message"}} and the run goes on.
#pragma once

#include <expected>
#include <functional>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cli/exit_code.hpp"
#include "text/text.hpp"

namespace recoupe::cli {

using Json = nlohmann::ordered_json;

struct LineError {
  std::string code;     // bad_json, missing_field, bad_field, or a page's refusal
  std::string message;  // one sentence
};

using Answer = std::expected<Json, LineError>;  // an object without its id, which run_stage puts first

ExitCode run_stage(std::istream& in, std::ostream& out, std::function<Answer(Json const& line)> const& answer);

using Lines = std::vector<Json>;
using Answers = std::function<std::vector<Answer>(Lines const&)>;  // as many as lines

// Answers together what is there to be read, but waits for no more of it than the rest of a line.
ExitCode run_waiting_stage(std::istream& in, std::ostream& out, Answers const& answers);

// The whole input at once: `answers` gives as many answers as it was given lines.
ExitCode run_whole_stage(std::istream& in, std::ostream& out,
                         std::function<std::vector<Json>(Lines const&)> const& answers);

std::expected<std::string, LineError> required_text(Json const& line, const char* field);
std::string optional_text(Json const& line, const char* field);  // empty where absent or null

// One line of JSON; what is not UTF-8 in it as U+FFFD.
void print(std::ostream& out, Json const& line);

Json span_json(text::Text const& text, text::ByteSpan span);  // [start, end] in code points
Json or_null(std::string const& value);

}  // namespace recoupe::cli
