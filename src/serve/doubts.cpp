#include "serve/doubts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "link/register_json.hpp"
#include "time/edtf.hpp"

namespace recoupe::serve {
namespace {

using link::Json;

constexpr std::size_t most_doubts = 500;
constexpr std::int64_t close_days = 3;
constexpr std::size_t most_neighbours = 8;  // of one encounter among those of one person

constexpr std::string_view names[] = {"candidates", "disagree", "close", "unshared", "to_check"};

using OrdinalPair = std::pair<Ordinal, Ordinal>;

std::optional<std::int64_t> number_of(std::string const& day) {
  const auto found = time::day_of(day);
  if (!found) return std::nullopt;
  return std::chrono::sys_days{*found}.time_since_epoch().count();
}

class Doubting {
 public:
  Doubting(Connection& connection, Index const& index, std::set<Judged> const& judged)
      : connection_(connection), index_(index), seen_(judged) {}

  std::vector<Doubt> run() {
    ask_of_candidates();
    ask_where_they_disagree();
    ask_of_close_ones();
    each_pair(Question::tellings_that_share_nothing, Why::unshared);
    each_pair(Question::tellings_to_check, Why::to_check);
    return std::move(doubts_);
  }

 private:
  bool enough() const { return doubts_.size() >= most_doubts; }

  std::optional<AskedTelling> telling(std::string const& id) {
    std::optional<AskedTelling> found;
    connection_.each(Question::telling_called, {id}, [&](store::Row const& row) {
      const auto told = Json::parse(row.text(2));
      if (told.at("evidence").empty()) return;
      found = AskedTelling{id, name_of(registry::Anchor{told.at("report"), std::string(row.text(1)),
                                                        told.at("evidence").front().at("exact")})};
    });
    return found;
  }

  // Unless somebody said something of it, or it is asked already.
  void ask(Why why, std::string const& left, std::string const& right) {
    if (enough() || left == right) return;
    const auto one = telling(left);
    const auto other = right.empty() ? AskedTelling{} : telling(right).value_or(AskedTelling{});
    if (!one || (!right.empty() && other.id.empty())) return;
    Doubt doubt{why, *one, other};
    if (seen_.insert(doubt.judged()).second) doubts_.push_back(std::move(doubt));
  }

  std::string leading(std::int64_t key) {
    return connection_.first(Question::leading_telling, {key}).value_or(std::string());
  }

  void ask_of_candidates() {
    for (auto const& body : connection_.texts(Question::encounters_with_candidates, {})) {
      for (auto const& told : Json::parse(body).at("tellings")) {
        for (auto const& candidate : told.at("candidates")) {
          for (const auto key : connection_.numbers(Question::encounter_called, {candidate.get<std::string>()}))
            ask(Why::candidates, told.at("id"), leading(key));
        }
      }
      if (enough()) return;
    }
  }

  // The telling of the value that most give beside that of the one that fewest give.
  void ask_where_they_disagree() {
    for (auto const& body : connection_.texts(Question::contradicted_encounters, {})) {
      const auto encounter = Json::parse(body);
      const auto of_report = [&](Json const& report) {
        for (auto const& told : encounter.at("tellings")) {
          if (told.at("report") == report) return told.at("id").get<std::string>();
        }
        return std::string();
      };
      for (auto const& contradiction : encounter.at("contradictions")) {
        auto values = contradiction.at("values").get<Json::array_t>();
        std::ranges::stable_sort(values, std::greater{}, [](Json const& one) { return one.at("reports").size(); });
        if (values.size() < 2) continue;
        const auto most = of_report(values.front().at("reports").front());
        const auto fewest = of_report(values.back().at("reports").front());
        if (!most.empty() && !fewest.empty()) ask(Why::disagree, most, fewest);
      }
      if (enough()) return;
    }
  }

  // Ordinals of each person's encounters stand in the order of their days: a pair lies near in that list.
  std::map<OrdinalPair, std::size_t> people_shared_by_neighbours() {
    std::map<OrdinalPair, std::size_t> shared;
    std::vector<std::int64_t> keys;
    std::string person;
    const auto finish = [&] {
      const auto own = index_.encounters_of(keys);
      for (std::size_t i = 0; i < own.size(); ++i) {
        const auto end = std::min(own.size(), i + 1 + most_neighbours);
        for (std::size_t j = i + 1; j < end && apart(own[i], own[j]); ++j) ++shared[{own[i], own[j]}];
      }
      keys.clear();
    };
    connection_.each(Question::all_participants, {}, [&](store::Row const& row) {
      if (row.text(0) != person) {
        finish();
        person = row.text(0);
      }
      keys.push_back(row.number(1));
    });
    finish();
    return shared;
  }

  // How many days, where they are few.
  std::optional<std::int64_t> apart(Ordinal one, Ordinal other) const {
    auto const& left = index_.encounters[one].first_day;
    auto const& right = index_.encounters[other].first_day;
    if (left == right && !left.empty()) return 0;
    const auto from = number_of(left);
    const auto to = number_of(right);
    if (!from || !to || *to - *from > close_days) return std::nullopt;
    return *to - *from;
  }

  std::set<OrdinalPair> parts() {
    std::set<OrdinalPair> found;
    connection_.each(Question::all_parts, {}, [&](store::Row const& row) {
      const auto ends = index_.encounters_of({row.number(0), row.number(1)});
      if (ends.size() == 2) found.insert({ends[0], ends[1]});
    });
    return found;
  }

  void ask_of_close_ones() {
    if (enough()) return;
    const auto known_parts = parts();
    std::vector<std::pair<std::int64_t, OrdinalPair>> order;  // by days between, the latest first
    for (auto const& [pair, people] : people_shared_by_neighbours()) {
      if (people > 1 && !known_parts.contains(pair)) order.emplace_back(*apart(pair.first, pair.second), pair);
    }
    std::ranges::sort(
        order, [](auto const& a, auto const& b) { return std::tie(a.first, b.second) < std::tie(b.first, a.second); });
    for (auto const& [days, pair] : order) {
      if (enough()) return;
      ask(Why::close, leading(index_.encounters[pair.first].key), leading(index_.encounters[pair.second].key));
    }
  }

  void each_pair(Question question, Why why) {
    if (enough()) return;
    std::vector<std::pair<std::string, std::string>> pairs;
    const bool alone = why == Why::to_check;
    connection_.each(question, {}, [&](store::Row const& row) {
      pairs.emplace_back(row.text(0), alone ? std::string_view() : row.text(1));
    });
    for (auto const& [left, right] : pairs) {
      if (enough()) return;
      ask(why, left, right);
    }
  }

  Connection& connection_;
  Index const& index_;
  std::set<Judged> seen_;
  std::vector<Doubt> doubts_;
};

}  // namespace

std::string_view name_of(Why why) { return names[static_cast<std::size_t>(why)]; }

std::vector<Doubt> doubts(Connection& connection, Index const& index, std::set<Judged> const& judged) {
  return Doubting(connection, index, judged).run();
}

}  // namespace recoupe::serve
