// What the names of a page's parts (class, id, role) say of them.
//
//   PartNames names;
//   names.add("related", PartName::noise);
//   names.of("box__relatedLinks wide");      // hints of noise: a part of a name is one
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recoupe::page {

enum class PartName : std::uint8_t { noise, noise_alone, body, caption, standfirst, lead, about };

// What was found: as a whole name, or as a part of one between its signs or humps.
class PartNameSet {
 public:
  bool whole(PartName name) const { return (whole_ >> static_cast<unsigned>(name) & 1U) != 0; }
  bool part(PartName name) const { return ((whole_ | part_) >> static_cast<unsigned>(name) & 1U) != 0; }
  void add(PartNameSet const& other) {
    whole_ |= other.whole_;
    part_ |= other.part_;
  }

 private:
  friend class PartNames;
  unsigned whole_ = 0;
  unsigned part_ = 0;
};

class PartNames {
 public:
  void add(std::string_view name, PartName says);
  PartNameSet of(std::string_view names) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  unsigned look_up(std::string_view name) const;

  std::unordered_map<std::string, unsigned, Hash, std::equal_to<>> names_;
  std::array<std::uint64_t, 256> lengths_{};  // by first letter, a bit for each length that a name has: most have none
};

}  // namespace recoupe::page
