#include "encounter/participants.hpp"

#include <algorithm>

namespace recoupe::encounter {
namespace {

Participant of_person(Page const& page, std::size_t person, name::Mention const& mention, ParticipantRole role) {
  auto const& who = page.names.people[person];
  Participant participant;
  participant.person = person;
  participant.name = who.name;
  participant.role = role;
  participant.evidence = mention.span;
  const bool alone = mention.kind == name::MentionKind::office;
  if (alone || (mention.office && mention.kind == name::MentionKind::person)) {
    const auto span = mention.office.value_or(mention.span);
    participant.office = page.body.slice(span);
    participant.office_evidence = span;
    participant.country = mention.country;
  }
  for (auto const& office : who.offices) {
    if (participant.office.empty()) {
      participant.office = office.title;
      participant.office_evidence = office.evidence;
    }
    if (participant.country.empty()) participant.country = office.country;
  }
  return participant;
}

Participant unnamed(Page const& page, Actor const& actor, ParticipantRole role) {
  Participant participant;
  participant.name = page.body.slice(actor.span);
  participant.role = role;
  participant.evidence = actor.span;
  if (actor.mention == name::no_entity) {
    participant.office = participant.name;
    participant.office_evidence = actor.span;
    return participant;
  }
  auto const& mention = page.names.mentions[actor.mention];
  participant.mention = actor.mention;
  participant.office = actor.group      ? participant.name
                       : mention.office ? std::string(page.body.slice(*mention.office))
                                        : std::string();
  participant.office_evidence = actor.group ? std::optional(actor.span) : mention.office;
  participant.country = mention.country;
  return participant;
}

name::Mention const* mention_of(Page const& page, Participant const& participant) {
  return participant.mention == name::no_entity ? nullptr : &page.names.mentions[participant.mention];
}

}  // namespace

// "the emir of Qatar" beside "X, emir of Qatar": nobody meets himself.
bool is_title_of(Participant const& title, Participant const& person) {
  return title.person == name::no_entity && person.person != name::no_entity && !title.country.empty() &&
         title.country == person.country && person.office == title.office;
}

bool same_participant(Participant const& a, Participant const& b) {
  return b.person != name::no_entity ? a.person == b.person : a.person == name::no_entity && a.name == b.name;
}

void add_participant(Participant participant, std::vector<Participant>& participants) {
  const auto same = [&](Participant const& other) {
    return same_participant(other, participant) || is_title_of(participant, other) || is_title_of(other, participant);
  };
  if (std::ranges::none_of(participants, same)) participants.push_back(std::move(participant));
}

void add_actor(Page const& page, Actor const& actor, ParticipantRole role, std::vector<Participant>& participants) {
  if (actor.mention == name::no_entity) return add_participant(unnamed(page, actor, role), participants);
  auto const& mention = page.names.mentions[actor.mention];
  if (mention.kind == name::MentionKind::group && !mention.members.empty()) {
    for (auto member : mention.members) add_participant(of_person(page, member, mention, role), participants);
    return;
  }
  if (mention.entity == name::no_entity) return add_participant(unnamed(page, actor, role), participants);
  auto participant = of_person(page, mention.entity, mention, role);
  if (participant.office.empty() && actor.title != name::no_entity) {
    auto const& title = page.names.mentions[actor.title];
    participant.office = page.body.slice(title.span);
    participant.office_evidence = title.span;
    participant.country = title.country;
  }
  add_participant(std::move(participant), participants);
}

bool is_somebody(Page const& page, Participant const& participant) {
  if (participant.person != name::no_entity)
    return !participant.office.empty() || participant.name.find(' ') != std::string::npos || !page.words.verb_first;
  const auto mention = mention_of(page, participant);
  return mention != nullptr && mention->kind == name::MentionKind::office;
}

bool is_official(Page const& page, Participant const& participant) {
  if (participant.person != name::no_entity) return !participant.office.empty();
  const auto mention = mention_of(page, participant);
  return mention != nullptr && (mention->kind == name::MentionKind::office ||
                                (mention->kind == name::MentionKind::group && !mention->country.empty()));
}

}  // namespace recoupe::encounter
