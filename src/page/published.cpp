#include "page/published.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "page/choose_body.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::page {
namespace {

bool has_digit(std::string_view text) {
  if (text.find_first_of("0123456789") != std::string_view::npos) return true;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {  // Arabic digits: U+0660 to U+0669
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (text[i] == '\xD9' && second >= 0xA0 && second <= 0xA9) return true;
  }
  return false;
}

std::optional<unsigned> number_of(text::Token const& token) {
  if (token.kind != text::TokenKind::number || token.folded.size() > 4) return std::nullopt;
  unsigned value = 0;
  for (char c : token.folded) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

std::string day_of(unsigned year, unsigned month, unsigned day) {
  if (year < 1900 || year > 2199) return {};
  std::array<char, 16> written{};
  std::snprintf(written.data(), written.size(), "%04u-%02u-%02u", year, month, day);
  return time::day_of(written.data()) ? std::string(written.data()) : std::string();
}

// 7.4.2021 with full stops is written day first everywhere.
std::string dotted_day(std::vector<text::Token> const& tokens, std::size_t at) {
  if (at + 4 >= tokens.size() || tokens[at + 1].folded != tokens[at + 3].folded) return {};
  if (tokens[at + 1].folded != "." && tokens[at + 1].folded != "|") return {};
  const auto day = number_of(tokens[at]);
  const auto month = number_of(tokens[at + 2]);
  const auto year = number_of(tokens[at + 4]);
  return day && month && year ? day_of(*year, *month, *day) : std::string();
}

// A day, the name of a month and a year, with an ordinal sign or a small word between them: "7. April 2021",
// "7 de abril de 2021".
std::string named_day(std::vector<text::Token> const& tokens, std::size_t at, Vocabulary::Tables const& words) {
  constexpr std::size_t longest_link = 2;  // letters of the word between
  const auto day = number_of(tokens[at]);
  if (!day) return {};
  const auto skip = [&](std::size_t i) {
    while (i < tokens.size() && (tokens[i].folded == "." || tokens[i].folded == "," ||
                                 (tokens[i].kind == text::TokenKind::word && tokens[i].folded.size() <= longest_link)))
      ++i;
    return i;
  };
  const auto month_at = skip(at + 1);
  if (month_at >= tokens.size()) return {};
  const auto month = words.months.find(tokens[month_at].folded);
  if (month == words.months.end()) return {};
  const auto year_at = skip(month_at + 1);
  const auto year = year_at < tokens.size() ? number_of(tokens[year_at]) : std::nullopt;
  return year ? day_of(*year, month->second, *day) : std::string();
}

std::string day_by_signs(text::SegmentedText const& line, Vocabulary::Tables const& words) {
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    if (line.tokens[i].kind != text::TokenKind::number) continue;
    if (auto day = dotted_day(line.tokens, i); !day.empty()) return day;
    if (auto day = named_day(line.tokens, i, words); !day.empty()) return day;
  }
  return {};
}

std::string day_in_language(std::string_view line, text::Language const& language, Vocabulary::Tables const& words) {
  const auto body = text::segment(text::Text::from_utf8(line), language, {});
  for (auto const& time : time::find_times(body, std::nullopt, words.times)) {
    if (time::day_of(time.value)) return time.value;
  }
  return {};
}

// What of a block may date the page: a short line; of the article itself one that is no sentence, or a day that a
// longer one begins with. Empty where nothing may.
std::string_view dating_line(Block const& block) {
  constexpr std::size_t longest = 120;  // bytes
  constexpr std::size_t longest_label = 60;
  constexpr std::size_t longest_day = 22;
  const std::string_view text = block.text;
  if (!block.in_body()) return text.size() <= longest ? text : std::string_view();
  if (text.size() <= longest_label && !ends_like_a_sentence(text)) return text;
  const auto begin = text.find_first_not_of("([ ");
  const bool begins_with_one = begin != std::string_view::npos && has_digit(text.substr(begin, 2));
  if (!begins_with_one) return {};
  auto end = std::min(text.size(), longest_day);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return text.substr(0, end);
}

// How near a block stands to where a page is dated: between its title and its article, or close behind.
struct Neighbourhood {
  std::ptrdiff_t body;
  std::ptrdiff_t title;
  bool holds(std::size_t block) const {
    constexpr std::ptrdiff_t reach = 8;
    const auto at = static_cast<std::ptrdiff_t>(block);
    constexpr std::ptrdiff_t into_body = 3;
    return (at < body + into_body && at + reach >= body) || (at > title && at <= title + reach);
  }
};

}  // namespace

std::string first_day_in(std::string_view line, Vocabulary::Tables const& words, std::string_view hint) {
  if (!has_digit(line)) return {};
  const auto segmented = text::segment(text::Text::from_utf8(line), {}, {});
  if (auto day = day_by_signs(segmented, words); !day.empty()) return day;
  const text::Language first(hint);
  if (words.languages.contains(first)) {
    if (auto day = day_in_language(line, first, words); !day.empty()) return day;
  }
  for (auto const& language : words.languages) {
    if (auto day = language == first ? std::string() : day_in_language(line, language, words); !day.empty()) return day;
  }
  return {};
}

void choose_published(Report& report, std::vector<DateSaid> dates, std::vector<DateSaid> updates,
                      std::string const& latest) {
  const auto too_late = [&](DateSaid const& said) { return !latest.empty() && said.value > latest; };
  std::erase_if(dates, too_late);
  std::erase_if(updates, too_late);
  std::ranges::stable_sort(dates, {}, &DateSaid::basis);
  for (auto& said : dates) {
    if (report.published.value.empty()) {
      report.published = {said.value, said.basis, {}};
    } else if (said.value != report.published.value &&
               std::ranges::find(report.other_dates, said.value, &DateSaid::value) == report.other_dates.end()) {
      report.other_dates.push_back(std::move(said));
    }
  }
  const auto last = std::ranges::max_element(updates, {}, &DateSaid::value);
  if (last != updates.end() && last->value >= report.published.value) report.updated = last->value;
}

void published_by_text(Report& report, Vocabulary::Tables const& words, std::string const& latest) {
  const Neighbourhood near{std::ranges::find_if(report.blocks, &Block::in_body) - report.blocks.begin(),
                           std::ranges::find(report.blocks, BlockKind::headline, &Block::kind) - report.blocks.begin()};
  std::optional<Published> beside;
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    auto const& block = report.blocks[i];
    const auto line = dating_line(block);
    if (!has_digit(line)) continue;
    const auto head = text::segment(text::Text::from_utf8(line), {}, {});
    if (head.tokens.empty()) continue;
    const auto cue = words.cues.longest_at(head, 0, head.tokens.size());
    const bool called = cue && std::ranges::find(*cue->values, Cue::published) != cue->values->end();
    if (!called && (!near.holds(i) || beside)) continue;
    const auto day = first_day_in(line, words, report.language);
    if (day.empty() || (!latest.empty() && day > latest)) continue;
    const Published found{day, DateBasis::text, BlockSpan{i, {0, block.text.size()}}};
    if (called) {
      report.published = found;
      return;
    }
    beside = found;
  }
  if (beside) report.published = *beside;
}

void published_by_posts(Report& report) {
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    auto const& block = report.blocks[i];
    if (block.kind != BlockKind::embed || block.date.empty()) continue;
    if (!report.published.value.empty() && report.published.value > block.date) continue;
    report.published = {block.date + "/..", DateBasis::embed, BlockSpan{i, {0, block.text.size()}}};
  }
}

}  // namespace recoupe::page
