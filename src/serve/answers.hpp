// What the API answers, as JSON values (openapi.json describes each).
//
//   Asking asking{connection, index, words};
//   auto page = encounter_page(asking, "e0123456789abcdef");
//
// Each is a function of the register and its question alone.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "link/register_json.hpp"
#include "serve/doubts.hpp"
#include "serve/index.hpp"
#include "serve/parameters.hpp"
#include "serve/refusal.hpp"
#include "serve/words.hpp"

namespace recoupe::serve {

using link::Json;

// What is left for people to judge.
struct Reviewing {
  std::shared_ptr<std::vector<Doubt> const> doubts;
  std::set<Judged> judged;
};

// What a question is answered from.
struct Asking {
  Connection& connection;
  Index const& index;
  Words const& words;
  std::map<std::string, Json, std::less<>> people = {};  // names and offices, as far as this question came upon them
  bool corrections = false;                              // whether people may judge
  Reviewing const* reviewing = nullptr;
};

Expected<Json> register_head(Asking& asking, Parameters const& parameters);
Expected<Json> encounters(Asking& asking, Parameters const& parameters);
Expected<Json> periods(Asking& asking, Parameters const& parameters);
Expected<Json> places(Asking& asking, Parameters const& parameters);
Expected<Json> choices(Asking& asking, Parameters const& parameters);
Expected<Json> reports(Asking& asking, Parameters const& parameters);
Expected<Json> people(Asking& asking, Parameters const& parameters);
Expected<Json> stories(Asking& asking, Parameters const& parameters);
Expected<Json> coverage(Asking& asking, Parameters const& parameters);
Expected<Json> review(Asking& asking, Parameters const& parameters);

Expected<Json> encounter_page(Asking& asking, std::string const& id);
Expected<Json> report_page(Asking& asking, std::string const& id);
Expected<Json> person_page(Asking& asking, std::string const& id);
Expected<Json> story_page(Asking& asking, std::string const& id);
Expected<Json> comparison(Asking& asking, std::string const& left, std::string const& right);

// One encounter in a list; null where the key is gone.
Json row_of(Asking& asking, std::int64_t key);
// What a place is called, by language; empty where the gazetteer does not know it.
Json names_of_place(Asking const& asking, std::string const& name, std::string const& country);
// A report as lists name it.
std::optional<Json> summary_of(Asking& asking, std::string const& id);
// The encounter that an id names or named.
std::optional<std::int64_t> encounter_called(Asking& asking, std::string const& id);

}  // namespace recoupe::serve
