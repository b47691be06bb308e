// The stage that looks over all texts: reports to stories.
#include <algorithm>
#include <map>

#include "cli/stages.hpp"
#include "story/group_stories.hpp"
#include "time/edtf.hpp"

namespace recoupe::cli {
namespace {

struct HeapItem {
  text::SegmentedText body;
  story::Item item;
};

HeapItem item_of(Json const& line, encounter::Words const& words) {
  HeapItem made;
  auto language = optional_text(line, "language");
  const auto written = optional_text(line, "text");
  if (language.empty()) language = text::identify_language(written);
  made.body = text::segment(text::Text::from_utf8(written), language, words.abbreviations);
  auto& item = made.item;
  item.id = line.contains("id") ? line["id"].dump() : std::string();
  item.title = optional_text(line, "title");
  item.published = optional_text(line, "published");

  const auto times = time::find_times(made.body, time::day_of(item.published.substr(0, 10)), words.times);
  for (auto const& time : times) {
    if (!time.value.empty()) item.dates.push_back(time.value);
  }
  const auto names = name::find_names(made.body, words.names);
  const auto add_keys = [&](std::string const& name) {
    for (auto& key : name::index_keys(name, words.matcher)) item.names.push_back(std::move(key));
  };
  for (auto const& person : names.people) add_keys(person.name);
  for (auto const& organisation : names.organisations) add_keys(organisation.name);
  const auto found = encounter::find_tellings(made.body, item.title, times, names, words.encounters,
                                              time::day_of(item.published.substr(0, 10)));
  for (auto const& telling : found.tellings) {
    const bool main = telling.standing == encounter::Standing::main;
    if (main && time::is_exact(telling.date.value)) item.event_dates.push_back(telling.date.value);
  }
  return made;
}

constexpr std::size_t beginning =
    400;  // code points of a title and the text behind it that tell what a report is about

std::string beginning_of(HeapItem const& one) {
  const auto whole = text::Text::from_utf8(one.item.title + ". " + std::string(one.body.text.view()));
  return std::string(whole.slice(whole.bytes(text::CodePointSpan{0, std::min(beginning, whole.length())})));
}

// The meanings of a heap, centred language by language; left out where there is no encoder.
void add_meanings(std::vector<HeapItem>& heap, encoder::Vectors& vectors) {
  std::map<std::string, std::vector<HeapItem*>> by_language;
  const auto says_something = [](HeapItem const& one) {
    return !one.item.title.empty() || std::ranges::any_of(one.body.tokens, [](text::Token const& token) {
      return token.kind == text::TokenKind::word;
    });
  };
  for (auto& one : heap) {
    if (says_something(one)) by_language[one.body.language].push_back(&one);
  }
  for (auto const& [language, members] : by_language) {
    std::vector<std::string> beginnings;
    for (auto const* one : members) beginnings.push_back(beginning_of(*one));
    const std::vector<std::string_view> views(beginnings.begin(), beginnings.end());
    const auto made = vectors.centred(views, language);
    if (!made) return;
    for (std::size_t i = 0; i < members.size(); ++i) members[i]->item.meaning = (*made)[i];
  }
}

}  // namespace

std::vector<Json> group(Lines const& lines, encounter::Words const& words) {
  std::vector<HeapItem> heap;
  heap.reserve(lines.size());
  for (auto const& line : lines) heap.push_back(item_of(line, words));
  if (words.vectors) add_meanings(heap, *words.vectors);
  std::vector<story::Item> items;
  for (auto& one : heap) {
    one.item.body = &one.body;
    items.push_back(std::move(one.item));
  }
  std::vector<Json> answers;
  for (auto group : story::group_stories(items)) answers.push_back(Json{{"group", group}});
  return answers;
}

}  // namespace recoupe::cli
