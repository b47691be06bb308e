#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "page/choose_body.hpp"
#include "page/html.hpp"
#include "page/report.hpp"
#include "text/decode.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::page {
namespace {

// FNV-1a, 64 bits, over bytes and then what else tells one report from another.
std::string hash_of(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (auto part : parts) {
    for (char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ 0xFFU) * 0x100000001b3ULL;
  }
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

bool is_blank(std::string_view bytes) { return bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

// NULs and control bytes beyond what text holds: an image, an archive. UTF-16 has its mark.
bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  const auto head = bytes.substr(0, 4096);
  const auto control =
      std::ranges::count_if(head, [](char c) { return (c >= 0 && c < 9) || (c > 13 && c < 32 && c != 27); });
  return static_cast<std::size_t>(control) * 50 > head.size();
}

bool looks_like_html(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return false;
  if (text[start] == '<') return true;
  for (std::string_view tag : {"<html", "<HTML", "<body", "<p>", "<div", "<article", "<!DOCTYPE", "<!doctype"}) {
    if (text.substr(0, 20000).find(tag) != std::string_view::npos) return true;
  }
  return false;
}

std::string trimmed(std::string_view line) {
  static constexpr std::string_view blanks = " \t\r\f\v";
  while (!line.empty() && blanks.find(line.front()) != std::string_view::npos) line.remove_prefix(1);
  while (!line.empty() && blanks.find(line.back()) != std::string_view::npos) line.remove_suffix(1);
  while (line.starts_with("\u00A0")) line.remove_prefix(2);
  while (line.ends_with("\u00A0")) line.remove_suffix(2);
  return std::string(line);
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (auto line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back({.text = std::move(line), .why = {}});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// The first day that a line names, in whatever language it is read.
std::string day_in(std::string_view line, Vocabulary::Tables const& words) {
  for (auto const& language : words.languages) {
    const auto body = text::segment(text::Text::from_utf8(line), language, {});
    for (auto const& time : time::find_times(body, std::nullopt, words.times)) {
      if (time::day_of(time.value)) return time.value;
    }
  }
  return {};
}

// "— NAME (@handle) September 19, 2022": the last line of a quoted post.
bool is_post_signature(std::string_view line) {
  const bool dashed = line.starts_with("\u2014") || line.starts_with("\u2013") || line.starts_with("-");
  return dashed && line.find("(@") != std::string_view::npos && line.size() < 300;
}

bool links_to_a_post(std::string_view line) {
  for (std::string_view host : {"pic.twitter.com/", "//t.co/", "twitter.com/", "//x.com/"}) {
    if (line.find(host) != std::string_view::npos) return true;
  }
  return false;
}

Embed signed_post(std::string_view text, std::string_view signature, Vocabulary::Tables const& words) {
  Embed post;
  post.text = text;
  auto author = signature;
  while (!author.empty() &&
         (author.front() == '-' || author.front() == ' ' || static_cast<unsigned char>(author.front()) >= 0x80)) {
    if (static_cast<unsigned char>(author.front()) >= 0x80 && !author.starts_with("\u2014") &&
        !author.starts_with("\u2013"))
      break;
    author.remove_prefix(author.starts_with("\u2014") || author.starts_with("\u2013") ? 3 : 1);
  }
  const auto close = author.find(')');
  post.author = trimmed(author.substr(0, close == std::string_view::npos ? author.size() : close + 1));
  post.date = close == std::string_view::npos ? std::string() : day_in(author.substr(close + 1), words);
  return post;
}

// Takes quoted posts out of the lines of a plain text.
std::vector<Embed> take_posts(std::vector<Line>& lines, Vocabulary::Tables const& words) {
  std::vector<Embed> posts;
  std::vector<Line> rest;
  for (auto& line : lines) {
    if (is_post_signature(line.text) && !rest.empty()) {
      auto post = signed_post(rest.back().text, line.text, words);
      rest.pop_back();
      if (!posts.empty() && posts.back().text == post.text) posts.pop_back();
      post.before_line = rest.size();
      posts.push_back(std::move(post));
    } else if (links_to_a_post(line.text) && line.text.size() < 1500) {
      // Its signature may follow; without one the author stays unknown.
      rest.push_back(std::move(line));
      rest.back().why = "post";
    } else {
      rest.push_back(std::move(line));
    }
  }
  lines.clear();
  for (auto& line : rest) {
    if (line.why == "post") {
      posts.push_back({lines.size(), std::move(line.text), {}, {}, {}});
    } else {
      lines.push_back(std::move(line));
    }
  }
  // Places are counted in `rest` for signed posts: both lists hold the same lines but for unsigned posts behind them.
  std::ranges::stable_sort(posts, {}, &Embed::before_line);
  return posts;
}

// Posts go back to where they stood.
void insert_posts(Report& report, std::vector<Embed> const& posts) {
  for (std::size_t i = posts.size(); i > 0; --i) {
    auto const& post = posts[i - 1];
    Block block;
    block.kind = BlockKind::embed;
    block.text = trimmed(post.text);
    block.author = post.author;
    block.date = post.date;
    block.url = post.url;
    block.why = "a quoted post";
    if (block.text.empty()) continue;
    const auto at = std::min(post.before_line, report.blocks.size());
    report.blocks.insert(report.blocks.begin() + static_cast<std::ptrdiff_t>(at), std::move(block));
  }
}

// "© Outlet. All rights reserved": whom a notice of rights names.
std::string outlet_in_notices(Report const& report) {
  constexpr std::string_view sign = "\u00A9";
  for (auto const& block : report.blocks) {
    if (!block.text.starts_with(sign)) continue;
    auto name = trimmed(std::string_view(block.text).substr(sign.size()));
    name = name.substr(0, name.find_first_of(".,;-|"));
    while (!name.empty() && (std::isdigit(static_cast<unsigned char>(name.front())) != 0 || name.front() == ' '))
      name.erase(0, 1);
    while (!name.empty() && name.back() == ' ') name.pop_back();
    if (!name.empty() && name.size() < 60) return name;
  }
  return {};
}

// A day beside the title, with or without the words that call it the day of publication.
void date_from_text(Report& report, Vocabulary::Tables const& words) {
  constexpr std::size_t longest = 120;  // bytes of a line that dates a page
  constexpr std::size_t reach = 8;      // blocks before the body
  const auto body = std::ranges::find_if(report.blocks, &Block::in_body) - report.blocks.begin();
  const auto title = std::ranges::find(report.blocks, BlockKind::headline, &Block::kind) - report.blocks.begin();
  std::optional<std::pair<std::size_t, std::string>> near;
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    auto const& block = report.blocks[i];
    const bool has_digit = block.text.find_first_of("0123456789") != std::string::npos;
    const bool folded_digit = block.text.find("\u0660") != std::string::npos || block.language == "ar";
    if (block.in_body() || block.text.size() > longest || (!has_digit && !folded_digit)) continue;
    const auto head = text::segment(text::Text::from_utf8(block.text), {}, {});
    if (head.tokens.empty()) continue;
    const auto cue = words.cues.longest_at(head, 0, head.tokens.size());
    const bool called = cue && std::ranges::find(*cue->values, Cue::published) != cue->values->end();
    const auto at = static_cast<std::ptrdiff_t>(i);
    const bool beside = (at < body && at + static_cast<std::ptrdiff_t>(reach) >= body) ||
                        (at > title && at <= title + static_cast<std::ptrdiff_t>(reach));
    if (!called && (!beside || near)) continue;
    const auto day = day_in(block.text, words);
    if (day.empty()) continue;
    if (called) {
      report.published = {day, DateBasis::text, BlockSpan{i, {0, block.text.size()}}};
      return;
    }
    near = {i, day};
  }
  if (near)
    report.published = {near->second, DateBasis::text,
                        BlockSpan{near->first, {0, report.blocks[near->first].text.size()}}};
}

// A page that quotes a post was published on its day or later.
void date_from_posts(Report& report) {
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    auto const& block = report.blocks[i];
    if (block.kind != BlockKind::embed || block.date.empty()) continue;
    if (!report.published.value.empty() && report.published.value > block.date) continue;
    report.published = {block.date + "/..", DateBasis::embed, BlockSpan{i, {0, block.text.size()}}};
  }
}

// Bytes that no declared charset explains are read by a guess, and that is said.
std::string note_of(text::Decoded const& decoded, std::string const& declared) {
  if (decoded.utf8.find("\uFFFD") != std::string::npos)
    return "holds bytes that are no text in " + decoded.charset + "; they are shown as U+FFFD";
  const bool says_utf8 = text::fold(declared).starts_with("utf");
  if (decoded.charset.starts_with("UTF-") || (!declared.empty() && !says_utf8)) return {};
  return "is not UTF-8 and declares no other charset; it was read as " + decoded.charset;
}

void tell_languages(Report& report, std::string_view hint) {
  report.language = text::identify_language(report.body(), hint);
  for (auto& block : report.blocks) {
    if (block.kind != BlockKind::noise) block.language = text::identify_language(block.text, report.language);
  }
}

}  // namespace

std::string Report::body() const {
  std::string whole;
  bool first = true;
  for (auto const& block : blocks) {
    if (!block.in_body()) continue;
    if (!first) whole += '\n';
    whole += block.text;
    first = false;
  }
  return whole;
}

BlockSpan Report::to_block(text::ByteSpan in_body) const {
  std::size_t begin = 0;
  BlockSpan result;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!blocks[i].in_body()) continue;
    const auto end = begin + blocks[i].text.size();
    if (in_body.begin <= end) {
      result.block = i;
      result.span = {in_body.begin - begin, std::min(in_body.end, end) - begin};
      return result;
    }
    begin = end + 1;
  }
  return result;
}

std::expected<Report, PageError> read_page(Source const& source, Limits const& limits, Vocabulary const& vocabulary) {
  auto const& words = vocabulary.tables();
  if (is_blank(source.bytes)) return std::unexpected(PageError{PageErrorCode::empty, "is empty"});
  if (source.bytes.size() > limits.bytes) {
    return std::unexpected(
        PageError{PageErrorCode::too_large, "is larger than the limit of " + std::to_string(limits.bytes) + " bytes"});
  }
  if (is_binary(source.bytes))
    return std::unexpected(
        PageError{PageErrorCode::not_text, "is no text: an image, an archive or another binary file"});

  const auto declared = source.charset.empty() ? declared_charset(source.bytes) : source.charset;
  auto bytes = text::decode(source.bytes, declared);
  const auto decoded = text::Text::from_utf8(bytes.utf8);
  bytes.utf8 = decoded.view();
  const bool html = source.form == Form::html || (source.form == Form::detect && looks_like_html(decoded.view()));
  Markup markup;
  if (html) {
    auto read = read_html(decoded.view(), limits, words);
    if (!read) return std::unexpected(read.error());
    markup = std::move(*read);
  } else {
    markup.lines = lines_of(decoded.view());
    markup.embeds = take_posts(markup.lines, words);
  }

  Report report;
  report.path = source.path;
  report.note = note_of(bytes, declared);
  report.title = std::move(markup.title);
  report.url = source.url;
  if (report.url.empty()) report.url = std::move(markup.url);
  report.outlet = std::move(markup.outlet);
  report.byline = std::move(markup.byline);
  if (markup.published_basis != DateBasis::unknown && time::day_of(markup.published))
    report.published = {markup.published, markup.published_basis, {}};
  report.blocks = choose_body(std::move(markup.lines), report.title, words);
  if (report.body().empty()) return std::unexpected(PageError{PageErrorCode::no_article, "holds no article"});
  insert_posts(report, markup.embeds);
  if (report.outlet.empty()) report.outlet = outlet_in_notices(report);
  if (report.published.value.empty()) date_from_text(report, words);
  if (report.published.value.empty()) date_from_posts(report);
  tell_languages(report, markup.language);
  report.id = "r" + hash_of({source.bytes, source.record_id.empty() ? std::string_view(report.url)
                                                                    : std::string_view(source.record_id)});
  return report;
}

}  // namespace recoupe::page
