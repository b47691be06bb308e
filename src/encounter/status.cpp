#include "encounter/status.hpp"

#include <algorithm>

#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

struct Clause {
  std::size_t first = 0;
  std::size_t end = 0;
};

// "the meeting with X, which was planned for Monday, is put off": what is said of a noun between two commas. Where the
// comma stands that closes it; `opening` where none does.
std::size_t end_of_aside(Page const& page, Sentence const& sentence, std::size_t opening) {
  const bool aside = sentence.mark(opening).is(Cue::relative) && is_comma(page.body.tokens[opening - 1]);
  for (auto at = opening; aside && at < sentence.end; ++at) {
    if (is_comma(page.body.tokens[at])) return at;
  }
  return opening;
}

// The words around a predicate up to where another clause begins.
Clause clause_of(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  Clause clause{sentence.first, sentence.end};
  std::size_t aside = 0;  // ends there
  for (auto const& cue : sentence.cues) {
    if (cue.cue != Cue::boundary) continue;
    if (cue.end <= predicate.first) clause.first = std::max(clause.first, cue.end);
    if (cue.first < predicate.end || cue.first < aside) continue;
    if (predicate.is_noun()) aside = end_of_aside(page, sentence, cue.first);
    if (cue.first >= aside) clause.end = std::min(clause.end, cue.first);
  }
  return clause;
}

bool is_later(TellingDate const& date, time::Anchor published) {
  if (!published) return false;
  const auto days = time::days_of(date.value);
  return days && days->year_known && days->last > std::chrono::sys_days(*published);
}

// A visit that began is held, though it goes on.
bool has_begun(TellingDate const& date, time::Anchor published) {
  if (!published) return false;
  const auto days = time::days_of(date.value);
  return days && days->year_known && days->first <= std::chrono::sys_days(*published);
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
    const bool light_verb = other.is_noun() && other.governed && other.told == Told::held;  // "made a visit to meet"
    if (other.told != Told::purpose && (!other.is_noun() || light_verb))
      told = other.told == Told::open ? Told::held : other.told;
  }
  return told;
}

// A word of plans that belongs to the predicate: near it, and no comma between.
bool is_announced_beside(Page const& page, Sentence const& sentence, Predicate const& predicate, Clause const& clause) {
  constexpr std::size_t near = 2;
  constexpr std::size_t farthest = 40;
  const auto comma_between = [&](std::size_t from, std::size_t to) {
    for (auto at = from; at < to; ++at) {
      if (is_comma(page.body.tokens[at])) return true;
    }
    return false;
  };
  return std::ranges::any_of(sentence.cues, [&](CueHit const& hit) {
    if (hit.cue != Cue::announced || hit.first < clause.first || hit.end > clause.end) return false;
    const auto from = hit.first >= predicate.end ? predicate.end : hit.end;
    const auto to = hit.first >= predicate.end ? hit.first : predicate.first;
    return to <= from + near || (to <= from + farthest && !comma_between(from, to));
  });
}

Told by_words_around(Page const& page, Sentence const& sentence, Predicate const& predicate, TellingDate const& date) {
  const auto clause = clause_of(page, sentence, predicate);
  const auto has = [&](Cue cue) { return sentence.has_between(cue, clause.first, clause.end); };
  if (sentence.has_between(Cue::conditional, clause.first, predicate.first)) return Told::conditional;
  if (predicate.is_noun()) {
    if (has(Cue::cancelled)) return Told::cancelled;
    if (has(Cue::negation) && !has(Cue::held)) return Told::conditional;
    if (sentence.has_between(Cue::request, clause.first, predicate.first)) return Told::request;
    if (has(Cue::held)) return Told::held;
  }
  const bool going_on =
      predicate.frame.kind == Kind::visit && has_begun(date, page.published) && time::is_exact(date.value);
  if (is_later(date, page.published) && !going_on) return Told::announced;
  // "received by": what was done to somebody lies behind.
  if (predicate.frame.mood == Mood::participle && !predicate.governed) return Told::held;
  if (is_announced_beside(page, sentence, predicate, clause) && !is_earlier(date, page.published) && !going_on)
    return Told::announced;
  return Told::held;
}

// "said that he had met": earlier than the saying, not than the news.
bool is_reported(Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t farthest = 40;
  for (auto at = predicate.first; at > sentence.first && at + farthest > predicate.first; --at) {
    if (!sentence.mark(at - 1).is(Cue::relative)) continue;
    constexpr std::size_t reach = 3;
    return sentence.has_between(Cue::boundary, at - 1 > reach ? at - 1 - reach : 0, at - 1);
  }
  return false;
}

// "was X visited": had visited, where the verb comes first and its subject stands before the second one.
bool is_pluperfect(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  if (!page.words.verb_first || predicate.frame.mood != Mood::past) return false;
  for (auto at = predicate.first; at > sentence.first; --at) {
    auto const& mark = sentence.mark(at - 1);
    if (mark.is(Cue::perfect)) return true;
    if (!mark.actor && !mark.is(Cue::adverb)) return false;
  }
  return false;
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
  const auto clause = clause_of(page, sentence, predicate);
  constexpr std::size_t reach = 25;
  const bool unless = told == Told::cancelled && predicate.told == Told::cancelled && !predicate.is_noun() &&
                      sentence.has_between(Cue::conditional, predicate.end, predicate.end + reach);
  if (unless) return std::unexpected(NotTaken::conditional);
  const bool recalled =
      (told == Told::recalled && !is_reported(sentence, predicate)) ||
      (told == Told::held && is_pluperfect(page, sentence, predicate)) ||
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
