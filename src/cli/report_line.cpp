#include "cli/report_line.hpp"

namespace recoupe::cli {
namespace {

void append_or_null(std::string& line, std::string_view text) {
  if (text.empty()) {
    line += "null";
  } else {
    append_string(line, text);
  }
}

void append_field(std::string& line, std::string_view name, std::string_view text) {
  line += ',';
  append_string(line, name);
  line += ':';
  append_or_null(line, text);
}

void append_block(std::string& line, page::Block const& block, bool explain) {
  line += R"({"kind":)";
  append_string(line, page::name_of(block.kind));
  line += R"(,"text":)";
  append_string(line, block.text);
  append_field(line, "language", block.language);
  append_field(line, "author", block.author);
  append_field(line, "date", block.date);
  append_field(line, "url", block.url);
  if (explain) append_field(line, "why", block.why);
  line += '}';
}

void append_date(std::string& line, std::string_view value, page::DateBasis basis) {
  line += R"({"value":)";
  append_or_null(line, value);
  append_field(line, "basis", value.empty() ? std::string_view() : page::name_of(basis));
}

void append_published(std::string& line, page::Report const& report) {
  line += R"(,"published":)";
  append_date(line, report.published.value, report.published.basis);
  if (!report.other_dates.empty()) {
    line += R"(,"others":[)";
    for (auto const& other : report.other_dates) {
      append_date(line, other.value, other.basis);
      line += "},";
    }
    line.back() = ']';
  }
  line += '}';
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// How many bytes at the start need no escape.
std::size_t plain_bytes(std::string_view text) {
  constexpr std::size_t step = 16;  // looked at together, without a branch
  std::size_t at = 0;
  for (; at + step <= text.size(); at += step) {
    unsigned escapes = 0;
    for (std::size_t i = 0; i < step; ++i) escapes |= needs_escape(text[at + i]) ? 1U : 0U;
    if (escapes != 0) break;
  }
  while (at < text.size() && !needs_escape(text[at])) ++at;
  return at;
}

}  // namespace

void append_string(std::string& line, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  line += '"';
  std::size_t plain = 0;  // from here on nothing needed an escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    i += plain_bytes(text.substr(i));
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    line += text.substr(plain, i - plain);
    plain = i + 1;
    line += '\\';
    if (c == '"' || c == '\\') {
      line += text[i];
    } else if (c == '\n') {
      line += 'n';
    } else if (c == '\t') {
      line += 't';
    } else {
      line += "u00";
      line += digits[c >> 4U];
      line += digits[c & 0xFU];
    }
  }
  line += text.substr(plain);
  line += '"';
}

void append_report(std::string& line, page::Report const& report, bool explain) {
  line += R"("title":)";
  append_or_null(line, report.title);
  line += R"(,"text":)";
  append_string(line, report.body());
  append_published(line, report);
  append_field(line, "language", report.language);
  append_field(line, "outlet", report.outlet);
  append_field(line, "byline", report.byline);
  append_field(line, "url", report.url);
  if (!report.updated.empty()) append_field(line, "updated", report.updated);
  if (explain && !report.other_titles.empty()) {
    line += R"(,"other_titles":[)";
    for (auto const& title : report.other_titles) {
      append_string(line, title);
      line += ',';
    }
    line.back() = ']';
  }
  line += R"(,"blocks":[)";
  bool first = true;
  for (auto const& block : report.blocks) {
    if (!first) line += ',';
    append_block(line, block, explain);
    first = false;
  }
  line += ']';
}

}  // namespace recoupe::cli
