#include "registry/made_rows.hpp"

#include <algorithm>

namespace recoupe::registry {

MadeRows::MadeRows(store::Session& session) : session_(session) {
  session_.each_made([&](store::KeptMade const& made) { known_[made.kind].emplace_back(made.id, made.fingerprint); });
}

bool MadeRows::contains(store::Kind kind, std::string_view id) const {
  const auto known = known_.find(kind);
  if (known == known_.end()) return false;
  const auto found = std::ranges::lower_bound(known->second, id, {}, &Known::value_type::first);
  return found != known->second.end() && found->first == id;
}

std::vector<std::size_t> MadeRows::changed(store::Kind kind, std::vector<Row> now,
                                           std::function<void(std::string const& id)> const& erase) {
  std::ranges::stable_sort(now, {}, &Row::id);
  std::vector<std::size_t> numbers;
  auto const& known = known_[kind];
  auto before = known.begin();
  const auto erase_until = [&](auto const& end) {
    for (; before != known.end() && end(before->first); ++before) {
      erase(before->first);
      session_.erase_made(kind, before->first);
    }
  };
  for (std::size_t i = 0; i < now.size(); ++i) {
    auto const& row = now[i];
    if (i + 1 < now.size() && now[i + 1].id == row.id) continue;
    erase_until([&](std::string const& id) { return id < row.id; });
    const auto fingerprint = static_cast<std::int64_t>(row.fingerprint);
    const bool there = before != known.end() && before->first == row.id;
    const bool same = there && before->second == fingerprint;
    if (there && !same) erase(before->first);
    if (there) ++before;
    if (same) continue;
    session_.put_made({kind, row.id, fingerprint});
    numbers.push_back(row.number);
  }
  erase_until([](std::string const&) { return true; });
  return numbers;
}

}  // namespace recoupe::registry
