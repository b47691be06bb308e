#include "encounter/known_heads.hpp"

#include <algorithm>
#include <map>

namespace recoupe::encounter {
namespace {

using name::MentionKind;

struct Known {
  std::size_t person = name::no_entity;
  std::vector<HeadOfState> heads;
  std::string name;  // in full, where the page's names have less of it
};

// Names are borne by others too: a page about a head speaks of the state.
bool speaks_of(name::PageNames const& names, std::string const& country) {
  return std::ranges::any_of(names.places, [&](auto const& place) { return place.country == country; }) ||
         std::ranges::any_of(names.mentions, [&](auto const& mention) { return mention.country == country; });
}

std::vector<Known> known_on(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words) {
  constexpr std::size_t longest_name = 8;  // tokens
  std::map<std::size_t, Known> found;
  for (auto const& mention : names.mentions) {
    if (mention.kind != MentionKind::person || mention.entity == name::no_entity) continue;
    if (found.contains(mention.entity)) continue;
    const auto first = body.token_at(mention.span.begin);
    const auto end = body.token_at(mention.span.end - 1) + 1;
    const auto limit = std::min(body.tokens.size(), end + longest_name);
    const auto hit = words.known_heads.longest_at(body, first, limit, lexicon::Clitics::all);
    if (!hit || hit->end < end) continue;
    Known known{mention.entity, {}, {}};
    // The names may have left out a last word that is a word of the language too: "Kim Jong Un" in French.
    if (hit->end > end) known.name = body.slice(body.span_of(first, hit->end));
    for (auto const& head : *hit->values) {
      if (speaks_of(names, head.country)) known.heads.push_back(head);
    }
    if (!known.heads.empty()) found.emplace(mention.entity, std::move(known));
  }
  std::vector<Known> known;
  for (auto& [person, one] : found) known.push_back(std::move(one));
  return known;
}

// Those of whom the page itself says that they hold such an office. "The president of the bank" holds another.
std::vector<Known> told_on(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words) {
  constexpr std::size_t most_behind = 2;  // "of Peru", "iranien"
  std::vector<Known> known;
  for (std::size_t person = 0; person < names.people.size(); ++person) {
    for (auto const& office : names.people[person].offices) {
      if (office.former || !office.organisation.empty()) continue;
      const auto first = body.token_at(office.evidence.begin);
      const auto end = body.token_at(office.evidence.end - 1) + 1;
      for (auto at = first; at < end; ++at) {
        const auto hit = words.state_heads.longest_at(body, at, end, lexicon::Clitics::all);
        if (!hit) continue;
        if (hit->end + most_behind >= end) known.push_back({person, {{hit->value(), office.country}}, {}});
        break;
      }
    }
  }
  return known;
}

// Which office of a head a mention names, with or without its country: "the president", "the French president".
std::string office_in(text::SegmentedText const& body, name::Mention const& mention, LanguageWords const& words) {
  const auto first = body.token_at(mention.span.begin);
  const auto end = body.token_at(mention.span.end - 1) + 1;
  for (auto at = first; at < end; ++at) {
    const auto hit = words.state_heads.longest_at(body, at, end, lexicon::Clitics::all);
    if (!hit) continue;
    const bool alone = at == first && hit->end == end;
    return alone || !mention.country.empty() ? hit->value() : std::string();
  }
  return {};
}

bool may_be(HeadOfState const& head, std::string const& office, std::string const& country) {
  if (!country.empty() && head.country != country) return false;
  return head.office == office || (office == "leader" && !country.empty());
}

// The only one who may hold it; where no country is said, of all on the page.
std::size_t holder_of(std::vector<Known> const& known, std::string const& office, std::string const& country) {
  std::size_t holder = name::no_entity;
  for (auto const& one : known) {
    const bool may = std::ranges::any_of(one.heads, [&](HeadOfState const& h) { return may_be(h, office, country); });
    if (!may || one.person == holder) continue;
    if (holder != name::no_entity) return name::no_entity;
    holder = one.person;
  }
  return holder;
}

bool is_told_of_another(std::vector<Known> const& told, std::string const& office, std::size_t holder) {
  return std::ranges::any_of(
      told, [&](Known const& one) { return one.person != holder && may_be(one.heads.front(), office, {}); });
}

std::optional<name::PageNames> resolve(text::SegmentedText const& body, name::PageNames const& names,
                                       LanguageWords const& words, std::vector<Known> const& known) {
  const auto told = told_on(body, names, words);
  std::optional<name::PageNames> resolved;
  for (auto const& one : known) {
    if (one.name.empty()) continue;
    if (!resolved) resolved = names;
    auto& person = resolved->people[one.person];
    if (person.name.size() < one.name.size()) person.name = one.name;
  }
  if (known.empty() && told.empty()) return std::nullopt;
  for (std::size_t i = 0; i < names.mentions.size(); ++i) {
    auto const& mention = names.mentions[i];
    if (mention.kind != MentionKind::office || mention.entity != name::no_entity) continue;
    const auto office = office_in(body, mention, words);
    if (office.empty()) continue;
    auto holder = holder_of(known, office, mention.country);
    const auto of_page = holder_of(told, office, mention.country);
    if (holder == name::no_entity) holder = mention.country.empty() ? name::no_entity : of_page;
    if (mention.country.empty() && is_told_of_another(told, office, holder)) continue;
    if (holder == name::no_entity) continue;
    if (!resolved) resolved = names;
    resolved->mentions[i].entity = holder;
    auto& offices = resolved->people[holder].offices;
    if (offices.empty()) {
      offices.push_back({.title = std::string(body.slice(mention.span)),
                         .organisation = {},
                         .country = mention.country,
                         .concept_id = office,
                         .evidence = mention.span,
                         .former = false});
    }
  }
  return resolved;
}

}  // namespace

KnownHeads known_heads(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words) {
  const auto known = known_on(body, names, words);
  KnownHeads heads;
  for (auto const& one : known) heads.people.push_back(one.person);
  heads.resolved = resolve(body, names, words, known);
  return heads;
}

}  // namespace recoupe::encounter
