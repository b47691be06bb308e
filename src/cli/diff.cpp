// diff: two pages side by side.
#include <algorithm>
#include <ostream>

#include "cli/register_commands.hpp"
#include "cli/stage.hpp"
#include "link/copies.hpp"
#include "page/inputs.hpp"
#include "reuse/side_by_side.hpp"

namespace recoupe::cli {
namespace {

// Without a register nobody on one page is known to be somebody on the other.
std::vector<reuse::Anchor> anchors_of(encounter::Reading const& reading) {
  return link::anchors_of(link::page_anchors(reading), [](std::size_t) { return std::string(); });
}

std::optional<encounter::Reading> read_file(std::filesystem::path const& path, page::Limits const& limits,
                                            encounter::Words const& words, std::ostream& complaints) {
  page::Inputs inputs({path}, limits);
  auto input = inputs.next();
  if (!input || !*input) {
    complaints << visible(path.string()) << ": " << (input ? visible(input->error().reason) : "holds no page") << '\n';
    return std::nullopt;
  }
  auto report = page::read_page((*input)->source(), limits, words.pages);
  if (!report) {
    complaints << visible(path.string()) << ": " << report.error().message << '\n';
    return std::nullopt;
  }
  return encounter::read(std::move(*report), words);
}

const char* sign_of(reuse::RowKind kind) {
  switch (kind) {
    case reuse::RowKind::verbatim:
      return "=";
    case reuse::RowKind::edited:
      return "\u2248";
    case reuse::RowKind::translated:
      return "\u21C4";
    case reuse::RowKind::left:
      return "\u2039";
    case reuse::RowKind::right:
      return "\u203A";
  }
  return " ";
}

Style style_of(reuse::RowKind kind) {
  if (kind == reuse::RowKind::verbatim) return Style::plain;
  return kind == reuse::RowKind::left || kind == reuse::RowKind::right ? Style::good : Style::accent;
}

void print_columns(std::vector<reuse::SideBySideRow> const& rows, encounter::Reading const& left,
                   encounter::Reading const& right, View const& view, std::ostream& out) {
  const auto column = (view.screen.columns - 5) / 2;
  const auto written = [](text::SegmentedText const& body, std::optional<std::size_t> sentence) {
    return sentence ? visible(body.slice(body.sentences[*sentence].span)) : std::string();
  };
  const auto cell = [&](std::string const& line) {
    return padded(line.empty() ? line : "\u2068" + line + "\u2069", column);
  };
  const auto line = [&](Style style, std::string const& sign, std::string const& a, std::string const& b) {
    const auto lefts = wrapped(a, column);
    const auto rights = wrapped(b, column);
    for (std::size_t i = 0; i < std::max(lefts.size(), rights.size()); ++i) {
      out << view.screen.paint(style, cell(i < lefts.size() ? lefts[i] : "")) << "  " << (i == 0 ? sign : " ") << "  "
          << view.screen.paint(style, i < rights.size() ? "\u2068" + rights[i] + "\u2069" : "") << '\n';
    }
  };
  line(Style::strong, " ", visible(left.report.path), visible(right.report.path));
  for (auto const& row : rows) {
    line(style_of(row.kind), sign_of(row.kind), written(left.body, row.left), written(right.body, row.right));
  }
}

}  // namespace

ExitCode diff(std::filesystem::path const& left, std::filesystem::path const& right, page::Limits const& limits,
              encounter::Words const& words, View const& view, std::ostream& out, std::ostream& complaints) {
  const auto a = read_file(left, limits, words, complaints);
  const auto b = read_file(right, limits, words, complaints);
  if (!a || !b) return nothing_done;
  const reuse::Dates dates{a->report.published.value, b->report.published.value};
  const auto reuse = a->report.language == b->report.language
                         ? reuse::compare(a->body, b->body, dates)
                         : reuse::compare_across_languages(a->body, anchors_of(*a), b->body, anchors_of(*b), dates,
                                                           words.vectors.get());
  const auto rows = reuse::side_by_side(a->body, b->body, reuse);
  if (!view.json) {
    print_columns(rows, *a, *b, view, out);
    return done;
  }
  Json json{{"relation", reuse::name_of(reuse.relation)},
            {"score", reuse.score},
            {"direction", reuse::name_of(reuse.direction)},
            {"rows", Json::array()}};
  const auto written = [](text::SegmentedText const& body, std::optional<std::size_t> sentence) {
    return sentence ? Json(std::string(body.slice(body.sentences[*sentence].span))) : Json();
  };
  for (auto const& row : rows) {
    json["rows"].push_back({{"relation", reuse::name_of(row.kind)},
                            {"left", written(a->body, row.left)},
                            {"right", written(b->body, row.right)}});
  }
  print(out, json);
  return done;
}

}  // namespace recoupe::cli
