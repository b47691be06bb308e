#include "page/metadata.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::page {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits of `text` where it has the shape of `shape` at its start: d is a digit, else the sign itself.
std::string digits_of(std::string_view text, std::string_view shape) {
  std::string digits;
  if (text.size() < shape.size()) return {};
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 'd' ? !is_digit(text[i]) : text[i] != shape[i]) return {};
    if (shape[i] == 'd') digits += text[i];
  }
  const bool goes_on = text.size() > shape.size() && is_digit(text[shape.size()]);
  return goes_on ? std::string() : digits;
}

std::string day_from(std::string const& year, std::string const& month, std::string const& day) {
  const bool likely = year.starts_with("19") || year.starts_with("20");
  auto whole = year + "-" + month + "-" + day;
  return likely && time::day_of(whole) ? whole : std::string();
}

std::string day_written(std::string_view value) {
  const auto begin = value.find_first_not_of(" \t\r\n\"'");
  if (begin == std::string_view::npos) return {};
  value.remove_prefix(begin);
  for (std::string_view shape : {"dddd-dd-dd", "dddd/dd/dd", "dddd.dd.dd", "dddddddd"}) {
    if (const auto digits = digits_of(value, shape); !digits.empty())
      return day_from(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
  }
  if (const auto digits = digits_of(value, "dd.dd.dddd"); !digits.empty())
    return day_from(digits.substr(4, 4), digits.substr(2, 2), digits.substr(0, 2));
  return {};
}

// The day in what stands behind the key of a script's data: `": "2026-03-11T…`.
std::string day_behind_key(std::string_view value) {
  const auto digit = value.find_first_of("0123456789");
  if (digit == std::string_view::npos || value.substr(0, digit).find_first_not_of("\"': =\\") != std::string_view::npos)
    return {};
  return day_written(value.substr(digit));
}

using simdjson::dom::element;

std::string text_at(element const& object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? one_line(value) : std::string();
}

// "Name", {"name": "Name"} or the first of several.
std::string name_at(element const& object, std::string_view key) {
  element child;
  if (object[key].get(child) != simdjson::SUCCESS) return {};
  simdjson::dom::array several;
  if (child.get(several) == simdjson::SUCCESS) {
    if (several.size() == 0) return {};
    child = several.at(0);
  }
  std::string_view name;
  if (child.get(name) == simdjson::SUCCESS) return one_line(name);
  return child.is_object() ? text_at(child, "name") : std::string();
}

// Objects within arrays within objects, to a bounded depth.
void read_object(element const& node, Metadata& said, int depth) {
  constexpr int deepest = 8;
  if (depth > deepest) return;
  simdjson::dom::array several;
  if (node.get(several) == simdjson::SUCCESS) {
    for (auto child : several) read_object(child, said, depth + 1);
    return;
  }
  if (!node.is_object()) return;
  std::string_view value;
  if (node["datePublished"].get(value) == simdjson::SUCCESS) add_date(said.dates, value, DateBasis::json_ld);
  if (node["dateModified"].get(value) == simdjson::SUCCESS) add_date(said.updates, value, DateBasis::json_ld);
  if (node["articleBody"].get(value) == simdjson::SUCCESS && value.size() > said.article_text.size())
    said.article_text = value;
  if (said.json_ld_title.empty()) said.json_ld_title = text_at(node, "headline");
  if (said.outlet.empty()) said.outlet = name_at(node, "publisher");
  if (said.byline.empty()) said.byline = name_at(node, "author");
  for (std::string_view key : {"@graph", "mainEntity"}) {
    element child;
    if (node[key].get(child) == simdjson::SUCCESS) read_object(child, said, depth + 1);
  }
}

std::size_t words_of(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(text, ' '));
}

constexpr std::string_view parting_signs[] = {" | ",      " - ",      " \u2013 ", " \u2014 ",
                                              " \u2022 ", " \u00BB ", " :: ",     " \u00B7 "};

// "Title | Outlet", "Title - Outlet": the outlet at the end is no part of the title.
std::string without_outlet(std::string title, std::string const& outlet) {
  constexpr std::size_t longest_outlet = 4;  // words
  for (auto sign : parting_signs) {
    const auto at = title.rfind(sign);
    if (at == std::string::npos) continue;
    const auto last = title.substr(at + sign.size());
    const bool named = !outlet.empty() && text::fold(last) == text::fold(outlet);
    const bool dash = sign == " - " || sign == " \u2013 ";
    const bool likely = !dash && words_of(last) <= longest_outlet && words_of(title.substr(0, at)) >= longest_outlet;
    if (!named && !likely) continue;
    title.resize(at);
    return title;
  }
  return title;
}

bool within(std::string const& whole, std::string const& part) {
  return !part.empty() && whole.find(part) != std::string::npos;
}

// What stands behind the last sign of the title element: mostly the outlet.
std::string last_part(std::string const& title) {
  std::size_t begin = 0;
  for (auto sign : parting_signs) {
    const auto at = title.rfind(sign);
    if (at != std::string::npos) begin = std::max(begin, at + sign.size());
  }
  return begin == 0 ? std::string() : title.substr(begin);
}

// A heading that the head of the page says too: the longest of the highest level that has one.
std::string heading_said_twice(Metadata const& said) {
  constexpr std::size_t some_words = 3;
  const auto element = text::fold(said.title_element);
  const auto graph = text::fold(said.open_graph_title);
  const auto json = text::fold(said.json_ld_title);
  const auto outlet = text::fold(said.outlet);
  const auto tail = text::fold(last_part(said.title_element));
  for (int level = 1; level <= 3; ++level) {
    std::string best;
    for (auto const& heading : said.headings) {
      if (heading.level != level) continue;
      const auto folded = text::fold(heading.text);
      if (folded == outlet || (folded == tail && folded != graph)) continue;
      const bool long_enough = words_of(heading.text) >= some_words ||
                               heading.text.size() * 2 > std::max(said.open_graph_title.size(), std::size_t{1});
      if (!long_enough || (!within(element, folded) && !within(graph, folded) && !within(json, folded))) continue;
      if (words_of(heading.text) > words_of(best)) best = heading.text;
    }
    const bool enough = words_of(best) >= (level == 1 ? 1 : some_words) &&
                        (words_of(best) >= some_words || said.open_graph_title.empty() || level == 1);
    if (!best.empty() && enough) return best;
  }
  return {};
}

std::string only_long_heading(Metadata const& said) {
  constexpr std::size_t some_words = 3;
  std::string only;
  for (auto const& heading : said.headings) {
    if (heading.level != 1 || words_of(heading.text) < some_words) continue;
    if (!only.empty()) return {};
    only = heading.text;
  }
  return only;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void add_date(std::vector<DateSaid>& dates, std::string_view value, DateBasis basis) {
  if (auto day = day_written(value); !day.empty()) dates.push_back({std::move(day), basis});
}

void read_meta(std::string_view name, std::string_view content, Metadata& said) {
  if (content.empty()) return;
  if (name == "og:title") said.open_graph_title = one_line(content);
  if (name == "og:site_name") said.outlet = one_line(content);
  if (name == "og:url" && said.url.empty()) said.url = content;
  if (name == "author" && said.byline.empty()) said.byline = one_line(content);
  if (name == "article:published_time") add_date(said.dates, content, DateBasis::open_graph);
  if (name == "article:modified_time" || name == "og:updated_time")
    add_date(said.updates, content, DateBasis::open_graph);
  if (name == "dateModified" || name == "last-modified") add_date(said.updates, content, DateBasis::meta);
  static constexpr std::string_view dating[] = {"date",
                                                "pubdate",
                                                "publishdate",
                                                "publish_date",
                                                "datePublished",
                                                "dc.date",
                                                "DC.date",
                                                "DC.date.issued",
                                                "dcterms.created",
                                                "DC.Date",
                                                "dcterms.date",
                                                "dc:date",
                                                "article.published",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "date.created",
                                                "dateCreated",
                                                "schema:dateCreated",
                                                "publication_date",
                                                "schema:datePublished",
                                                "citation_date",
                                                "publishedDate",
                                                "published_at",
                                                "cXenseParse:recs:publishtime"};
  if (std::ranges::find(dating, name) != std::end(dating)) add_date(said.dates, content, DateBasis::meta);
}

void read_json_ld(std::string_view json, Metadata& said) {
  if (json.empty()) return;  // of which the parser would copy from nowhere
  simdjson::dom::parser parser;
  element parsed;
  if (parser.parse(json.data(), json.size()).get(parsed) == simdjson::SUCCESS) read_object(parsed, said, 0);
}

void dates_of_url(std::string_view url, std::vector<DateSaid>& dates) {
  for (std::string_view shape :
       {"/dddd/dd/dd", "/dddd-dd-dd", "-dddd-dd-dd", "_dddd-dd-dd", "/dddddddd", "-dddddddd"}) {
    for (std::size_t at = 0; at + shape.size() <= url.size(); ++at) {
      if (url[at] != shape[0]) continue;
      const auto digits = digits_of(url.substr(at), shape);
      if (digits.empty()) continue;
      auto day = day_from(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
      if (day.empty()) continue;
      dates.push_back({std::move(day), DateBasis::url});
      return;
    }
  }
}

void dates_in_bytes(std::string_view html, std::vector<DateSaid>& dates) {
  constexpr std::size_t most = 4'000'000;  // bytes looked at
  struct Key {
    std::string_view name;
    std::size_t stem;  // bytes before the letters that all keys share
  };
  static constexpr std::string_view stem = "ubli";
  static constexpr std::array<Key, 8> keys{{{"datePublished", 5},
                                            {"publishedAt", 1},
                                            {"published_at", 1},
                                            {"publishDate", 1},
                                            {"publish_date", 1},
                                            {"publicationDate", 1},
                                            {"first_published_at", 7},
                                            {"article:published_time", 9}}};
  html = html.substr(0, most);
  std::array<std::string, keys.size()> days;  // the first of each key
  for (auto at = html.find(stem); at != std::string_view::npos && days.front().empty();
       at = html.find(stem, at + stem.size())) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      auto const& [name, before] = keys[i];
      if (!days[i].empty() || at < before || !html.substr(at - before).starts_with(name)) continue;
      days[i] = day_behind_key(html.substr(at - before + name.size(), 24));
    }
  }
  const auto first = std::ranges::find_if_not(days, &std::string::empty);
  if (first != days.end()) dates.push_back({std::move(*first), DateBasis::meta});
}

std::vector<std::string> choose_titles(Metadata const& said) {
  std::vector<std::string> titles;
  const auto add = [&](std::string title) {
    title = without_outlet(std::move(title), said.outlet);
    if (!title.empty() && std::ranges::find(titles, title) == titles.end()) titles.push_back(std::move(title));
  };
  add(heading_said_twice(said));
  add(only_long_heading(said));
  add(said.open_graph_title);
  add(said.json_ld_title);
  for (auto const& heading : said.headings) {
    if (heading.level == 1 && words_of(heading.text) >= 3) add(heading.text);
  }
  add(said.title_element);
  if (titles.empty() && !said.headings.empty() && said.headings.front().level == 1) add(said.headings.front().text);
  return titles;
}

}  // namespace recoupe::page
