#include "encounter/read_sentence.hpp"

#include <algorithm>

namespace recoupe::encounter {
namespace {

using name::MentionKind;

constexpr std::size_t most_participants = 12;

std::size_t begin_token(Page const& page, text::ByteSpan span) { return page.body.token_at(span.begin); }

bool is_actor(name::Mention const& mention) {
  return mention.kind == MentionKind::person || mention.kind == MentionKind::office ||
         mention.kind == MentionKind::group;
}

// Mentions within a sentence: page.mentions is sorted by span.
std::vector<std::size_t> mentions_in(Page const& page, text::ByteSpan sentence) {
  auto const& mentions = page.names.mentions;
  std::vector<std::size_t> inside;
  auto at = std::ranges::lower_bound(mentions, sentence.begin, {}, [](name::Mention const& m) { return m.span.begin; });
  for (; at != mentions.end() && at->span.begin < sentence.end; ++at)
    inside.push_back(static_cast<std::size_t>(at - mentions.begin()));
  return inside;
}

bool inside_an_actor(Page const& page, std::vector<std::size_t> const& actors, text::ByteSpan span) {
  return std::ranges::any_of(actors, [&](std::size_t a) { return page.names.mentions[a].whole.contains(span); });
}

// One frame of a sentence with its arguments.
class Reader {
 public:
  Reader(Page const& page, std::size_t sentence, SentenceWords const& found, FrameHit const& hit)
      : page_(page), sentence_(page.body.sentences[sentence]), found_(found), hit_(hit) {}

  std::expected<Telling, NotTaken> read() {
    telling_.kind = hit_.frame.kind;
    if (telling_.kind == Kind::talks && found_.has(Cue::phone)) telling_.kind = Kind::call;
    collect();
    if (const auto lack = lacks()) return std::unexpected(*lack);
    telling_.status = status();
    place();
    date();
    telling_.topics = topics_of(page_, page_.body.sentence_of(sentence_.first_token), found_);
    telling_.evidence = {evidence()};
    return std::move(telling_);
  }

  // The actors behind the frame, whatever it is.
  std::vector<Participant> behind() {
    add_all(objects(after()), ParticipantRole::participant);
    return std::move(telling_.participants);
  }

 private:
  bool cue_between(Cue cue, std::size_t first, std::size_t end) const {
    return std::ranges::any_of(found_.cues,
                               [&](CueHit const& c) { return c.cue == cue && c.first >= first && c.end <= end; });
  }

  std::size_t token_of(std::size_t mention) const { return begin_token(page_, page_.names.mentions[mention].span); }

  std::vector<std::size_t> before() const {
    std::vector<std::size_t> actors;
    for (auto a : found_.actors) {
      if (page_.names.mentions[a].whole.end <= page_.body.tokens[hit_.first].span.begin) actors.push_back(a);
    }
    return actors;
  }

  std::vector<std::size_t> after() const {
    std::vector<std::size_t> actors;
    for (auto a : found_.actors) {
      if (page_.names.mentions[a].whole.begin >= page_.body.tokens[hit_.end - 1].span.end) actors.push_back(a);
    }
    return actors;
  }

  // The subject: the nearest actor before the verb, with those coordinated to it.
  std::vector<std::size_t> subject(std::vector<std::size_t> const& candidates) const {
    if (candidates.empty()) return {};
    std::vector<std::size_t> chosen{candidates.back()};
    for (auto at = candidates.size() - 1; at > 0; --at) {
      auto const& left = page_.names.mentions[candidates[at - 1]];
      auto const& right = page_.names.mentions[chosen.front()];
      if (right.whole.begin - left.whole.end > 12) break;
      const auto first = page_.body.token_at(left.whole.end);
      const auto end = begin_token(page_, right.whole);
      if (!cue_between(Cue::with, first, end) && end > first + 1) break;
      chosen.insert(chosen.begin(), candidates[at - 1]);
    }
    return chosen;
  }

  // Objects: what follows up to where another clause begins.
  std::vector<std::size_t> objects(std::vector<std::size_t> const& candidates) const {
    std::vector<std::size_t> chosen;
    auto last_end = hit_.end;
    for (auto a : candidates) {
      const auto at = token_of(a);
      if (!chosen.empty() && cue_between(Cue::boundary, last_end, at)) break;
      if (chosen.size() == most_participants) break;
      chosen.push_back(a);
      last_end = page_.body.token_at(page_.names.mentions[a].whole.end);
    }
    return chosen;
  }

  void add(std::size_t mention, ParticipantRole role) {
    auto const& found = page_.names.mentions[mention];
    if (found.kind == MentionKind::group && !found.members.empty()) {
      for (auto member : found.members) add_person(member, found, role);
      return;
    }
    if (found.entity != name::no_entity) {
      add_person(found.entity, found, role);
      return;
    }
    Participant participant;
    participant.name = page_.body.slice(found.span);
    participant.office = found.office ? std::string(page_.body.slice(*found.office)) : std::string();
    participant.country = found.country;
    participant.role = role;
    participant.evidence = found.span;
    participant.office_evidence = found.office;
    push(std::move(participant));
  }

  void add_person(std::size_t person, name::Mention const& mention, ParticipantRole role) {
    auto const& who = page_.names.people[person];
    Participant participant;
    participant.person = person;
    participant.name = who.name;
    participant.role = role;
    participant.evidence = mention.span;
    if (mention.office && mention.kind == MentionKind::person) {
      participant.office = page_.body.slice(*mention.office);
      participant.office_evidence = mention.office;
      participant.country = mention.country;
    }
    for (auto const& office : who.offices) {
      if (participant.office.empty()) {
        participant.office = office.title;
        participant.office_evidence = office.evidence;
      }
      if (participant.country.empty()) participant.country = office.country;
    }
    push(std::move(participant));
  }

  void push(Participant participant) {
    for (auto const& other : telling_.participants) {
      if (participant.person != name::no_entity ? other.person == participant.person : other.name == participant.name)
        return;
    }
    telling_.participants.push_back(std::move(participant));
  }

  void add_all(std::vector<std::size_t> const& mentions, ParticipantRole role) {
    for (auto mention : mentions) add(mention, role);
  }

  void collect() {
    using enum ParticipantRole;
    auto left = before();
    auto right = after();
    const bool verb_first = page_.body.tokens[hit_.first].arabic && hit_.frame.shape != Shape::noun;
    switch (hit_.frame.shape) {
      case Shape::receive:
      case Shape::mutual: {
        const auto first_role = hit_.frame.shape == Shape::receive ? host : participant;
        const auto second_role = hit_.frame.shape == Shape::receive ? guest : participant;
        if (verb_first && !right.empty() && right.size() > 1) {
          // "received … by": the subject is the guest.
          const auto tokens_between = token_of(right[0]);
          const bool by = cue_between(Cue::by, tokens_between, token_of(right[1]));
          add(right[0], by ? guest : first_role);
          add_all(objects({right.begin() + 1, right.end()}), by ? host : second_role);
        } else {
          add_all(subject(left), first_role);
          add_all(objects(right), second_role);
        }
        break;
      }
      case Shape::received: {
        add_all(subject(left), guest);
        add_all(objects(right), host);
        break;
      }
      case Shape::visit:
        if (const auto visitor = behind_by(right)) {
          add(*visitor, guest);
        } else if (verb_first) {
          if (!right.empty()) add(right[0], guest);
        } else {
          add_all(subject(left), guest);
        }
        break;
      case Shape::attend:
        if (verb_first) {
          if (!right.empty()) add(right[0], participant);
        } else {
          add_all(subject(left), participant);
        }
        break;
      case Shape::noun:
        if (telling_.kind == Kind::visit) {
          const auto owner = !left.empty() ? subject(left) : objects(right);
          if (!owner.empty()) add(owner.front(), guest);
        } else {
          add_all(subject(left), participant);
          add_all(objects(right), participant);
        }
        break;
    }
  }

  // "the visit made by …": the visitor stands behind.
  std::optional<std::size_t> behind_by(std::vector<std::size_t> const& candidates) const {
    constexpr std::size_t reach = 16;
    if (candidates.empty() || page_.body.tokens[hit_.first].arabic) return std::nullopt;
    const auto at = page_.body.token_at(page_.names.mentions[candidates.front()].whole.begin);
    const auto leads = [&](CueHit const& c) {
      return c.cue == Cue::by && c.first + 1 >= hit_.end && c.end <= at && at <= c.end + 1;
    };
    return at <= hit_.end + reach && std::ranges::any_of(found_.cues, leads) ? std::optional(candidates.front())
                                                                             : std::nullopt;
  }

  // A noun holds its participants where a word joins them to it; Arabic joins them by their place alone.
  bool joined() const {
    if (hit_.frame.shape != Shape::noun || telling_.kind == Kind::visit || page_.body.tokens[hit_.first].arabic)
      return true;
    constexpr std::size_t reach = 8;
    return cue_between(Cue::with, hit_.end - 1, std::min(sentence_.end_token, hit_.end + reach));
  }

  // One attends a gathering, not a campaign: its noun stands behind the verb.
  bool gathers() const {
    if (hit_.frame.shape != Shape::attend) return true;
    return std::ranges::any_of(found_.frames, [&](FrameHit const& other) {
      return other.first >= hit_.end && other.frame.shape == Shape::noun && other.frame.kind != Kind::visit;
    });
  }

  std::optional<NotTaken> lacks() const {
    const bool somebody =
        std::ranges::any_of(telling_.participants, [](Participant const& p) { return p.person != name::no_entity; });
    if (!joined()) return NotTaken::not_joined;
    if (!gathers()) return NotTaken::no_gathering;
    if (!somebody) return NotTaken::one_party;
    if (telling_.kind == Kind::visit && !place_after(true)) return NotTaken::nowhere;
    const bool one_side = telling_.kind == Kind::visit || telling_.kind == Kind::multilateral;
    // "officials" beside a noun is nobody's counterpart: only a verb makes them so.
    const auto is_told = [](Participant const& p) {
      return p.person != name::no_entity || p.name.find(' ') != std::string::npos;
    };
    if (!one_side && hit_.frame.shape == Shape::noun && std::ranges::count_if(telling_.participants, is_told) < 2)
      return NotTaken::one_party;
    if (!one_side && telling_.participants.size() < 2) return NotTaken::one_party;
    return std::nullopt;
  }

  Status status() const {
    if (found_.has(Cue::denied)) return Status::denied;
    if (found_.has(Cue::cancelled)) return Status::cancelled;
    if (hit_.frame.told == Told::cancelled) return Status::cancelled;
    if (hit_.frame.told == Told::announced) return Status::announced;
    if (hit_.frame.told == Told::open && found_.has(Cue::announced)) return Status::announced;
    const auto near = hit_.first - std::min<std::size_t>(hit_.first, 3);
    if (cue_between(Cue::negation, near, hit_.first)) return Status::cancelled;
    return Status::held;
  }

  // "RABAT - …", "RABAT (…) …": where it was written.
  bool in_dateline(text::ByteSpan place) const {
    const auto last = page_.body.token_at(place.end - 1);
    if (page_.body.token_at(place.begin) > sentence_.first_token + 1 || last + 1 >= sentence_.end_token) return false;
    auto const& next = page_.body.tokens[last + 1].folded;
    return next == "(" ||
           ((next == "-" || next == "\u2013" || next == "\u2014") && page_.body.tokens[last + 1].space_before);
  }

  std::optional<std::size_t> place_after(bool countries) const {
    std::optional<std::size_t> best;
    for (auto p : found_.places) {
      auto const& mention = page_.names.mentions[p];
      auto const& place = page_.names.places[mention.entity];
      if (in_dateline(mention.span)) continue;
      if ((place.is_country && !countries) || inside_an_actor(page_, found_.actors, mention.span)) continue;
      const bool behind = mention.span.begin >= page_.body.tokens[hit_.first].span.begin;
      if (!best || (behind && page_.names.mentions[*best].span.begin < page_.body.tokens[hit_.first].span.begin))
        best = p;
    }
    return best;
  }

  void place() {
    auto chosen = place_after(false);
    if (!chosen && telling_.kind == Kind::visit) chosen = place_after(true);
    if (!chosen) return;
    auto const& mention = page_.names.mentions[*chosen];
    auto const& place = page_.names.places[mention.entity];
    telling_.place = {.name = place.name,
                      .venue = place.is_venue ? place.name : std::string(),
                      .concept_id = place.concept_id,
                      .country = place.country,
                      .latitude = place.latitude,
                      .longitude = place.longitude,
                      .evidence = mention.span};
  }

  void date() {
    std::optional<std::size_t> best;
    std::size_t nearest = 0;
    for (auto t : found_.times) {
      auto const& time = page_.times[t];
      if (time.type == time::TimeType::duration || time.type == time::TimeType::set) continue;
      if (time.value.empty() && !time.relative) continue;
      if (inside_an_actor(page_, found_.actors, time.span)) continue;
      const auto frame = page_.body.tokens[hit_.first].span.begin;
      auto distance = time.span.begin > frame ? time.span.begin - frame : frame - time.span.begin;
      if (time.value.size() < 10 && !time.relative) distance += 200;  // a month or year alone only where no day is told
      if (!best || distance < nearest) best = t, nearest = distance;
    }
    if (!best) return;
    auto const& time = page_.times[*best];
    telling_.date = {.value = time.value, .basis = time.basis, .relative = time.relative, .evidence = time.span};
  }

  text::ByteSpan evidence() const { return sentence_.span; }

  Page const& page_;
  text::Sentence const& sentence_;
  SentenceWords const& found_;
  FrameHit const& hit_;
  Telling telling_;
};

std::size_t strength(FrameHit const& hit) {
  return hit.frame.shape == Shape::noun ? 0 : hit.frame.told == Told::open ? 1 : 2;
}

}  // namespace

std::vector<Telling> with_each(Page const& page, std::size_t sentence, SentenceWords const& found,
                               Telling const& whole) {
  const auto is_group = [&](Participant const& participant) {
    return std::ranges::any_of(found.actors, [&](std::size_t a) {
      auto const& mention = page.names.mentions[a];
      return mention.kind == MentionKind::group && mention.span == participant.evidence;
    });
  };
  const auto group = std::ranges::find_if(whole.participants, is_group);
  const auto cue = std::ranges::find(found.cues, Cue::including, &CueHit::cue);
  if (group == whole.participants.end() || cue == found.cues.end()) return {};
  const auto from = page.body.tokens[cue->end - 1].span.end;
  std::vector<Telling> each;
  for (auto p : found.places) {
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
    telling.evidence = {page.body.sentences[sentence].span};
    if (telling.participants.size() >= 2) each.push_back(std::move(telling));
  }
  return each.size() >= 2 ? each : std::vector<Telling>{};
}

std::vector<Topic> topics_of(Page const& page, std::size_t index, SentenceWords const& found) {
  auto const& sentence = page.body.sentences[index];
  const auto stops = [&](std::size_t token) {
    auto const& folded = page.body.tokens[token].folded;
    if (folded == "." || folded == "," || folded == "\u060C" || folded == ";") return true;
    return std::ranges::any_of(found.cues, [&](CueHit const& c) { return c.cue == Cue::boundary && c.first == token; });
  };
  for (auto const& cue : found.cues) {
    if (cue.cue != Cue::topic || cue.end >= sentence.end_token) continue;
    auto end = cue.end;
    while (end < sentence.end_token && !stops(end)) ++end;
    if (end == cue.end) continue;
    const auto span = page.body.span_of(cue.end, end);
    return {{std::string(page.body.slice(span)), span}};
  }
  return {};
}

std::vector<Participant> present(Page const& page, std::size_t sentence, SentenceWords const& found) {
  const auto cue = std::ranges::find(found.cues, Cue::presence, &CueHit::cue);
  if (cue == found.cues.end()) return {};
  const FrameHit hit{{Kind::other, Shape::noun, Told::held}, cue->first, cue->end};
  return Reader(page, sentence, found, hit).behind();
}

bool SentenceWords::has(Cue cue) const { return std::ranges::find(cues, cue, &CueHit::cue) != cues.end(); }

SentenceWords words_of(Page const& page, std::size_t index) {
  auto const& sentence = page.body.sentences[index];
  SentenceWords found;
  for (auto m : mentions_in(page, sentence.span)) {
    auto const& mention = page.names.mentions[m];
    if (is_actor(mention)) found.actors.push_back(m);
    if (mention.kind == MentionKind::place) found.places.push_back(m);
  }
  auto time = std::ranges::lower_bound(page.times, sentence.span.begin, {}, [](auto const& t) { return t.span.begin; });
  for (; time != page.times.end() && time->span.begin < sentence.span.end; ++time)
    found.times.push_back(static_cast<std::size_t>(time - page.times.begin()));

  for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
    const auto cue = page.words.cues.longest_at(page.body, at, sentence.end_token, lexicon::Clitics::conjunctions);
    if (cue) {
      for (auto value : *cue->values) found.cues.push_back({value, at, cue->end});
    }
  }
  for (auto at = sentence.first_token; at < sentence.end_token;) {
    const bool named = inside_an_actor(page, found.actors, page.body.tokens[at].span);
    const auto frame =
        named ? std::nullopt
              : page.words.frames.longest_at(page.body, at, sentence.end_token, lexicon::Clitics::conjunctions);
    if (frame) found.frames.push_back({frame->value(), at, frame->end});
    at = frame ? frame->end : at + 1;
  }
  return found;
}

std::expected<std::vector<SentenceTelling>, NotTaken> read_sentence(Page const& page, std::size_t sentence,
                                                                    SentenceWords const& found) {
  if (found.frames.empty()) return std::unexpected(NotTaken::no_frame);
  if (found.actors.empty()) return std::unexpected(NotTaken::nobody_named);
  if (found.has(Cue::sport)) return std::unexpected(NotTaken::sport);
  if (found.has(Cue::request)) return std::unexpected(NotTaken::request);
  std::vector<SentenceTelling> told;
  std::optional<NotTaken> why;
  auto frames = found.frames;
  std::ranges::stable_sort(frames, [](FrameHit const& a, FrameHit const& b) { return strength(a) > strength(b); });
  for (auto const& hit : frames) {
    const bool noun = hit.frame.shape == Shape::noun;
    if (noun && !told.empty()) break;
    if (found.has(Cue::conditional) && hit.frame.told != Told::held) {
      why = why.value_or(NotTaken::conditional);
      continue;
    }
    auto telling = Reader(page, sentence, found, hit).read();
    if (!telling) {
      why = why.value_or(telling.error());
      continue;
    }
    const bool recalled = hit.frame.told == Told::recalled || (noun && found.has(Cue::recalled));
    told.push_back({std::move(*telling), sentence, noun, recalled, recalled && found.has(Cue::follows)});
  }
  if (told.empty()) return std::unexpected(why.value_or(NotTaken::one_party));
  return told;
}

}  // namespace recoupe::encounter
