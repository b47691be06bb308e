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
  }
  return next;
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
    next += 2;
  return next;
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
  auto stop = capitalised_word(search, name, end);
  if (stop == name || search.words.not_names.contains(search.token(name).folded) ||
      search.token(name).folded.size() < 2)
    return std::nullopt;
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
  if (search.token(at).arabic || at == first_of_sentence || !is_name_word(search, at, end)) return std::nullopt;
  auto const& token = search.token(at);
  if (token.folded.size() < 3 || (token.all_capitals && token.folded.size() <= longest_acronym)) return std::nullopt;
  const auto begin = at > first_of_sentence + 4 ? at - 4 : first_of_sentence;
  bool cued = false;
  for (auto cue = begin; cue < at && !cued; ++cue) {
    const auto hit = search.words.place_cues.longest_at(search.body, cue, at);
    cued = hit && hit->end == at;
  }
  if (!cued) return std::nullopt;
  auto stop = capitalised_word(search, at, end);
  const auto next = capitalised_word(search, stop, end);
  // "in Springfield New Zealand"
  if (next > stop && search.words.places.longest_at(search.body, stop, end)) return Run{at, stop};
  if (next > stop && !search.tables.given_names.contains(token.folded) && !is_given(search, at)) stop = next;
  return Run{at, stop};
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
  if (at == first_of_sentence && !is_given(search, at)) return std::nullopt;
  if (!is_given(search, at) && !is_family(search, stop - 1)) return std::nullopt;
  const bool shouted = search.token(at).all_capitals;
  return shouted ? std::nullopt : std::optional(Run{at, stop});
}

}  // namespace recoupe::name
