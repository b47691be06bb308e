#include "page/choose_body.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace recoupe::page {
namespace {

constexpr std::size_t judged_bytes = 2000;  // of a line: enough to tell what it is

text::SegmentedText segmented(std::string_view line, std::size_t most = judged_bytes) {
  auto end = std::min(line.size(), most);
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
  return text::segment(text::Text::from_utf8(line.substr(0, end)), {}, {});
}

std::size_t words_in(text::SegmentedText const& line) {
  return static_cast<std::size_t>(std::ranges::count(line.tokens, text::TokenKind::word, &text::Token::kind));
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

bool is_address(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) &&
         line.find(' ') == std::string_view::npos;
}

std::optional<Cue> cue_at(text::SegmentedText const& line, std::size_t token, Vocabulary::Tables const& words) {
  const auto hit = words.cues.longest_at(line, token, line.tokens.size());
  return hit ? std::optional(hit->value()) : std::nullopt;
}

}  // namespace

std::size_t word_count(std::string_view line) {
  std::size_t words = 0;
  std::size_t signs = 0;  // of scripts of East Asia
  bool blank = true;
  for (char one : line) {
    const auto c = static_cast<unsigned char>(one);
    if ((c & 0xC0U) == 0x80U) continue;
    if (c >= 0xE3 && c <= 0xED) ++signs;
    words += blank && c != ' ' ? 1U : 0U;
    blank = c == ' ';
  }
  return words + signs / 2;
}

bool ends_like_a_sentence(std::string_view line) {
  while (line.ends_with("\u00A0")) line.remove_suffix(2);
  for (std::string_view sign : {".", "!", "?", "\u061F", "\u00BB", "\"", "\u201D", ":", ")", "\u3002", "\uFF01",
                                "\uFF1F", "\u300D", "\u0964"}) {
    if (line.ends_with(sign)) return true;
  }
  return false;
}

namespace {

// Lines much longer or shorter than a title, or with another first letter, need not be folded.
bool may_say(std::string_view line, std::string_view title) {
  constexpr std::size_t slack = 24;  // bytes
  if (line.empty() || title.empty()) return false;
  if (line.size() > 2 * title.size() + slack || title.size() > 2 * line.size() + slack) return false;
  const auto small = [](char c) { return static_cast<char>(c | 0x20); };
  const auto is_letter = [&](char c) { return small(c) >= 'a' && small(c) <= 'z'; };
  const bool letters = is_letter(line.front()) && is_letter(title.front());
  return !letters || small(line.front()) == small(title.front());
}

}  // namespace

std::string title_key(std::string_view title) {
  std::string key;
  for (auto const& token : segmented(title).tokens) {
    if (token.kind != text::TokenKind::punctuation) key += token.folded;
  }
  return key;
}

bool says_title(std::string_view line, std::string_view title, std::string const& key) {
  if (key.empty() || !may_say(line, title)) return false;
  constexpr std::size_t opening = 32;  // bytes: most lines differ in their first words already
  const auto words = line.substr(0, line.rfind(' ', opening));
  return key.starts_with(title_key(words)) && title_key(line) == key;
}

std::string trimmed_line(std::string_view line) {
  static constexpr std::string_view blanks = " \t\r\f\v";
  while (!line.empty() && blanks.find(line.front()) != std::string_view::npos) line.remove_prefix(1);
  while (!line.empty() && blanks.find(line.back()) != std::string_view::npos) line.remove_suffix(1);
  while (line.starts_with("\u00A0")) line.remove_prefix(2);
  while (line.ends_with("\u00A0")) line.remove_suffix(2);
  return std::string(line);
}

Judged judge(Line const& line, Vocabulary::Tables const& words) {
  constexpr std::size_t long_line = 60;  // words: a notice is shorter
  constexpr std::size_t opening = 160;   // bytes in which a cue at the start lies
  const bool inside = line.region == Region::inside;
  if (line.outside) return {-15, true, false, "outside the article's part of the page"};
  if (line.region == Region::beyond) return {-15, true, false, "beyond the element that holds the article"};
  const bool is_long = word_count(line.text) > long_line;
  const auto cut = segmented(line.text, is_long ? opening : judged_bytes);
  const auto count = is_long ? long_line : words_in(cut);
  if (count == 0) {
    const bool figures = inside && line.cell && !cut.tokens.empty();
    return figures ? Judged{0, false, false, "figures of a table"} : Judged{-3, true, false, "no words"};
  }
  const auto first = cue_at(cut, 0, words);
  if (first == Cue::end && count <= 14)
    return {inside ? -40.0 : -250.0, true, true, "begins like what follows an article"};
  if (first == Cue::home && count <= 25 && is_breadcrumb(cut)) return {-20, true, false, "a trail of links"};
  if (first == Cue::read || first == Cue::rights) return {-30, true, false, "a notice"};
  const bool says_it_is_none = first && first != Cue::published && first != Cue::holds;
  if (line.lead && !ends_like_a_sentence(line.text) && (says_it_is_none || count < 12))
    return {-2, true, false, "beside the heading"};
  constexpr std::size_t longest_dating = 24;  // words: "Published on … at …, updated on … at …"
  if (first == Cue::published && inside && count <= longest_dating && !ends_like_a_sentence(line.text) &&
      std::ranges::count(cut.tokens, text::TokenKind::number, &text::Token::kind) >= 2)
    return {-2, true, false, "a day of publication"};
  if (first && first != Cue::end && first != Cue::holds && count <= 9)
    return {inside ? -2.0 : -12.0, true, false, "begins like a notice"};
  for (std::size_t at = 0; at < cut.tokens.size() && !is_long; ++at) {
    if (cue_at(cut, at, words) == Cue::holds)
      return {inside ? -10.0 : -40.0, true, false, "holds the words of a notice"};
  }
  if (inside && is_address(line.text)) return {0, false, false, "an address"};
  if (inside && line.level > 1 && count <= 20) return {0, false, false, "a heading"};
  if (line.linked > (inside && count >= 25 ? 0.8 : 0.5) && count < 40)
    return {inside ? -4.0 : -8 - static_cast<double>(std::min<std::size_t>(count, 12)), true, false, "mostly links"};
  if (line.kind == BlockKind::headline) return {inside ? 0.0 : -1.0, false, false, "a heading"};
  constexpr std::size_t longest_caption = 40;  // words
  if (line.kind == BlockKind::caption && (count < longest_caption || line.named_caption))
    return {inside ? 0.0 : -1.0, true, false, "a caption"};
  double score = static_cast<double>(count) * (1 - line.linked);
  if (inside) return {std::max(score, 1.0), false, false, "text of the article's element"};
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

bool is_running_text(Line const& line, Judged const& judged) {
  if (judged.noise || (line.kind == BlockKind::headline && !line.lead)) return false;
  const auto words = word_count(line.text);
  const bool goes_on = line.text.ends_with(',') || line.text.ends_with("\u060C");
  return words >= 12 || (ends_like_a_sentence(line.text) && words >= 4) || (goes_on && words >= 2);
}

// Elements that hold running text and less than half of a run: a short line in them is one of a list that is written
// with breaks.
std::unordered_set<std::size_t> paragraphs_of(Run run, std::vector<Line> const& lines,
                                              std::vector<Judged> const& judged) {
  std::unordered_map<std::size_t, std::size_t> letters;
  std::unordered_set<std::size_t> running;
  std::size_t all = 0;
  for (auto i = run.begin; i < run.end; ++i) {
    if (judged[i].noise || lines[i].region != Region::inside) continue;
    all += lines[i].text.size();
    letters[lines[i].container] += lines[i].text.size();
    if (is_running_text(lines[i], judged[i])) running.insert(lines[i].container);
  }
  std::erase_if(running, [&](std::size_t container) { return 2 * letters[container] >= all; });
  return running;
}

// Names, days and labels at both ends of a run are of the page, not of the text.
Run trimmed(Run run, std::vector<Line> const& lines, std::vector<Judged> const& judged) {
  const auto paragraphs = paragraphs_of(run, lines, judged);
  const auto belongs = [&](std::size_t i) {
    return is_running_text(lines[i], judged[i]) || (!judged[i].noise && paragraphs.contains(lines[i].container));
  };
  while (run.begin < run.end && !belongs(run.begin)) {
    // A heading of the first section.
    if (run.begin + 1 < run.end && lines[run.begin].level > 1 && lines[run.begin].region == Region::inside &&
        !judged[run.begin].noise && is_running_text(lines[run.begin + 1], judged[run.begin + 1]))
      break;
    ++run.begin;
  }
  while (run.begin < run.end && !belongs(run.end - 1) &&
         !(lines[run.end - 1].kind == BlockKind::list && word_count(lines[run.end - 1].text) >= 4))
    --run.end;
  return run;
}

std::size_t letters_of(Run run, std::vector<Line> const& lines, std::vector<Judged> const& judged) {
  std::size_t letters = 0;
  for (auto i = run.begin; i < run.end; ++i) letters += judged[i].noise ? 0 : lines[i].text.size();
  return letters;
}

// A cue before links to other pages, or one of them itself, with the article's own paragraphs behind them.
bool stands_within(std::size_t cue, Run run, std::vector<Line> const& lines, std::vector<Judged> const& judged) {
  constexpr double mostly = 0.5;
  auto next = cue + 1;
  while (next < run.end && lines[next].linked > mostly) ++next;
  const bool links = next > cue + 1 || lines[cue].linked > mostly;
  return links && next < run.end && is_running_text(lines[next], judged[next]) && lines[next].linked < 0.3;
}

// All that lies inside the article's element, up to a cue behind which little of it comes.
Run inside_run(std::vector<Line> const& lines, std::vector<Judged> const& judged) {
  constexpr double little = 0.35;
  Run run{lines.size(), 0};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].region != Region::inside || judged[i].noise) continue;
    run.begin = std::min(run.begin, i);
    run.end = i + 1;
  }
  const auto all = letters_of(run, lines, judged);
  std::size_t before = 0;
  for (auto i = run.begin; i < run.end; ++i) {
    const auto behind = static_cast<double>(all - before);
    if (judged[i].ends && behind < little * static_cast<double>(before) && !stands_within(i, run, lines, judged))
      return {run.begin, i};
    before += judged[i].noise ? 0 : lines[i].text.size();
  }
  return run.begin < run.end ? run : Run{};
}

// A heading that is a link titles what follows; another page where that is a link too, or nothing.
// "… the following:" and links: what is listed belongs to the text.
void keep_announced_links(std::vector<Line> const& lines, std::vector<Judged>& judged) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (judged[i].noise || lines[i].region != Region::inside || !lines[i].text.ends_with(':')) continue;
    for (auto j = i + 1; j < lines.size() && lines[j].kind == BlockKind::list && !judged[j].ends; ++j) {
      if (lines[j].region == Region::inside && !lines[j].outside) judged[j] = {0, false, false, "a list of the text"};
    }
  }
}

void drop_titles_of_others(std::vector<Line> const& lines, std::vector<Judged>& judged) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (judged[i].noise || lines[i].level == 0 || lines[i].linked <= 0.5) continue;
    const bool titles =
        i + 1 < lines.size() && lines[i + 1].linked < 0.5 && is_running_text(lines[i + 1], judged[i + 1]);
    if (!titles) judged[i] = {-4, true, judged[i].ends, "mostly links"};
  }
}

std::vector<Judged> judge_all(std::vector<Line> const& lines, Vocabulary::Tables const& words) {
  std::vector<Judged> judged;
  judged.reserve(lines.size());
  for (auto const& line : lines) judged.push_back(judge(line, words));
  // What stands a second time counts once: the later copy is dropped.
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    constexpr std::size_t label = 100;  // bytes: what is shorter may stand twice in one text
    const bool may_repeat = lines[i].region == Region::inside && lines[i].text.size() < label;
    if (!judged[i].noise && !seen.insert(lines[i].text).second && !may_repeat)
      judged[i] = {-2, true, false, "said before"};
  }
  drop_titles_of_others(lines, judged);
  keep_announced_links(lines, judged);
  return judged;
}

// What is named as a standfirst is one where other text of the article comes behind it.
std::size_t end_of_standfirst(Run run, std::vector<Line> const& lines, std::vector<Judged> const& judged) {
  auto end = run.begin;
  for (auto i = run.begin; i < run.end; ++i) {
    if (judged[i].noise) continue;
    if (!lines[i].standfirst) return is_running_text(lines[i], judged[i]) ? end : run.begin;
    end = i + 1;
  }
  return run.begin;
}

bool looks_like_a_title(Line const& line, Judged const& judged) {
  if (judged.noise || line.text.size() > 400) return false;
  const auto cut = segmented(line.text);
  const auto count = words_in(cut);
  return count >= 3 && count <= 30 && !line.text.ends_with('.') && !is_breadcrumb(cut) && !line.text.ends_with(')');
}

}  // namespace

std::vector<Block> choose_body(std::vector<Line> lines, std::string& title, Vocabulary::Tables const& words) {
  constexpr std::size_t least = 250;  // bytes: what is shorter may have been looked for in the wrong place
  auto judged = judge_all(lines, words);
  const bool has_regions = std::ranges::any_of(lines, [](Line const& l) { return l.region != Region::unknown; });
  auto run = has_regions ? trimmed(inside_run(lines, judged), lines, judged) : best_run(judged);
  if (letters_of(run, lines, judged) < least && has_regions) {
    for (auto& line : lines) {
      line.region = Region::unknown;
      line.outside = false;
    }
    auto again = judge_all(lines, words);
    const auto wider = trimmed(best_run(again), lines, again);
    if (letters_of(wider, lines, again) > letters_of(run, lines, judged)) {
      run = wider;
      judged = std::move(again);
    }
  }
  if (title.empty()) {
    for (std::size_t i = 0; i < run.end && i < lines.size(); ++i) {
      if (i >= run.begin && lines[i].text.size() > 160) break;
      if (!looks_like_a_title(lines[i], judged[i])) continue;
      title = lines[i].text;
      break;
    }
  }
  const auto key = title_key(title);
  const auto body_begin = end_of_standfirst(run, lines, judged);
  std::vector<Block> blocks;
  bool has_headline = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Block block;
    block.text = std::move(lines[i].text);
    block.kind = lines[i].kind;
    block.why = judged[i].why;
    const bool inside = i >= run.begin && i < run.end;
    if (says_title(block.text, title, key)) {
      const bool first_heading = lines[i].level == 1 && !has_headline;
      block.kind = judged[i].noise && !first_heading ? BlockKind::noise : BlockKind::headline;
      if (first_heading) block.why = "the title as a heading";
      has_headline = has_headline || block.kind == BlockKind::headline;
    } else if (judged[i].noise || (!inside && block.kind != BlockKind::caption && i >= run.end)) {
      block.kind = BlockKind::noise;
      if (!judged[i].noise) block.why = "after the article";
    } else if (!inside) {
      block.kind = block.text.size() > 40 && !ends_like_a_sentence(block.text) ? BlockKind::caption
                   : block.text.size() > 60                                    ? BlockKind::caption
                                                                               : BlockKind::noise;
      block.why = "before the article";
    } else if (i < body_begin) {
      block.kind = BlockKind::standfirst;
      block.why = "named as a standfirst";
    } else if (block.kind == BlockKind::headline || block.kind == BlockKind::caption) {
      block.kind = BlockKind::paragraph;
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace recoupe::page
