// Names that must not be kept, known by their hashes alone.
//
//   const Forgotten forgotten(session.forgotten());
//   forgotten.redact(report);        // "received ████ ██████"
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "page/report.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

// The whole name, and its last word for where it stands beside the whole name.
std::vector<store::KeptForgotten> entries_of(std::string_view name);

class Forgotten {
 public:
  explicit Forgotten(std::vector<store::KeptForgotten> const& kept);
  bool empty() const { return whole_.empty(); }
  bool in(std::string_view text) const;
  // Puts a block for each letter of a forgotten name, in every text of the report. Whether there was one.
  bool redact(page::Report& report) const;

 private:
  using Names = std::multimap<std::size_t, std::int64_t>;  // how many words, their hash
  bool redact(std::string& text, Names const& names) const;
  Names whole_;
  Names beside_;
};

}  // namespace recoupe::registry
