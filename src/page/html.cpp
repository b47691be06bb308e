#include "page/html.hpp"

#include <lexbor/dom/interfaces/attr_const.h>
#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "page/markup_pieces.hpp"

namespace recoupe::page {
namespace {

std::string_view view_of(lexbor_str_t const* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text->data), text->length);
}

std::string_view attribute(lxb_dom_element_t* element, std::string_view name) {
  std::size_t length = 0;
  const auto* value =
      lxb_dom_element_get_attribute(element, reinterpret_cast<const lxb_char_t*>(name.data()), name.size(), &length);
  return value == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(value), length);
}

// The attributes that any element may carry, in one look at them.
struct Attributes {
  std::string_view classes, id, style, content, datetime, title, itemprop, property;
  bool hidden = false;
};

Attributes attributes_of(lxb_dom_element_t* element) {
  Attributes all;
  for (auto* at = lxb_dom_element_first_attribute(element); at != nullptr; at = lxb_dom_element_next_attribute(at)) {
    const auto value = view_of(at->value);
    switch (at->node.local_name) {
      case LXB_DOM_ATTR_CLASS:
        all.classes = value;
        break;
      case LXB_DOM_ATTR_ID:
        all.id = value;
        break;
      case LXB_DOM_ATTR_STYLE:
        all.style = value;
        break;
      case LXB_DOM_ATTR_CONTENT:
        all.content = value;
        break;
      case LXB_DOM_ATTR_TITLE:
        all.title = value;
        break;
      default: {
        std::size_t length = 0;
        const auto* written = reinterpret_cast<const char*>(lxb_dom_attr_local_name(at, &length));
        const std::string_view name(written, length);
        if (name == "itemprop") all.itemprop = value;
        if (name == "property") all.property = value;
        if (name == "datetime") all.datetime = value;
        if (name == "hidden") all.hidden = true;
      }
    }
  }
  return all;
}

bool is_hidden(Attributes const& attributes) {
  if (attributes.hidden) return true;
  if (attributes.style.empty()) return false;
  std::string style(attributes.style.substr(0, 500));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

bool is_dropped(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_SVG:
    case LXB_TAG_IFRAME:
    case LXB_TAG_OBJECT:
    case LXB_TAG_BUTTON:
    case LXB_TAG_SELECT:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_INPUT:
    case LXB_TAG_CANVAS:
    case LXB_TAG_AUDIO:
    case LXB_TAG_VIDEO:
    case LXB_TAG_TITLE:
      return true;
    default:
      return false;
  }
}

bool is_outside(lxb_tag_id_t tag) {
  return tag == LXB_TAG_NAV || tag == LXB_TAG_FOOTER || tag == LXB_TAG_ASIDE || tag == LXB_TAG_FORM;
}

// Elements around a whole page or article: what their names mention in passing says nothing of what they hold.
bool holds_all(lxb_tag_id_t tag) {
  return tag == LXB_TAG_HTML || tag == LXB_TAG_BODY || tag == LXB_TAG_MAIN || tag == LXB_TAG_ARTICLE;
}

bool is_block(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_P:
    case LXB_TAG_DIV:
    case LXB_TAG_ARTICLE:
    case LXB_TAG_SECTION:
    case LXB_TAG_MAIN:
    case LXB_TAG_HEADER:
    case LXB_TAG_FOOTER:
    case LXB_TAG_ASIDE:
    case LXB_TAG_NAV:
    case LXB_TAG_FORM:
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6:
    case LXB_TAG_UL:
    case LXB_TAG_OL:
    case LXB_TAG_LI:
    case LXB_TAG_TABLE:
    case LXB_TAG_TR:
    case LXB_TAG_TD:
    case LXB_TAG_TH:
    case LXB_TAG_BLOCKQUOTE:
    case LXB_TAG_FIGURE:
    case LXB_TAG_FIGCAPTION:
    case LXB_TAG_PRE:
    case LXB_TAG_DL:
    case LXB_TAG_DT:
    case LXB_TAG_DD:
    case LXB_TAG_BR:
    case LXB_TAG_HR:
    case LXB_TAG_BODY:
    case LXB_TAG_ADDRESS:
    case LXB_TAG_TBODY:
    case LXB_TAG_CENTER:
    case LXB_TAG_DETAILS:
    case LXB_TAG_SUMMARY:
      return true;
    default:
      return false;
  }
}

int level_of(lxb_tag_id_t tag) {
  constexpr std::array levels{LXB_TAG_H1, LXB_TAG_H2, LXB_TAG_H3, LXB_TAG_H4, LXB_TAG_H5, LXB_TAG_H6};
  const auto at = std::ranges::find(levels, tag);
  return at == levels.end() ? 0 : static_cast<int>(at - levels.begin()) + 1;
}

// Elements alike in tag and class are parts of one thing; 0 where a class says nothing.
std::size_t shape_of(lxb_tag_id_t tag, std::string_view classes) {
  return classes.empty() ? 0 : std::hash<std::string_view>{}(classes) * 31 + tag;
}

double weight_of(lxb_tag_id_t tag, bool hinted, bool in_body) {
  double weight = in_body ? 1.25 : 1;
  if (tag == LXB_TAG_ARTICLE || tag == LXB_TAG_MAIN) weight *= 1.15;
  if (hinted) weight *= 0.4;
  return weight;
}

std::string text_of(lxb_dom_node_t* node) {
  std::size_t length = 0;
  auto* content = lxb_dom_node_text_content(node, &length);
  if (content == nullptr) return {};
  std::string text(reinterpret_cast<const char*>(content), length);
  lxb_dom_document_destroy_text(node->owner_document, content);
  return text;
}

// "fr" of "fr-MA", in small letters; empty where the attribute begins with no such code.
std::string language_of(std::string_view written) {
  std::string code;
  for (char c : written.substr(0, 2)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c < 'a' || c > 'z') return {};
    code += c;
  }
  return code;
}

// The text of a script or a title: they hold one text and nothing else.
std::string_view only_text_of(lxb_dom_node_t* node) {
  const auto* child = node->first_child;
  if (child == nullptr || child->type != LXB_DOM_NODE_TYPE_TEXT) return {};
  return view_of(&lxb_dom_interface_character_data(child)->data);
}

// The last address within an element: of a quoted post its own.
std::string last_link(lxb_dom_node_t* root) {
  std::string link;
  for (auto* node = root->first_child; node != nullptr;) {
    if (node->type == LXB_DOM_NODE_TYPE_ELEMENT && lxb_dom_node_tag_id(node) == LXB_TAG_A)
      link = attribute(lxb_dom_interface_element(node), "href");
    if (node->first_child != nullptr) {
      node = node->first_child;
      continue;
    }
    while (node != root && node->next == nullptr) node = node->parent;
    node = node == root ? nullptr : node->next;
  }
  return link;
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
    flush();
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
    const auto tag = lxb_dom_node_tag_id(node);
    if (is_dropped(tag)) {
      read_apart(node, element, tag);
      return false;
    }
    const auto attributes = attributes_of(element);
    read_said(element, tag, attributes, places.back().outside);
    if (is_hidden(attributes)) return false;
    if (is_block(tag)) flush();
    if ((tag == LXB_TAG_BLOCKQUOTE || tag == LXB_TAG_DIV) && take_post(node, element, attributes.classes)) return false;
    places.push_back(place_in(places.back(), tag, attributes));
    return true;
  }

  Place place_in(Place place, lxb_tag_id_t tag, Attributes const& attributes) {
    const auto outer = place.container;
    const bool page_form = tag == LXB_TAG_FORM && outer <= 2;  // around the whole page: no form to fill in
    if (is_outside(tag) && !page_form) place.outside = true;
    PartNameSet says;
    if (!attributes.classes.empty()) says = of_classes(attributes.classes);
    if (!attributes.id.empty()) says.add(words_.part_names.of(attributes.id));
    if (says.whole(PartName::body) || attributes.itemprop == "articleBody") place.in_body = true;
    if (!holds_all(tag)) {
      if (says.whole(PartName::noise) || says.whole(PartName::noise_alone)) place.outside = true;
      if (says.part(PartName::caption)) place.kind = BlockKind::caption;
      if (says.part(PartName::standfirst)) place.standfirst = true;
      if (says.part(PartName::about)) place.about = true;
    }
    if (is_block(tag) && tag != LXB_TAG_BR && tag != LXB_TAG_HR) {
      const bool hinted = !holds_all(tag) && says.part(PartName::noise);
      markup_.containers.push_back({.parent = outer,
                                    .weight = weight_of(tag, hinted, place.in_body),
                                    .shape = shape_of(tag, attributes.classes),
                                    .hinted = hinted,
                                    .about = !holds_all(tag) && says.part(PartName::about),
                                    .lead = says.part(PartName::lead)});
      place.container = markup_.containers.size() - 1;
    }
    set_kind(place, tag);
    return place;
  }

  // The same few classes stand on most elements of a page.
  PartNameSet of_classes(std::string_view classes) {
    constexpr std::size_t most = 2000;
    constexpr std::size_t longest = 200;  // bytes
    if (classes.size() > longest || by_classes_.size() >= most) return words_.part_names.of(classes);
    const auto [known, fresh] = by_classes_.try_emplace(classes);
    if (fresh) known->second = words_.part_names.of(classes);
    return known->second;
  }

  static void set_kind(Place& place, lxb_tag_id_t tag) {
    if (tag == LXB_TAG_A) place.in_link = true;
    if (tag == LXB_TAG_FIGURE) place.kind = BlockKind::caption;
    if (tag == LXB_TAG_TABLE) place.kind = BlockKind::paragraph;
    if (tag == LXB_TAG_TD || tag == LXB_TAG_TH) place.cell = true;
    if (tag == LXB_TAG_LI) place.kind = BlockKind::list;
    if (tag == LXB_TAG_BLOCKQUOTE) place.kind = BlockKind::quote;
    if (tag == LXB_TAG_FIGCAPTION) place.kind = BlockKind::caption;
    if (tag == LXB_TAG_FIGCAPTION) place.named_caption = true;
    if (const auto level = level_of(tag); level > 0) {
      place.kind = BlockKind::headline;
      place.level = level;
    }
  }

  void leave(lxb_dom_node_t* node, std::vector<Place>& places) {
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT || places.size() <= 1) return;
    const auto tag = lxb_dom_node_tag_id(node);
    if (is_block(tag)) flush();
    if (level_of(tag) > 0) end_heading();
    places.pop_back();
  }

  void text(lxb_dom_node_t* node, Place const& place) {
    const auto written = view_of(&lxb_dom_interface_character_data(node)->data);
    if (written.empty()) return;
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); };
    for (std::size_t at = 0; at < written.size();) {
      auto begin = at;
      while (begin < written.size() && is_blank(written[begin])) ++begin;
      if (begin != at && !line_.empty() && line_.back() != ' ') line_ += ' ';
      auto end = begin;
      while (end < written.size() && !is_blank(written[end])) ++end;
      line_.append(written, begin, end - begin);
      if (place.in_link) linked_ += end - begin;
      at = end;
    }
    place_ = place;
  }

  void flush() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty()) {
      if (place_.level > 0) add_to_heading();
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
      line.text = line_;
      markup_.lines.push_back(std::move(line));
    }
    line_.clear();
    linked_ = 0;
  }

  void add_to_heading() {
    if (!heading_.empty()) heading_ += ' ';
    heading_ += line_;
    heading_level_ = place_.level;
  }

  void end_heading() {
    constexpr std::size_t most = 60;
    constexpr int lowest = 3;
    if (!heading_.empty() && heading_level_ <= lowest && markup_.said.headings.size() < most)
      markup_.said.headings.push_back({heading_level_, std::move(heading_)});
    heading_.clear();
  }

  // What is read for the metadata alone.
  void read_apart(lxb_dom_node_t* node, lxb_dom_element_t* element, lxb_tag_id_t tag) {
    auto& said = markup_.said;
    if (tag == LXB_TAG_TITLE && said.title_element.empty()) said.title_element = one_line(only_text_of(node));
    if (tag == LXB_TAG_SCRIPT && attribute(element, "type") == "application/ld+json")
      read_json_ld(only_text_of(node), said);
    if (tag == LXB_TAG_IFRAME) take_film(element);
  }

  void read_said(lxb_dom_element_t* element, lxb_tag_id_t tag, Attributes const& attributes, bool outside) {
    auto& said = markup_.said;
    if (tag == LXB_TAG_META) {
      auto name = attributes.property;
      if (name.empty()) name = attribute(element, "name");
      if (name.empty()) name = attributes.itemprop;
      return read_meta(name, attributes.content, said);
    }
    if (tag == LXB_TAG_LINK && attribute(element, "rel") == "canonical") said.url = attribute(element, "href");
    if (tag == LXB_TAG_HTML) said.language = language_of(attribute(element, "lang"));
    if (tag == LXB_TAG_TIME && !outside && !has_time_) {
      const auto before = said.dates.size();
      add_date(said.dates, attributes.datetime, DateBasis::time_element);
      has_time_ = said.dates.size() > before;
    }
    for (auto name : {attributes.itemprop, attributes.property}) {
      if (name.empty()) continue;
      for (auto value : {attributes.content, attributes.datetime, attributes.title}) {
        if (name != "author") read_meta(name, value, said);
      }
    }
  }

  // A post of another site, quoted.
  bool take_post(lxb_dom_node_t* node, lxb_dom_element_t* element, std::string_view classes) {
    static constexpr std::array<std::string_view, 6> names{"twitter-tweet", "twitter-video", "instagram-media",
                                                           "fb-post",       "fb-video",      "tiktok-embed"};
    if (std::ranges::none_of(names, [&](std::string_view name) { return classes.starts_with(name); })) return false;
    constexpr std::size_t longest = 3000;  // bytes: what is longer is an article in an element that is named so
    Post post;
    post.before_line = markup_.lines.size();
    post.text = one_line(text_of(node));
    if (post.text.size() > longest) return false;
    post.url = last_link(node);
    for (auto name : {"cite", "data-href", "data-instgrm-permalink"}) {
      if (const auto address = attribute(element, name); !address.empty()) post.url = address;
    }
    part_signature(post, words_);
    markup_.posts.push_back(std::move(post));
    return true;
  }

  // A film of another site: its title is all that the page holds of it.
  void take_film(lxb_dom_element_t* element) {
    const auto address = attribute(element, "src");
    const auto title = one_line(attribute(element, "title"));
    const bool film = address.find("youtube.com/embed/") != std::string_view::npos ||
                      address.find("youtube-nocookie.com/embed/") != std::string_view::npos;
    if (!film || title.find(' ') == std::string::npos) return;
    flush();
    Post post;
    post.before_line = markup_.lines.size();
    post.text = title;
    post.url = address;
    markup_.posts.push_back(std::move(post));
  }

  Limits const& limits_;
  Vocabulary::Tables const& words_;
  Markup& markup_;
  std::unordered_map<std::string_view, PartNameSet> by_classes_;  // views into the tree
  std::string line_;
  std::string heading_;
  int heading_level_ = 0;
  std::size_t linked_ = 0;
  bool has_time_ = false;
  Place place_;
};

std::unexpected<PageError> too_deep(Limits const& limits) {
  return std::unexpected(PageError{PageErrorCode::too_deep,
                                   "the markup is nested deeper than the limit of " + std::to_string(limits.depth)});
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

namespace {

// The tree lives no longer than its walk: it is several times as large as the page.
std::expected<Markup, PageError> walk_tree(std::string_view utf8, Limits const& limits,
                                           Vocabulary::Tables const& words) {
  const std::unique_ptr<lxb_html_parser_t, decltype(&lxb_html_parser_destroy)> parser(lxb_html_parser_create(),
                                                                                      &lxb_html_parser_destroy);
  const auto unparsed = std::unexpected(PageError{PageErrorCode::not_text, "the markup could not be parsed"});
  if (lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return unparsed;
  // What stands in <noscript> is for readers without scripts, mostly unclosed; it is read as text and left out.
  lxb_html_parser_scripting_set(parser.get(), true);
  const std::unique_ptr<lxb_html_document_t, decltype(&lxb_html_document_destroy)> document(
      lxb_html_parse_chunk_begin(parser.get()), &lxb_html_document_destroy);
  if (document == nullptr) return unparsed;
  // Each start tag looks through all open elements: bytes that open them without end must not be read to theirs.
  constexpr std::size_t chunk = 32U << 10U;
  const auto worth_it = markup_to_parse(utf8);
  for (std::string_view rest = worth_it; !rest.empty(); rest.remove_prefix(std::min(chunk, rest.size()))) {
    const auto piece = rest.substr(0, chunk);
    const auto* bytes = reinterpret_cast<const lxb_char_t*>(piece.data());
    if (lxb_html_parse_chunk_process(parser.get(), bytes, piece.size()) != LXB_STATUS_OK) return unparsed;
    if (lexbor_array_length(parser->tree->open_elements) > limits.depth) return too_deep(limits);
  }
  if (lxb_html_parse_chunk_end(parser.get()) != LXB_STATUS_OK) return unparsed;
  Markup markup;
  if (!Walker(limits, words, markup).walk(lxb_dom_interface_node(document.get()))) return too_deep(limits);
  return markup;
}

}  // namespace

std::expected<Markup, PageError> read_html(std::string_view utf8, Limits const& limits,
                                           Vocabulary::Tables const& words) {
  auto markup = walk_tree(utf8, limits, words);
  if (!markup) return markup;
  if (markup->said.dates.empty()) dates_in_bytes(utf8, markup->said.dates);
  find_regions(markup->lines, markup->containers);
  locate(markup->lines, markup->said.article_text);
  const auto titles = choose_titles(markup->said);
  find_lead(markup->lines, markup->containers, titles.empty() ? std::string_view() : titles.front());
  return markup;
}

}  // namespace recoupe::page
