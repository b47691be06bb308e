// What lists are filtered by, in memory: some hundred bytes an encounter, so that any filter takes a millisecond.
//
//   auto index = Index::load(connection);
//   auto chosen = index.with("country", "MA");        // ordinals in the order of dates, undated ones last
//   index.encounters[chosen[0]].first_day;
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "serve/connection.hpp"

namespace recoupe::serve {

using Ordinal = std::uint32_t;
using Selection = std::vector<Ordinal>;  // ascending

struct Dated {
  std::int64_t key = 0;
  std::string first_day, last_day;  // empty where the day or its year is unknown
  std::uint32_t place = 0;          // into Index::places
};

struct NamedPlace {
  std::string name, country;
};

struct Index {
  static Index load(Connection& connection);

  std::vector<Dated> encounters, reports, stories;  // by first day, undated ones last
  std::vector<std::string> story_ids;               // as `stories`
  std::vector<Selection> stories_of_report;         // by the report's ordinal
  std::vector<NamedPlace> places;
  std::size_t people = 0;

  Selection const& with(std::string_view field, std::string_view value) const;
  std::map<std::string, Selection, std::less<>> const& values_of(std::string_view field) const;
  Selection encounters_of(std::vector<std::int64_t> const& keys) const { return ordinals(encounter_keys_, keys); }
  Selection reports_of(std::vector<std::int64_t> const& keys) const { return ordinals(report_keys_, keys); }

 private:
  using Keys = std::unordered_map<std::int64_t, Ordinal>;
  static Selection ordinals(Keys const& known, std::vector<std::int64_t> const& keys);
  void load_encounters(Connection& connection);
  void load_reports_and_stories(Connection& connection);

  std::map<std::string, std::map<std::string, Selection, std::less<>>, std::less<>> facets_;
  Keys encounter_keys_, report_keys_;
};

Selection both(Selection const& left, Selection const& right);

}  // namespace recoupe::serve
