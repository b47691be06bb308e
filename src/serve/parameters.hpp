// The parameters of a question, each checked before anything is asked of the register.
//
//   auto filter = filter_of(parameters);              // a Refusal where a value is none of its field's
//   auto chosen = select(index, connection, *filter);
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "serve/index.hpp"
#include "serve/refusal.hpp"

namespace recoupe::serve {

using Parameters = std::vector<std::pair<std::string, std::string>>;  // as given, decoded

struct Filter {
  std::string words;                          // what a person typed
  std::string from, to;                       // YYYY, YYYY-MM or YYYY-MM-DD
  std::map<std::string, std::string> facets;  // field to value
};

struct Paging {
  std::string cursor;
  std::size_t limit = 50;
  bool newest_first = true;
};

// Every parameter must be one of `known` or, with `filters`, of a filter; none may be given twice, be longer than 200
// code points, or hold control characters or bytes that are no UTF-8; only what is typed freely may be empty.
Expected<void> check(Parameters const& parameters, std::vector<std::string_view> const& known, bool filters);

std::string_view value_of(Parameters const& parameters, std::string_view name);
Expected<Filter> filter_of(Parameters const& parameters);
Expected<Paging> paging_of(Parameters const& parameters);

Selection select(Index const& index, Connection& connection, Filter const& filter);

// A part of a list of `dated`, and the cursor that leads on from it, empty where nothing follows.
struct Part {
  Selection items;  // in the order that was asked for
  std::string next;
};
Expected<Part> part_of(std::vector<Dated> const& dated, Selection const& selection, Paging const& paging);

// An id of the register: a letter and 16 hex digits.
bool is_id(std::string_view text, char letter);

}  // namespace recoupe::serve
