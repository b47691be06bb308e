#include "serve/site.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "serve/answers.hpp"
#include "serve/budget.hpp"
#include "serve/bundle.hpp"
#include "serve/quotation.hpp"

namespace recoupe::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t first_words = 32;  // code points of a sentence between two ribbons

QuotedPlace place_of(Json const& evidence) { return {evidence.at("block"), evidence.at("start"), evidence.at("end")}; }

// A value of JSON within a document: nothing in it may end the element that holds it.
std::string for_html(Json const& json) {
  std::string safe;
  for (const char c : json.dump(-1, ' ', true, Json::error_handler_t::replace))
    safe += c == '<' ? std::string("\\u003c") : c == '>' ? "\\u003e" : c == '&' ? "\\u0026" : std::string(1, c);
  return safe;
}

// What is said in a report's own words without being a quotation of it is no longer than one.
void shorten(Json& value, const char* name) {
  value[name] = quoted(value.at(name).get<std::string>(), longest_quotation);
}

void shorten_topics(Json& encounter) {
  for (auto& topic : encounter["topics"]) shorten(topic, "text");
  if (!encounter.contains("tellings")) return;
  for (auto& telling : encounter["tellings"]) {
    for (auto& fact : telling["facts"]) shorten(fact, "value");
  }
}

class Publisher {
 public:
  Publisher(Asking& asking, fs::path folder, Publication const& publication)
      : asking_(asking), folder_(std::move(folder)), publication_(publication) {}

  std::expected<Site, std::string> publish() {
    choose();
    for (auto const& file : assets()) {
      if (file.path != "index.html" && file.path != "openapi.json") write(std::string(file.path), file.bytes);
    }
    encounters_pages();
    lists();
    for (auto const& id : reports_) report(id);
    for (auto const& id : people_) person(id);
    for (auto const& id : stories_) story(id);
    for (auto const& pair : compared_) compare(pair);
    if (!failed_.empty()) return std::unexpected(failed_);
    return made_;
  }

 private:
  // What is sure, and what belongs to it.
  void choose() {
    for (auto const& dated : asking_.index.encounters) {
      auto row = row_of(asking_, dated.key);
      if (row.at("certainty") != "sure") {
        ++made_.left_out;
        continue;
      }
      const auto id = row.at("id").get<std::string>();
      encounters_.insert(id);
      for (auto const& one : row.at("participants")) {
        if (one.at("person").is_string()) people_.insert(one.at("person"));
      }
      row["languages"] = asking_.connection.texts(Question::facets_of_encounter, {dated.key, "language"});
      row["outlets"] = asking_.connection.texts(Question::facets_of_encounter, {dated.key, "outlet"});
      rows_.push_back(std::move(row));
      order_.push_back(id);
      shorten_topics(rows_.back());
    }
  }

  void allow(Json const& summary) {
    const auto id = summary.at("id").get<std::string>();
    if (!reports_.insert(id).second) return;
    const auto label = summary.at("label").get<std::string>();
    if (std::ranges::find(publication_.full_texts, label) != publication_.full_texts.end()) {
      budget_.allow_all(id);
    } else {
      budget_.allow(id, summary.at("words"));
    }
  }

  // Every quotation within a value, out of its report's account.
  void account(Json& value) {
    if (value.is_object() && value.contains("exact")) {
      const auto report = value.at("report").get<std::string>();
      value["exact"] = budget_.quote(report, place_of(value), value.at("exact"), longest_quotation);
      value["prefix"] = "";
      value["suffix"] = "";
      return;
    }
    if (value.is_structured()) {
      for (auto& part : value) account(part);
    }
  }

  void encounters_pages() {
    std::vector<Json> pages;
    for (auto const& id : order_) {
      auto page = encounter_page(asking_, id);
      if (!page) continue;
      for (auto const& summary : page->at("reports")) allow(summary);
      for (auto const& story : page->at("stories")) stories_.insert(story);
      for (const auto* links : {"links", "linked_from"}) {
        auto& all = (*page)[links].get_ref<Json::array_t&>();
        std::erase_if(all, [&](Json const& one) { return !encounters_.contains(one.at("row").at("id")); });
      }
      for (auto const& shared : page->at("reuse"))
        compared_.emplace(shared.at("from").get<std::string>(), shared.at("to").get<std::string>());
      pages.push_back(std::move(*page));
    }
    // Facts first: where a report may be quoted no further, it is its sentences that go.
    for (auto& page : pages) {
      for (auto& telling : page["encounter"]["tellings"]) account(telling["facts"]);
    }
    for (auto& page : pages) {
      account(page);
      shorten_topics(page["row"]);
      shorten_topics(page["encounter"]);
      const auto id = page.at("encounter").at("id").get<std::string>();
      html("encounter", {id}, "../", {{"/api/encounters/" + id, page}});
    }
  }

  void lists() {
    const Json rows{{"total", rows_.size()}, {"next", nullptr}, {"items", rows_}};
    html("timeline", {}, "", {{"/api/encounters", rows}});
    html("map", {}, "", {{"/api/encounters", rows}});
    Json people = Json::array();
    for (auto const& id : people_) {
      const auto found = asking_.connection.first(Question::head_of_person, {id});
      if (!found) continue;
      const auto head = Json::parse(*found);
      Json offices = Json::array();
      for (auto const& office : head.at(1)) offices.push_back(office.at("title"));
      people.push_back({{"id", id}, {"names", head.at(0)}, {"offices", std::move(offices)}});
    }
    std::ranges::sort(people.get_ref<Json::array_t&>(), {}, [](Json const& one) { return one.at("names").dump(); });
    html("people", {}, "", {{"/api/people", {{"total", people.size()}, {"next", nullptr}, {"items", people}}}});
    Json stories = Json::array();
    for (auto const& id : stories_) {
      if (auto page = story_page(asking_, id)) stories.push_back(page->at("story"));
    }
    html("stories", {}, "", {{"/api/stories", {{"total", stories.size()}, {"next", nullptr}, {"items", stories}}}});
    if (auto told = coverage(asking_, {})) html("coverage", {}, "", {{"/api/coverage", *told}});
  }

  void report(std::string const& id) {
    auto page = report_page(asking_, id);
    if (!page) return;
    if (!budget_.whole(id)) (*page)["blocks"] = Json::array();
    (*page)["byline"] = nullptr;
    (*page)["versions"] = Json::array();
    std::erase_if((*page)["tells"].get_ref<Json::array_t&>(),
                  [&](Json const& one) { return !encounters_.contains(one.at("row").at("id")); });
    std::erase_if((*page)["reuse"].get_ref<Json::array_t&>(),
                  [&](Json const& one) { return !reports_.contains(one.at("other").at("id")); });
    std::erase_if((*page)["stories"].get_ref<Json::array_t&>(),
                  [&](Json const& one) { return !stories_.contains(one); });
    account(*page);
    html("report", {id}, "../", {{"/api/reports/" + id, *page}});
  }

  void person(std::string const& id) {
    auto page = person_page(asking_, id);
    if (!page) return;
    auto& items = (*page)["encounters"]["items"].get_ref<Json::array_t&>();
    std::erase_if(items, [&](Json const& one) { return !encounters_.contains(one.at("id")); });
    std::erase_if((*page)["reports"].get_ref<Json::array_t&>(),
                  [&](Json const& one) { return !reports_.contains(one.at("id")); });
    for (auto& office : (*page)["person"]["offices"]) {
      std::erase_if(office["evidence"].get_ref<Json::array_t&>(),
                    [&](Json const& one) { return !reports_.contains(one.at("report")); });
    }
    account(*page);
    html("person", {id}, "../", {{"/api/people/" + id, *page}});
  }

  void story(std::string const& id) {
    auto page = story_page(asking_, id);
    if (!page) return;
    const auto published = [&](Json const& one) { return reports_.contains(one.at("id")); };
    std::erase_if((*page)["reports"].get_ref<Json::array_t&>(), [&](Json const& one) { return !published(one); });
    std::erase_if((*page)["encounters"].get_ref<Json::array_t&>(),
                  [&](Json const& one) { return !encounters_.contains(one.at("id")); });
    account(*page);
    html("story", {id}, "../", {{"/api/stories/" + id, *page}});
  }

  // Ribbons with the first words of each sentence, as far as the reports' accounts go.
  void compare(std::pair<std::string, std::string> const& pair) {
    auto page = comparison(asking_, pair.first, pair.second);
    if (!page) return;
    for (auto const& [side, id] : {std::pair{"left", pair.first}, std::pair{"right", pair.second}}) {
      if (budget_.whole(id)) continue;
      for (auto& sentence : (*page)[side]["sentences"]) {
        const QuotedPlace place{static_cast<std::size_t>(-1), sentence.at("start"), sentence.at("end")};
        sentence["text"] = budget_.quote(id, place, sentence.at("text"), first_words);
      }
    }
    account((*page)["left"]["report"]);
    account((*page)["right"]["report"]);
    html("compare", {pair.first, pair.second}, "../", {{"/api/compare/" + pair.first + "/" + pair.second, *page}});
  }

  void html(std::string const& place, std::vector<std::string> const& ids, std::string const& root,
            std::vector<std::pair<std::string, Json>> const& answers) {
    Json published{{"root", root},
                   {"place", place},
                   {"ids", ids},
                   {"answers", Json::object()},
                   {"contact", publication_.contact},
                   {"corrections", Json::array()},
                   {"compared", Json::array()}};
    for (auto const& [path, answer] : answers) published["answers"][path] = answer;
    for (auto const& one : publication_.corrections)
      published["corrections"].push_back({{"date", one.date}, {"text", one.text}});
    for (auto const& [left, right] : compared_)
      published["compared"].push_back(std::string(left).append("-").append(right));
    std::string page(asset("index.html")->bytes);
    for (auto at = page.find("=\"./"); at != std::string::npos; at = page.find("=\"./", at))
      page.replace(at, 4, "=\"" + root);
    const std::string data =
        "<script type=\"application/json\" id=\"recoupe-published\">" + for_html(published) + "</script>\n";
    page.insert(page.find("<noscript>"), data);
    std::string name = place == "timeline" ? "index" : place;
    for (auto const& id : ids) name += (&id == &ids.front() ? "/" : "-") + id;
    write(name + ".html", page);
    ++made_.pages;
  }

  void write(std::string const& name, std::string_view bytes) {
    const auto file = folder_ / name;
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush() && failed_.empty()) failed_ = file.string() + " cannot be written";
  }

  Asking& asking_;
  fs::path folder_;
  Publication const& publication_;
  Budget budget_;
  Site made_;
  std::string failed_;
  Json::array_t rows_;
  std::vector<std::string> order_;
  std::set<std::string> encounters_, reports_, people_, stories_;
  std::set<std::pair<std::string, std::string>> compared_;
};

}  // namespace

std::expected<Site, std::string> write_site(fs::path const& file, fs::path const& folder,
                                            Publication const& publication, Words const& words) {
  if (!has_pages()) return std::unexpected("this program was built without the web pages");
  std::error_code ignored;
  if (fs::exists(folder, ignored) && !fs::is_empty(folder, ignored))
    return std::unexpected(folder.string() + " is there already and not empty");
  auto connection = Connection::open(file);
  if (!connection) return std::unexpected(connection.error());
  connection->begin();
  const auto index = Index::load(*connection);
  Asking asking{*connection, index, words};
  try {
    auto written = Publisher(asking, folder, publication).publish();
    connection->end();
    if (connection->failed()) return std::unexpected(file.string() + " cannot be read: " + *connection->failed());
    return written;
  } catch (Json::exception const& error) {
    return std::unexpected(file.string() + " is damaged: " + error.what());
  }
}

std::expected<std::vector<Correction>, std::string> read_corrections(fs::path const& file) {
  std::ifstream in(file);
  if (!in) return std::unexpected(file.string() + " cannot be read");
  std::vector<Correction> corrections;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    const auto shape = [&] {
      if (line.size() < 12 || line[4] != '-' || line[7] != '-' || line[10] != ' ') return false;
      for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (line[at] < '0' || line[at] > '9') return false;
      }
      return true;
    };
    if (!shape()) return std::unexpected(file.string() + ":" + std::to_string(number) + ": no \"YYYY-MM-DD text\"");
    corrections.push_back({line.substr(0, 10), line.substr(11)});
  }
  std::ranges::stable_sort(corrections, std::greater{}, &Correction::date);
  return corrections;
}

}  // namespace recoupe::serve
