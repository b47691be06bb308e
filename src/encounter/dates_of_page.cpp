#include "encounter/dates_of_page.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "encounter/place_and_date.hpp"
#include "encounter/same_occasion.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// More than a page of news has: every undated telling reads them again.
constexpr std::size_t most_sentences = 120;
constexpr std::size_t most_undated = 20;
constexpr std::size_t longest_sentence = 400;  // tokens: more is a list

// A date that agrees with all those told before; none where one did not.
class Agreed {
 public:
  void add(TellingDate const& date) {
    if (date.value.empty()) return;
    if (!date_.value.empty() && !time::compatible(date_.value, date.value)) differs_ = true;
    const bool better = date_.value.empty() || (!time::is_exact(date_.value) && time::is_exact(date.value));
    if (better) date_ = date;
  }
  TellingDate take() const { return differs_ ? TellingDate{} : date_; }

 private:
  TellingDate date_;
  bool differs_ = false;
};

// What was held does not lie ahead, what was announced not behind.
bool agrees_with_status(TellingDate const& date, Status status, time::Anchor published) {
  const auto told = time::days_of(date.value);
  if (!told || !told->year_known || !published) return true;
  if (status == Status::held) return told->first <= sys_days(*published);
  if (status == Status::announced) return told->last >= sys_days(*published);
  return true;
}

bool is_named_person(Participant const& participant) { return participant.person != name::no_entity; }

bool names(Page const& page, Sentence const& sentence, Participant const& participant) {
  if (!is_named_person(participant)) return false;
  const auto is_he = [&](Actor const& actor) {
    return actor.mention != name::no_entity && page.names.mentions[actor.mention].kind != name::MentionKind::group &&
           page.names.mentions[actor.mention].entity == participant.person;
  };
  return std::ranges::any_of(sentence.actors, is_he);
}

bool heads_a_state(Page const& page, Participant const& participant) {
  if (std::ranges::binary_search(page.heads, participant.person)) return true;
  if (!participant.office_evidence) return false;
  const auto end = page.body.token_at(participant.office_evidence->end - 1) + 1;
  for (auto at = page.body.token_at(participant.office_evidence->begin); at < end; ++at) {
    if (page.words.state_heads.longest_at(page.body, at, end, lexicon::Clitics::all)) return true;
  }
  return false;
}

// As the subject of the whole sentence: at its beginning, or behind a comma.
bool opens_a_clause(Page const& page, Sentence const& sentence, std::size_t token) {
  while (token > sentence.first && sentence.mark(token - 1).is(Cue::article)) --token;
  return token == sentence.first || is_comma(page.body.tokens[token - 1]);
}

// "North Korea pledged": a state for who is at its head.
bool names_country_of(Page const& page, Sentence const& sentence, Participant const& participant) {
  if (participant.country.empty() || !heads_a_state(page, participant)) return false;
  return std::ranges::any_of(sentence.places, [&](std::size_t place) {
    auto const& mention = page.names.mentions[place];
    auto const& known = page.names.places[mention.entity];
    return known.is_country && known.country == participant.country &&
           opens_a_clause(page, sentence, page.body.token_at(mention.span.begin));
  });
}

bool tells_nothing(Sentence const& sentence) { return sentence.has(Cue::archive) || sentence.has(Cue::sport); }

// Whether a telling has its evidence in a sentence.
bool is_told_in(SentenceTelling const& one, Sentence const& sentence) {
  return std::ranges::find(one.telling.evidence, sentence.span) != one.telling.evidence.end();
}

bool is_day(TellingDate const& date) { return time::day_of(date.value).has_value(); }

// By his name: an office alone may be somebody else's.
bool says_name_of(Page const& page, Sentence const& sentence, Participant const& participant) {
  return is_named_person(participant) && std::ranges::any_of(sentence.actors, [&](Actor const& actor) {
           if (actor.mention == name::no_entity) return false;
           auto const& mention = page.names.mentions[actor.mention];
           return mention.kind == name::MentionKind::person && mention.entity == participant.person;
         });
}

// Whether a sentence names nobody, and no group, but those who took part.
bool names_nobody_else(Page const& page, Sentence const& sentence, Telling const& telling) {
  return std::ranges::all_of(sentence.actors, [&](Actor const& actor) {
    if (actor.group || actor.mention == name::no_entity) return false;
    auto const& mention = page.names.mentions[actor.mention];
    return mention.kind != name::MentionKind::group && mention.entity != name::no_entity &&
           std::ranges::find(telling.participants, mention.entity, &Participant::person) != telling.participants.end();
  });
}

// Whether a predicate may tell the encounter again: of two of them, or of one with somebody whom it does not name.
bool may_tell_again(Page const& page, Sentence const& sentence, Predicate const& predicate, Telling const& telling) {
  const auto is_named = [&](Participant const& one) { return says_name_of(page, sentence, one); };
  const auto told_of = std::ranges::count_if(telling.participants, [&](Participant const& one) {
    return is_named(one) || names_country_of(page, sentence, one);
  });
  if (std::ranges::none_of(telling.participants, is_named) ||
      sentence.has_between(Cue::conditional, sentence.first, predicate.first))
    return false;
  if (told_of >= 2) return true;
  const bool his =
      predicate.is_noun() && predicate.core > sentence.first && sentence.mark(predicate.core - 1).is(Cue::possessive);
  const bool meets = !predicate.is_noun() && predicate.frame.kind != Kind::visit;
  return (his || meets) && names_nobody_else(page, sentence, telling);
}

// When a sentence tells the encounter again.
TellingDate date_in(Page const& page, Sentence const& sentence, Telling const& telling) {
  for (auto const& predicate : sentence.predicates) {
    if (predicate.told == Told::recalled || !may_tell_again(page, sentence, predicate, telling)) continue;
    auto date = date_of(page, sentence, predicate);
    if (date.value.empty()) continue;
    date = in_tense(std::move(date), telling.status, page.published);
    if (agrees_with_status(date, telling.status, page.published)) return date;
  }
  return {};
}

bool tells_another(std::vector<SentenceTelling> const& told, SentenceTelling const& one, Sentence const& sentence) {
  return std::ranges::any_of(
      told, [&](SentenceTelling const& other) { return &other != &one && is_told_in(other, sentence); });
}

std::vector<Sentence> sentences_of(Page const& page) {
  std::vector<Sentence> sentences;
  for (std::size_t s = 0; s < std::min(page.body.sentences.size(), most_sentences); ++s) {
    auto const& sentence = page.body.sentences[s];
    if (sentence.end_token - sentence.first_token <= longest_sentence) sentences.push_back(sentence_of(page, s));
  }
  return sentences;
}

bool any_undated(std::vector<SentenceTelling> const& told) {
  return std::ranges::any_of(told, [](SentenceTelling const& one) { return is_undated(one.telling); });
}

// Whether somebody who took part is a guest in the other encounter, at a place that it tells.
bool is_visit_of_one(Telling const& other, Telling const& telling) {
  if (other.place.name.empty()) return false;
  return std::ranges::any_of(other.participants, [&](Participant const& guest) {
    return guest.role == ParticipantRole::guest && is_named_person(guest) &&
           std::ranges::find(telling.participants, guest.person, &Participant::person) != telling.participants.end();
  });
}

// The day on which the page has somebody who took part as a guest, where it tells of only one.
TellingDate day_of_visit(Page const& page, std::vector<SentenceTelling> const& told, SentenceTelling const& one) {
  Agreed agreed;
  const bool called_off = one.telling.status == Status::cancelled || one.telling.status == Status::denied;
  for (auto const& other : told) {
    if (&other == &one || other.recalled || !time::is_exact(other.telling.date.value)) continue;
    const auto wanted = called_off ? Status::held : one.telling.status;
    if (other.telling.status == wanted && is_visit_of_one(other.telling, one.telling)) agreed.add(other.telling.date);
  }
  const auto date = agreed.take();
  return agrees_with_status(date, one.telling.status, page.published) ? date : TellingDate{};
}

bool has_visit(Sentence const& sentence) {
  return std::ranges::any_of(sentence.predicates,
                             [](Predicate const& predicate) { return predicate.frame.kind == Kind::visit; });
}

// Of what was held, the days before the report; of what will be, those behind it on which somebody comes.
bool may_be_day_of(Sentence const& sentence, sys_days day, Status status, sys_days published) {
  constexpr days recent{7};
  if (status == Status::announced) return day > published && has_visit(sentence);
  return day <= published && day + recent >= published;
}

// The day of what somebody who took part said or did, where the page has no other of him.
TellingDate only_day_of_his(Page const& page, std::vector<Sentence> const& sentences,
                            std::vector<SentenceTelling> const& told, SentenceTelling const& one) {
  const bool to_come = one.telling.status == Status::announced;
  Agreed agreed;
  for (auto const& sentence : sentences) {
    if (tells_nothing(sentence) || tells_another(told, one, sentence)) continue;
    if (named_in(page, sentence, one.telling) == 0) continue;
    for (auto index : sentence.times) {
      auto const& time = page.times[index];
      const auto day = time::day_of(time.value);
      if (!day) continue;
      if (may_be_day_of(sentence, sys_days(*day), one.telling.status, sys_days(*page.published)))
        agreed.add({.value = time.value, .basis = time.basis, .relative = {}, .evidence = time.span});
      else if (!to_come)
        return {};
    }
  }
  return agreed.take();
}

}  // namespace

bool is_undated(Telling const& telling) { return telling.date.value.empty() && !telling.date.relative; }

std::size_t named_in(Page const& page, Sentence const& sentence, Telling const& telling) {
  return static_cast<std::size_t>(std::ranges::count_if(
      telling.participants, [&](Participant const& participant) { return names(page, sentence, participant); }));
}

void date_by_sentences_that_tell_it_again(Page const& page, std::vector<SentenceTelling>& told) {
  if (!any_undated(told)) return;
  const auto sentences = sentences_of(page);
  std::size_t undated = 0;
  for (auto& one : told) {
    auto& telling = one.telling;
    if (!is_undated(telling) || ++undated > most_undated) continue;
    Agreed agreed;
    for (auto const& sentence : sentences) {
      if (sentence.times.empty() || tells_nothing(sentence) || tells_another(told, one, sentence)) continue;
      const bool remembers = sentence.has(Cue::recalled) || sentence.has(Cue::perfect);
      if (remembers && !one.recalled) continue;
      const auto date = date_in(page, sentence, telling);
      // Of a memory only that it was about then.
      if (!one.recalled || !is_day(date)) agreed.add(date);
    }
    telling.date = agreed.take();
  }
}

void date_by_the_only_day(Page const& page, std::vector<SentenceTelling>& told) {
  if (!any_undated(told)) return;
  const auto sentences = sentences_of(page);
  std::size_t undated = 0;
  for (auto& one : told) {
    auto& telling = one.telling;
    if (one.recalled || !is_undated(telling) || ++undated > most_undated) continue;
    telling.date = day_of_visit(page, told, one);
    const bool open = telling.status == Status::held || telling.status == Status::announced;
    if (is_undated(telling) && open && page.published) telling.date = only_day_of_his(page, sentences, told, one);
    one.only_day = !is_undated(telling);
  }
}

TellingDate date_of_same(Page const& page, Sentence const& sentence) {
  for (auto const& same : sentence.cues) {
    if (same.cue != Cue::same) continue;
    for (auto index : sentence.times) {
      auto const& time = page.times[index];
      const auto token = page.body.token_at(time.span.begin);
      if (time.value.empty() || time.type == time::TimeType::duration || time.type == time::TimeType::set) continue;
      // Verb and noun in one cue, where the verb comes first: "took place the meeting" and its day.
      const bool beside = page.words.verb_first && same.end > same.first + 1 && token <= same.end + 1;
      const bool of_it = beside || sentence.has_between(Cue::held, same.end, token) ||
                         sentence.has_between(Cue::announced, same.end, token);
      if (token < same.end || !of_it || sentence.has_between(Cue::boundary, same.end, token)) continue;
      return {.value = time.value, .basis = time.basis, .relative = {}, .evidence = time.span};
    }
  }
  return {};
}

}  // namespace recoupe::encounter
