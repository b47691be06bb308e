#include "name/runs.hpp"

#include <algorithm>

#include "name/name_evidence.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_run = 12;  // tokens
constexpr std::size_t longest_acronym = 6;
constexpr std::string_view arabic_article = "\u0627\u0644";

bool is_word(Search const& search, std::size_t at, std::size_t end) {
  return at < end && search.token(at).kind == text::TokenKind::word;
}

// One capitalised word with its hyphenated parts and the "l'" inside them: "Void-Vacon", "Dun-les-Places".
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

class OrganisationReader {
 public:
  // `open`: the noun is capitalised and says little alone, so that small words belong to it too.
  OrganisationReader(Search const& search, std::size_t at, std::size_t end, bool capital, bool open)
      : search_(search), end_(std::min(end, at + longest_run)), open_(open), capital_noun_(capital) {}

  // How far the complement goes that begins at `at`; `named_` tells whether a proper name is in it.
  std::size_t read(std::size_t at) {
    for (;;) {
      if (const auto next = capitalised(at); next > at) {
        named_ = true;
        at = next;
      } else if (const auto noun = search_.words.nouns.longest_at(search_.body, at, end_)) {
        at = noun->end;
        open_ = open_ || capital_noun_;
      } else if (const auto demonym = search_.words.demonyms.longest_at(search_.body, at, end_)) {
        at = demonym->end;
        open_ = open_ || capital_noun_;
      } else if (const auto beyond = linked(at); beyond > at) {
        at = beyond;
      } else {
        return at;
      }
    }
  }
  bool named() const { return named_; }

 private:
  // "Bureau du Directeur général": an office is no part of an organisation's name; the organisation ends before it.
  bool is_office(std::size_t at) const {
    const auto office = search_.words.offices.longest_at(search_.body, at, end_);
    return office && !office->value().plural;
  }

  std::size_t capitalised(std::size_t at) const {
    if (is_office(at)) return at;
    const auto next = capitalised_word(search_, at, end_);
    return next > at && !search_.words.not_names.contains(search_.token(at).folded) ? next : at;
  }

  // A link is taken only where a name, a noun or a demonym follows it.
  std::size_t linked(std::size_t at) {
    const auto next = after_links(search_, at, end_);
    if (next == at || next >= end_ || is_office(next)) return at;
    if (const auto place = search_.words.places.longest_at(search_.body, next, end_)) {
      named_ = true;
      return place->end;
    }
    if (const auto name = capitalised(next); name > next) {
      named_ = true;
      return name;
    }
    const auto noun = search_.words.nouns.longest_at(search_.body, next, end_);
    if (noun) return noun->end;
    // "Fédération nationale de judo"
    if (!open_ || !is_word(search_, next, end_) || search_.token(next).folded.size() < 4 ||
        search_.words.not_names.contains(search_.token(next).folded))
      return at;
    named_ = true;
    return next + 1;
  }

  Search const& search_;
  std::size_t end_;
  bool named_ = false;
  bool open_;

  bool capital_noun_;
};

// Whether the word is an adjective of relation as far as its ending tells.
bool is_nisba(std::string_view folded) { return folded.ends_with("\u064A") || folded.ends_with("\u064A\u0647"); }

// A noun of organisations with what follows it, Arabic: words with the article, nisbas, places.
std::optional<Run> arabic_organisation(Search const& search, std::size_t at, std::size_t end) {
  const auto noun = search.words.organisation_nouns.longest_at(search.body, at, end, lexicon::Clitics::all);
  if (!noun) return std::nullopt;
  auto next = noun->end;
  const auto limit = std::min(end, at + 6);
  while (next < limit && search.token(next).kind == text::TokenKind::word && search.token(next).arabic) {
    auto const& folded = search.token(next).folded;
    if (search.words.not_names.contains(folded)) break;
    const auto place = search.words.places.longest_at(search.body, next, limit);
    if (place && next == noun->end) {
      next = place->end;
      continue;
    }
    if (!folded.starts_with(arabic_article) || folded.size() < 8 || (next > noun->end && !is_nisba(folded))) break;
    if (search.words.civilities.longest_at(search.body, next, limit) ||
        search.words.offices.longest_at(search.body, next, limit))
      break;
    ++next;
  }
  return next > noun->end ? std::optional(Run{at, next, noun->clitics}) : std::nullopt;
}

}  // namespace

std::optional<Run> organisation_by_noun(Search const& search, std::size_t at, std::size_t end) {
  if (search.token(at).arabic) return arabic_organisation(search, at, end);
  const auto noun = search.words.organisation_nouns.longest_at(search.body, at, end);
  if (!noun) return std::nullopt;
  const bool capital = search.token(at).capitalised;
  auto const& how = *noun->values;
  const bool alone = std::ranges::find(how, NounUse::alone) != how.end();
  OrganisationReader reader(search, at, end, capital, capital && !alone);
  const auto stop = reader.read(noun->end);
  const bool needs_name = !capital || !alone;
  if (needs_name && !reader.named()) return std::nullopt;
  return Run{at, stop};
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
