#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "page/choose_body.hpp"
#include "page/html.hpp"
#include "page/posts.hpp"
#include "page/published.hpp"
#include "page/report.hpp"
#include "text/decode.hpp"
#include "text/fold.hpp"

namespace recoupe::page {
namespace {

constexpr std::uint64_t fnv_prime = 0x100000001b3ULL;

// FNV-1a, 64 bits; what lies behind the first bytes is taken eight at a time, for pages of megabytes.
std::uint64_t hashed(std::uint64_t hash, std::string_view part) {
  constexpr std::size_t by_bytes = 4096;
  const auto head = part.substr(0, by_bytes);
  for (char c : head) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
  part.remove_prefix(head.size());
  for (; part.size() >= sizeof(std::uint64_t); part.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t eight = 0;
    for (unsigned i = 0; i < sizeof(eight); ++i)
      eight |= static_cast<std::uint64_t>(static_cast<unsigned char>(part[i])) << (8 * i);
    hash = (hash ^ eight) * fnv_prime;
    hash ^= hash >> 32U;  // the upper bytes must reach the lower ones
  }
  for (char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
  return hash;
}

// Of bytes and then what else tells one report from another.
std::string hash_of(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (auto part : parts) hash = (hashed(hash, part) ^ 0xFFU) * fnv_prime;
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

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (auto line = trimmed_line(text.substr(0, end)); !line.empty()) lines.push_back({.text = std::move(line)});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// "© Outlet. All rights reserved": whom a notice of rights names.
std::string outlet_in_notices(Report const& report) {
  constexpr std::string_view sign = "\u00A9";
  for (auto const& block : report.blocks) {
    if (!block.text.starts_with(sign)) continue;
    auto name = trimmed_line(std::string_view(block.text).substr(sign.size()));
    name = name.substr(0, name.find_first_of(".,;-|"));
    while (!name.empty() && (std::isdigit(static_cast<unsigned char>(name.front())) != 0 || name.front() == ' '))
      name.erase(0, 1);
    while (!name.empty() && name.back() == ' ') name.pop_back();
    if (!name.empty() && name.size() < 60) return name;
  }
  return {};
}

// A page's bytes as text. What is valid UTF-8 already, as most pages are, is looked at where it lies.
class Decoded {
 public:
  Decoded(std::string_view bytes, std::string const& declared) {
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (!marked && bytes.find('\0') == std::string_view::npos && simdjson::validate_utf8(bytes.data(), bytes.size())) {
      text_ = bytes;
      return;
    }
    auto read = text::decode(bytes, declared);
    charset_ = std::move(read.charset);
    own_ = text::Text::from_utf8(read.utf8).view();
    text_ = own_;
    damaged_ = text_.find("\uFFFD") != std::string_view::npos;
  }
  Decoded(Decoded const&) = delete;
  Decoded& operator=(Decoded const&) = delete;
  std::string_view text() const { return text_; }
  std::string const& charset() const { return charset_; }
  bool is_damaged() const { return damaged_; }

 private:
  std::string own_;
  std::string_view text_;
  std::string charset_ = "UTF-8";
  bool damaged_ = false;
};

// Bytes that no declared charset explains are read by a guess, and that is said.
std::string note_of(Decoded const& page, std::string const& declared) {
  if (page.is_damaged()) return "holds bytes that are no text in " + page.charset() + "; they are shown as U+FFFD";
  const bool says_utf8 = text::fold(declared).starts_with("utf");
  if (page.charset().starts_with("UTF-") || (!declared.empty() && !says_utf8)) return {};
  return "is not UTF-8 and declares no other charset; it was read as " + page.charset();
}

// Whether most of the letters beyond ASCII belong to the Arabic script: D8 to DB in UTF-8, and as many as blanks.
bool is_arabic(std::string_view text) {
  std::size_t arabic = 0;
  for (char c : text)
    arabic += static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB ? 1U : 0U;
  return arabic * 4 > text.size();
}

// At most so many bytes, cut between code points.
std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

void tell_languages(Report& report, std::string_view hint) {
  constexpr std::size_t enough = 4000;     // bytes of a body tell its language
  constexpr std::size_t told_alone = 400;  // bytes: a shorter paragraph in the body's script is in its language
  constexpr std::size_t enough_of_a_block = 800;
  const auto body = report.body();
  const bool arabic = is_arabic(body);
  report.language = text::identify_language(beginning(body, enough), hint);
  for (auto& block : report.blocks) {
    if (block.kind == BlockKind::noise) continue;
    const bool told = block.kind == BlockKind::paragraph || block.kind == BlockKind::list;
    const bool alike = told && block.text.size() < told_alone && is_arabic(block.text) == arabic;
    block.language =
        alike ? report.language : text::identify_language(beginning(block.text, enough_of_a_block), report.language);
  }
}

// The blocks of the body in their order, then the embedded posts, each with the byte at which it begins, until `found`.
void each_place(std::vector<Block> const& blocks, auto const& found) {
  std::size_t begin = 0;
  for (bool embedded : {false, true}) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (embedded ? blocks[i].kind != BlockKind::embed : !blocks[i].in_body()) continue;
      if (found(i, begin)) return;
      begin += blocks[i].text.size() + 1;
    }
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
  BlockSpan result;
  each_place(blocks, [&](std::size_t block, std::size_t begin) {
    const auto end = begin + blocks[block].text.size();
    if (in_body.begin > end) return false;
    result = {block, {in_body.begin - begin, std::min(in_body.end, end) - begin}};
    return true;
  });
  return result;
}

std::size_t Report::place_of(std::size_t block) const {
  std::size_t place = 0;
  each_place(blocks, [&](std::size_t at, std::size_t begin) {
    place = begin;
    return at == block;
  });
  return place;
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
  const Decoded page(source.bytes, declared);
  const bool html = source.form == Form::html || (source.form == Form::detect && looks_like_html(page.text()));
  Markup markup;
  if (html) {
    auto read = read_html(page.text(), limits, words);
    if (!read) return std::unexpected(read.error());
    markup = std::move(*read);
  } else {
    markup.lines = lines_of(page.text());
    markup.posts = take_posts(markup.lines, words);
  }

  Report report;
  report.path = source.path;
  report.note = note_of(page, declared);
  auto titles = choose_titles(markup.said);
  if (!titles.empty()) report.title = titles.front();
  if (titles.size() > 1) report.other_titles.assign(titles.begin() + 1, titles.end());
  report.url = source.url.empty() ? std::move(markup.said.url) : std::string(text::Text::from_utf8(source.url).view());
  report.outlet = std::move(markup.said.outlet);
  report.byline = std::move(markup.said.byline);
  dates_of_url(report.url, markup.said.dates);
  choose_published(report, std::move(markup.said.dates), std::move(markup.said.updates), source.saved);
  report.blocks = choose_body(std::move(markup.lines), report.title, words);
  if (report.body().empty()) return std::unexpected(PageError{PageErrorCode::no_article, "holds no article"});
  insert_posts(report, markup.posts);
  if (report.outlet.empty()) report.outlet = outlet_in_notices(report);
  tell_languages(report, markup.said.language);
  if (report.published.value.empty()) published_by_text(report, words, source.saved);
  if (report.published.value.empty()) published_by_posts(report);
  report.id = "r" + hash_of({source.bytes, source.record_id.empty() ? std::string_view(report.url)
                                                                    : std::string_view(source.record_id)});
  return report;
}

}  // namespace recoupe::page
