// The stages that look across texts: reuse between two, group over all.
#include <algorithm>
#include <map>

#include "cli/stages.hpp"
#include "reuse/find_reuse.hpp"
#include "story/group_stories.hpp"
#include "time/edtf.hpp"

namespace recoupe::cli {
namespace {

std::expected<text::SegmentedText, LineError> side_of(Json const& line, const char* field,
                                                      encounter::Words const& words) {
  auto written = required_text(line, field);
  if (!written) return std::unexpected(written.error());
  auto language = text::identify_language(*written);
  return text::segment(text::Text::from_utf8(*written), std::move(language), words.abbreviations);
}

// What of a text can be found again in another language: dates, numbers, and the names of people and places by the
// keys that their spellings share.
std::vector<reuse::Anchor> anchors_of(text::SegmentedText const& body, encounter::Words const& words) {
  std::vector<reuse::Anchor> anchors;
  for (auto const& time : time::find_times(body, std::nullopt, words.times)) {
    if (!time.value.empty()) anchors.push_back({"date:" + time.value, time.span});
  }
  const auto found = name::find_names(body, words.names);
  for (auto const& mention : found.mentions) {
    if (mention.kind == name::MentionKind::place && mention.entity != name::no_entity) {
      auto const& place = found.places[mention.entity];
      anchors.push_back({"place:" + (place.concept_id.empty() ? place.name : place.concept_id), mention.span});
    } else if (mention.kind == name::MentionKind::person) {
      for (auto const& key : name::index_keys(body.slice(mention.span), words.matcher))
        anchors.push_back({"name:" + key, mention.span});
    }
  }
  for (auto const& token : body.tokens) {
    if (token.kind == text::TokenKind::number && token.folded.size() > 1)
      anchors.push_back({"number:" + token.folded, token.span});
  }
  return anchors;
}

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
  for (auto& one : heap) by_language[one.body.language].push_back(&one);
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

Answer reuse(Json const& line, encounter::Words const& words, encoder::Vectors& vectors) {
  const auto left = side_of(line, "left", words);
  if (!left) return std::unexpected(left.error());
  const auto right = side_of(line, "right", words);
  if (!right) return std::unexpected(right.error());
  const auto left_published = optional_text(line, "left_published");
  const auto right_published = optional_text(line, "right_published");
  const reuse::Dates dates{left_published, right_published};
  const auto found = left->language == right->language || left->language.empty() || right->language.empty()
                         ? reuse::compare(*left, *right, dates)
                         : reuse::compare_across_languages(*left, anchors_of(*left, words), *right,
                                                           anchors_of(*right, words), dates, &vectors);
  Json passages = Json::array();
  for (auto const& passage : found.passages) {
    passages.push_back(Json{{"left", span_json(left->text, passage.left)},
                            {"right", span_json(right->text, passage.right)},
                            {"relation", reuse::name_of(passage.relation)}});
  }
  return Json{{"relation", reuse::name_of(found.relation)},
              {"score", found.score},
              {"direction", reuse::name_of(found.direction)},
              {"passages", std::move(passages)}};
}

std::vector<Json> group(Lines const& lines, encounter::Words const& words, encoder::Vectors& vectors) {
  std::vector<HeapItem> heap;
  heap.reserve(lines.size());
  for (auto const& line : lines) heap.push_back(item_of(line, words));
  add_meanings(heap, vectors);
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
