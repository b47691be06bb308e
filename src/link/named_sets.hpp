// Which sets of mentions are one person's, told from names that are alike. A chain of alike names joins nobody: every
// name of one set must be alike every name of the other.
//
//   const NamedSets joined(names, std::move(sets), {});
//   joined.root(3);      // the set that now stands for the fourth
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "link/alike_names.hpp"

namespace recoupe::link {

using Words = std::set<std::string, std::less<>>;

// Mentions that are known to be of one person.
struct NamedSet {
  std::vector<std::size_t> names;     // of AlikeNames, distinct
  Words countries;                    // of the offices; sets of two countries are never joined
  Words offices;                      // concepts
  std::vector<std::size_t> readings;  // where he takes part, sorted
};

class NamedSets {
 public:
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  // `sets`, each of one name, in an order that does not depend on the order of the input; `apart` are those that must
  // not be joined.
  NamedSets(AlikeNames& names, std::vector<NamedSet> sets, Pairs apart);

  std::size_t root(std::size_t set) const;
  NamedSet const& at(std::size_t root) const { return sets_[root]; }
  // Whether each name of `one` is alike each of the set that stands at `root`, and whether no page tells them apart.
  bool alike(NamedSet const& one, std::size_t root);
  bool could_be(NamedSet const& one, std::size_t root);

 private:
  struct Edge {
    double score = 0;
    std::size_t left = 0, right = 0;
  };

  Pairs candidates() const;
  std::vector<Edge> edges();
  bool has_both_scripts(NamedSet const& set) const;
  bool one_script(NamedSet const& one, NamedSet const& other) const;
  double best_across(NamedSet const& one, NamedSet const& other);
  bool told_apart_in_both_scripts(NamedSet const& one, NamedSet const& other);
  bool against(std::size_t into, std::size_t from) const;
  void consider(Edge const& edge);
  void join(std::size_t into, std::size_t from);

  AlikeNames& names_;
  std::vector<NamedSet> sets_;
  std::vector<std::size_t> parent_;
  Pairs apart_;
};

}  // namespace recoupe::link
