#include "page/markup_pieces.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace recoupe::page {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return small(c) >= 'a' && small(c) <= 'z'; }

bool is_name(std::string_view written, std::string_view name) { return std::ranges::equal(written, name, {}, small); }

bool holds(std::string_view text, std::string_view name) { return !std::ranges::search(text, name, {}, small).empty(); }

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::any_of(names, [name](std::string_view other) { return is_name(name, other); });
}

// Elements whose text is no markup; of most of them nobody reads it.
enum class RawText : unsigned char { none, kept, unread };

RawText raw_text_of(std::string_view name) {
  static constexpr std::array<std::string_view, 4> unread{"script", "style", "noscript", "iframe"};
  static constexpr std::array<std::string_view, 5> kept{"title", "textarea", "xmp", "noembed", "noframes"};
  if (name.size() < 3) return RawText::none;
  if (is_one_of(name, unread)) return RawText::unread;
  return is_one_of(name, kept) ? RawText::kept : RawText::none;
}

// Attributes that are read here, or that decide where an element stands in the tree.
bool is_read(std::string_view attribute, std::string_view element) {
  static constexpr std::array<std::string_view, 20> anywhere{
      "class",  "id",   "style", "content", "datetime", "title", "itemprop",  "property",
      "hidden", "name", "rel",   "lang",    "type",     "cite",  "data-href", "data-instgrm-permalink",
      "color",  "face", "size",  "encoding"};
  if (is_name(attribute, "href")) return is_name(element, "a") || is_name(element, "link");
  if (is_name(attribute, "src")) return is_name(element, "iframe");
  return is_one_of(attribute, anywhere);
}

// Elements of drawings alone: none of them ends a drawing, and the text of each is markup.
bool is_drawn(std::string_view name) {
  static constexpr std::array<std::string_view, 27> names{
      "path",     "g",     "use",    "rect",           "circle",         "ellipse", "line",  "polygon",
      "polyline", "defs",  "mask",   "lineargradient", "radialgradient", "stop",    "title", "desc",
      "symbol",   "tspan", "filter", "pattern",        "animate",        "marker",  "svg",   "clippath",
      "style",    "image", "text"};
  return is_one_of(name, names) || is_name(name.substr(0, 2), "fe");  // effects of filters: feBlend, feOffset
}

// HTML may stand in these.
bool holds_html(std::string_view name) { return is_name(name, "title") || is_name(name, "desc"); }

class Skimmer {
 public:
  explicit Skimmer(std::string_view markup) : markup_(markup) {}

  std::string run() {
    for (auto at = markup_.find('<'); at != npos && at + 1 < markup_.size(); at = markup_.find('<', at)) {
      at = markup_[at + 1] == '!' || markup_[at + 1] == '?' ? behind_declaration(at) : behind_tag(at);
      if (at == npos) break;
    }
    take_up_to(markup_.size());
    return std::move(kept_);
  }

 private:
  void take_up_to(std::size_t end) {
    if (begin_ < end) kept_ += markup_.substr(begin_, end - begin_);
    begin_ = end;
  }

  void leave_out(std::size_t begin, std::size_t end) {
    constexpr std::size_t worth_it = 8;  // bytes
    if (end < begin + worth_it) return;
    take_up_to(begin);
    begin_ = end;
  }

  // Each of these gives the place behind what begins at `at`; npos where the rest is better left to a parser.
  std::size_t behind_declaration(std::size_t at) {
    const auto rest = markup_.substr(at);
    if (rest.starts_with("<![CDATA[")) return npos;
    if (!rest.starts_with("<!--")) return markup_.find('>', at);
    const auto comment = end_of_comment(at);
    // Its signs stay: without them what stands around it might become one.
    if (comment.behind != npos) leave_out(at + 4, comment.text);
    return comment.behind;
  }

  struct CommentEnd {
    std::size_t text = npos;  // where its text ends
    std::size_t behind = npos;
  };

  CommentEnd end_of_comment(std::size_t at) const {
    for (auto end = markup_.find("--", at + 2); end != npos; end = markup_.find("--", end + 1)) {
      auto close = end + 2;
      if (close < markup_.size() && markup_[close] == '!' && end >= at + 4) ++close;
      if (close < markup_.size() && markup_[close] == '>') return {end, close + 1};
    }
    return {};
  }

  std::size_t behind_tag(std::size_t at) {
    const bool closes = markup_[at + 1] == '/';
    const auto name_begin = at + (closes ? 2U : 1U);
    if (name_begin >= markup_.size()) return npos;
    if (!is_letter(markup_[name_begin])) return closes ? markup_.find('>', name_begin) : at + 1;  // as a comment
    const auto name = name_at(name_begin);
    const auto name_end = name_begin + name.size();
    if (is_name(name, "plaintext") || is_name(name, "math")) return npos;
    const auto [behind, empty] = behind_attributes(
        name_end, [&](std::string_view attribute, std::size_t end) { cut_attribute(name, attribute, end); });
    if (behind == npos || closes) return behind;
    if (is_name(name, "svg") && !empty) return behind_drawing(behind);
    const auto raw = raw_text_of(name);
    if (raw == RawText::none) return behind;
    if (empty) return npos;  // an empty element in drawings, none elsewhere
    const bool data = holds(markup_.substr(name_end, behind - name_end), "ld+json");
    return behind_raw_text(behind, name, data ? RawText::kept : raw);
  }

  std::string_view name_at(std::size_t begin) const {
    auto end = begin;
    while (end < markup_.size() && !is_blank(markup_[end]) && markup_[end] != '/' && markup_[end] != '>') ++end;
    return markup_.substr(begin, end - begin);
  }

  struct TagEnd {
    std::size_t behind = npos;
    bool empty = false;  // closed as in XML
  };

  // HTML Living Standard, sections 13.2.5.32 to 39. `each` is told an attribute's name and where it ends.
  template <class Each>
  TagEnd behind_attributes(std::size_t at, Each each) const {
    const auto size = markup_.size();
    while (at < size) {
      bool slash = false;  // just before
      for (; at < size && (is_blank(markup_[at]) || markup_[at] == '/'); ++at) slash = markup_[at] == '/';
      if (at < size && markup_[at] == '>') return {at + 1, slash};
      const auto begin = at;
      if (at < size) ++at;  // a name may begin with any sign
      while (at < size && !is_blank(markup_[at]) && markup_[at] != '/' && markup_[at] != '>' && markup_[at] != '=')
        ++at;
      const auto name = markup_.substr(begin, at - begin);
      while (at < size && is_blank(markup_[at])) ++at;
      if (at < size && markup_[at] == '=') at = behind_value(at + 1);
      if (at < size) each(name, at);
    }
    return {};
  }

  // An attribute that nobody reads is left out where what stands around it stays what it was.
  void cut_attribute(std::string_view element, std::string_view name, std::size_t end) {
    if (is_read(name, element)) return;
    const auto begin = static_cast<std::size_t>(name.data() - markup_.data());
    auto next = end;
    while (next < markup_.size() && is_blank(markup_[next])) ++next;
    const bool parts = is_blank(markup_[begin - 1]) && next < markup_.size() && markup_[next] != '=';
    if (parts) leave_out(begin, end);
  }

  std::size_t behind_drawing(std::size_t begin) {
    const auto end = end_of_drawing(begin);
    if (end != npos) leave_out(begin, end);
    return end;
  }

  // The place of its end tag, where it holds shapes alone, each closed in its turn.
  std::size_t end_of_drawing(std::size_t begin) const {
    constexpr std::size_t deepest = 64;
    std::vector<std::string_view> open{"svg"};
    for (auto at = markup_.find('<', begin); at != npos && at + 2 < markup_.size(); at = markup_.find('<', at)) {
      if (markup_.substr(at).starts_with("<!--")) {
        at = end_of_comment(at).behind;
        continue;
      }
      const bool closes = markup_[at + 1] == '/';
      const auto name = name_at(at + (closes ? 2U : 1U));
      if (closes ? !is_name(name, open.back()) : !is_drawn(name) || holds_html(open.back())) return npos;
      if (closes && open.size() == 1) return at;
      const auto tag = behind_attributes(at + (closes ? 2U : 1U) + name.size(), [](std::string_view, std::size_t) {});
      if (tag.behind == npos || open.size() > deepest) return npos;
      if (closes) open.pop_back();
      if (!closes && !tag.empty) open.push_back(name);
      at = tag.behind;
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
  std::size_t begin_ = 0;  // of what is neither kept nor left out yet
  std::string kept_;
};

}  // namespace

std::string markup_to_parse(std::string_view markup) { return Skimmer(markup).run(); }

}  // namespace recoupe::page
