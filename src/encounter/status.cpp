#include "encounter/status.hpp"

#include <algorithm>

#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

struct Clause {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The words around a predicate up to where another clause begins.
Clause clause_of(Sentence const& sentence, Predicate const& predicate) {
  Clause clause{sentence.first, sentence.end};
  for (auto const& cue : sentence.cues) {
    if (cue.cue != Cue::boundary) continue;
    if (cue.end <= predicate.first) clause.first = std::max(clause.first, cue.end);
    if (cue.first >= predicate.end) clause.end = std::min(clause.end, cue.first);
  }
  return clause;
}

bool is_later(TellingDate const& date, time::Anchor published) {
  if (!published) return false;
  const auto days = time::days_of(date.value);
  return days && days->year_known && days->last > std::chrono::sys_days(*published);
}

bool is_earlier(TellingDate const& date, time::Anchor published) {
  if (!published) return false;
  const auto days = time::days_of(date.value);
  return days && days->year_known && days->last < std::chrono::sys_days(*published);
}

// What "in order to meet" comes to is what became of the verb before it.
Told of_the_verb_before(Sentence const& sentence, Predicate const& predicate) {
  // "X to meet Y": a headline.
  const bool headline = !sentence.actors.empty() && sentence.actors.front().first <= sentence.first + 1 &&
                        sentence.actors.front().end == predicate.first;
  Told told = headline ? Told::announced : Told::conditional;
  for (auto const& other : sentence.predicates) {
    if (other.core >= predicate.first) break;
    if (other.told != Told::purpose && !other.is_noun()) told = other.told == Told::open ? Told::held : other.told;
  }
  return told;
}

Told by_words_around(Page const& page, Sentence const& sentence, Predicate const& predicate, TellingDate const& date) {
  const auto clause = clause_of(sentence, predicate);
  const auto has = [&](Cue cue) { return sentence.has_between(cue, clause.first, clause.end); };
  if (sentence.has_between(Cue::conditional, clause.first, predicate.first)) return Told::conditional;
  if (predicate.is_noun()) {
    if (has(Cue::cancelled)) return Told::cancelled;
    if (has(Cue::negation) && !has(Cue::held)) return Told::conditional;
    if (sentence.has_between(Cue::request, clause.first, predicate.first)) return Told::request;
    if (has(Cue::held)) return Told::held;
  }
  if (is_later(date, page.published)) return Told::announced;
  if (has(Cue::announced) && !is_earlier(date, page.published)) return Told::announced;
  return Told::held;
}

}  // namespace

std::expected<ToldStatus, NotTaken> status_of(Page const& page, Sentence const& sentence, Predicate const& predicate,
                                              TellingDate const& date) {
  auto told = predicate.told == Told::purpose ? of_the_verb_before(sentence, predicate) : predicate.told;
  if (told == Told::open) told = by_words_around(page, sentence, predicate, date);
  if (sentence.has_between(Cue::denied, sentence.first, predicate.core)) told = Told::denied;
  if (told == Told::held && sentence.has_between(Cue::conditional, sentence.first, predicate.first) &&
      !sentence.has_between(Cue::boundary, sentence.first, predicate.first))
    told = Told::conditional;
  const auto clause = clause_of(sentence, predicate);
  const bool recalled =
      told == Told::recalled ||
      (told == Told::held && predicate.is_noun() && sentence.has_between(Cue::perfect, clause.first, clause.end)) ||
      (told == Told::held && sentence.has_between(Cue::recalled, clause.first, clause.end) && sentence.index > 0);
  switch (told) {
    case Told::announced:
      return ToldStatus{Status::announced, false};
    case Told::cancelled:
      return ToldStatus{Status::cancelled, false};
    case Told::denied:
      return ToldStatus{Status::denied, false};
    case Told::request:
      return std::unexpected(NotTaken::request);
    case Told::conditional:
      return std::unexpected(NotTaken::conditional);
    case Told::held:
    case Told::open:
    case Told::recalled:
    case Told::purpose:
      return ToldStatus{Status::held, recalled};
  }
  return std::unexpected(NotTaken::conditional);
}

}  // namespace recoupe::encounter
