// What a person should look at: groupings that the register is least sure of, most doubtful first.
//
//   auto all = doubts(connection, index, already_judged);
//   all[0].why; all[0].left.id; all[0].right.id;
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "serve/corrector.hpp"
#include "serve/index.hpp"

namespace recoupe::serve {

// From the most doubtful on.
enum class Why : std::uint8_t {
  candidates,  // the one may tell this encounter and others, and was kept apart
  disagree,    // they were taken for one, and give another day or status
  close,       // two encounters of the same two people within days
  unshared,    // they were taken for one, share no words, and not all of it is sure
  to_check,    // one telling, of something that may be no encounter
};
std::string_view name_of(Why why);

struct AskedTelling {
  std::string id;
  std::string name;  // by report and quotation
};

struct Doubt {
  Why why = Why::to_check;
  AskedTelling left, right;  // the right one empty where it is about one telling
  Judged judged() const { return serve::judged(left.name, right.name); }
};

// At most 500; those of `judged` are passed over.
std::vector<Doubt> doubts(Connection& connection, Index const& index, std::set<Judged> const& judged);

}  // namespace recoupe::serve
