#include <algorithm>

#include "name/name_evidence.hpp"
#include "name/spans.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_name = 6;  // words
constexpr float never = -1000;           // any letters
constexpr float part_from = -1.0F;       // of the second word of a name
constexpr float ordinary_below = -2.5F;  // log odds of a foreign name: below, a word of the language
constexpr float foreign_from = 0.5F;     // from here on a word belongs to the name before it
constexpr std::string_view arabic_article = "\u0627\u0644";
constexpr std::string_view feminine_ending = "\u0647";  // as folded
constexpr std::string_view relative_ending = "\u064A";
constexpr std::size_t shortest_particle = 4;  // bytes

bool known_as_other(Search const& search, std::size_t at, std::size_t end) {
  return search.words.places.longest_at(search.body, at, end) ||
         search.words.organisations.longest_at(search.body, at, end);
}

bool is_particle(Search const& search, std::size_t at) {
  return search.words.particles.contains(search.token(at).folded);
}

// The end of the particles that begin at `at`, where a name word follows them; else `at`.
std::size_t after_particles(Search const& search, std::size_t at, std::size_t end) {
  auto next = at;
  while (next < end && next < at + 3 && is_particle(search, next)) ++next;
  return next > at && is_name_word(search, next, end) ? next : at;
}

// "Kim Jong-un": the second half of a part may be written small.
std::size_t after_hyphen(Search const& search, std::size_t at, std::size_t end) {
  if (at + 1 >= end || search.token(at).folded != "-" || search.token(at).space_before) return at;
  auto const& part = search.token(at + 1);
  return part.kind == text::TokenKind::word && !part.space_before && !part.arabic ? at + 2 : at;
}

// A word that begins no name may end one: a month ("Theresa May"), where no day or year follows.
bool is_surname_too(Search const& search, std::size_t at, std::size_t end) {
  if (at >= end || !search.token(at).capitalised || search.token(at).all_capitals) return false;
  const bool number_behind = at + 1 < end && search.token(at + 1).kind == text::TokenKind::number;
  return !number_behind && search.words.surnames.contains(search.token(at).folded);
}

// "J.", "J.-P.": the end of the initials that begin at `at`, where a name word follows them; else `at`.
std::size_t after_initials(Search const& search, std::size_t at, std::size_t end) {
  auto next = at;
  for (int letters = 0; letters < 3 && next + 1 < end; ++letters) {
    auto const& token = search.token(next);
    if (token.kind != text::TokenKind::word || token.folded.size() != 1 || !token.capitalised ||
        !search.is_punctuation(next + 1, {"."}) || search.token(next + 1).space_before)
      break;
    next += 2;
    if (next + 1 < end && search.is_punctuation(next, {"-"}) && search.token(next + 1).folded.size() == 1) ++next;
  }
  return next > at && is_name_word(search, next, end) && search.token(next).folded.size() > 2 ? next : at;
}

// What a Latin name begins with.
enum class Start : std::uint8_t { none, given, listed, cued };

// "Milan Kovac": a place that is a given name too, with a family name behind it.
bool is_place_and_given(Search const& search, std::size_t at, std::size_t end) {
  if (!is_given(search, at) || !is_name_word(search, at + 1, end) || !is_family(search, at + 1)) return false;
  const auto place = search.words.places.longest_at(search.body, at, end);
  return (!place || place->end == at + 1) && search.token(at + 1).space_before && !search.token(at + 1).all_capitals &&
         !known_as_other(search, at + 1, end);
}

Start latin_start(Search const& search, std::size_t at, std::size_t end, bool cued) {
  if (search.tables.given_names.contains(search.token(at).folded)) return Start::given;
  if (is_place_and_given(search, at, end)) return Start::listed;
  if (known_as_other(search, at, end)) return Start::none;
  if (cued) return Start::cued;
  // A given name of the long lists wants a family name or an unknown word behind it.
  const bool followed = is_given(search, at) && is_name_word(search, at + 1, end) &&
                        !known_as_other(search, at + 1, end) &&
                        !search.words.organisation_nouns.longest_at(search.body, at + 1, end);
  // "Nelson Mandela": a city of the long list is a given name where another word of a name stands behind it.
  const auto city = followed ? search.tables.cities.longest_at(search.body, at, end) : std::nullopt;
  return followed && (!city || (city->end == at + 1 && search.token(at + 1).space_before)) ? Start::listed
                                                                                           : Start::none;
}

std::optional<PersonSpan> latin_person(Search const& search, std::size_t at, std::size_t end, bool cued) {
  if (const auto name = after_initials(search, at, end); name > at) {
    auto person = latin_person(search, name, end, true);
    if (person) person->first = at;
    return person;
  }
  // "Madame van der Laan"
  if (const auto name = cued && is_particle(search, at) ? after_particles(search, at, end) : at; name > at) {
    auto person = latin_person(search, name, end, true);
    if (person) person->first = at;
    return person;
  }
  if (!is_name_word(search, at, end)) return std::nullopt;
  const auto start = latin_start(search, at, end, cued);
  if (start == Start::none) return std::nullopt;
  PersonSpan person{at, at + 1};
  std::size_t words = 1;
  while (person.end < end && words < longest_name) {
    if (after_possessive(search, person.end, end) > person.end) break;
    const auto next = after_particles(search, person.end, end);
    // "Jane Doe de l'OFP": the body that she stands for.
    if (next > person.end && search.token(next).all_capitals && !search.token(at).all_capitals) break;
    // "delegates of the OFP des Trois Vallées"
    if (next > person.end && words == 1 && search.token(at).all_capitals && !search.token(next).all_capitals) break;
    if (!is_name_word(search, next, end)) {
      if (const auto part = after_hyphen(search, person.end, end); part > person.end) {
        person.end = part;
        continue;
      }
      if (start == Start::given && is_surname_too(search, person.end, end)) {
        ++person.end;
        ++words;
        continue;
      }
      // "Donald J. Trump"
      if (search.is_punctuation(person.end, {"."}) && search.token(person.end - 1).folded.size() == 1 &&
          is_name_word(search, person.end + 1, end)) {
        person.end += 2;
        ++words;
        continue;
      }
      break;
    }
    person.end = next + 1;
    ++words;
  }
  if (words == 1 && !cued) return std::nullopt;
  if (words == 1 && search.token(at).all_capitals) return std::nullopt;
  return person;
}

bool ends_arabic_name(Search const& search, std::size_t at, std::size_t end) {
  if (at >= end) return true;
  auto const& token = search.token(at);
  return token.kind != text::TokenKind::word || !token.arabic || token.folded.size() < 4 ||
         search.words.not_names.contains(token.folded) ||
         search.words.offices.longest_at(search.body, at, end, lexicon::Clitics::conjunctions) ||
         search.words.demonyms.longest_at(search.body, at, end) ||
         search.words.organisation_nouns.longest_at(search.body, at, end) ||
         search.words.civilities.longest_at(search.body, at, end);
}

// One part of an Arabic name: a word with the particles before it ("abd al-latif", "bin rashid").
std::size_t arabic_part(Search const& search, std::size_t at, std::size_t end) {
  auto next = at;
  while (next < end && next < at + 3 && search.words.particles.contains(search.token(next).folded)) ++next;
  if (ends_arabic_name(search, next, end))
    return next > at && next < end && !search.words.not_names.contains(search.token(next - 1).folded) ? next : at;
  return next + 1;
}

bool followed_by_break(Search const& search, std::size_t at, std::size_t end) {
  return at >= end || search.token(at).kind == text::TokenKind::punctuation;
}

// A word that no list knows may still be a name: not one with the article or the feminine ending, or a clitic before
// the article.
bool may_be_foreign(Search const& search, std::size_t at, float least_odds) {
  auto const& folded = search.token(at).folded;
  if (folded.size() < 6 || folded.starts_with(arabic_article) || folded.ends_with(feminine_ending)) return false;
  if (search.words.foreign_letters.odds(folded) < least_odds) return false;
  for (auto const& form : lexicon::without_clitics(folded, lexicon::Clitics::all)) {
    if (form.bytes > 0 && (form.word.starts_with(arabic_article) || search.words.not_names.contains(form.word)))
      return false;
  }
  return true;
}

bool is_listed(Search const& search, std::size_t at) {
  return search.tables.given_names.contains(search.token(at).folded) || is_given(search, at) || is_family(search, at);
}

// Conjunctions and prepositions written with a given name that no longer word is: "and Mohammed", never Walid.
std::size_t clitics_of(Search const& search, std::size_t at) {
  auto const& folded = search.token(at).folded;
  if (is_listed(search, at) || search.words.not_names.contains(folded)) return 0;
  for (auto const& form : lexicon::without_clitics(folded, lexicon::Clitics::all)) {
    if (form.bytes == 0) continue;
    if (search.tables.given_names.contains(form.word)) return form.bytes;
    if (at + 1 >= search.body.tokens.size()) continue;
    const auto listed = search.tables.gathered_names.find(form.word);
    if (listed != search.tables.gathered_names.end() && listed->second.given &&
        (is_family(search, at + 1) || is_particle(search, at + 1)))
      return form.bytes;
    if (form.word.size() > shortest_particle && search.words.particles.contains(form.word) && is_listed(search, at + 1))
      return form.bytes;
  }
  return 0;
}

// Whether an unlisted second word may belong to a name: behind a given name one that a break closes, else by its
// letters.
bool may_be_second(Search const& search, std::size_t at, std::size_t end, bool behind_given) {
  return may_be_foreign(search, at, behind_given && followed_by_break(search, at + 1, end) ? never : part_from);
}

// "جان دو (Jean Doe)": the Latin spelling in brackets behind them shows two words to be a name.
bool spelled_out_behind(Search const& search, std::size_t at, std::size_t end) {
  for (auto bracket = at + 2; bracket < std::min(end, at + 4); ++bracket) {
    if (!search.is_punctuation(bracket, {"("})) continue;
    const auto next = bracket + 1;
    return next < end && !search.token(next).arabic && search.token(next).capitalised &&
           !search.token(next).all_capitals && may_be_foreign(search, at, never) && search.token(bracket - 1).arabic;
  }
  return false;
}

bool begins_arabic_name(Search const& search, std::size_t at, std::size_t end, bool cued) {
  if (spelled_out_behind(search, at, end)) return true;
  if (search.tables.given_names.contains(search.token(at).folded)) return true;
  if (search.words.particles.contains(search.token(at).folded)) {
    auto next = at;
    while (next < end && search.words.particles.contains(search.token(next).folded)) ++next;
    return next < end && (cued || is_listed(search, next)) && search.token(next).kind == text::TokenKind::word;
  }
  if (cued)
    return is_listed(search, at) || may_be_foreign(search, at, ordinary_below) ||
           (at + 1 < end && may_be_foreign(search, at, never) && may_be_foreign(search, at + 1, foreign_from));
  return is_given(search, at) && at + 1 < end && search.token(at + 1).arabic &&
         (is_family(search, at + 1) || search.words.particles.contains(search.token(at + 1).folded)) &&
         !search.words.nouns.longest_at(search.body, at, end, lexicon::Clitics::all);
}

std::optional<PersonSpan> arabic_person(Search const& search, std::size_t at, std::size_t end, bool cued) {
  auto const& folded = search.token(at).folded;
  if (!begins_arabic_name(search, at, end, cued) && clitics_of(search, at) == 0) return std::nullopt;
  if (search.words.not_names.contains(folded) || search.words.places.longest_at(search.body, at, end) ||
      (!is_listed(search, at) && search.tables.cities.longest_at(search.body, at, end)))
    return std::nullopt;
  const auto first = arabic_part(search, at, end);
  if (first == at) return std::nullopt;
  PersonSpan person{at, first, clitics_of(search, at)};
  // A nisba may end a name where nothing goes on behind it.
  if (first == at + 1 && first < end && followed_by_break(search, first + 1, end) &&
      search.words.demonyms.longest_at(search.body, first, first + 1) &&
      !search.token(first).folded.starts_with(arabic_article)) {
    person.end = first + 1;
    return person;
  }
  const auto second = arabic_part(search, first, end);
  const bool begins_given = person.clitics > 0 || search.tables.given_names.contains(folded);
  if (second == first || begins_another_name(search, first) ||
      search.words.places.longest_at(search.body, first, end, lexicon::Clitics::all) ||
      (!is_listed(search, second - 1) && !may_be_second(search, second - 1, end, begins_given) && second == first + 1 &&
       !(cued && is_listed(search, at)) && !search.token(first).folded.starts_with(arabic_article))) {
    // One unknown word at the end of its sentence is more often a verb.
    const bool verb =
        first == at + 1 && !is_listed(search, at) && (first >= end || search.is_punctuation(first, {"."}));
    return (cued && !verb) || first > at + 1 ? std::optional(person) : std::nullopt;
  }
  person.end = second;
  // More parts belong to it where a particle or the lists show it, or a break closes it.
  for (std::size_t parts = 2; parts < 5; ++parts) {
    const auto next = arabic_part(search, person.end, end);
    if (next == person.end || search.words.places.longest_at(search.body, person.end, end) ||
        begins_another_name(search, person.end))
      break;
    const bool shown = next > person.end + 1 || is_family(search, person.end) ||
                       search.words.foreign_letters.odds(search.token(person.end).folded) >= foreign_from;
    auto const& folded_part = search.token(person.end).folded;
    const bool closed = followed_by_break(search, next, end) && parts == 2 && folded_part.starts_with(arabic_article) &&
                        folded_part.ends_with(relative_ending);
    if (!shown && !closed) break;
    person.end = next;
  }
  return person;
}

}  // namespace

bool is_name_word(Search const& search, std::size_t at, std::size_t end) {
  if (at >= end) return false;
  auto const& token = search.token(at);
  return token.kind == text::TokenKind::word && !token.arabic && token.capitalised && !token.folded.ends_with('\'') &&
         !search.words.not_names.contains(token.folded) && !search.words.offices.longest_at(search.body, at, at + 1) &&
         !search.words.demonyms.longest_at(search.body, at, at + 1);
}

bool is_given(Search const& search, std::size_t at) {
  const auto found = search.tables.gathered_names.find(search.token(at).folded);
  return found != search.tables.gathered_names.end() && found->second.given;
}

bool is_family(Search const& search, std::size_t at) {
  const auto found = search.tables.gathered_names.find(search.token(at).folded);
  return found != search.tables.gathered_names.end() && found->second.family;
}

std::size_t after_possessive(Search const& search, std::size_t at, std::size_t end) {
  if (at + 1 >= end || !search.is_punctuation(at, {"'"}) || search.token(at).space_before) return at;
  return search.token(at + 1).folded == "s" && !search.token(at + 1).space_before ? at + 2 : at;
}

// "and" with another name: not a part of the one before it.
bool begins_another_name(Search const& search, std::size_t at) {
  constexpr std::size_t shortest = 6;  // bytes: three letters
  if (is_listed(search, at)) return false;
  auto const& letters = search.words.foreign_letters;
  const float whole = letters.odds(search.token(at).folded);
  const auto forms = lexicon::without_clitics(search.token(at).folded, lexicon::Clitics::conjunctions);
  return std::ranges::any_of(forms, [&](lexicon::Stripped const& form) {
    const auto rest = letters.odds(form.word);
    return form.bytes > 0 && form.word.size() >= shortest && rest >= foreign_from && rest > whole - 1;
  });
}

bool is_surely_a_name(Search const& search, PersonSpan const& person, std::size_t end) {
  if (!search.token(person.first).arabic || is_listed(search, person.first) || person.clitics > 0) return true;
  if (!followed_by_break(search, person.end, end)) return false;
  for (auto at = person.first; at < person.end; ++at) {
    if (!is_listed(search, at) && !may_be_foreign(search, at, ordinary_below) &&
        !search.words.demonyms.longest_at(search.body, at, person.end))
      return false;
  }
  return true;
}

std::optional<PersonSpan> person_at(Search const& search, std::size_t at, std::size_t end, bool cued) {
  if (at >= end || search.token(at).kind != text::TokenKind::word) return std::nullopt;
  return search.token(at).arabic ? arabic_person(search, at, end, cued) : latin_person(search, at, end, cued);
}

}  // namespace recoupe::name
