#include "encounter/summoning_body.hpp"

#include <algorithm>

#include "encounter/participants.hpp"

namespace recoupe::encounter {
namespace {

using name::MentionKind;

bool summons(Predicate const& predicate) {
  const auto shape = predicate.frame.shape;
  return predicate.frame.kind == Kind::other && (shape == Shape::receive || shape == Shape::received);
}

// Behind "was summoned": "to the ministry", "by the ministry". Before "summoned", or behind it where the verb comes
// first: its subject.
bool may_summon(Page const& page, Sentence const& sentence, Predicate const& predicate, std::size_t token) {
  const bool behind = predicate.passive || page.words.verb_first;
  if (behind != (token >= predicate.end)) return false;
  const auto from = behind ? predicate.end : token;
  const auto to = behind ? token : predicate.first;
  if (sentence.has_between(Cue::boundary, from, to) || sentence.has_between(Cue::after, from, to)) return false;
  return std::ranges::none_of(sentence.predicates, [&](Predicate const& other) {
    return !other.is_noun() && other.core >= from && other.end <= to;
  });
}

// A body before a place: "the ministry in Rome".
std::size_t body_of(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  auto const& mentions = page.names.mentions;
  std::size_t place = name::no_entity;
  auto at = std::ranges::lower_bound(mentions, sentence.span.begin, {},
                                     [](name::Mention const& mention) { return mention.span.begin; });
  for (; at != mentions.end() && at->span.begin < sentence.span.end; ++at) {
    const bool body = at->kind == MentionKind::organisation;
    if ((!body && at->kind != MentionKind::place) || at->whole.end > sentence.span.end) continue;
    const auto token = page.body.token_at(at->span.begin);
    if (sentence.mark(token).actor || !may_summon(page, sentence, predicate, token)) continue;
    const auto index = static_cast<std::size_t>(at - mentions.begin());
    if (body) return index;
    if (place == name::no_entity && !predicate.passive) place = index;
  }
  return place;
}

}  // namespace

void add_summoning_body(Page const& page, Sentence const& sentence, Predicate const& predicate,
                        std::vector<Participant>& participants) {
  if (!summons(predicate) || participants.empty()) return;
  if (std::ranges::any_of(participants, [](Participant const& p) { return p.role == ParticipantRole::host; })) return;
  const auto body = body_of(page, sentence, predicate);
  if (body == name::no_entity) return;
  auto const& mention = page.names.mentions[body];
  Participant host;
  host.mention = body;
  host.name = page.body.slice(mention.span);
  host.office = host.name;
  host.country = mention.country;
  host.role = ParticipantRole::host;
  host.evidence = mention.span;
  host.office_evidence = mention.span;
  for (auto& guest : participants) guest.role = ParticipantRole::guest;
  add_participant(std::move(host), participants);
}

bool is_summoned(Telling const& telling) {
  return telling.kind == Kind::other && telling.participants.size() >= 2 &&
         std::ranges::any_of(telling.participants,
                             [](Participant const& p) { return p.role == ParticipantRole::host; });
}

}  // namespace recoupe::encounter
