#include "page/markup_pieces.hpp"

#include <algorithm>
#include <array>

namespace recoupe::page {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return small(c) >= 'a' && small(c) <= 'z'; }

bool is_name(std::string_view written, std::string_view name) { return std::ranges::equal(written, name, {}, small); }

bool holds(std::string_view text, std::string_view name) { return !std::ranges::search(text, name, {}, small).empty(); }

// Elements whose text is no markup; of most of them nobody reads it.
enum class RawText : unsigned char { none, kept, unread };

RawText raw_text_of(std::string_view name) {
  static constexpr std::array<std::string_view, 4> unread{"script", "style", "noscript", "iframe"};
  static constexpr std::array<std::string_view, 5> kept{"title", "textarea", "xmp", "noembed", "noframes"};
  const auto alike = [name](std::string_view other) { return is_name(name, other); };
  if (name.size() < 3) return RawText::none;
  if (std::ranges::any_of(unread, alike)) return RawText::unread;
  return std::ranges::any_of(kept, alike) ? RawText::kept : RawText::none;
}

class Skimmer {
 public:
  explicit Skimmer(std::string_view markup) : markup_(markup) {}

  std::vector<std::string_view> run() {
    for (auto at = markup_.find('<'); at != npos && at + 1 < markup_.size(); at = markup_.find('<', at)) {
      at = markup_[at + 1] == '!' || markup_[at + 1] == '?' ? behind_declaration(at) : behind_tag(at);
      if (at == npos) break;
    }
    take_up_to(markup_.size());
    return std::move(pieces_);
  }

 private:
  void take_up_to(std::size_t end) {
    if (begin_ < end) pieces_.push_back(markup_.substr(begin_, end - begin_));
    begin_ = end;
  }

  void leave_out(std::size_t begin, std::size_t end) {
    constexpr std::size_t worth_it = 16;  // bytes
    if (end < begin + worth_it) return;
    take_up_to(begin);
    begin_ = end;
  }

  // Each of these gives the place behind what begins at `at`; npos where the rest is better left to a parser.
  std::size_t behind_declaration(std::size_t at) {
    const auto rest = markup_.substr(at);
    if (rest.starts_with("<![CDATA[")) return npos;
    if (!rest.starts_with("<!--")) return markup_.find('>', at);
    for (auto end = markup_.find("--", at + 2); end != npos; end = markup_.find("--", end + 1)) {
      auto close = end + 2;
      if (close < markup_.size() && markup_[close] == '!' && end >= at + 4) ++close;
      if (close >= markup_.size() || markup_[close] != '>') continue;
      leave_out(at + 4, end);  // its signs stay: without them what stands around it might become one
      return close + 1;
    }
    return npos;
  }

  std::size_t behind_tag(std::size_t at) {
    const bool closes = markup_[at + 1] == '/';
    const auto name_begin = at + (closes ? 2U : 1U);
    if (name_begin >= markup_.size()) return npos;
    if (!is_letter(markup_[name_begin])) return closes ? markup_.find('>', name_begin) : at + 1;  // as a comment
    auto name_end = name_begin;
    while (name_end < markup_.size() && !is_blank(markup_[name_end]) && markup_[name_end] != '/' &&
           markup_[name_end] != '>')
      ++name_end;
    const auto name = markup_.substr(name_begin, name_end - name_begin);
    if (is_name(name, "plaintext")) return npos;
    const auto behind = behind_attributes(name_end);
    const auto raw = closes ? RawText::none : raw_text_of(name);
    if (behind == npos || raw == RawText::none) return behind;
    if (markup_[behind - 2] == '/') return npos;  // an empty element in drawings, none elsewhere
    const bool data = holds(markup_.substr(name_end, behind - name_end), "ld+json");
    return behind_raw_text(behind, name, data ? RawText::kept : raw);
  }

  // HTML Living Standard, sections 13.2.5.32 to 39.
  std::size_t behind_attributes(std::size_t at) const {
    const auto size = markup_.size();
    while (at < size) {
      while (at < size && (is_blank(markup_[at]) || markup_[at] == '/')) ++at;
      if (at < size && markup_[at] == '>') return at + 1;
      if (at < size) ++at;  // a name may begin with any sign
      while (at < size && !is_blank(markup_[at]) && markup_[at] != '/' && markup_[at] != '>' && markup_[at] != '=')
        ++at;
      while (at < size && is_blank(markup_[at])) ++at;
      if (at < size && markup_[at] == '=') at = behind_value(at + 1);
    }
    return npos;
  }

  std::size_t behind_value(std::size_t at) const {
    while (at < markup_.size() && is_blank(markup_[at])) ++at;
    if (at >= markup_.size()) return at;
    if (markup_[at] == '"' || markup_[at] == '\'') {
      const auto close = markup_.find(markup_[at], at + 1);
      return close == npos ? markup_.size() : close + 1;
    }
    while (at < markup_.size() && !is_blank(markup_[at]) && markup_[at] != '>') ++at;
    return at;
  }

  std::size_t behind_raw_text(std::size_t begin, std::string_view name, RawText raw) {
    const auto end = end_tag(begin, name);
    if (end == npos) return npos;
    const auto text = markup_.substr(begin, end - begin);
    const auto comment = is_name(name, "script") ? text.find("<!--") : npos;
    if (comment != npos && holds(text.substr(comment), "<script")) return npos;
    if (raw == RawText::unread) leave_out(begin, end);
    return end;
  }

  std::size_t end_tag(std::size_t from, std::string_view name) const {
    for (auto at = markup_.find("</", from); at != npos; at = markup_.find("</", at + 2)) {
      const auto end = at + 2 + name.size();
      if (end >= markup_.size()) return npos;
      const char next = markup_[end];
      const bool ends = next == '>' || next == '/' || is_blank(next);
      if (ends && std::ranges::equal(markup_.substr(at + 2, name.size()), name, {}, small, small)) return at;
    }
    return npos;
  }

  std::string_view markup_;
  std::size_t begin_ = 0;  // of what is not yet a piece
  std::vector<std::string_view> pieces_;
};

}  // namespace

std::vector<std::string_view> pieces_to_parse(std::string_view markup) { return Skimmer(markup).run(); }

}  // namespace recoupe::page
