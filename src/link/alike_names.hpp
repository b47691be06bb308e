// The names of a heap, each once, and which of them are alike.
//
//   AlikeNames names(matcher);
//   const auto one = names.number("Anna Berg", keys);
//   names.score(one, other);            // 0 where they are not the same, else as name::match_names says
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "name/name_tokens.hpp"

namespace recoupe::link {

class AlikeNames {
 public:
  explicit AlikeNames(name::Matcher const& matcher) : matcher_(matcher) {}

  // Of what folds to the same, the same. `keys` are name::index_keys of it.
  std::size_t number(std::string const& written, std::vector<std::string> const& keys);

  std::string const& folded(std::size_t name) const { return names_[name].folded; }
  std::string const& surname(std::size_t name) const { return names_[name].surname; }
  std::size_t words(std::size_t name) const { return names_[name].words; }
  bool arabic(std::size_t name) const { return names_[name].arabic; }

  double score(std::size_t one, std::size_t other);

  // Two names that are the same have one of these in common.
  using Key = std::uint32_t;
  std::vector<Key> const& keys(std::size_t name) const { return names_[name].keys; }
  // Whether beside one key that they have in common, two others are like each other: cheaper than a score, and true of
  // all names that are the same.
  bool may_be_alike(std::size_t one, std::size_t other) const;

 private:
  struct Name {
    std::string folded, surname;
    std::size_t words = 0;
    bool arabic = false;
    std::vector<Key> keys;  // distinct, sorted
    name::PreparedName prepared;
  };

  name::Matcher const& matcher_;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::size_t> by_writing_;
  std::unordered_map<std::string, std::size_t> by_folded_;
  std::unordered_map<std::string, Key> key_numbers_;
  std::vector<std::string> keys_;
  std::unordered_map<std::uint64_t, double> scores_;  // of both numbers
};

}  // namespace recoupe::link
