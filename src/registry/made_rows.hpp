// What each row of a register was made of, so that only what changed is written again.
//
//   MadeRows made(session);
//   for (auto number : made.changed(Kind::person, now, erase)) put(describe(number));
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/session.hpp"

namespace recoupe::registry {

class MadeRows {
 public:
  explicit MadeRows(store::Session& session);

  bool contains(store::Kind kind, std::string_view id) const;

  struct Row {
    std::string_view id;
    std::uint64_t fingerprint = 0;
    std::size_t number = 0;  // the caller's
  };
  // The numbers of those whose fingerprint is new, by id; of two with one id the last counts. What is no more is erased
  // by `erase`, and so is what is to be written again.
  std::vector<std::size_t> changed(store::Kind kind, std::vector<Row> now,
                                   std::function<void(std::string const& id)> const& erase);

 private:
  using Known = std::vector<std::pair<std::string, std::int64_t>>;  // sorted

  store::Session& session_;
  std::map<store::Kind, Known> known_;
};

}  // namespace recoupe::registry
