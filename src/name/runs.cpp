#include "name/runs.hpp"

#include <algorithm>

#include "name/name_evidence.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_acronym = 6;

bool is_word(Search const& search, std::size_t at, std::size_t end) {
  return at < end && search.token(at).kind == text::TokenKind::word;
}

// The links behind `at` ("de la", "d'"), where one of them leads on; else `at`. A link that joins two complements
// ("and") joins two names as well: it is none here.
std::size_t after_links(Search const& search, std::size_t at, std::size_t end) {
  auto next = at;
  for (int links = 0; links < 2 && next < end; ++links) {
    const auto link = search.words.links.longest_at(search.body, next, end);
    if (!link || !link->value().empty()) break;
    next = link->end;
    // "de La Haye": a capitalised article is the name's own.
    if (search.token(next - 1).capitalised) return next - 1;
  }
  return next;
}

// "Vaux-sur-l'Eau": behind a word that is elided, the one before which it is.
std::size_t after_elision(Search const& search, std::size_t at, std::size_t end) {
  const bool elided = search.token(at - 1).folded.ends_with('\'');
  return elided && is_word(search, at, end) && !search.token(at).space_before ? at + 1 : at;
}

// "O.E.A.": the end of three letters or more with a full stop behind each, else `at`.
std::size_t dotted_letters(Search const& search, std::size_t at, std::size_t end) {
  constexpr std::size_t fewest = 3;
  auto next = at;
  std::size_t letters = 0;
  while (is_word(search, next, end) && search.token(next).capitalised && search.token(next).folded.size() == 1 &&
         (next == at || !search.token(next).space_before)) {
    ++letters;
    const bool dot = search.is_punctuation(next + 1, {"."}) && next + 1 < end && !search.token(next + 1).space_before;
    next += dot ? 2 : 1;
    if (!dot) break;
  }
  return letters >= fewest ? next : at;
}

}  // namespace

std::size_t capitalised_word(Search const& search, std::size_t at, std::size_t end) {
  if (!is_word(search, at, end) || search.token(at).arabic) return at;
  auto next = at;
  if (search.token(next).folded.ends_with('\'') && search.token(next).capitalised && is_word(search, next + 1, end))
    ++next;
  if (!search.token(next).capitalised) return at;
  ++next;
  while (next + 1 < end && search.token(next).folded == "-" && !search.token(next).space_before &&
         is_word(search, next + 1, end) && !search.token(next + 1).space_before)
    next = after_elision(search, next + 2, end);
  return next;
}

std::size_t after_own_article(Search const& search, std::size_t at, std::size_t end) {
  if (at + 1 >= end) return at;
  auto const& token = search.token(at);
  const bool article = token.kind == text::TokenKind::word && token.capitalised && !token.all_capitals &&
                       token.folded.size() > 1 && search.words.particles.contains(token.folded) &&
                       search.words.not_names.contains(token.folded);
  return article && is_name_word(search, at + 1, end) ? at + 1 : at;
}

std::optional<Run> run_ended_by(Search const& search, std::size_t at, std::size_t end,
                                lexicon::PhraseTable<NounUse> const& nouns) {
  if (search.token(at).arabic || search.words.not_names.contains(search.token(at).folded)) return std::nullopt;
  std::optional<Run> found;
  auto next = at;
  for (int words = 0; words < 6; ++words) {
    const auto beyond = capitalised_word(search, next, end);
    if (beyond == next) break;
    if (words > 0) {
      const auto noun = nouns.longest_at(search.body, next, beyond);
      if (noun && std::ranges::find(*noun->values, NounUse::last) != noun->values->end()) found = Run{at, beyond};
    }
    next = beyond;
  }
  return found;
}

std::optional<Run> acronym(Search const& search, std::size_t at, std::size_t end) {
  if (const auto stop = dotted_letters(search, at, end); stop > at) return Run{at, stop};
  auto const& token = search.token(at);
  if (!token.all_capitals || token.arabic || token.folded.size() > longest_acronym ||
      search.words.not_names.contains(token.folded) || token.folded.find_first_not_of("ivxlcm") == std::string::npos)
    return std::nullopt;
  // Headlines in capitals name nobody by that.
  if ((at + 1 < end && search.token(at + 1).all_capitals) || (at > 0 && search.token(at - 1).all_capitals))
    return std::nullopt;
  auto stop = at + 1;
  while (stop + 1 < end && search.token(stop).folded == "-" && !search.token(stop).space_before &&
         search.token(stop + 1).all_capitals && !search.token(stop + 1).space_before)
    stop += 2;
  return Run{at, stop};
}

std::optional<Run> place_by_noun(Search const& search, std::size_t at, std::size_t end) {
  const auto noun = search.words.place_nouns.longest_at(search.body, at, end, lexicon::Clitics::all);
  if (!noun || noun->value() == NounUse::last) return std::nullopt;
  const bool within = noun->value() == NounUse::within;
  if (search.token(at).arabic) {
    if (noun->end >= end || !search.token(noun->end).arabic ||
        search.words.not_names.contains(search.token(noun->end).folded) ||
        search.words.demonyms.longest_at(search.body, noun->end, end))
      return std::nullopt;
    auto const& folded = search.token(noun->end).folded;
    if (folded.size() < 6) return std::nullopt;
    return Run{within ? at : noun->end, noun->end + 1};
  }
  const auto name = after_links(search, noun->end, end);
  const auto word = after_own_article(search, name, end);
  auto stop = capitalised_word(search, word, end);
  if (stop == word || search.words.not_names.contains(search.token(word).folded) ||
      search.token(name).folded.size() < 2)
    return std::nullopt;
  // "la vallée de la Drenne": the noun is no part of the name, but for "Vallée Verte".
  auto const& how = *noun->values;
  const bool apart = std::ranges::find(how, NounUse::apart) != how.end() && name > noun->end;
  if (within && apart && !search.token(at).capitalised) return Run{name, stop};
  if (!within && (name == noun->end || search.tables.given_names.contains(search.token(name).folded)))
    return std::nullopt;
  while (within) {
    const auto next = capitalised_word(search, stop, end);
    if (next == stop) break;
    stop = next;
  }
  return Run{within ? at : name, stop};
}

std::optional<Run> place_by_preposition(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                        std::size_t end) {
  if (search.token(at).arabic || at == first_of_sentence) return std::nullopt;
  const auto word = after_own_article(search, at, end);
  if (!is_name_word(search, word, end)) return std::nullopt;
  auto const& token = search.token(word);
  if (token.folded.size() < 3 || (token.all_capitals && token.folded.size() <= longest_acronym)) return std::nullopt;
  if (!is_behind(search.body, search.words.place_cues, at, first_of_sentence)) return std::nullopt;
  auto stop = capitalised_word(search, word, end);
  const auto next = capitalised_word(search, stop, end);
  // "in Springfield New Zealand"
  if (next > stop && search.words.places.longest_at(search.body, stop, end)) return Run{at, stop};
  if (next > stop && !search.tables.given_names.contains(token.folded) && !is_given(search, at)) stop = next;
  return Run{at, stop};
}

std::optional<Run> hyphenated_place(Search const& search, std::size_t at, std::size_t end) {
  const auto stop = capitalised_word(search, at, end);
  if (stop < at + 4 || !search.token(stop - 1).capitalised) return std::nullopt;
  if (search.words.not_names.contains(search.token(at).folded) ||
      search.tables.given_names.contains(search.token(at).folded))
    return std::nullopt;
  for (auto part = at + 1; part + 1 < stop; ++part) {
    auto const& token = search.token(part);
    const bool small = !token.capitalised || search.token(at).all_capitals;
    if (small && search.words.place_links.contains(token.folded)) return Run{at, stop};
  }
  return std::nullopt;
}

std::optional<Run> organisation_by_cue(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                       std::size_t end) {
  if (search.token(at).arabic || !is_name_word(search, at, end) || search.token(at).folded.size() < 3) return {};
  if (search.tables.given_names.contains(search.token(at).folded)) return std::nullopt;
  if (!is_behind(search.body, search.words.organisation_cues, at, first_of_sentence)) return std::nullopt;
  auto stop = capitalised_word(search, at, end);
  for (auto next = capitalised_word(search, stop, end); next > stop; next = capitalised_word(search, stop, end))
    stop = next;
  return Run{at, stop};
}

bool is_behind(text::SegmentedText const& body, lexicon::PhraseTable<int> const& cues, std::size_t at,
               std::size_t first_of_sentence) {
  constexpr std::size_t longest_cue = 4;
  const auto begin = at > first_of_sentence + longest_cue ? at - longest_cue : first_of_sentence;
  for (auto cue = begin; cue < at; ++cue) {
    const auto hit = cues.longest_at(body, cue, at, lexicon::Clitics::conjunctions);
    if (hit && hit->end == at) return true;
  }
  return false;
}

namespace {

// ", 24 ans", "(24 ans"
bool is_followed_by_age(Search const& search, std::size_t at, std::size_t end) {
  return at + 2 < end && search.is_punctuation(at, {",", "("}) &&
         search.token(at + 1).kind == text::TokenKind::number &&
         search.words.ages.contains(search.token(at + 2).folded);
}

// No part of a longer name.
bool stands_alone(Search const& search, std::size_t at, std::size_t end) {
  const auto part_of_more = [&](std::size_t next) {
    return next < end && search.token(next).kind == text::TokenKind::word && search.token(next).capitalised;
  };
  return !part_of_more(at + 1) && !part_of_more(at - 1) && !search.is_punctuation(at + 1, {"-"}) &&
         !search.is_punctuation(at - 1, {"-"});
}

}  // namespace

bool is_known_surname(Search const& search, std::size_t at, std::size_t first_of_sentence, std::size_t end) {
  auto const& token = search.token(at);
  if (token.arabic || at == first_of_sentence || !search.tables.surnames_of_heads.contains(token.folded)) return false;
  if (!is_name_word(search, at, end) || token.all_capitals || search.words.family_first.contains(token.folded))
    return false;
  return stands_alone(search, at, end);
}

bool is_given_alone(Search const& search, std::size_t at, std::size_t first_of_sentence, std::size_t end) {
  auto const& token = search.token(at);
  if (token.arabic || at == first_of_sentence || !search.tables.given_names.contains(token.folded)) return false;
  return is_name_word(search, at, end) && !token.all_capitals && stands_alone(search, at, end) &&
         !search.words.family_first.contains(token.folded);
}

std::optional<Run> unknown_person(Search const& search, std::size_t at, std::size_t first_of_sentence,
                                  std::size_t end) {
  if (search.token(at).arabic) return std::nullopt;
  auto stop = at;
  std::size_t words = 0;
  while (stop < end && words < 4 && is_name_word(search, stop, end) && search.token(stop).folded.size() > 1) {
    const auto next = capitalised_word(search, stop, end);
    if (next == stop || search.words.places.longest_at(search.body, stop, next) ||
        search.words.organisations.longest_at(search.body, stop, next) ||
        search.words.organisation_nouns.longest_at(search.body, stop, next))
      return std::nullopt;
    stop = next;
    ++words;
  }
  if (words < 2 || words > 3) return std::nullopt;
  if (is_followed_by_age(search, stop, end)) return Run{at, stop};
  if (at == first_of_sentence && !is_given(search, at)) return std::nullopt;
  if (!is_given(search, at) && !is_family(search, stop - 1)) return std::nullopt;
  const bool shouted = search.token(at).all_capitals;
  return shouted ? std::nullopt : std::optional(Run{at, stop});
}

}  // namespace recoupe::name
