// extract: from a page's bytes to its report.
#include <istream>
#include <ostream>

#include "cli/stages.hpp"
#include "cli/terminal.hpp"
#include "page/inputs.hpp"

namespace recoupe::cli {
namespace {

Json block_json(page::Block const& block) {
  return Json{{"kind", page::name_of(block.kind)}, {"text", block.text},          {"language", or_null(block.language)},
              {"author", or_null(block.author)},   {"date", or_null(block.date)}, {"url", or_null(block.url)}};
}

Json report_json(page::Report const& report, bool explain) {
  Json blocks = Json::array();
  for (auto const& block : report.blocks) {
    blocks.push_back(block_json(block));
    if (explain) blocks.back()["why"] = or_null(block.why);
  }
  return Json{{"title", or_null(report.title)},
              {"text", report.body()},
              {"published",
               {{"value", or_null(report.published.value)},
                {"basis", report.published.value.empty() ? Json() : Json(page::name_of(report.published.basis))}}},
              {"language", or_null(report.language)},
              {"outlet", or_null(report.outlet)},
              {"byline", or_null(report.byline)},
              {"url", or_null(report.url)},
              {"blocks", std::move(blocks)}};
}

const char* code_of(page::PageErrorCode code) {
  switch (code) {
    case page::PageErrorCode::empty:
      return "empty";
    case page::PageErrorCode::too_large:
      return "too_large";
    case page::PageErrorCode::too_deep:
      return "too_deep";
    case page::PageErrorCode::not_text:
      return "not_text";
    case page::PageErrorCode::no_article:
      return "no_article";
  }
  return "refused";
}

const char* code_of(page::RefusalCode code) {
  switch (code) {
    case page::RefusalCode::not_found:
      return "not_found";
    case page::RefusalCode::unreadable:
      return "unreadable";
    case page::RefusalCode::too_large:
      return "too_large";
    case page::RefusalCode::no_pages:
      return "no_pages";
    case page::RefusalCode::bad_line:
      return "bad_json";
  }
  return "refused";
}

Answer extract_input(page::Input const& input, page::Limits const& limits, page::Vocabulary const& words,
                     bool explain) {
  const auto report = page::read_page(input.source(), limits, words);
  if (!report) return std::unexpected(LineError{code_of(report.error().code), report.error().message});
  return report_json(*report, explain);
}

Answer extract_line(Json const& line, page::Limits const& limits, page::Vocabulary const& words, bool explain) {
  const auto input = page::input_of_line(line.dump(), {}, limits);
  if (!input) return std::unexpected(LineError{code_of(input.error().code), input.error().reason});
  return extract_input(*input, limits, words, explain);
}

}  // namespace

ExitCode extract(std::vector<std::filesystem::path> const& paths, std::istream& in, std::ostream& out,
                 std::ostream& complaints, page::Limits const& limits, page::Vocabulary const& words, bool explain) {
  if (paths.empty())
    return run_stage(in, out, [&](Json const& line) { return extract_line(line, limits, words, explain); });

  std::size_t accepted = 0;
  std::size_t refused = 0;
  page::Inputs inputs(paths, limits);
  while (auto next = inputs.next()) {
    const auto label = *next ? (*next)->label : next->error().label;
    const auto answer = *next ? extract_input(**next, limits, words, explain)
                              : Answer(std::unexpected(LineError{code_of(next->error().code), next->error().reason}));
    Json line{{"path", label}};
    if (answer) {
      ++accepted;
      line.update(*answer);
    } else {
      ++refused;
      complaints << visible(label) << ": " << answer.error().message << '\n';
      line["error"] = {{"code", answer.error().code}, {"message", answer.error().message}};
    }
    print(out, line);
  }
  return exit_code(accepted, refused);
}

}  // namespace recoupe::cli
