#include "source/quotations.hpp"

#include <cstdint>

namespace recoupe::source {
namespace {

enum class Mark : std::uint8_t { none, straight, doubled, curly_open, curly_close, angle_open, angle_close, low };

Mark mark_at(text::SegmentedText const& body, std::size_t at) {
  auto const& folded = body.tokens[at].folded;
  if (body.tokens[at].kind != text::TokenKind::punctuation) return Mark::none;
  if (folded == "\"") return Mark::straight;
  if (folded == "\u201C") return Mark::curly_open;
  if (folded == "\u201D") return Mark::curly_close;
  if (folded == "\u00AB") return Mark::angle_open;
  if (folded == "\u00BB") return Mark::angle_close;
  if (folded == "\u201E") return Mark::low;
  if (folded == "'" && at + 1 < body.tokens.size() && body.tokens[at + 1].folded == "'" &&
      !body.tokens[at + 1].space_before)
    return Mark::doubled;
  return Mark::none;
}

// Arabic pages write curly and angle marks the wrong way round, too: a mark closes what one of its family opened.
bool same_family(Mark open, Mark close) {
  const auto curly = [](Mark mark) {
    return mark == Mark::curly_open || mark == Mark::curly_close || mark == Mark::low;
  };
  const auto angle = [](Mark mark) { return mark == Mark::angle_open || mark == Mark::angle_close; };
  return open == close || (curly(open) && curly(close)) || (angle(open) && angle(close));
}

}  // namespace

std::vector<Quotation> find_quotations(text::SegmentedText const& body) {
  std::vector<Quotation> quotations;
  std::size_t open = 0;
  Mark opened = Mark::none;  // none: no quotation is open
  const auto close = [&](std::size_t end, bool closed) {
    quotations.push_back({open, end, closed, opened == Mark::doubled ? 2U : 1U});
    opened = Mark::none;
  };
  for (std::size_t at = 0; at < body.tokens.size(); ++at) {
    if (body.tokens[at].kind == text::TokenKind::newline) {
      if (opened != Mark::none) close(at, false);
      continue;
    }
    const auto mark = mark_at(body, at);
    if (mark == Mark::none) continue;
    const std::size_t width = mark == Mark::doubled ? 2 : 1;
    if (opened == Mark::none) {
      open = at;
      opened = mark;
    } else if (same_family(opened, mark)) {
      // A mark that opens again closes nothing: the first one was left open.
      const bool opens_again = mark == opened && (mark == Mark::curly_open || mark == Mark::angle_open);
      if (opens_again) {
        close(at, false);
        open = at;
        opened = mark;
      } else {
        close(at + width, true);
      }
    }
    at += width - 1;
  }
  if (opened != Mark::none) close(body.tokens.size(), false);
  return quotations;
}

}  // namespace recoupe::source
