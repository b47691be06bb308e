// Lists of the register, filtered and paged.
#include <algorithm>

#include "serve/answers.hpp"
#include "store/search_words.hpp"
#include "text/fold.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t most_choices = 200;
constexpr std::size_t most_places = 1000;

std::unexpected<Refusal> refused(std::string code, std::string message) {
  return std::unexpected(Refusal{400, std::move(code), std::move(message)});
}

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

// The encounters that the filter among the parameters leaves.
Expected<Selection> filtered(Asking& asking, Parameters const& parameters, std::vector<std::string_view> const& known) {
  if (auto checked = check(parameters, known, true); !checked) return std::unexpected(checked.error());
  const auto filter = filter_of(parameters);
  if (!filter) return std::unexpected(filter.error());
  return select(asking.index, asking.connection, *filter);
}

// Those of `dated` whose words match what was typed, or all.
Selection searched(Asking& asking, std::size_t count, std::string_view typed) {
  if (!typed.empty()) {
    const auto match = store::match_query(typed);
    if (match.empty()) return {};
    return asking.index.reports_of(asking.connection.numbers(Question::reports_with_words, {match}));
  }
  Selection all(count);
  for (Ordinal at = 0; at < count; ++at) all[at] = at;
  return all;
}

}  // namespace

Expected<Json> register_head(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {}, false); !checked) return std::unexpected(checked.error());
  return Json{{"version", RECOUPE_VERSION},
              {"reports", asking.index.reports.size()},
              {"encounters", asking.index.encounters.size()},
              {"people", asking.index.people},
              {"stories", asking.index.stories.size()},
              {"corrections", asking.corrections}};
}

Expected<Json> encounters(Asking& asking, Parameters const& parameters) {
  const auto chosen = filtered(asking, parameters, {"cursor", "limit", "order"});
  if (!chosen) return std::unexpected(chosen.error());
  const auto paging = paging_of(parameters);
  if (!paging) return std::unexpected(paging.error());
  const auto part = part_of(asking.index.encounters, *chosen, *paging);
  if (!part) return std::unexpected(part.error());
  Json items = Json::array();
  for (const auto at : part->items) {
    if (auto row = row_of(asking, asking.index.encounters[at].key); !row.is_null()) items.push_back(std::move(row));
  }
  return Json{{"total", chosen->size()}, {"next", or_null(part->next)}, {"items", std::move(items)}};
}

Expected<Json> periods(Asking& asking, Parameters const& parameters) {
  const auto chosen = filtered(asking, parameters, {"unit"});
  if (!chosen) return std::unexpected(chosen.error());
  const auto unit = value_of(parameters, "unit");
  if (!unit.empty() && unit != "year" && unit != "month" && unit != "day")
    return refused("bad_parameter", "\"unit\" is none of year, month, day");
  const std::size_t length = unit == "day" ? 10 : unit == "month" ? 7 : 4;
  Json all = Json::array();
  std::size_t without = 0, count = 0;
  std::string period;
  const auto finish = [&] {
    if (count > 0) all.push_back({{"start", period}, {"encounters", count}});
  };
  for (const auto at : *chosen) {
    auto const& day = asking.index.encounters[at].first_day;
    if (day.empty()) {
      ++without;
      continue;
    }
    if (day.compare(0, length, period) != 0) {
      finish();
      period = day.substr(0, length);
      count = 0;
    }
    ++count;
  }
  finish();
  return Json{{"unit", unit.empty() ? "year" : unit}, {"periods", std::move(all)}, {"undated", without}};
}

Expected<Json> places(Asking& asking, Parameters const& parameters) {
  const auto chosen = filtered(asking, parameters, {});
  if (!chosen) return std::unexpected(chosen.error());
  struct Found {
    std::size_t encounters = 0;
    Ordinal first = 0;
  };
  std::map<std::uint32_t, Found> by_place;
  std::size_t without = 0;
  for (const auto at : *chosen) {
    const auto place = asking.index.encounters[at].place;
    auto const& named = asking.index.places[place];
    if (named.name.empty() && named.country.empty()) {
      ++without;
    } else if (auto& found = by_place[place]; found.encounters++ == 0) {
      found.first = at;
    }
  }
  std::vector<std::pair<std::uint32_t, Found>> order(by_place.begin(), by_place.end());
  std::ranges::sort(order, [](auto const& a, auto const& b) {
    return std::pair{b.second.encounters, a.second.first} < std::pair{a.second.encounters, b.second.first};
  });
  if (order.size() > most_places) order.resize(most_places);
  Json all = Json::array();
  for (auto const& [place, found] : order) {
    auto const& named = asking.index.places[place];
    const auto point =
        asking.connection.first(Question::point_of_encounter, {asking.index.encounters[found.first].key});
    const auto at = point ? Json::parse(*point) : Json::array({nullptr, nullptr});
    all.push_back({{"name", or_null(named.name)},
                   {"names", names_of_place(asking, named.name, named.country)},
                   {"country", or_null(named.country)},
                   {"lat", at.at(0)},
                   {"lon", at.at(1)},
                   {"encounters", found.encounters}});
  }
  return Json{{"places", std::move(all)}, {"unplaced", without}};
}

Expected<Json> choices(Asking& asking, Parameters const& parameters) {
  const auto chosen = filtered(asking, parameters, {"field"});
  if (!chosen) return std::unexpected(chosen.error());
  static constexpr std::string_view fields[] = {"country", "place",  "office",    "organisation", "authority", "kind",
                                                "status",  "outlet", "certainty", "language",     "flag"};
  const auto field = value_of(parameters, "field");
  if (std::ranges::find(fields, field) == std::end(fields))
    return refused("bad_parameter", "\"field\" is none that choices are counted of");
  std::vector<bool> in(asking.index.encounters.size());
  for (const auto at : *chosen) in[at] = true;
  std::vector<std::pair<std::size_t, std::string>> counted;
  for (auto const& [value, selection] : asking.index.values_of(field)) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(selection, [&](Ordinal at) { return in[at]; }));
    if (count > 0) counted.emplace_back(count, value);
  }
  std::ranges::stable_sort(counted, std::greater{}, &std::pair<std::size_t, std::string>::first);
  if (counted.size() > most_choices) counted.resize(most_choices);
  Json all = Json::array();
  for (auto const& [count, value] : counted) all.push_back({{"value", value}, {"encounters", count}});
  return Json{{"field", field}, {"choices", std::move(all)}};
}

Expected<Json> reports(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {"q", "cursor", "limit"}, false); !checked)
    return std::unexpected(checked.error());
  const auto paging = paging_of(parameters);
  if (!paging) return std::unexpected(paging.error());
  const auto found = searched(asking, asking.index.reports.size(), value_of(parameters, "q"));
  const auto part = part_of(asking.index.reports, found, *paging);
  if (!part) return std::unexpected(part.error());
  Json items = Json::array();
  for (const auto at : part->items) {
    const auto id = asking.connection.first(Question::id_of_report, {asking.index.reports[at].key});
    if (auto summary = id ? summary_of(asking, *id) : std::nullopt) items.push_back(std::move(*summary));
  }
  return Json{{"total", found.size()}, {"next", or_null(part->next)}, {"items", std::move(items)}};
}

Expected<Json> stories(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {"q", "cursor", "limit"}, false); !checked)
    return std::unexpected(checked.error());
  const auto paging = paging_of(parameters);
  if (!paging) return std::unexpected(paging.error());
  Selection found;
  if (const auto typed = value_of(parameters, "q"); typed.empty()) {
    found = searched(asking, asking.index.stories.size(), {});
  } else {
    for (const auto report : searched(asking, 0, typed)) {
      auto const& own = asking.index.stories_of_report[report];
      found.insert(found.end(), own.begin(), own.end());
    }
    std::ranges::sort(found);
    const auto again = std::ranges::unique(found);
    found.erase(again.begin(), again.end());
  }
  const auto part = part_of(asking.index.stories, found, *paging);
  if (!part) return std::unexpected(part.error());
  Json items = Json::array();
  for (const auto at : part->items) {
    auto const& id = asking.index.story_ids[at];
    asking.connection.each(Question::head_of_story, {id}, [&](store::Row const& row) {
      items.push_back({{"id", id},
                       {"title", row.text(0)},
                       {"first_day", or_null(row.text(1))},
                       {"last_day", or_null(row.text(2))},
                       {"reports", row.number(3)},
                       {"encounters", row.number(5)},
                       {"independent_origins", row.number(4)}});
    });
  }
  return Json{{"total", found.size()}, {"next", or_null(part->next)}, {"items", std::move(items)}};
}

Expected<Json> coverage(Asking& asking, Parameters const& parameters) {
  if (auto checked = check(parameters, {}, false); !checked) return std::unexpected(checked.error());
  const auto body = asking.connection.first(Question::coverage, {});
  return body ? Json::parse(*body) : link::to_json(link::Coverage{});
}

}  // namespace recoupe::serve
