#include "serve/api.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "serve/correcting.hpp"
#include "serve/export.hpp"
#include "serve/openapi.hpp"

namespace recoupe::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_connections = 4;  // a question takes milliseconds, and each has a cache of its own

using ListAnswer = Expected<Json> (*)(Asking&, Parameters const&);
using PageAnswer = Expected<Json> (*)(Asking&, std::string const&);

constexpr std::array<std::pair<std::string_view, ListAnswer>, 10> lists = {{{"register", &register_head},
                                                                            {"encounters", &encounters},
                                                                            {"periods", &periods},
                                                                            {"places", &places},
                                                                            {"choices", &choices},
                                                                            {"reports", &reports},
                                                                            {"people", &people},
                                                                            {"stories", &stories},
                                                                            {"coverage", &coverage},
                                                                            {"review", &review}}};

struct Page {
  std::string_view name;
  char letter;  // of its ids
  PageAnswer answer;
};

constexpr std::array<Page, 4> pages = {Page{"encounters", 'e', &encounter_page}, Page{"reports", 'r', &report_page},
                                       Page{"people", 'p', &person_page}, Page{"stories", 's', &story_page}};

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    path.remove_prefix(1);  // '/'
    const auto end = std::min(path.find('/'), path.size());
    parts.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

std::unexpected<Refusal> nothing_here() {
  return std::unexpected(Refusal{404, "not_found", "there is nothing under this path"});
}

// An encounter goes by the id of any telling of it, too.
bool may_name(Page const& page, std::string_view id) {
  return is_id(id, page.letter) || (page.letter == 'e' && is_id(id, 't'));
}

Expected<Json> page_answer(Asking& asking, std::vector<std::string> const& parts, Parameters const& parameters) {
  const auto page = std::ranges::find(pages, parts[1], &Page::name);
  if (page == pages.end()) return nothing_here();
  if (auto checked = check(parameters, {}, false); !checked) return std::unexpected(checked.error());
  if (!may_name(*page, parts[2])) return std::unexpected(Refusal{404, "not_found", "this is no id of the register"});
  return page->answer(asking, parts[2]);
}

Expected<Json> json_answer(Asking& asking, std::vector<std::string> const& parts, Parameters const& parameters) {
  if (parts.size() == 2) {
    const auto list = std::ranges::find(lists, parts[1], &std::pair<std::string_view, ListAnswer>::first);
    if (list != lists.end()) return list->second(asking, parameters);
  }
  if (parts.size() == 3) return page_answer(asking, parts, parameters);
  if (parts.size() == 4 && parts[1] == "compare") {
    if (auto checked = check(parameters, {}, false); !checked) return std::unexpected(checked.error());
    if (!is_id(parts[2], 'r') || !is_id(parts[3], 'r'))
      return std::unexpected(Refusal{404, "not_found", "this is no id of the register"});
    return comparison(asking, parts[2], parts[3]);
  }
  return nothing_here();
}

// What a program that takes no corrections does not do is not described by it.
std::string read_only_description() {
  auto description = Json::parse(openapi());
  for (const auto* path : {"/api/review", "/api/corrections", "/api/corrections/{correction}"})
    description["paths"].erase(path);
  for (const auto* schema : {"Review", "AskedTelling", "Correction", "Corrections", "Judgement"})
    description["components"]["schemas"].erase(schema);
  description["components"].erase("securitySchemes");
  return dumped(description);
}

}  // namespace

std::expected<std::unique_ptr<Api>, std::string> Api::open(fs::path path, Words words, std::optional<Judging> judging) {
  std::unique_ptr<Api> api(new Api(std::move(path), std::move(words), std::move(judging)));
  auto opened = api->take();
  if (!opened) return std::unexpected(opened.error());
  api->give_back(std::move(*opened));
  return api;
}

// A build renames a new file over the old one; an addition writes into it.
std::string Api::stamp() const {
  std::string stamp;
  for (const auto* suffix : {"", "-wal"}) {
    auto file = path_;
    file += suffix;
    std::error_code ignored;
    stamp += std::to_string(fs::file_size(file, ignored)) + "/" +
             std::to_string(fs::last_write_time(file, ignored).time_since_epoch().count()) + " ";
  }
  return stamp;
}

std::expected<std::unique_ptr<Opened>, std::string> Api::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return busy_ < most_connections; });
  const auto now = stamp();
  std::erase_if(idle_, [&](auto const& one) { return one->stamp != now; });
  if (!idle_.empty()) {
    auto opened = std::move(idle_.back());
    idle_.pop_back();
    ++busy_;
    return opened;
  }
  auto connection = Connection::open(path_);
  if (!connection) return std::unexpected(connection.error());
  if (index_ == nullptr || index_stamp_ != now) {
    connection->begin();
    index_ = std::make_shared<Index const>(Index::load(*connection));
    index_stamp_ = now;
    connection->end();
    if (connection->failed()) return std::unexpected(*connection->failed());
    // Only now: a writer waits until nobody reads, and lets nobody begin to.
    if (judging_) std::ignore = judging_->corrector->look_again();  // it says itself what fails
  }
  ++busy_;
  return std::make_unique<Opened>(Opened{std::move(*connection), index_, now});
}

void Api::give_back(std::unique_ptr<Opened> opened) {
  const std::lock_guard lock(mutex_);
  --busy_;
  if (!opened->connection.failed()) idle_.push_back(std::move(opened));
  returned_.notify_one();
}

Answered Api::answer_from(Opened& opened, Asked const& asked) {
  Asking asking{opened.connection, *opened.index, words_, {}, judging_.has_value(), nullptr};
  const auto parts = parts_of(asked.path);
  if (parts.size() == 2 && parts[1] == "export") {
    auto exported = export_encounters(asking, asked.parameters);
    return exported ? with_etag(std::move(*exported), asked.if_none_match) : refusal(exported.error());
  }
  Reviewing left_to_judge;
  if (judging_ && asked.path == "/api/review") {
    left_to_judge = reviewing(opened);
    asking.reviewing = &left_to_judge;
  }
  const auto json = json_answer(asking, parts, asked.parameters);
  if (!json) return refusal(json.error());
  return with_etag({200, "application/json", dumped(*json), {}}, asked.if_none_match);
}

Reviewing Api::reviewing(Opened& opened) {
  auto judged = judging_->corrector->judged_pairs();
  const std::lock_guard lock(doubting_);
  if (doubts_ == nullptr || doubts_stamp_ != opened.stamp) {
    doubts_ = std::make_shared<std::vector<Doubt> const>(doubts(opened.connection, *opened.index, judged));
    doubts_stamp_ = opened.stamp;
  }
  return {doubts_, std::move(judged)};
}

Answered Api::description(Asked const& asked) const {
  static const std::string read_only = read_only_description();
  if (auto checked = check(asked.parameters, {}, false); !checked) return refusal(checked.error());
  return with_etag({200, "application/json", judging_ ? std::string(openapi()) : read_only, {}}, asked.if_none_match);
}

Answered Api::answer(Asked const& asked) {
  if (judging_ && is_correcting(asked.path)) return answer_correcting(*judging_->corrector, judging_->token, asked);
  if (asked.method != "GET" && asked.method != "HEAD")
    return refusal({405, "method_not_allowed", "questions are asked with GET"});
  if (asked.path == "/api/openapi.json") return description(asked);
  auto opened = take();
  if (!opened) return refusal({503, "unreadable", "the register cannot be read at the moment"});
  auto& connection = (*opened)->connection;
  connection.begin();
  Answered answered;
  try {
    answered = answer_from(**opened, asked);
  } catch (Json::exception const&) {
    answered = refusal({500, "damaged", "the register is damaged at this place"});
  }
  connection.end();
  if (connection.failed()) answered = refusal({500, "unreadable", "the register could not be read"});
  give_back(std::move(*opened));
  return answered;
}

}  // namespace recoupe::serve
