// Which of many names may be another spelling of one, without comparing it with all.
//
//   NameIndex index(matcher);
//   index.add("Karim Bennani");                  // 0, 1, 2 …
//   index.candidates("كريم بناني", 100);         // {0}: to be handed to match_names
//
// Names are filed under index_keys; a query counts, for each name that shares a key, how rare the shared keys are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "name/match_names.hpp"

namespace recoupe::name {

class NameIndex {
 public:
  explicit NameIndex(Matcher const& matcher) : matcher_(&matcher) {}  // which must outlive the index

  std::uint32_t add(std::string_view name);
  std::size_t size() const { return size_; }

  // At most `most` names, those that share the rarest keys first, then in the order in which they were added.
  std::vector<std::uint32_t> candidates(std::string_view name, std::size_t most) const;

 private:
  std::uint8_t rarity_of(std::vector<std::uint32_t> const& names) const;

  Matcher const* matcher_;
  std::uint32_t size_ = 0;
  std::unordered_map<std::string, std::vector<std::uint32_t>> names_by_key_;
};

}  // namespace recoupe::name
