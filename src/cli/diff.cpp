// diff: two pages side by side.
#include <algorithm>
#include <ostream>

#include "cli/register_commands.hpp"
#include "cli/stage.hpp"
#include "link/copies.hpp"
#include "page/inputs.hpp"

namespace recoupe::cli {
namespace {

// A row of the two columns: sentences that say the same, or one that only one side has.
struct Row {
  std::optional<std::size_t> left, right;
  std::string relation;  // verbatim, edited, translated, left, right
};

// Of the other side the sentence that shares most with this one by the passages.
std::optional<Row> partner(text::Sentence const& sentence, text::SegmentedText const& other, reuse::Reuse const& reuse,
                           std::size_t index) {
  std::optional<Row> best;
  std::size_t most = sentence.span.size() / 3;
  for (auto const& passage : reuse.passages) {
    const auto shared = sentence.span.shared_with(passage.left);
    if (shared <= most) continue;
    // Where in the passage the sentence stands, as a share of its length.
    const auto middle =
        std::max(passage.left.begin, sentence.span.begin) / 2 + std::min(passage.left.end, sentence.span.end) / 2;
    const auto share = static_cast<double>(middle - passage.left.begin) /
                       static_cast<double>(std::max<std::size_t>(1, passage.left.size()));
    const auto byte = passage.right.begin + static_cast<std::size_t>(share * static_cast<double>(passage.right.size()));
    const auto token = std::min(other.token_at(byte), other.tokens.size() - 1);
    most = shared;
    best = Row{index, other.sentence_of(token), std::string(reuse::name_of(passage.relation))};
  }
  return best;
}

std::vector<Row> rows_of(text::SegmentedText const& left, text::SegmentedText const& right, reuse::Reuse const& reuse) {
  std::vector<std::optional<Row>> partners;
  std::vector<bool> taken(right.sentences.size());
  for (std::size_t i = 0; i < left.sentences.size(); ++i) {
    auto found = right.tokens.empty() ? std::nullopt : partner(left.sentences[i], right, reuse, i);
    if (found && taken[*found->right]) found.reset();
    if (found) {
      taken[*found->right] = true;
      const bool same = left.slice(left.sentences[i].span) == right.slice(right.sentences[*found->right].span);
      if (found->relation != "translated") found->relation = same ? "verbatim" : "edited";
    }
    partners.push_back(std::move(found));
  }
  std::vector<Row> rows;
  std::size_t next = 0;
  const auto only_right_up_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      if (!taken[next]) rows.push_back({std::nullopt, next, "right"});
    }
  };
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (!partners[i]) {
      rows.push_back({i, std::nullopt, "left"});
      continue;
    }
    only_right_up_to(*partners[i]->right);
    rows.push_back(*partners[i]);
  }
  only_right_up_to(right.sentences.size());
  return rows;
}

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

void print_columns(std::vector<Row> const& rows, encounter::Reading const& left, encounter::Reading const& right,
                   View const& view, std::ostream& out) {
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
    const auto sign = row.relation == "verbatim"     ? "="
                      : row.relation == "edited"     ? "\u2248"
                      : row.relation == "translated" ? "\u21C4"
                      : row.relation == "left"       ? "\u2039"
                                                     : "\u203A";
    const auto style = row.relation == "verbatim"                          ? Style::plain
                       : row.relation == "left" || row.relation == "right" ? Style::good
                                                                           : Style::accent;
    line(style, sign, written(left.body, row.left), written(right.body, row.right));
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
                         : reuse::compare_across_languages(a->body, anchors_of(*a), b->body, anchors_of(*b), dates);
  const auto rows = rows_of(a->body, b->body, reuse);
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
    json["rows"].push_back(
        {{"relation", row.relation}, {"left", written(a->body, row.left)}, {"right", written(b->body, row.right)}});
  }
  print(out, json);
  return done;
}

}  // namespace recoupe::cli
