// The stage that looks over all texts: reports to stories.
#include <algorithm>
#include <map>

#include "cli/stages.hpp"
#include "link/describe_stories.hpp"
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
  const auto add_keys = [&](std::vector<std::string> const& keys) {
    item.names.insert(item.names.end(), keys.begin(), keys.end());
  };
  std::vector<std::vector<std::string>> keys_of_people;
  for (auto const& person : names.people) {
    keys_of_people.push_back(name::index_keys(person.name, words.matcher));
    add_keys(keys_of_people.back());
  }
  for (auto const& organisation : names.organisations) add_keys(name::index_keys(organisation.name, words.matcher));
  const auto found = encounter::find_tellings(made.body, item.title, times, names, words.encounters,
                                              time::day_of(item.published.substr(0, 10)));
  item.events = link::news_of(found.tellings, keys_of_people);
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
    std::vector<std::pair<std::string, HeapItem*>> ordered;  // sums are made in one order, whatever that of the input
    for (auto* one : members) ordered.emplace_back(beginning_of(*one), one);
    std::ranges::stable_sort(ordered, {}, [](auto const& one) -> std::string const& { return one.first; });
    std::vector<std::string_view> views;
    for (auto const& [written, one] : ordered) views.push_back(written);
    const auto made = vectors.centred(views, language);
    if (!made) return;
    for (std::size_t i = 0; i < ordered.size(); ++i) ordered[i].second->item.meaning = (*made)[i];
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
