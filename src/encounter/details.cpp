#include "encounter/details.hpp"

#include <algorithm>

#include "encounter/arguments.hpp"
#include "encounter/participants.hpp"

namespace recoupe::encounter {

std::vector<Topic> topics_of(Page const& page, Sentence const& sentence) {
  const auto stops = [&](std::size_t token) {
    auto const& folded = page.body.tokens[token].folded;
    return folded == "." || folded == "," || folded == "\u060C" || folded == ";" ||
           sentence.mark(token).is(Cue::boundary);
  };
  for (auto const& cue : sentence.cues) {
    if (cue.cue != Cue::topic || cue.end >= sentence.end) continue;
    auto end = cue.end;
    while (end < sentence.end && !stops(end)) ++end;
    if (end == cue.end) continue;
    const auto span = page.body.span_of(cue.end, end);
    return {{std::string(page.body.slice(span)), span}};
  }
  return {};
}

std::vector<Participant> present(Page const& page, Sentence const& sentence) {
  constexpr std::size_t most_present = 12;
  std::vector<Participant> all;
  const auto cue = std::ranges::find(sentence.cues, Cue::presence, &CueHit::cue);
  if (cue == sentence.cues.end()) return all;
  for (auto const& actor : sentence.actors) {
    if (actor.first < cue->end) continue;
    if (all.size() == most_present || sentence.has_between(Cue::boundary, cue->end, actor.first)) break;
    const bool own = actor.governor == Governor::genitive || actor.governor == Governor::preposition;
    if (!own || all.empty()) add_actor(page, actor, ParticipantRole::participant, all);
  }
  return all;
}

std::vector<Participant> attending(Page const& page, Sentence const& sentence) {
  std::vector<Participant> all;
  const auto cue = std::ranges::find(sentence.cues, Cue::attends, &CueHit::cue);
  if (cue == sentence.cues.end() || sentence.actors.empty()) return all;
  const bool ends = cue->end == sentence.end ||
                    (cue->end + 1 == sentence.end && page.body.tokens[cue->end].kind == text::TokenKind::punctuation);
  auto const& subject = sentence.actors.front();
  if (!ends || subject.end > cue->first || subject.group || subject.owns || subject.governor != Governor::none)
    return all;
  add_actor(page, subject, ParticipantRole::participant, all);
  return all;
}

std::vector<Participant> inviting(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t reach = 4;  // articles and civilities
  std::vector<Participant> hosts;
  for (auto const& cue : sentence.cues) {
    if (cue.cue != Cue::invitation || cue.end < predicate.first) continue;
    const auto host = std::ranges::find_if(sentence.actors, [&](Actor const& a) { return a.first >= cue.end; });
    if (host == sentence.actors.end() || host->first > cue.end + reach) continue;
    add_actor(page, *host, ParticipantRole::host, hosts);
    break;
  }
  return hosts;
}

std::vector<Telling> with_each(Page const& page, Sentence const& sentence, Telling const& whole) {
  const auto is_group = [&](Participant const& participant) {
    return std::ranges::any_of(sentence.actors,
                               [&](Actor const& actor) { return actor.group && actor.span == participant.evidence; });
  };
  const auto group = std::ranges::find_if(whole.participants, is_group);
  const auto cue = std::ranges::find(sentence.cues, Cue::including, &CueHit::cue);
  if (group == whole.participants.end() || cue == sentence.cues.end()) return {};
  const auto from = page.body.tokens[cue->end - 1].span.end;
  std::vector<Telling> each;
  for (auto p : sentence.places) {
    auto const& mention = page.names.mentions[p];
    auto const& place = page.names.places[mention.entity];
    if (!place.is_country || mention.span.begin < from || group->evidence.begin > from) continue;
    Telling telling;
    telling.kind = whole.kind == Kind::multilateral ? Kind::talks : whole.kind;
    telling.status = whole.status;
    for (auto const& participant : whole.participants) {
      if (participant.person != name::no_entity) telling.participants.push_back(participant);
    }
    Participant other = *group;
    other.name = page.body.slice(mention.span);
    other.office = group->name;
    other.country = place.country;
    other.evidence = mention.span;
    other.office_evidence = group->evidence;
    telling.participants.push_back(std::move(other));
    telling.evidence = {sentence.span};
    if (telling.participants.size() >= 2) each.push_back(std::move(telling));
  }
  return each.size() >= 2 ? each : std::vector<Telling>{};
}

}  // namespace recoupe::encounter
