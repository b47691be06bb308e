#include "page/html.hpp"

#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::page {
namespace {

std::string_view attribute(lxb_dom_element_t* element, std::string_view name) {
  std::size_t length = 0;
  const auto* value =
      lxb_dom_element_get_attribute(element, reinterpret_cast<const lxb_char_t*>(name.data()), name.size(), &length);
  return value == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(value), length);
}

std::string_view tag_of(lxb_dom_element_t* element) {
  std::size_t length = 0;
  const auto* name = lxb_dom_element_local_name(element, &length);
  return {reinterpret_cast<const char*>(name), length};
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_dropped(std::string_view tag) {
  return one_of(tag, {"script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select",
                      "textarea", "input", "head", "canvas", "audio", "video"});
}

bool is_outside(std::string_view tag) { return one_of(tag, {"nav", "footer", "aside", "form"}); }

// Elements around a whole page or article: what their names mention in passing says nothing of what they hold.
bool holds_all(std::string_view tag) { return one_of(tag, {"html", "body", "main", "article"}); }

bool is_block(std::string_view tag) {
  return one_of(tag, {"p",  "div", "article", "section",    "main",   "header",     "footer",  "aside",  "nav", "form",
                      "h1", "h2",  "h3",      "h4",         "h5",     "h6",         "ul",      "ol",     "li",  "table",
                      "tr", "td",  "th",      "blockquote", "figure", "figcaption", "pre",     "dl",     "dt",  "dd",
                      "br", "hr",  "body",    "address",    "tbody",  "center",     "details", "summary"});
}

bool is_hidden(lxb_dom_element_t* element) {
  if (lxb_dom_element_has_attribute(element, reinterpret_cast<const lxb_char_t*>("hidden"), 6)) return true;
  std::string style(attribute(element, "style").substr(0, 500));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

// The words of class, id and role, at their spaces; whole words and whole names are compared.
template <class Set>
bool names_one(std::string_view names, Set const& set) {
  static constexpr std::string_view ends = " \t\n";
  std::array<char, 40> word{};
  std::size_t length = 0;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    if (ends.find(c) == std::string_view::npos) {
      if (length < word.size()) word[length] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      ++length;
      continue;
    }
    if (length > 0 && length <= word.size() && set.contains(std::string_view(word.data(), length))) return true;
    length = 0;
  }
  return false;
}

// As names_one, but for the parts of names between their signs: "related" in "box__related-links".
template <class Set>
bool has_part(std::string_view names, Set const& set) {
  std::array<char, 40> word{};
  std::size_t length = 0;
  char before = ' ';
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool capital = c >= 'A' && c <= 'Z';
    const bool hump = capital && before >= 'a' && before <= 'z';
    const bool sign = c == ' ' || c == '\t' || c == '\n' || c == '-' || c == '_' || c == ':';
    if (sign || hump) {
      if (length > 0 && length <= word.size() && set.contains(std::string_view(word.data(), length))) return true;
      length = 0;
    }
    before = c;
    if (sign) continue;
    if (length < word.size()) word[length] = static_cast<char>(capital ? c + 32 : c);
    ++length;
  }
  return false;
}

template <class Set>
bool has_part(std::string_view classes, std::string_view id, Set const& set) {
  return has_part(classes, set) || has_part(id, set);
}

struct Place {  // of the element that is being read
  bool outside = false;
  bool in_body = false;
  bool in_link = false;
  bool cell = false;
  bool named_caption = false;
  bool standfirst = false;
  bool about = false;
  int level = 0;
  std::size_t container = 0;
  BlockKind kind = BlockKind::paragraph;
};

// One walk over the tree, without recursion.
class Walker {
 public:
  Walker(Limits const& limits, Vocabulary::Tables const& words, Markup& markup)
      : limits_(limits), words_(words), markup_(markup) {}

  bool walk(lxb_dom_node_t* root) {
    auto* node = root;
    std::vector<Place> places{{}};
    markup_.containers.push_back({});
    while (node != nullptr) {
      const bool enters = enter(node, places);
      if (places.size() > limits_.depth) return false;
      if (enters && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      if (enters) leave(node, places);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        if (node == nullptr || node == root) break;
        leave(node, places);
      }
      node = node == root || node == nullptr ? nullptr : node->next;
    }
    flush({});
    return true;
  }

 private:
  // False where the subtree is not looked into; elements that are entered stand on `places`.
  bool enter(lxb_dom_node_t* node, std::vector<Place>& places) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      text(node, places.back());
      return false;
    }
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT) return node->type == LXB_DOM_NODE_TYPE_DOCUMENT;
    auto* element = lxb_dom_interface_element(node);
    const auto tag = tag_of(element);
    if (is_dropped(tag) || is_hidden(element)) return false;
    auto place = places.back();
    if (is_block(tag)) flush(place);
    if ((tag == "blockquote" || tag == "div") && embed(node, element)) return false;
    const auto classes = attribute(element, "class");
    const auto id = attribute(element, "id");
    if (names_one(classes, words_.body_classes) || names_one(id, words_.body_classes) ||
        attribute(element, "itemprop") == "articleBody")
      place.in_body = true;
    const bool named_noise = names_one(classes, words_.noise_classes) || names_one(id, words_.noise_classes) ||
                             names_one(classes, words_.noise_names) || names_one(id, words_.noise_names);
    // A form around the whole page is no form to fill in.
    const bool page_form = tag == "form" && places.back().container <= 2;
    if ((is_outside(tag) && !page_form) || (named_noise && !holds_all(tag))) place.outside = true;
    if (is_block(tag) && tag != "br" && tag != "hr") {
      const bool hinted = !holds_all(tag) && has_part(classes, id, words_.noise_classes);
      markup_.containers.push_back(
          {places.back().container, weight_of(tag, hinted, place.in_body), shape_of(tag, classes), hinted,
           !holds_all(tag) && has_part(classes, id, words_.about_classes), has_part(classes, id, words_.lead_classes)});
      place.container = markup_.containers.size() - 1;
    }
    if (tag == "a") place.in_link = true;
    if (tag == "figure" || (!holds_all(tag) && has_part(classes, words_.caption_classes)))
      place.kind = BlockKind::caption;
    if (tag == "table") place.kind = BlockKind::paragraph;
    if (tag == "td" || tag == "th") place.cell = true;
    if (!holds_all(tag) && has_part(classes, id, words_.standfirst_classes)) place.standfirst = true;
    if (!holds_all(tag) && has_part(classes, id, words_.about_classes)) place.about = true;
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
      place.kind = BlockKind::headline;
      place.level = tag[1] - '0';
    }
    if (tag == "li") place.kind = BlockKind::list;
    if (tag == "blockquote") place.kind = BlockKind::quote;
    if (tag == "figcaption") place.kind = BlockKind::caption;
    if (tag == "figcaption") place.named_caption = true;
    places.push_back(place);
    return true;
  }

  // What a name says of its element: a part of a word is a hint only.
  static double weight_of(std::string_view tag, bool hinted, bool in_body) {
    double weight = in_body ? 1.25 : 1;
    if (tag == "article" || tag == "main") weight *= 1.15;
    if (hinted) weight *= 0.4;
    return weight;
  }

  // Elements alike in tag and class are parts of one thing; 0 where a class says nothing.
  static std::size_t shape_of(std::string_view tag, std::string_view classes) {
    if (classes.empty()) return 0;
    return std::hash<std::string_view>{}(classes) * 31 + std::hash<std::string_view>{}(tag);
  }

  void leave(lxb_dom_node_t* node, std::vector<Place>& places) {
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT || places.size() <= 1) return;
    if (is_block(tag_of(lxb_dom_interface_element(node)))) flush(places.back());
    places.pop_back();
  }

  void text(lxb_dom_node_t* node, Place const& place) {
    const auto& data = lxb_dom_interface_character_data(node)->data;
    const std::string_view written(reinterpret_cast<const char*>(data.data), data.length);
    for (char c : written) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (blank) {
        if (!line_.empty() && line_.back() != ' ') line_ += ' ';
      } else {
        line_ += c;
        if (place.in_link) ++linked_;
      }
    }
    if (!written.empty()) place_ = place;
  }

  void flush(Place const&) {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty()) {
      Line line;
      line.kind = place_.kind;
      line.linked = static_cast<double>(linked_) / static_cast<double>(line_.size());
      line.outside = place_.outside;
      line.in_body = place_.in_body;
      line.cell = place_.cell;
      line.level = place_.level;
      line.standfirst = place_.standfirst;
      line.about = place_.about;
      line.named_caption = place_.named_caption;
      line.container = place_.container;
      line.text = std::move(line_);
      markup_.lines.push_back(std::move(line));
    }
    line_.clear();
    linked_ = 0;
  }

  // A post of another site quoted as a blockquote.
  bool embed(lxb_dom_node_t* node, lxb_dom_element_t* element) {
    static constexpr std::array names{"twitter-tweet", "twitter-video", "instagram-media",
                                      "fb-post",       "fb-video",      "tiktok-embed"};
    const auto classes = attribute(element, "class");
    if (std::ranges::none_of(names, [&](std::string_view name) { return classes.starts_with(name); })) return false;
    std::size_t length = 0;
    const auto* content = lxb_dom_node_text_content(node, &length);
    Embed found;
    found.before_line = markup_.lines.size();
    if (content != nullptr) found.text.assign(reinterpret_cast<const char*>(content), length);
    std::ranges::replace(found.text, '\n', ' ');
    markup_.embeds.push_back(std::move(found));
    return true;
  }

  Limits const& limits_;
  Vocabulary::Tables const& words_;
  Markup& markup_;
  std::string line_;
  std::size_t linked_ = 0;
  Place place_;
};

void take_date(Markup& markup, std::string_view value, DateBasis basis) {
  const bool dated = value.size() >= 10 && std::isdigit(static_cast<unsigned char>(value[0])) && value[4] == '-';
  if (!dated || (markup.published_basis != DateBasis::unknown && markup.published_basis <= basis)) return;
  markup.published = value.substr(0, 10);
  markup.published_basis = basis;
}

// JSON-LD: objects within arrays within objects, to a bounded depth.
void read_json_ld(simdjson::dom::element const& element, Markup& markup, int depth) {
  if (depth > 8) return;
  if (element.is_array()) {
    for (auto child : simdjson::dom::array(element)) read_json_ld(child, markup, depth + 1);
    return;
  }
  if (!element.is_object()) return;
  std::string_view value;
  if (element["datePublished"].get(value) == simdjson::SUCCESS) take_date(markup, value, DateBasis::json_ld);
  if (element["articleBody"].get(value) == simdjson::SUCCESS && value.size() > markup.article_text.size())
    markup.article_text = value;
  if (markup.title.empty() && element["headline"].get(value) == simdjson::SUCCESS) markup.title = value;
  simdjson::dom::element child;
  if (markup.outlet.empty() && element["publisher"].get(child) == simdjson::SUCCESS && child.is_object() &&
      child["name"].get(value) == simdjson::SUCCESS)
    markup.outlet = value;
  if (markup.byline.empty() && element["author"].get(child) == simdjson::SUCCESS && child.is_object() &&
      child["name"].get(value) == simdjson::SUCCESS)
    markup.byline = value;
  if (element["@graph"].get(child) == simdjson::SUCCESS) read_json_ld(child, markup, depth + 1);
}

std::string text_of(lxb_dom_node_t* node) {
  std::size_t length = 0;
  const auto* content = lxb_dom_node_text_content(node, &length);
  return content == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(content), length);
}

std::string one_line(std::string const& text) {
  std::string line;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void read_meta(lxb_dom_element_t* element, Markup& markup, std::string& open_graph_title) {
  const auto content = attribute(element, "content");
  auto name = attribute(element, "property");
  if (name.empty()) name = attribute(element, "name");
  if (name.empty()) name = attribute(element, "itemprop");
  if (content.empty()) return;
  if (name == "og:title") open_graph_title = content;
  if (name == "og:site_name") markup.outlet = content;
  if (name == "og:url" && markup.url.empty()) markup.url = content;
  if (name == "author" && markup.byline.empty()) markup.byline = content;
  if (name == "article:published_time") take_date(markup, content, DateBasis::open_graph);
  if (one_of(name, {"date", "pubdate", "publishdate", "publish_date", "datePublished", "dc.date", "DC.date.issued",
                    "dcterms.created", "article.published", "parsely-pub-date", "sailthru.date", "date.created"})) {
    take_date(markup, content, DateBasis::meta);
  }
}

bool within(std::string const& whole, std::string const& part) {
  return !part.empty() && text::fold(whole).find(text::fold(part)) != std::string::npos;
}

std::size_t words_of(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(text, ' '));
}

// A heading that the head of the page says too; else what the metadata say; else a heading of some words.
std::string choose_title(std::vector<std::string> const& headings, std::string const& open_graph,
                         std::string const& element, std::string const& json_ld) {
  constexpr std::size_t some_words = 3;
  std::string best;
  for (auto const& heading : headings) {
    const bool said = within(element, heading) || within(open_graph, heading) || within(json_ld, heading);
    if (said && (words_of(heading) >= some_words || heading.size() * 2 > open_graph.size()) &&
        words_of(heading) > words_of(best))
      best = heading;
  }
  if (!best.empty() && (words_of(best) >= some_words || open_graph.empty())) return best;
  std::vector<std::string> long_ones;
  for (auto const& heading : headings) {
    if (words_of(heading) >= some_words) long_ones.push_back(heading);
  }
  if (long_ones.size() == 1) return long_ones.front();
  if (!open_graph.empty()) return open_graph;
  if (!json_ld.empty()) return json_ld;
  if (!long_ones.empty()) return long_ones.front();
  return element.empty() && !headings.empty() ? headings.front() : element;
}

// "Title | Outlet", "Title - Outlet": the outlet at the end is no part of the title.
void strip_outlet(std::string& title, std::string const& outlet) {
  constexpr std::size_t longest_outlet = 4;  // words
  for (std::string_view sign : {" | ", " - ", " \u2013 ", " \u2014 ", " \u2022 ", " \u00BB ", " :: "}) {
    const auto at = title.rfind(sign);
    if (at == std::string::npos) continue;
    const auto last = title.substr(at + sign.size());
    const bool named = !outlet.empty() && text::fold(last) == text::fold(outlet);
    const bool likely = sign != " - " && sign != " \u2013 " && words_of(last) <= longest_outlet &&
                        words_of(title.substr(0, at)) >= longest_outlet;
    if (named || likely) return title.resize(at);
  }
}

// Days that scripts and other attributes carry: "datePublished":"2021-04-06T…".
void date_from_bytes(Markup& markup, std::string_view html) {
  constexpr std::size_t most = 4'000'000;  // bytes looked at
  html = html.substr(0, most);
  for (std::string_view key : {"datePublished", "publishedAt", "published_at", "publishDate", "publish_date",
                               "publicationDate", "first_published_at", "article:published_time"}) {
    for (auto at = html.find(key); at != std::string_view::npos && markup.published_basis == DateBasis::unknown;
         at = html.find(key, at + key.size())) {
      auto value = html.substr(at + key.size(), 24);
      const auto digit = value.find_first_of("0123456789");
      const auto quiet = value.substr(0, digit).find_first_not_of("\"': =\\");
      if (digit == std::string_view::npos || (quiet != std::string_view::npos && quiet < digit)) continue;
      take_date(markup, value.substr(digit), DateBasis::meta);
    }
  }
}

// What the head and the machine-readable parts say, wherever they stand.
void read_metadata(lxb_dom_node_t* root, Markup& markup) {
  std::string open_graph_title;
  std::string title_element;
  std::vector<std::string> headings;
  simdjson::dom::parser parser;
  auto* node = root;
  while (node != nullptr) {
    if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      auto* element = lxb_dom_interface_element(node);
      const auto tag = tag_of(element);
      if (tag == "meta") read_meta(element, markup, open_graph_title);
      if (tag == "link" && attribute(element, "rel") == "canonical") markup.url = attribute(element, "href");
      if (tag == "html") markup.language = attribute(element, "lang").substr(0, 2);
      if (tag == "time") take_date(markup, attribute(element, "datetime"), DateBasis::time_element);
      if (attribute(element, "itemprop") == "datePublished") {
        take_date(markup, attribute(element, "content"), DateBasis::meta);
        take_date(markup, attribute(element, "datetime"), DateBasis::meta);
      }
      if (tag == "title" && title_element.empty()) title_element = one_line(text_of(node));
      if (tag == "h1" && headings.size() < 8) headings.push_back(one_line(text_of(node)));
      if (tag == "script" && attribute(element, "type") == "application/ld+json") {
        const auto json = text_of(node);
        simdjson::dom::element parsed;
        if (parser.parse(json).get(parsed) == simdjson::SUCCESS) read_json_ld(parsed, markup, 0);
      }
    }
    if (node->first_child != nullptr) {
      node = node->first_child;
      continue;
    }
    while (node != root && node->next == nullptr && node->parent != nullptr) node = node->parent;
    node = node == root ? nullptr : node->next;
  }
  open_graph_title = one_line(open_graph_title);
  markup.title = choose_title(headings, open_graph_title, title_element, one_line(markup.title));
  strip_outlet(markup.title, markup.outlet);
}

// /2022/09/19/ · -20220919 · 2022-09-19
void date_from_url(Markup& markup) {
  if (markup.published_basis != DateBasis::unknown) return;
  static constexpr std::string_view shapes[] = {"/dddd/dd/dd", "/dddd-dd-dd", "-dddd-dd-dd",
                                                "_dddd-dd-dd", "/dddddddd",   "-dddddddd"};
  auto const& url = markup.url;
  for (auto shape : shapes) {
    for (std::size_t at = 0; at + shape.size() <= url.size(); ++at) {
      std::string digits;
      bool fits = true;
      for (std::size_t i = 0; i < shape.size() && fits; ++i) {
        const bool digit = std::isdigit(static_cast<unsigned char>(url[at + i])) != 0;
        fits = shape[i] == 'd' ? digit : url[at + i] == shape[i];
        if (fits && digit) digits += url[at + i];
      }
      const auto end = at + shape.size();
      if (!fits || (end < url.size() && std::isdigit(static_cast<unsigned char>(url[end])) != 0)) continue;
      const auto day = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
      if ((!day.starts_with("19") && !day.starts_with("20")) || !time::day_of(day)) continue;
      return take_date(markup, day, DateBasis::url);
    }
  }
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const auto head = bytes.substr(0, 4096);
  const auto at = head.find("charset=");
  if (at == std::string_view::npos) return {};
  std::string name;
  for (char c : head.substr(at + 8)) {
    if (name.empty() && (c == '"' || c == '\'' || c == ' ')) continue;
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_') break;
    name += c;
  }
  return name;
}

std::expected<Markup, PageError> read_html(std::string_view utf8, Limits const& limits,
                                           Vocabulary::Tables const& words) {
  const std::unique_ptr<lxb_html_parser_t, decltype(&lxb_html_parser_destroy)> parser(lxb_html_parser_create(),
                                                                                      &lxb_html_parser_destroy);
  const auto unparsed = std::unexpected(PageError{PageErrorCode::not_text, "the markup could not be parsed"});
  if (lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return unparsed;
  // What stands in <noscript> is for readers without scripts, mostly unclosed; it is read as text and left out.
  lxb_html_parser_scripting_set(parser.get(), true);
  const std::unique_ptr<lxb_html_document_t, decltype(&lxb_html_document_destroy)> document(
      lxb_html_parse(parser.get(), reinterpret_cast<const lxb_char_t*>(utf8.data()), utf8.size()),
      &lxb_html_document_destroy);
  if (document == nullptr) return unparsed;
  Markup markup;
  auto* root = lxb_dom_interface_node(document.get());
  if (!Walker(limits, words, markup).walk(root)) {
    return std::unexpected(PageError{PageErrorCode::too_deep,
                                     "the markup is nested deeper than the limit of " + std::to_string(limits.depth)});
  }
  read_metadata(root, markup);
  date_from_url(markup);
  if (markup.published_basis == DateBasis::unknown) date_from_bytes(markup, utf8);
  find_regions(markup.lines, markup.containers);
  locate(markup.lines, markup.article_text);
  find_lead(markup.lines, markup.containers, markup.title);
  return markup;
}

}  // namespace recoupe::page
