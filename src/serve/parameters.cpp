#include "serve/parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "store/search_words.hpp"
#include "text/fold.hpp"
#include "text/text.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t longest = 200;  // code points of a value
constexpr std::size_t most_items = 200;
constexpr const char* undated = "~";  // behind every day

constexpr std::array<std::string_view, 12> facet_fields = {"person",       "country",   "place",  "office",
                                                           "organisation", "authority", "kind",   "status",
                                                           "certainty",    "language",  "outlet", "flag"};

struct Closed {
  std::string_view field;
  std::vector<std::string_view> values;
};

const std::array<Closed, 4> closed_fields = {
    Closed{"kind", {"audience", "talks", "visit", "call", "multilateral", "signing", "other"}},
    Closed{"status", {"held", "announced", "cancelled", "denied"}}, Closed{"certainty", {"sure", "likely", "to_check"}},
    Closed{"flag", {"contradicted", "one_side", "single_origin", "undated", "recalled"}}};

std::unexpected<Refusal> wrong(std::string_view name, std::string const& what) {
  return std::unexpected(Refusal{400, "bad_parameter", "\"" + std::string(name) + "\" " + what});
}

bool is_filter(std::string_view name) {
  return name == "q" || name == "from" || name == "to" || std::ranges::find(facet_fields, name) != facet_fields.end();
}

// What a person types, or an empty box of a form: everything else has a shape of its own.
bool is_free(std::string_view name) {
  const bool closed = std::ranges::find(closed_fields, name, &Closed::field) != closed_fields.end();
  return name == "q" || name == "cursor" || (!closed && std::ranges::find(facet_fields, name) != facet_fields.end());
}

bool is_day(std::string_view text) {
  static constexpr std::string_view shape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return std::ranges::equal(text, shape.substr(0, text.size()),
                            [](char c, char s) { return s == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

// Places, offices and organisations are kept folded, so that any way to write them finds them.
std::string as_kept(std::string_view field, std::string const& value) {
  if (field == "place" || field == "office" || field == "organisation") return text::fold(value);
  if (field == "country") {
    auto upper = value;
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return upper;
  }
  return value;
}

std::string_view day_or_last(std::string const& day) { return day.empty() ? std::string_view(undated) : day; }

// Where the list goes on behind `cursor` ("2022-04-07.12"): the first ordinal in ascending order that is not before it.
std::optional<std::pair<std::string, std::int64_t>> place_of(std::string_view cursor) {
  const auto dot = cursor.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto day = cursor.substr(0, dot);
  if (!day.empty() && (day.size() != 10 || !is_day(day))) return std::nullopt;
  std::int64_t key = 0;
  const auto digits = cursor.substr(dot + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), key);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty() || key < 0) return std::nullopt;
  return std::pair{day.empty() ? std::string(undated) : std::string(day), key};
}

}  // namespace

Expected<void> check(Parameters const& parameters, std::vector<std::string_view> const& known, bool filters) {
  std::vector<std::string_view> seen;
  for (auto const& [name, value] : parameters) {
    if (std::ranges::find(known, name) == known.end() && !(filters && is_filter(name)))
      return std::unexpected(Refusal{400, "unknown_parameter", "there is no such parameter here"});
    if (std::ranges::find(seen, name) != seen.end()) return wrong(name, "is given twice");
    seen.push_back(name);
    if (value.empty() && !is_free(name)) return wrong(name, "is empty");
    if (std::ranges::any_of(value, [](unsigned char c) { return c < 0x20 || c == 0x7F; }))
      return wrong(name, "holds a control character");
    const auto text = text::Text::from_utf8(value);
    if (text.view() != value) return wrong(name, "is not UTF-8");
    if (text.length() > longest) return wrong(name, "is longer than 200 characters");
  }
  return {};
}

std::string_view value_of(Parameters const& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
  return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

Expected<Filter> filter_of(Parameters const& parameters) {
  Filter filter;
  filter.words = value_of(parameters, "q");
  for (auto const& [name, target] : {std::pair{"from", &filter.from}, std::pair{"to", &filter.to}}) {
    *target = value_of(parameters, name);
    if (!target->empty() && !is_day(*target)) return wrong(name, "is no YYYY, YYYY-MM or YYYY-MM-DD");
  }
  for (const auto field : facet_fields) {
    const std::string value(value_of(parameters, field));
    if (value.empty()) continue;
    const auto closed = std::ranges::find(closed_fields, field, &Closed::field);
    if (closed != closed_fields.end() && std::ranges::find(closed->values, value) == closed->values.end())
      return wrong(field, "is none of the values that it may have");
    filter.facets[std::string(field)] = as_kept(field, value);
  }
  return filter;
}

Expected<Paging> paging_of(Parameters const& parameters) {
  Paging paging;
  paging.cursor = value_of(parameters, "cursor");
  const auto limit = value_of(parameters, "limit");
  if (!limit.empty()) {
    const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), paging.limit);
    if (error != std::errc{} || end != limit.data() + limit.size() || paging.limit < 1 || paging.limit > most_items)
      return wrong("limit", "is no number from 1 to 200");
  }
  const auto order = value_of(parameters, "order");
  if (!order.empty() && order != "date" && order != "-date") return wrong("order", "is neither date nor -date");
  paging.newest_first = order != "date";
  return paging;
}

Selection select(Index const& index, Connection& connection, Filter const& filter) {
  std::optional<Selection> chosen;
  const auto narrow = [&](Selection const& to) { chosen = chosen ? both(*chosen, to) : to; };
  for (auto const& [field, value] : filter.facets) narrow(index.with(field, value));
  if (const auto match = store::match_query(filter.words); !match.empty()) {
    narrow(index.encounters_of(connection.numbers(Question::encounters_with_words, {match})));
  } else if (!filter.words.empty()) {
    narrow({});
  }
  if (!chosen) {
    chosen.emplace(index.encounters.size());
    for (Ordinal at = 0; at < chosen->size(); ++at) (*chosen)[at] = at;
  }
  if (filter.from.empty() && filter.to.empty()) return *chosen;
  std::erase_if(*chosen, [&](Ordinal at) {
    auto const& one = index.encounters[at];
    if (one.first_day.empty()) return true;
    return (!filter.from.empty() && one.last_day.substr(0, filter.from.size()) < filter.from) ||
           (!filter.to.empty() && one.first_day.substr(0, filter.to.size()) > filter.to);
  });
  return *chosen;
}

Expected<Part> part_of(std::vector<Dated> const& dated, Selection const& selection, Paging const& paging) {
  const auto first_undated =
      std::ranges::partition_point(selection, [&](Ordinal at) { return !dated[at].first_day.empty(); });
  Selection order(selection.begin(), selection.end());
  if (paging.newest_first) std::reverse(order.begin(), order.begin() + (first_undated - selection.begin()));
  std::size_t begin = 0;
  if (!paging.cursor.empty()) {
    const auto after = place_of(paging.cursor);
    if (!after) return wrong("cursor", "leads nowhere");
    const auto passed = [&](Ordinal at) {
      const std::pair here{std::string(day_or_last(dated[at].first_day)), dated[at].key};
      const bool reversed = paging.newest_first && !dated[at].first_day.empty() && after->first != undated;
      if (paging.newest_first && (dated[at].first_day.empty() != (after->first == undated)))
        return !dated[at].first_day.empty();  // dated ones stand before undated ones
      return reversed ? here >= *after : here <= *after;
    };
    begin = static_cast<std::size_t>(std::ranges::partition_point(order, passed) - order.begin());
  }
  const auto end = std::min(order.size(), begin + paging.limit);
  Part part;
  part.items.assign(order.begin() + static_cast<std::ptrdiff_t>(begin),
                    order.begin() + static_cast<std::ptrdiff_t>(end));
  if (end < order.size()) {
    auto const& last = dated[part.items.back()];
    part.next = last.first_day + "." + std::to_string(last.key);
  }
  return part;
}

bool is_id(std::string_view text, char letter) {
  return text.size() == 17 && text.front() == letter &&
         std::ranges::all_of(text.substr(1), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace recoupe::serve
