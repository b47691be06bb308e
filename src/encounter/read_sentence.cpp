#include "encounter/read_sentence.hpp"

#include <algorithm>
#include <iterator>

#include "encounter/arguments.hpp"
#include "encounter/details.hpp"
#include "encounter/participants.hpp"
#include "encounter/place_and_date.hpp"
#include "encounter/same_occasion.hpp"
#include "encounter/status.hpp"
#include "encounter/summoning_body.hpp"
#include "encounter/visits_beside.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

using enum ParticipantRole;

struct Roles {
  ParticipantRole first = participant;
  ParticipantRole second = participant;
};

Roles roles_of(Shape shape) {
  switch (shape) {
    case Shape::receive:
      return {host, guest};
    case Shape::received:
      return {guest, host};
    case Shape::visit:
      return {guest, host};
    default:
      return {};
  }
}

bool is_one_sided(Kind kind) { return kind == Kind::visit || kind == Kind::multilateral; }

// Whom the sentence itself speaks of before the predicate: who stands first, or behind "that".
Actor const* subject_before(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  Actor const* subject = nullptr;
  for (auto const& actor : sentence.actors) {
    if (actor.end > predicate.first) break;
    if (actor.governor != Governor::none || actor.owns || actor.mention == name::no_entity) continue;
    auto const& mention = page.names.mentions[actor.mention];
    if (mention.entity == name::no_entity && mention.kind != name::MentionKind::office) continue;
    const bool opens = actor.first > sentence.first && (sentence.mark(actor.first - 1).is(Cue::boundary) ||
                                                        sentence.mark(actor.first - 1).is(Cue::relative));
    if (subject == nullptr || opens) subject = &actor;
  }
  return subject;
}

bool is_named(Page const& page, Actor const& actor) {
  return actor.mention != name::no_entity && page.names.mentions[actor.mention].kind == name::MentionKind::person;
}

std::vector<Participant> participants_of(Page const& page, Sentence const& sentence, Predicate const& predicate,
                                         Arguments const& arguments, std::vector<Participant> const& spoken_of) {
  auto roles = roles_of(arguments.turned ? Shape::received : predicate.frame.shape);
  if (predicate.is_noun() && predicate.frame.kind == Kind::visit) roles.first = guest;
  std::vector<Participant> all;
  if (arguments.implied) {
    auto const* nearer = subject_before(page, sentence, predicate);
    if (nearer != nullptr) add_actor(page, *nearer, roles.first, all);
    for (auto known : nearer == nullptr ? spoken_of : std::vector<Participant>{}) {
      known.role = roles.first;
      add_participant(std::move(known), all);
    }
  }
  std::vector<Participant> others;
  for (auto const& actor : arguments.second) {
    if (is_named(page, actor)) add_actor(page, actor, participant, others);
  }
  for (auto const& actor : arguments.first) add_counterpart(page, actor, roles.first, others, all);
  // Of those in one row, and of those on the other side.
  auto known = all;
  for (auto& one : others) add_participant(std::move(one), known);
  for (auto const& actor : arguments.second) add_counterpart(page, actor, roles.second, known, all);
  add_summoning_body(page, sentence, predicate, all);
  return all;
}

// One attends a gathering, not a campaign: its noun stands behind the verb.
bool gathers(Sentence const& sentence, Predicate const& predicate) {
  if (predicate.frame.shape != Shape::attend) return true;
  return std::ranges::any_of(sentence.predicates, [&](Predicate const& other) {
    return other.core >= predicate.end && other.is_noun() && other.frame.kind != Kind::visit;
  });
}

// Of a gathering that names one of those who took part, only who he is, when and where tell which it was.
bool tells_of_one(Page const& page, Predicate const& predicate, Telling const& telling) {
  auto const& one = telling.participants.front();
  if (!is_somebody(page, one)) return telling.place.evidence.has_value();  // a group: they met each other
  return !predicate.is_noun() && is_official(page, one) && telling.date.evidence && telling.place.evidence;
}

// Two sides, or one where one is enough.
std::optional<NotTaken> lacks_a_side(Page const& page, Sentence const& sentence, Predicate const& predicate,
                                     Arguments const& arguments, Telling const& telling) {
  auto const& all = telling.participants;
  const auto official = [&](Participant const& p) { return is_official(page, p); };
  const auto somebody = [&](Participant const& p) { return is_somebody(page, p); };
  if (all.empty()) return NotTaken::one_party;
  // Persons without a title are taken where they receive, on a page that speaks of offices of states.
  const bool receives = predicate.frame.shape == Shape::receive || predicate.frame.shape == Shape::received;
  const bool may_be = std::ranges::any_of(all, somebody) && receives && !predicate.passive && page.speaks_of_states;
  if (std::ranges::none_of(all, official) && !may_be) return NotTaken::nobody_official;
  if (!page.speaks_of_states && !sentence.has(Cue::official)) return NotTaken::nobody_official;
  if (telling.kind == Kind::multilateral && all.size() == 1 && !tells_of_one(page, predicate, telling))
    return NotTaken::one_party;
  if (is_one_sided(telling.kind)) return std::nullopt;
  if (predicate.frame.shape == Shape::receive || predicate.frame.shape == Shape::received) {
    const bool both =
        ((!arguments.first.empty() || arguments.implied) && !arguments.second.empty()) || is_summoned(telling);
    if (!both) return NotTaken::one_party;
  }
  if (all.size() == 1) {
    // "the foreign ministers of two countries met in …"
    const bool several = !somebody(all.front()) && telling.place.evidence && !predicate.is_noun();
    return several ? std::nullopt : std::optional(NotTaken::one_party);
  }
  if (std::ranges::none_of(all, somebody)) return NotTaken::one_party;
  return std::nullopt;
}

// "has visited it three times", "never met him": how often, not when.
bool is_repeated(Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t reach = 8;
  const auto from = predicate.first > sentence.first ? predicate.first - 1 : predicate.first;
  return sentence.has_between(Cue::repeated, from, predicate.end + reach);
}

// "X (Radio Y) receives", "X, the director of Radio Y": who interviews meets nobody.
bool is_of_a_medium(Page const& page, Sentence const& sentence, Actor const& actor) {
  constexpr std::size_t most_words = 6;
  const auto sign = [&](std::size_t at) -> std::string_view {
    return at < sentence.end ? std::string_view(page.body.tokens[at].folded) : std::string_view();
  };
  const auto is_medium = [&](std::size_t token) {
    const auto hit = page.words.media.longest_at(page.body, token, sentence.end, lexicon::Clitics::none);
    // "the National Intelligence Service" is no newspaper called The National.
    return hit && (hit->end == sentence.end || !page.body.tokens[hit->end].capitalised);
  };
  for (auto own = actor.first; own < actor.end; ++own) {
    // "the Minister of Foreign Affairs" has nothing to do with the review of that name.
    const auto office = page.words.state_offices.longest_at(page.body, own, actor.end, lexicon::Clitics::all);
    if (office)
      own = office->end - 1;
    else if (is_medium(own))
      return true;
  }
  auto at = actor.end;
  while (at < sentence.end && is_quotation_mark(page.body.tokens[at])) ++at;
  if (sign(at) != "(" && sign(at) != ",") return false;
  // ", Radio Y reports" says only who tells it.
  bool of = sign(at) == "(";
  for (auto name = at + 1; name < sentence.end && name <= at + most_words; ++name) {
    if (of && is_medium(name)) return true;
    of = of || !sentence.mark(name).is(Cue::article);
    if (page.body.tokens[name].kind != text::TokenKind::word || sentence.mark(name).frame) return false;
  }
  return false;
}

bool is_of_a_medium(Page const& page, Sentence const& sentence, Arguments const& arguments) {
  const auto is = [&](Actor const& actor) { return is_of_a_medium(page, sentence, actor); };
  return std::ranges::any_of(arguments.first, is) || std::ranges::any_of(arguments.second, is);
}

std::optional<NotTaken> lacks(Page const& page, Sentence const& sentence, Predicate const& predicate,
                              Arguments const& arguments, Telling const& telling) {
  if (arguments.first_person) return NotTaken::no_subject;
  if (is_of_a_medium(page, sentence, arguments)) return NotTaken::nobody_official;
  if (!gathers(sentence, predicate)) return NotTaken::no_gathering;
  if (telling.kind == Kind::visit && !telling.place.evidence && arguments.second.empty()) return NotTaken::nowhere;
  if (is_repeated(sentence, predicate)) return NotTaken::repeated;
  return lacks_a_side(page, sentence, predicate, arguments, telling);
}

// A year alone, long before the report: no news, but a memory of it.
bool is_history(TellingDate const& date, time::Anchor published) {
  constexpr std::size_t year_alone = 4;
  constexpr int years = 3;
  if (!published || date.value.size() != year_alone) return false;
  const auto days = time::days_of(date.value);
  return days && std::chrono::year_month_day(days->last).year() + std::chrono::years{years} < published->year();
}

// "During the visit of X": over articles, or as the first word of the predicate itself; X belongs to the noun alone.
bool is_behind_after(Sentence const& sentence, Predicate const& predicate, Arguments const& arguments) {
  if (!predicate.is_noun() || arguments.first.empty()) return false;
  auto const& guest = arguments.first.front();
  if (guest.first < predicate.end && !guest.owns) return false;
  auto at = guest.owns && guest.end <= predicate.first ? guest.first : predicate.first;
  while (at > sentence.first && !sentence.mark(at).is(Cue::after) && sentence.mark(at - 1).is(Cue::article)) --at;
  return sentence.mark(at).is(Cue::after) || (at > sentence.first && sentence.mark(at - 1).is(Cue::after));
}

// "Met on Sunday to prepare a summit": the day of what was, before a noun for what is to come.
bool is_day_of_another(Page const& page, Sentence const& sentence, Predicate const& predicate, Telling const& telling) {
  if (!predicate.is_noun() || telling.status != Status::announced || !page.published || !telling.date.evidence)
    return false;
  const auto token = page.body.token_at(telling.date.evidence->begin);
  const auto told = time::days_of(telling.date.value);
  if (token >= predicate.first || !told || !told->year_known || told->last >= std::chrono::sys_days(*page.published))
    return false;
  // A weekday may be meant of the week to come, where no verb took it.
  if (!time::is_exact(telling.date.value)) return true;
  return std::ranges::any_of(sentence.predicates, [&](Predicate const& other) {
    return !other.is_noun() && other.end <= token && (other.told == Told::held || other.frame.mood == Mood::past);
  });
}

// Behind a quotation mark that opens the sentence and closes only behind the predicate, or never.
bool is_quoted(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  if (!is_quotation_mark(page.body.tokens[sentence.first])) return false;
  for (auto at = sentence.first + 1; at < predicate.first; ++at) {
    if (is_quotation_mark(page.body.tokens[at])) return false;
  }
  return true;
}

std::expected<SentenceTelling, NotTaken> read(Page const& page, Sentence const& sentence, Predicate const& predicate,
                                              std::vector<Participant> const& spoken_of) {
  const auto arguments = arguments_of(page, sentence, predicate);
  SentenceTelling told;
  auto& telling = told.telling;
  telling.kind = predicate.frame.kind;
  constexpr std::size_t object = 4;  // tokens behind the verb: "received a phone call from"
  const bool phoned =
      telling.kind == Kind::talks
          ? sentence.has(Cue::phone)
          : telling.kind == Kind::audience && sentence.has_between(Cue::phone, predicate.end, predicate.end + object);
  if (phoned) telling.kind = Kind::call;
  telling.participants = participants_of(page, sentence, predicate, arguments, spoken_of);
  telling.place = place_of(page, sentence, predicate);
  telling.date = date_of(page, sentence, predicate);
  if (telling.date.value.empty() && !telling.date.relative) telling.date = year_before(page, sentence, predicate);
  if (const auto lack = lacks(page, sentence, predicate, arguments, telling)) return std::unexpected(*lack);
  if (is_history(telling.date, page.published ? page.published : page.newest))
    return std::unexpected(NotTaken::history);
  const auto status = status_of(page, sentence, predicate, telling.date);
  if (!status) return std::unexpected(status.error());
  telling.status = status->status;
  if (is_day_of_another(page, sentence, predicate, telling)) telling.date = {};
  telling.date = in_tense(std::move(telling.date), telling.status, page.published);
  for (auto& one : present(page, sentence)) add_participant(std::move(one), telling.participants);
  if (telling.kind == Kind::visit) {
    for (auto& one : inviting(page, sentence, predicate)) add_participant(std::move(one), telling.participants);
  }
  telling.topics = topics_of(page, sentence);
  telling.evidence = {sentence.span};
  told.sentence = sentence.index;
  told.noun = predicate.is_noun() && !(predicate.governed && predicate.told == Told::held);
  told.recalled = status->recalled;
  told.follows = sentence.has(Cue::follows);
  told.again = predicate.is_noun() && sentence.mark(predicate.core).is(Cue::same);
  told.loose = arguments.loose;
  told.quoted = is_quoted(page, sentence, predicate);
  told.implied = arguments.implied;
  told.during = is_behind_after(sentence, predicate, arguments);
  return told;
}

// Told in passing of somebody who is on it; where it is no encounter of its own, for want of a second or of an office.
std::optional<VisitBeside> visit_beside(Page const& page, Sentence const& sentence, Predicate const& predicate,
                                        text::ByteSpan visitor,
                                        std::expected<SentenceTelling, NotTaken> const& telling) {
  if (predicate.told != Told::open && predicate.told != Told::held) return std::nullopt;
  if (telling) return VisitBeside{visitor, telling->telling.place, telling->telling.date, *telling};
  if (telling.error() != NotTaken::nobody_official && telling.error() != NotTaken::one_party) return std::nullopt;
  return VisitBeside{visitor, place_of(page, sentence, predicate), date_of(page, sentence, predicate), std::nullopt};
}

}  // namespace

std::expected<std::vector<SentenceTelling>, NotTaken> read_sentence(Page const& page, Sentence const& sentence,
                                                                    std::vector<Participant> const& spoken_of) {
  if (sentence.predicates.empty()) return std::unexpected(NotTaken::no_frame);
  if (sentence.actors.empty()) return std::unexpected(NotTaken::nobody_named);
  if (sentence.has(Cue::sport)) return std::unexpected(NotTaken::sport);
  if (sentence.has(Cue::archive)) return std::unexpected(NotTaken::archive);
  std::vector<SentenceTelling> told;
  std::vector<SentenceTelling> others;  // told in passing: "X, who will visit"
  std::vector<VisitBeside> visits;
  std::optional<NotTaken> why;
  for (const bool nouns : {false, true}) {
    for (auto const& predicate : sentence.predicates) {
      if (predicate.is_noun() != nouns) continue;
      auto telling = read(page, sentence, predicate, spoken_of);
      if (!telling) why = why.value_or(telling.error());
      const auto visitor = visitor_beside(page, sentence, predicate);
      auto visit = visitor ? visit_beside(page, sentence, predicate, *visitor, telling) : std::nullopt;
      if (visit) {
        visits.push_back(std::move(*visit));
      } else if (telling) {
        (visitor ? others : told).push_back(std::move(*telling));
      }
    }
  }
  for (auto& visit : visits) {
    const auto taken = std::ranges::count_if(told, [&](auto& other) { return take_place_of(visit, other.telling); });
    if (taken == 0 && visit.told) others.push_back(std::move(*visit.told));
  }
  std::ranges::move(others, std::back_inserter(told));
  if (told.empty()) return std::unexpected(why.value_or(NotTaken::one_party));
  // "He had visited it, and took part in": one memory.
  for (std::size_t i = 1; i < told.size(); ++i) {
    const bool goes_on = told[i - 1].recalled && told[i].telling.status == Status::held &&
                         share_somebody(told[i - 1].telling, told[i].telling);
    if (goes_on) told[i].recalled = true;
  }
  return told;
}

}  // namespace recoupe::encounter
