#include "cli/report_drawing.hpp"

#include <algorithm>

namespace recoupe::cli {
namespace {

constexpr std::size_t kind_columns = 10;
constexpr std::size_t why_columns = 38;
constexpr std::size_t most_lines = 4;  // of one block

struct Look {
  const char* sign;
  Style style;
};

Look look_of(page::Block const& block) {
  if (block.in_body()) return {"=", Style::plain};
  if (block.kind == page::BlockKind::noise) return {"\u00B7", Style::faint};
  return {"+", Style::accent};
}

std::string head_of(page::Report const& report) {
  constexpr const char* apart = " \u00B7 ";
  auto head = visible(report.path);
  if (!report.published.value.empty()) {
    head += apart + visible(report.published.value);
    head += " (" + std::string(page::name_of(report.published.basis)) + ")";
  }
  for (auto const* part : {&report.language, &report.outlet, &report.byline}) {
    if (part->empty()) continue;
    head += apart;
    head += isolated(*part);
  }
  return head;
}

void draw(std::string& drawing, page::Block const& block, std::size_t columns, Screen const& screen) {
  const auto look = look_of(block);
  auto lines = wrapped(visible(block.text), columns);  // visible() of what is visible changes nothing
  if (lines.size() > most_lines) {
    lines.resize(most_lines);
    lines.back() = shortened(lines.back() + "\u2026\u2026", columns);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto kind = i == 0 ? page::name_of(block.kind) : std::string_view();
    drawing += i == 0 ? look.sign : " ";
    drawing += ' ';
    drawing += screen.paint(Style::strong, padded(kind, kind_columns));
    drawing += ' ';
    drawing += screen.paint(look.style, padded(isolated(lines[i]), columns));
    if (i == 0) drawing += "  ";
    if (i == 0) drawing += screen.paint(Style::faint, block.why);
    while (drawing.ends_with(' ')) drawing.pop_back();
    drawing += '\n';
  }
}

}  // namespace

std::string drawing_of(page::Report const& report, Screen const& screen) {
  constexpr std::size_t around = 2 + kind_columns + 1 + 2 + why_columns;
  const auto columns = std::max<std::size_t>(screen.columns, around + 20) - around;
  auto drawing = screen.paint(Style::strong, head_of(report)) + '\n';
  if (!report.title.empty()) drawing += "  " + screen.paint(Style::strong, isolated(report.title)) + '\n';
  for (auto const& block : report.blocks) draw(drawing, block, columns, screen);
  return drawing + '\n';
}

}  // namespace recoupe::cli
