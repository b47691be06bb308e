#include "link/evidence.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace recoupe::link {
namespace {

constexpr std::size_t context = 32;  // code points

}  // namespace

Evidence quote(page::Report const& report, page::BlockSpan span) {
  const auto text = text::Text::from_utf8(report.blocks[span.block].text);
  const auto points = text.code_points(span.span);
  const auto before = points.begin - std::min(points.begin, context);
  const auto behind = std::min(text.length(), points.end + context);
  return {.report = report.id,
          .block = span.block,
          .start = points.begin,
          .end = points.end,
          .exact = std::string(text.slice(span.span)),
          .prefix = std::string(text.slice(text.bytes(text::CodePointSpan{before, points.begin}))),
          .suffix = std::string(text.slice(text.bytes(text::CodePointSpan{points.end, behind})))};
}

Evidence quote(page::Report const& report, text::ByteSpan in_body) { return quote(report, report.to_block(in_body)); }

std::string id_of(char letter, std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (auto part : parts) {
    for (char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ 0xFFU) * 0x100000001b3ULL;
  }
  std::array<char, 20> digits{};
  std::snprintf(digits.data(), digits.size(), "%c%016llx", letter, static_cast<unsigned long long>(hash));
  return digits.data();
}

}  // namespace recoupe::link
