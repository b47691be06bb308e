// extract: from a page's bytes to its report.
#include <atomic>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>

#include "cli/progress.hpp"
#include "cli/report_drawing.hpp"
#include "cli/report_line.hpp"
#include "cli/stages.hpp"
#include "cli/terminal.hpp"
#include "page/inputs.hpp"
#include "registry/parallel.hpp"

namespace recoupe::cli {
namespace {

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
    case page::RefusalCode::bad_record:
      return "bad_record";
  }
  return "refused";
}

struct Job {
  std::string key;      // the answer's first fields: an opening brace before and a comma behind them
  std::string bad_key;  // the same where it is an error
  std::expected<page::Input, page::Refusal> input;
};

struct Answered {
  std::string line;  // of JSON, or a drawing; both are empty where the selection leaves the page out
  std::string complaint;
};

// Names of files and what archives say of themselves are any bytes.
std::string as_text(std::string_view foreign) { return std::string(text::Text::from_utf8(foreign).view()); }

Answered refused(std::string const& key, std::string const& label, const char* code, std::string const& reason,
                 bool drawn) {
  auto complaint = visible(label) + ": " + visible(reason) + '\n';
  if (drawn) return {{}, std::move(complaint)};
  auto line = key;
  line += R"("error":{"code":)";
  append_string(line, code);
  line += R"(,"message":)";
  append_string(line, as_text(reason));
  return {line + "}}\n", std::move(complaint)};
}

Answered answer(Job const& job, ExtractOptions const& options, page::Vocabulary const& words) {
  auto const& input = job.input;
  const auto refuse = [&](std::string const& label, const char* code, std::string const& reason) {
    return refused(job.bad_key, label, code, reason, options.drawn.has_value());
  };
  if (!input) return refuse(input.error().label, code_of(input.error().code), input.error().reason);
  const auto report = page::read_page(input->source(), options.limits, words);
  if (!report) return refuse(input->label, code_of(report.error().code), report.error().message);
  if (!options.selection.takes(*report)) return {};
  if (options.drawn) return {drawing_of(*report, *options.drawn), {}};
  auto line = job.key;
  append_report(line, *report, options.explain);
  return {line + "}\n", {}};
}

class Counted {
 public:
  Counted(std::ostream& out, std::ostream& complaints) : out_(out), complaints_(complaints) {}

  void take(Answered const& one) {
    if (one.line.empty() && one.complaint.empty()) return;
    ++(one.complaint.empty() ? accepted_ : refused_);
    out_ << one.line;
    complaints_ << one.complaint;
  }
  std::size_t accepted() const { return accepted_; }
  ExitCode code() const { return exit_code(accepted_, refused_); }

 private:
  std::ostream& out_;
  std::ostream& complaints_;
  std::size_t accepted_ = 0;
  std::size_t refused_ = 0;
};

ExitCode extract_all(std::function<std::optional<Job>()> const& next, std::ostream& out, std::ostream& complaints,
                     ExtractOptions const& options, page::Vocabulary const& words) {
  Counted counted(out, complaints);
  Progress progress(options.progress, "pages");
  std::atomic<bool> enough = false;
  registry::stream_in_order<Answered>(
      [&] { return enough ? std::nullopt : next(); }, [&](Job const& job) { return answer(job, options, words); },
      [&](Answered const& one) {
        if (!enough) counted.take(one);
        enough = options.selection.limit != 0 && counted.accepted() >= options.selection.limit;
        progress.add(1);
      },
      options.jobs);
  return counted.code();
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

ExitCode extract(std::vector<std::filesystem::path> const& paths, std::istream& in, std::ostream& out,
                 std::ostream& complaints, ExtractOptions const& options, page::Vocabulary const& words) {
  if (!paths.empty()) {
    page::Inputs inputs(paths, options.limits);
    return extract_all(
        [&]() -> std::optional<Job> {
          auto next = inputs.next();
          if (!next) return std::nullopt;
          std::string key = R"({"path":)";
          append_string(key, as_text(*next ? (*next)->label : next->error().label));
          key += ',';
          return Job{key, key, std::move(*next)};
        },
        out, complaints, options, words);
  }
  std::size_t number = 0;
  std::ostream quiet(nullptr);  // the answers say what was refused
  return extract_all(
      [&]() -> std::optional<Job> {
        std::string line;
        do {
          if (!std::getline(in, line)) return std::nullopt;
          ++number;
        } while (is_blank(line));
        auto input = page::input_of_line(line, {}, options.limits);
        auto const& id = input ? input->id_written : input.error().id_written;
        const std::string key = R"({"id":)" + (id.empty() ? "null" : id) + ',';
        return Job{key, key + R"("line":)" + std::to_string(number) + ',', std::move(input)};
      },
      out, options.drawn ? complaints : quiet, options, words);
}

}  // namespace recoupe::cli
