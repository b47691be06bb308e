#include "encounter/participants.hpp"

#include <algorithm>
#include <optional>
#include <set>

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

// A title before the name that is of others: "met the heads of parties X".
void leave_out(Page const& page, text::ByteSpan title, Participant& participant) {
  const auto words = page.body.slice(title);
  auto const& offices = page.names.people[participant.person].offices;
  const auto other = std::ranges::find_if(offices, [&](auto const& office) { return office.title != words; });
  participant.office = other == offices.end() ? std::string() : other->title;
  participant.office_evidence = other == offices.end() ? std::nullopt : std::optional(other->evidence);
  participant.country = other == offices.end() ? std::string() : other->country;
}

// What the words of a group say that its members are.
std::vector<std::string> kinds_of(Page const& page, Actor const& group) {
  std::set<std::string> kinds;
  for (auto at = group.first; at < group.end; ++at) {
    const auto hit = page.words.groups.longest_at(page.body, at, group.end, lexicon::Clitics::conjunctions);
    if (hit) kinds.insert(hit->value().begin(), hit->value().end());
  }
  return {kinds.begin(), kinds.end()};
}

Participant unnamed(Page const& page, Actor const& actor, ParticipantRole role) {
  Participant participant;
  if (actor.group) participant.kinds = kinds_of(page, actor);
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
  if (actor.name) {
    participant.name = page.body.slice(*actor.name);
    participant.evidence = *actor.name;
  }
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

bool are_of_other_kinds(Participant const& a, Participant const& b) {
  return !a.kinds.empty() && !b.kinds.empty() && std::ranges::find_first_of(a.kinds, b.kinds) == a.kinds.end();
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
  if (actor.mention == name::no_entity || actor.name) return add_participant(unnamed(page, actor, role), participants);
  auto const& mention = page.names.mentions[actor.mention];
  if (mention.kind == name::MentionKind::group && !mention.members.empty()) {
    for (auto member : mention.members) add_participant(of_person(page, member, mention, role), participants);
    return;
  }
  if (mention.entity == name::no_entity) return add_participant(unnamed(page, actor, role), participants);
  auto participant = of_person(page, mention.entity, mention, role);
  if (mention.office && mention.office->end <= page.body.tokens[actor.first].span.begin)
    leave_out(page, *mention.office, participant);
  if (participant.office.empty() && actor.title != name::no_entity) {
    auto const& title = page.names.mentions[actor.title];
    const auto span = title.office.value_or(title.span);
    participant.office = page.body.slice(span);
    participant.office_evidence = span;
    if (title.kind == name::MentionKind::office) participant.country = title.country;
  }
  add_participant(std::move(participant), participants);
}

namespace {

bool share_a_word(std::string_view left, std::string_view right) {
  constexpr std::size_t short_word = 5;  // bytes
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= left.size(); ++at) {
    if (at < left.size() && left[at] != ' ') continue;
    const auto word = left.substr(begin, at - begin);
    if (word.size() >= short_word && right.find(word) != std::string_view::npos) return true;
    begin = at + 1;
  }
  return false;
}

// Who else on the page holds an office of this country by this name.
std::size_t other_holder(Page const& page, name::Mention const& office, std::vector<Participant> const& others) {
  const auto title = page.body.slice(office.span);
  std::size_t found = name::no_entity;
  for (std::size_t p = 0; p < page.names.people.size() && !office.country.empty(); ++p) {
    if (std::ranges::find(others, p, &Participant::person) != others.end()) continue;
    const bool holds = std::ranges::any_of(page.names.people[p].offices, [&](name::HeldOffice const& held) {
      return held.country == office.country && share_a_word(title, held.title);
    });
    if (!holds) continue;
    if (found != name::no_entity) return name::no_entity;
    found = p;
  }
  return found;
}

// An office of a country that one of the others holds too, wherever he holds it.
name::HeldOffice const* same_office(Page const& page, name::Person const& person, std::string const& country,
                                    std::vector<Participant> const& others) {
  for (auto const& held : person.offices) {
    if (held.former || held.country != country) continue;
    for (auto const& other : others) {
      if (other.person == name::no_entity) continue;
      const bool same = std::ranges::any_of(page.names.people[other.person].offices, [&](name::HeldOffice const& own) {
        return !own.former && !own.concept_id.empty() && own.concept_id == held.concept_id;
      });
      if (same) return &held;
    }
  }
  return nullptr;
}

bool is_counterpart(Page const& page, name::Mention const& office) {
  const auto end = page.body.token_at(office.span.end - 1) + 1;
  for (auto at = page.body.token_at(office.span.begin); at < end; ++at) {
    if (page.words.counterparts.longest_at(page.body, at, end, lexicon::Clitics::all)) return true;
  }
  return false;
}

// "His Bahraini counterpart": the one on the page who holds the same office of that country.
std::optional<Participant> counterpart_of(Page const& page, name::Mention const& office, ParticipantRole role,
                                          std::vector<Participant> const& others) {
  if (office.country.empty() || !is_counterpart(page, office)) return std::nullopt;
  std::optional<Participant> found;
  for (std::size_t p = 0; p < page.names.people.size(); ++p) {
    if (std::ranges::find(others, p, &Participant::person) != others.end()) continue;
    const auto* held = same_office(page, page.names.people[p], office.country, others);
    if (held == nullptr) continue;
    if (found) return std::nullopt;
    found = of_person(page, p, office, role);
    found->office = held->title;
    found->office_evidence = held->evidence;
  }
  return found;
}

}  // namespace

void add_counterpart(Page const& page, Actor const& actor, ParticipantRole role, std::vector<Participant> const& others,
                     std::vector<Participant>& participants) {
  const auto* mention = actor.mention == name::no_entity ? nullptr : &page.names.mentions[actor.mention];
  if (mention != nullptr && mention->kind == name::MentionKind::office && mention->entity == name::no_entity) {
    if (auto other = counterpart_of(page, *mention, role, others))
      return add_participant(std::move(*other), participants);
  }
  const bool himself = mention != nullptr && mention->kind == name::MentionKind::office &&
                       mention->entity != name::no_entity &&
                       std::ranges::find(others, mention->entity, &Participant::person) != others.end();
  if (!himself) return add_actor(page, actor, role, participants);
  const auto other = other_holder(page, *mention, others);
  add_participant(other == name::no_entity ? unnamed(page, actor, role) : of_person(page, other, *mention, role),
                  participants);
}

bool is_somebody(Page const& page, Participant const& participant) {
  if (participant.person != name::no_entity)
    return !participant.office.empty() || participant.name.find(' ') != std::string::npos || !page.words.verb_first;
  const auto mention = mention_of(page, participant);
  return mention != nullptr && mention->kind == name::MentionKind::office;
}

bool is_official(Page const& page, Participant const& participant) {
  if (participant.person != name::no_entity) {
    auto const& offices = page.names.people[participant.person].offices;
    const bool only_former = !offices.empty() && std::ranges::all_of(offices, &name::HeldOffice::former);
    return (!participant.office.empty() && !only_former) || std::ranges::binary_search(page.heads, participant.person);
  }
  const auto mention = mention_of(page, participant);
  return mention != nullptr && (mention->kind == name::MentionKind::office ||
                                (mention->kind == name::MentionKind::group && !mention->country.empty()));
}

}  // namespace recoupe::encounter
