#include "encounter/words.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <ranges>
#include <set>
#include <utility>

#include "encounter/names_of_values.hpp"

namespace recoupe::encounter {
namespace {

using Added = std::expected<void, lexicon::Error>;

Added add_frames(LanguageWords& words, lexicon::Lexicon const& lexicon, std::string const& language) {
  for (auto const& row : lexicon.table(language, "frames")) {
    const auto kind = kind_of(row.field(1));
    const auto shape = shape_of(row.field(2));
    const auto mood = mood_of(row.field(3));
    if (!kind || !shape || !mood) return std::unexpected(row.error("unknown kind, shape or mood of a frame"));
    words.frames.add(row.field(0), {*kind, *shape, *mood});
  }
  return {};
}

Added add_auxiliaries(LanguageWords& words, lexicon::Lexicon const& lexicon, std::string const& language) {
  for (auto const& row : lexicon.table(language, "auxiliaries")) {
    const auto takes = mood_of(row.field(1));
    const auto told = told_of(row.field(2));
    const auto voice = row.field(3);
    const auto own = mood_of(row.field(4));
    if (!takes || !told || (voice != "active" && voice != "passive"))
      return std::unexpected(row.error("unknown mood, meaning or voice of an auxiliary"));
    words.auxiliaries.add(row.field(0), {*takes, *told, voice == "passive", own});
  }
  return {};
}

// "business labour" to its two kinds.
std::vector<std::string> kinds_of(std::string_view field) {
  std::vector<std::string> kinds;
  for (auto kind : std::views::split(field, ' ')) {
    if (!kind.empty()) kinds.emplace_back(std::string_view(kind));
  }
  std::ranges::sort(kinds);
  return kinds;
}

Added add_cues(LanguageWords& words, lexicon::Lexicon const& lexicon, std::string const& language) {
  for (auto const& row : lexicon.table(language, "encounter-cues")) {
    if (row.field(1) == "verb_first") {  // not a cue of a text but of the whole language
      words.verb_first = true;
      continue;
    }
    const auto cue = cue_of(row.field(1));
    if (!cue) return std::unexpected(row.error("unknown class of a cue"));
    words.cues.add(row.field(0), *cue);
  }
  for (auto const& row : lexicon.table(language, "encounter-groups"))
    words.groups.add(row.field(0), kinds_of(row.field(1)));
  return {};
}

// Offices of states and their bodies, of which a firm or a club has none.
std::set<std::string, std::less<>> public_offices(lexicon::Lexicon const& lexicon) {
  std::set<std::string, std::less<>> offices;
  for (auto const& row : lexicon.table("world", "public-offices")) offices.emplace(row.field(0));
  return offices;
}

// Titles that one person holds in a state.
bool is_monarch(std::string_view office) {
  constexpr std::string_view monarchs[] = {"crown-prince", "emir",   "emperor",       "king",
                                           "queen",        "sultan", "supreme-leader"};
  return std::ranges::find(monarchs, office) != std::end(monarchs);
}

Added add_heads(LanguageWords& words, lexicon::Lexicon const& lexicon, std::string const& language) {
  const auto of_states = public_offices(lexicon);
  for (auto const& row : lexicon.table(language, "offices")) {
    const auto office = row.field(1);
    const bool one = row.field(2).empty();
    if (office == "counterpart") words.counterparts.add(row.field(0), 0);
    if (of_states.contains(office)) words.state_offices.add(row.field(0), 0);
    if (!one) continue;
    const bool head = office == "president" || office == "prime-minister";
    if (head) words.heads.add(row.field(0), std::string(office));
    if (head || office == "leader" || is_monarch(office)) words.state_heads.add(row.field(0), std::string(office));
    if (office == "chancellor") words.state_heads.add(row.field(0), "prime-minister");
  }
  for (auto const& row : lexicon.table("world", "media")) words.media.add(row.field(2), 0);
  for (auto const& row : lexicon.table("world", "heads-of-state"))
    words.known_heads.add(row.field(0), {std::string(row.field(1)), std::string(row.field(2))});
  return {};
}

Added add_claims(LanguageWords& words, lexicon::Lexicon const& lexicon, std::string const& language) {
  for (auto const& row : lexicon.table(language, "claims")) {
    const auto kind = claim_word_of(row.field(1));
    int value = 0;
    const auto digits = row.field(2);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (!kind || (*kind == ClaimWord::Class::ordinal) != (value > 0))
      return std::unexpected(row.error("unknown class of a word, or an ordinal without its number"));
    words.claims.add(row.field(0), {*kind, value});
  }
  return {};
}

Added add_gatherings(LanguageWords& words, lexicon::Lexicon const& lexicon, std::string const& language) {
  constexpr int months = 12;
  for (auto const& row : lexicon.table(language, "gatherings")) {
    int month = 0;
    const auto digits = row.field(1);
    std::from_chars(digits.data(), digits.data() + digits.size(), month);
    if (month < 1 || month > months)
      return std::unexpected(row.error("a gathering without the month that it meets in"));
    words.gatherings.add(row.field(0), month);
  }
  return {};
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& language : lexicon.languages()) {
    auto& words = tables->languages[language];
    for (auto add : {add_frames, add_auxiliaries, add_cues, add_heads, add_claims, add_gatherings}) {
      if (auto added = add(words, lexicon, language); !added) return std::unexpected(added.error());
    }
  }
  return Vocabulary(std::move(tables));
}

}  // namespace recoupe::encounter
