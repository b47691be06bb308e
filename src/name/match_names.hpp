// Whether two names may be one person's, organisation's or place's, in Latin and Arabic script.
//
//   match_names("Avril Haines", "أفريل هاينز", MatchKind::person, matcher).same;   // true
//
// The words of both names are aligned in order; each pair of words costs what its letters cost (letter_costs.hpp); a
// logistic function of a few features of the alignment (match_features.hpp), its weights learned from pairs of names,
// is the score: `same` where it is at least .5. Symmetric in its two names. One bad word is enough to tell two names
// apart, and so are two different numbers or legal forms. Other scripts than these two are read through ICU's
// transliteration.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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

// Names longer than 600 bytes or 12 words are compared by their beginning.
Match match_names(std::string_view left, std::string_view right, MatchKind kind, Matcher const& matcher);

// A name cut up once, to be compared with many others of its kind.
struct PreparedName;
PreparedName prepare(std::string_view name, MatchKind kind, Matcher const& matcher);
Match match_prepared(PreparedName const& left, PreparedName const& right, MatchKind kind, Matcher const& matcher);

// Why two names got their score.
struct MatchExplanation {
  struct Step {
    std::vector<std::string> left, right;  // folded words; one side empty: the other has no counterpart
    double cost = 0;                       // nats a letter; 0 is the usual spelling
    std::vector<std::string> pieces;       // "ch=ش 0.31", of a matched pair
  };
  std::vector<std::string> left_words, right_words;
  std::vector<Step> steps;
  std::vector<std::pair<std::string, double>> features;  // those that are not 0
  std::vector<std::pair<std::string, double>> terms;     // feature times weight; their sum is the score's log odds
  std::string decided_by;                                // "score", or what overruled it
  std::vector<std::string> left_differ, right_differ;    // the numbers or legal forms that overruled it
  Match match;
};
MatchExplanation explain_match(std::string_view left, std::string_view right, MatchKind kind, Matcher const& matcher);

// Keys under which a name is filed, shared by every spelling that match_names may call the same (recall first):
// at least one for each token that is not a particle. Sorted, distinct.
std::vector<std::string> index_keys(std::string_view name, Matcher const& matcher);

}  // namespace recoupe::name
