#include "link/heap.hpp"

#include <algorithm>

namespace recoupe::link {

std::vector<PageAnchor> page_anchors(encounter::Reading const& reading) {
  std::vector<PageAnchor> anchors;
  const auto add = [&](std::string key, text::ByteSpan span) {
    anchors.push_back({std::move(key), name::no_entity, span});
  };
  for (auto const& mention : reading.names.mentions) {
    if (mention.entity == name::no_entity) continue;
    if (mention.kind == name::MentionKind::person) {
      anchors.push_back({{}, mention.entity, mention.span});
    } else if (mention.kind == name::MentionKind::place) {
      add("place:" + reading.names.places[mention.entity].concept_id, mention.span);
    } else if (mention.kind == name::MentionKind::organisation) {
      auto const& organisation = reading.names.organisations[mention.entity].concept_id;
      if (!organisation.empty()) add("organisation:" + organisation, mention.span);
    }
  }
  for (auto const& time : reading.times) {
    if (!time.value.empty()) add("date:" + time.value, time.span);
  }
  for (auto const& token : reading.body.tokens) {
    if (token.kind == text::TokenKind::number && token.folded.size() > 1) add("number:" + token.folded, token.span);
  }
  return anchors;
}

std::span<OlderVersion const> versions_of(Heap const& heap, std::size_t reading) {
  const auto found = std::ranges::equal_range(heap.older, reading, {}, &OlderVersion::reading);
  return {found.begin(), found.end()};
}

std::vector<std::vector<std::string>> keys_of(encounter::Reading const& reading, name::Matcher const& matcher) {
  std::vector<std::vector<std::string>> keys;
  for (auto const& person : reading.names.people) keys.push_back(name::index_keys(person.name, matcher));
  return keys;
}

PageText text_of(encounter::Reading const& reading, name::Matcher const& matcher) {
  PageText made{reading.report, reading.body, page_anchors(reading), {}, {}};
  for (auto& keys : keys_of(reading, matcher)) {
    for (auto& key : keys) made.names.push_back(std::move(key));
  }
  for (auto const& time : reading.times) {
    if (!time.value.empty()) made.dates.push_back(time.value);
  }
  return made;
}

void strip(encounter::Reading& reading) {
  reading.report.blocks = {};
  reading.body = {};
  reading.body.language = reading.report.language;
  reading.times = {};
  reading.names.mentions = {};
  reading.names.organisations = {};
  reading.names.places = {};
  reading.sources = {};
  reading.tellings.refusals = {};
}

Heap heap_of(Readings readings, name::Matcher const& matcher) {
  Heap heap;
  std::ranges::sort(readings, {}, [](encounter::Reading const& reading) { return reading.report.id; });
  auto texts = std::make_shared<std::vector<std::shared_ptr<PageText const>>>();
  for (auto& reading : readings) {
    heap.keys.push_back(keys_of(reading, matcher));
    texts->push_back(std::make_shared<PageText const>(text_of(reading, matcher)));
    strip(reading);
  }
  heap.readings = std::move(readings);
  heap.text = [texts](std::size_t reading) { return (*texts)[reading]; };
  heap.page = [texts](std::size_t reading) {
    return std::shared_ptr<page::Report const>((*texts)[reading], &(*texts)[reading]->report);
  };
  return heap;
}

}  // namespace recoupe::link
