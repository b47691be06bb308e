#include <algorithm>

#include "name/name_evidence.hpp"
#include "name/spans.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_name = 4;   // words
constexpr std::size_t shortest_word = 6;  // bytes: three letters
constexpr float foreign_from = 0.5F;      // log odds, of a word behind a strong cue
constexpr float likely_from = 2.0F;       // behind a weak one; and of two words that nothing cues, their mean
constexpr float part_from = 0.0F;         // of each word of a longer name
constexpr float clitic_gain = 1.5F;       // by which a clitic must make the rest look more foreign
constexpr std::string_view arabic_article = "\u0627\u0644";

struct Look {
  float odds = 0;
  std::size_t clitics = 0;  // folded bytes
};

Look look_at(Search const& search, std::size_t at) {
  auto const& folded = search.token(at).folded;
  Look best{search.words.foreign_letters.odds(folded), 0};
  if (is_given(search, at) || is_family(search, at)) return best;
  for (auto const& form : lexicon::without_clitics(folded, lexicon::Clitics::conjunctions)) {
    if (form.bytes == 0 || form.word.size() < shortest_word || form.word.starts_with(arabic_article)) continue;
    const auto odds = search.words.foreign_letters.odds(form.word);
    if (odds > best.odds + clitic_gain) best = {odds, form.bytes};
  }
  return best;
}

// Also behind a conjunction: a verb that cues names, a word that begins none, a part of an Arabic name.
bool is_listed_word(Search const& search, std::size_t at) {
  auto const& words = search.words;
  const auto forms = lexicon::without_clitics(search.token(at).folded, lexicon::Clitics::conjunctions);
  return std::ranges::any_of(forms, [&](lexicon::Stripped const& form) {
    return words.not_names.contains(form.word) || words.name_cues.contains(form.word) ||
           (form.bytes > 0 && words.particles.contains(form.word));
  });
}

bool is_known_word(Search const& search, std::size_t at, std::size_t end) {
  auto const& words = search.words;
  const auto all = lexicon::Clitics::all;
  return is_listed_word(search, at) || words.places.longest_at(search.body, at, end, all) ||
         words.organisations.longest_at(search.body, at, end, all) ||
         words.organisation_nouns.longest_at(search.body, at, end, all) ||
         words.place_nouns.longest_at(search.body, at, end, all) ||
         words.nouns.longest_at(search.body, at, at + 1, all) || words.demonyms.longest_at(search.body, at, end, all) ||
         words.offices.longest_at(search.body, at, end, all) ||
         words.civilities.longest_at(search.body, at, end, all) ||
         search.tables.cities.longest_at(search.body, at, end, all);
}

bool may_be_part(Search const& search, std::size_t at, std::size_t end) {
  if (at >= end) return false;
  auto const& token = search.token(at);
  return token.kind == text::TokenKind::word && token.arabic && token.folded.size() >= shortest_word - 2 &&
         !token.folded.starts_with(arabic_article) && !is_known_word(search, at, end);
}

enum class Cue : std::uint8_t { none, weak, strong };

// What the word before says: a verb of persons or a calling; an adjective of relation with the article, behind which
// an indefinite word begins something new.
Cue cue_before(Search const& search, std::size_t at, std::size_t first_of_sentence) {
  if (at == first_of_sentence) return Cue::none;
  auto const& before = search.token(at - 1);
  if (before.kind != text::TokenKind::word || !before.arabic) return Cue::none;
  for (auto const& form : lexicon::without_clitics(before.folded, lexicon::Clitics::all)) {
    if (search.words.name_cues.contains(form.word)) return Cue::strong;
    const bool relation = form.word.ends_with("\u064A") || form.word.ends_with("\u064A\u0647");
    if (form.word.starts_with(arabic_article) && relation && form.word.size() > 4 * shortest_word / 3) return Cue::weak;
  }
  return Cue::none;
}

}  // namespace

std::optional<PersonSpan> foreign_person(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                         std::size_t end) {
  if (!may_be_part(search, at, end)) return std::nullopt;
  const auto first = look_at(search, at);
  if (first.odds < part_from) return std::nullopt;
  PersonSpan person{at, at + 1, first.clitics};
  float sum = first.odds;
  std::size_t words = 1;
  while (words < longest_name) {
    auto next = person.end;
    while (next < end && next < person.end + 2 && search.words.particles.contains(search.token(next).folded)) ++next;
    if (!may_be_part(search, next, end) || begins_another_name(search, next)) break;
    const auto odds = search.words.foreign_letters.odds(search.token(next).folded);
    if (odds < part_from && !is_family(search, next)) break;
    sum += odds;
    ++words;
    person.end = next + 1;
  }
  const auto cue = cue_before(search, at, first_of_sentence);
  const float mean = sum / static_cast<float>(words);
  const bool taken = cue == Cue::strong ? mean >= (words == 1 ? foreign_from : part_from)
                     : words == 1       ? cue == Cue::weak && first.odds >= likely_from
                                        : mean >= (cue == Cue::weak ? likely_from / 2 : likely_from);
  return taken ? std::optional(person) : std::nullopt;
}

}  // namespace recoupe::name
