// What a person is asked, one pair of tellings after another.
#include <algorithm>
#include <charconv>
#include <optional>

#include "serve/answers.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t most_asked = 50;  // at a time

// What one report tells, with the words that say it.
Json side_of(Asking& asking, AskedTelling const& asked) {
  Json side;
  asking.connection.each(Question::telling_called, {asked.id}, [&](store::Row const& row) {
    side = Json::parse(row.text(2));
    side["key"] = row.number(0);
  });
  if (side.is_null()) return side;
  auto report = summary_of(asking, side.at("report"));
  auto row = row_of(asking, side.at("key"));
  if (!report || row.is_null()) return {};
  return Json{{"telling", asked.id},          {"standing", side.at("standing")},
              {"report", std::move(*report)}, {"evidence", side.at("evidence")},
              {"facts", side.at("facts")},    {"row", std::move(row)}};
}

Json question_of(Asking& asking, Doubt const& doubt) {
  auto left = side_of(asking, doubt.left);
  auto right = doubt.right.id.empty() ? Json() : side_of(asking, doubt.right);
  if (left.is_null() || (right.is_null() && !doubt.right.id.empty())) return {};
  return Json{{"why", name_of(doubt.why)}, {"left", std::move(left)}, {"right", std::move(right)}};
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

}  // namespace

Expected<Json> review(Asking& asking, Parameters const& parameters) {
  if (asking.reviewing == nullptr)
    return std::unexpected(Refusal{404, "not_found", "there is nothing under this path"});
  if (auto checked = check(parameters, {"cursor", "limit"}, false); !checked) return std::unexpected(checked.error());
  const auto cursor = value_of(parameters, "cursor");
  const auto begin = cursor.empty() ? std::optional<std::size_t>(0) : number_of(cursor);
  if (!begin) return std::unexpected(Refusal{400, "bad_parameter", "\"cursor\" leads nowhere"});
  const auto paging = paging_of(parameters);
  if (!paging) return std::unexpected(paging.error());
  auto open = *asking.reviewing->doubts;
  std::erase_if(open, [&](Doubt const& one) { return asking.reviewing->judged.contains(one.judged()); });
  const auto first = std::min(*begin, open.size());
  const auto end = first + std::min({open.size() - first, paging->limit, most_asked});
  Json items = Json::array();
  for (auto at = first; at < end; ++at) {
    if (auto question = question_of(asking, open[at]); !question.is_null()) items.push_back(std::move(question));
  }
  return Json{{"total", open.size()},
              {"next", end < open.size() ? Json(std::to_string(end)) : Json()},
              {"items", std::move(items)}};
}

}  // namespace recoupe::serve
