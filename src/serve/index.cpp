#include "serve/index.hpp"

#include <algorithm>
#include <iterator>

namespace recoupe::serve {

Index Index::load(Connection& connection) {
  Index made;
  made.load_encounters(connection);
  made.load_reports_and_stories(connection);
  connection.each(Question::counts, {},
                  [&](store::Row const& row) { made.people = static_cast<std::size_t>(row.number(2)); });
  return made;
}

void Index::load_encounters(Connection& connection) {
  std::map<std::pair<std::string, std::string>, std::uint32_t> known_places;
  connection.each(Question::all_encounters, {}, [&](store::Row const& row) {
    const auto at = static_cast<Ordinal>(encounters.size());
    std::pair<std::string, std::string> place{row.text(3), row.text(4)};
    const auto [found, fresh] = known_places.try_emplace(place, static_cast<std::uint32_t>(places.size()));
    if (fresh) places.push_back({place.first, place.second});
    encounters.push_back({row.number(0), std::string(row.text(1)), std::string(row.text(2)), found->second});
    encounter_keys_.emplace(row.number(0), at);
    const auto mark = [&](const char* field, std::string_view value) {
      facets_[field][std::string(value)].push_back(at);
    };
    mark("kind", row.text(5));
    mark("status", row.text(6));
    mark("certainty", row.text(7));
    if (row.text(1).empty()) mark("flag", "undated");
    if (row.text(8) == "background") mark("flag", "recalled");
    if (row.number(9) == 1) mark("flag", "single_origin");
    if (!row.text(10).empty()) mark("flag", "one_side");
    if (row.number(11) != 0) mark("flag", "contradicted");
  });
  connection.each(Question::all_facets, {}, [&](store::Row const& row) {
    const auto found = encounter_keys_.find(row.number(2));
    if (found == encounter_keys_.end()) return;
    facets_[std::string(row.text(0))][std::string(row.text(1))].push_back(found->second);
  });
  for (auto& [field, values] : facets_) {
    for (auto& [value, selection] : values) std::ranges::sort(selection);
  }
}

void Index::load_reports_and_stories(Connection& connection) {
  std::unordered_map<std::string, Ordinal> report_of, story_of;
  connection.each(Question::all_reports, {}, [&](store::Row const& row) {
    const auto at = static_cast<Ordinal>(reports.size());
    reports.push_back({row.number(0), std::string(row.text(2)), {}, 0});
    report_keys_.emplace(row.number(0), at);
    report_of.emplace(row.text(1), at);
  });
  connection.each(Question::all_stories, {}, [&](store::Row const& row) {
    story_of.emplace(row.text(0), static_cast<Ordinal>(stories.size()));
    stories.push_back({static_cast<std::int64_t>(stories.size()), std::string(row.text(1)), {}, 0});
    story_ids.emplace_back(row.text(0));
  });
  stories_of_report.resize(reports.size());
  connection.each(Question::all_reports_of_stories, {}, [&](store::Row const& row) {
    const auto story = story_of.find(std::string(row.text(0)));
    const auto report = report_of.find(std::string(row.text(1)));
    if (story != story_of.end() && report != report_of.end())
      stories_of_report[report->second].push_back(story->second);
  });
}

std::map<std::string, Selection, std::less<>> const& Index::values_of(std::string_view field) const {
  static const std::map<std::string, Selection, std::less<>> none;
  const auto found = facets_.find(field);
  return found == facets_.end() ? none : found->second;
}

Selection const& Index::with(std::string_view field, std::string_view value) const {
  static const Selection none;
  auto const& values = values_of(field);
  const auto found = values.find(value);
  return found == values.end() ? none : found->second;
}

Selection Index::ordinals(Keys const& known, std::vector<std::int64_t> const& keys) {
  Selection selection;
  for (const auto key : keys) {
    if (const auto found = known.find(key); found != known.end()) selection.push_back(found->second);
  }
  std::ranges::sort(selection);
  const auto again = std::ranges::unique(selection);
  selection.erase(again.begin(), again.end());
  return selection;
}

Selection both(Selection const& left, Selection const& right) {
  Selection shared;
  std::ranges::set_intersection(left, right, std::back_inserter(shared));
  return shared;
}

}  // namespace recoupe::serve
