// How much of a report may still be quoted.
//
//   Budget budget;
//   budget.allow("r0123…", 1800);                     // a text of 1,800 code points: 180 may be quoted
//   budget.quote("r0123…", {2, 10, 60}, "…");         // the words, shortened, or "" where too much is quoted already
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>

namespace recoupe::serve {

struct QuotedPlace {
  std::size_t block = 0;
  std::size_t start = 0, end = 0;  // code points
  auto operator<=>(QuotedPlace const&) const = default;
};

class Budget {
 public:
  void allow(std::string const& report, std::size_t length);
  void allow_all(std::string const& report);
  bool whole(std::string const& report) const;

  // At most `most` code points. The same place costs once, however often it is quoted.
  std::string quote(std::string const& report, QuotedPlace place, std::string const& exact, std::size_t most);
  std::size_t left(std::string const& report) const;

 private:
  struct Account {
    std::size_t left = 0;
    bool whole = false;
    std::map<QuotedPlace, std::string> quoted;
  };
  std::map<std::string, Account> accounts_;
};

}  // namespace recoupe::serve
