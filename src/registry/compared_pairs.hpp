// Which reports of a register under change share passages: known pairs are read back, the others compared.
//
//   ComparedPairs pairs(session, heap, reports, jobs);
//   pairs.load();
//   pairs.compare_in_one_language(std::move(prints), added, std::move(removed));
//   pairs.add_found(reused);
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "link/copies.hpp"
#include "reuse/prints.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

// The reports that are linked, by reading.
struct LinkedReports {
  std::vector<std::string> ids;  // sorted
  std::unordered_map<std::string, std::size_t> numbers;
};

class ComparedPairs {
 public:
  ComparedPairs(store::Session& session, link::Heap const& heap, LinkedReports const& reports, unsigned jobs)
      : session_(session), heap_(heap), reports_(reports), jobs_(jobs) {}

  void load();
  // Only pairs of which one end is new, or was disturbed by what came and went. `prints` are by reading.
  void compare_in_one_language(std::vector<reuse::Printed> prints, std::vector<std::string> const& added,
                               std::vector<reuse::Printed> removed);
  void compare_across_languages(std::vector<link::PairAcross> pairs);

  // Moves those that share passages to the others, in the order of their readings: of one language, and once they are
  // compared of two.
  void add_found(std::vector<link::FoundReuse>& reused);

 private:
  using Pair = std::pair<std::size_t, std::size_t>;
  struct Known {
    std::int64_t people = 0;
    reuse::Reuse reuse;  // empty once it was moved to those found
  };
  struct Compared {
    link::FoundReuse found;
    std::int64_t people = 0;
    std::optional<link::Reuse> row;  // nothing where they share nothing
  };

  bool one_language(Pair pair) const;
  void erase(std::string const& source, std::string const& target);
  void keep(Compared one);
  template <class Wanted>
  void compare(std::vector<Wanted> const& wanted, auto const& compared, auto const& people);

  store::Session& session_;
  link::Heap const& heap_;
  LinkedReports const& reports_;
  unsigned jobs_;
  std::map<Pair, Known> pairs_;
  bool across_ = false;  // pairs across languages are known to be wanted
};

}  // namespace recoupe::registry
