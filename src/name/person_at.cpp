#include "name/spans.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_name = 6;  // words

bool known_as_other(Search const& search, std::size_t at, std::size_t end) {
  const auto place = search.words.places.longest_at(search.body, at, end);
  const auto organisation = search.words.organisations.longest_at(search.body, at, end);
  return place || organisation;
}

bool is_name_word(Search const& search, std::size_t at, std::size_t end) {
  if (at >= end) return false;
  auto const& token = search.token(at);
  return token.kind == text::TokenKind::word && !token.arabic && token.capitalised && !token.folded.ends_with('\'') &&
         !search.words.not_names.contains(token.folded) && !search.words.offices.longest_at(search.body, at, at + 1) &&
         !search.words.demonyms.longest_at(search.body, at, at + 1);
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

std::optional<PersonSpan> latin_person(Search const& search, std::size_t at, std::size_t end, bool cued) {
  if (!is_name_word(search, at, end)) return std::nullopt;
  const bool given = search.tables.given_names.contains(search.token(at).folded);
  if (!given && !cued) return std::nullopt;
  if (!given && known_as_other(search, at, end)) return std::nullopt;
  PersonSpan person{at, at + 1};
  std::size_t words = 1;
  while (person.end < end && words < longest_name) {
    const auto next = after_particles(search, person.end, end);
    if (!is_name_word(search, next, end)) {
      if (const auto part = after_hyphen(search, person.end, end); part > person.end) {
        person.end = part;
        continue;
      }
      if (given && is_surname_too(search, person.end, end)) {
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

std::optional<PersonSpan> arabic_person(Search const& search, std::size_t at, std::size_t end, bool cued) {
  auto const& folded = search.token(at).folded;
  const bool given = search.tables.given_names.contains(folded) || search.words.particles.contains(folded);
  if (!given && !cued) return std::nullopt;
  if (search.words.not_names.contains(folded) || search.words.places.longest_at(search.body, at, end))
    return std::nullopt;
  const auto first = arabic_part(search, at, end);
  if (first == at) return std::nullopt;
  PersonSpan person{at, first};
  const auto second = arabic_part(search, first, end);
  if (second == first || search.words.places.longest_at(search.body, first, end, lexicon::Clitics::all)) {
    return cued || first > at + 1 ? std::optional(person) : std::nullopt;
  }
  person.end = second;
  // More parts belong to it where a particle or the article shows it, or a comma closes it.
  for (std::size_t parts = 2; parts < 5; ++parts) {
    const auto next = arabic_part(search, person.end, end);
    if (next == person.end) break;
    const bool shown = next > person.end + 1 || search.token(person.end).folded.starts_with("\u0627\u0644");
    if (!shown && !(followed_by_break(search, next, end) && parts == 2)) break;
    person.end = next;
  }
  return person;
}

}  // namespace

std::optional<PersonSpan> person_at(Search const& search, std::size_t at, std::size_t end, bool cued) {
  if (at >= end || search.token(at).kind != text::TokenKind::word) return std::nullopt;
  return search.token(at).arabic ? arabic_person(search, at, end, cued) : latin_person(search, at, end, cued);
}

}  // namespace recoupe::name
