#include "page/choose_body.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "text/fold.hpp"

namespace recoupe::page {
namespace {

constexpr std::size_t judged_bytes = 2000;  // of a line: enough to tell what it is

text::SegmentedText segmented(std::string_view line) {
  auto end = std::min(line.size(), judged_bytes);
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
  return text::segment(text::Text::from_utf8(line.substr(0, end)), {}, {});
}

std::size_t words_in(text::SegmentedText const& line) {
  return static_cast<std::size_t>(std::ranges::count(line.tokens, text::TokenKind::word, &text::Token::kind));
}

bool ends_like_a_sentence(std::string_view line) {
  for (std::string_view sign : {".", "!", "?", "\u061F", "\u00BB", "\"", "\u201D", ":", ")"}) {
    if (line.ends_with(sign)) return true;
  }
  return false;
}

bool is_cut_off(std::string_view line) { return line.ends_with("\u2026") || line.ends_with("..."); }

// Signs that part a trail of links: "Home / World / Article".
bool is_breadcrumb(text::SegmentedText const& line) {
  const auto separators = std::ranges::count_if(line.tokens, [](text::Token const& token) {
    return token.folded == "/" || token.folded == "\u203A" || token.folded == ">" || token.folded == "\u00BB" ||
           token.folded == "|";
  });
  return separators >= 2;
}

std::optional<Cue> cue_at(text::SegmentedText const& line, std::size_t token, Vocabulary::Tables const& words) {
  const auto hit = words.cues.longest_at(line, token, line.tokens.size());
  return hit ? std::optional(hit->value()) : std::nullopt;
}

}  // namespace

Judged judge(Line const& line, Vocabulary::Tables const& words) {
  const auto cut = segmented(line.text);
  const auto count = words_in(cut);
  if (line.outside) return {-15, true, false, "outside the article's part of the page"};
  if (count == 0) return {-3, true, false, "no words"};
  const auto first = cue_at(cut, 0, words);
  if (first == Cue::end && count <= 14) return {-250, true, true, "begins like what follows an article"};
  if (first == Cue::home && is_breadcrumb(cut)) return {-20, true, false, "a trail of links"};
  if (first == Cue::read || first == Cue::rights) return {-30, true, false, "a notice"};
  if (first && first != Cue::end && first != Cue::holds && count <= 9)
    return {-12, true, false, "begins like a notice"};
  for (std::size_t at = 0; at < cut.tokens.size() && count <= 60; ++at) {
    if (cue_at(cut, at, words) == Cue::holds) return {-40, true, false, "holds the words of a notice"};
  }
  if (line.linked > 0.6 && count < 40)
    return {-8 - static_cast<double>(std::min<std::size_t>(count, 12)), true, false, "mostly links"};
  if (line.kind == BlockKind::headline) return {-1, false, false, "a heading"};
  if (line.kind == BlockKind::caption) return {-1, false, false, "a caption"};
  double score = static_cast<double>(std::min<std::size_t>(count, 60)) * (1 - line.linked);
  if (is_cut_off(line.text)) score = -score / 2 - 5;
  if (!ends_like_a_sentence(line.text) && count < 12) score = score / 3 - 6;
  if (line.in_body) score += 6;
  return {score, false, false, "text"};
}

namespace {

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The contiguous run of greatest sum (Kadane); an empty one where no line scores.
Run best_run(std::vector<Judged> const& judged) {
  Run best;
  double best_sum = 0;
  double sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += judged[i].score;
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

bool looks_like_a_title(Line const& line, Judged const& judged) {
  if (judged.noise || line.text.size() > 400) return false;
  const auto cut = segmented(line.text);
  const auto count = words_in(cut);
  return count >= 3 && count <= 30 && !line.text.ends_with('.') && !is_breadcrumb(cut) && !line.text.ends_with(')');
}

std::string key_of(std::string_view text) {
  auto folded = text::fold(text);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\t' || c == '\''; });
  return folded;
}

}  // namespace

std::vector<Block> choose_body(std::vector<Line> lines, std::string& title, Vocabulary::Tables const& words) {
  std::vector<Judged> judged;
  judged.reserve(lines.size());
  for (auto const& line : lines) judged.push_back(judge(line, words));
  // What stands a second time counts once: the later copy is dropped.
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!judged[i].noise && !seen.insert(key_of(lines[i].text)).second) judged[i] = {-2, true, false, "said before"};
  }
  const auto run = best_run(judged);
  if (title.empty()) {
    for (std::size_t i = 0; i < run.end && i < lines.size(); ++i) {
      if (i >= run.begin && lines[i].text.size() > 160) break;
      if (!looks_like_a_title(lines[i], judged[i])) continue;
      title = lines[i].text;
      break;
    }
  }
  const auto title_key = key_of(title);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Block block;
    block.text = std::move(lines[i].text);
    block.kind = lines[i].kind;
    block.why = judged[i].why;
    const bool inside = i >= run.begin && i < run.end;
    if (!title_key.empty() && key_of(block.text) == title_key) {
      block.kind = judged[i].noise ? BlockKind::noise : BlockKind::headline;
    } else if (judged[i].noise || (!inside && block.kind != BlockKind::caption && i >= run.end)) {
      block.kind = BlockKind::noise;
      if (!judged[i].noise) block.why = "after the article";
    } else if (!inside) {
      block.kind = block.text.size() > 40 && !ends_like_a_sentence(block.text) ? BlockKind::caption
                   : block.text.size() > 60                                    ? BlockKind::caption
                                                                               : BlockKind::noise;
      block.why = "before the article";
    } else if (block.kind == BlockKind::headline) {
      block.kind = BlockKind::paragraph;
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace recoupe::page
