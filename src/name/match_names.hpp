// Whether two names may be one person's, organisation's or place's, in Latin and Arabic script.
//
//   match_names("Avril Haines", "أفريل هاينز", MatchKind::person, model).same;   // true
//
// The score is calibrated: `same` where it is at least .5. Symmetric in its two names.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"

namespace recoupe::name {

enum class MatchKind : std::uint8_t { unknown, person, organisation, place };

struct Match {
  double score = 0;  // 0..1
  bool same = false;
};

// Letter-chunk costs between the scripts, particles, civilities, legal forms: compiled from the lexicon.
class Matcher {
 public:
  static std::expected<Matcher, lexicon::Error> compile(lexicon::Lexicon const& lexicon);
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();
  struct Tables;
  Tables const& tables() const { return *tables_; }

 private:
  explicit Matcher(std::unique_ptr<Tables const> tables);
  std::unique_ptr<Tables const> tables_;
};

Match match_names(std::string_view left, std::string_view right, MatchKind kind, Matcher const& matcher);

// Keys under which a name is filed, shared by every spelling that match_names may call the same (recall first):
// at least one for each token that is not a particle. Sorted, distinct.
std::vector<std::string> index_keys(std::string_view name, Matcher const& matcher);

}  // namespace recoupe::name
