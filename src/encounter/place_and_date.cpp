#include "encounter/place_and_date.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

bool inside_an_actor(Page const& page, Sentence const& sentence, text::ByteSpan span) {
  return std::ranges::any_of(
      sentence.actors, [&](Actor const& actor) { return page.body.span_of(actor.first, actor.end).contains(span); });
}

// "RABAT - …", "RABAT (…) …": where it was written.
bool in_dateline(Page const& page, Sentence const& sentence, text::ByteSpan place) {
  const auto last = page.body.token_at(place.end - 1);
  if (page.body.token_at(place.begin) > sentence.first + 1 || last + 1 >= sentence.end) return false;
  auto const& next = page.body.tokens[last + 1];
  return next.folded == "(" ||
         ((next.folded == "-" || next.folded == "\u2013" || next.folded == "\u2014") && next.space_before);
}

// What lies between the predicate and another token, as a cost: nearer, behind the verb, and in its clause is better.
std::size_t cost_of(Sentence const& sentence, Predicate const& predicate, std::size_t token) {
  constexpr std::size_t other_clause = 40;
  constexpr std::size_t before_it = 3;
  const bool behind = token >= predicate.first;
  const auto from = behind ? predicate.end : token;
  const auto to = behind ? token : predicate.first;
  std::size_t cost = (to > from ? to - from : 0) + (behind ? 0 : before_it);
  if (sentence.has_between(Cue::boundary, from, to) || sentence.has_between(Cue::relative, from, to))
    cost += other_clause;
  for (auto const& other : sentence.predicates) {
    if (other.core != predicate.core && !other.is_noun() && other.core >= from && other.end <= to) cost += other_clause;
  }
  return cost;
}

// "met Y and will visit Rome next month": when and where of what is to come, not of what was. "The meeting follows the
// visit to Rome": those of what was before.
bool is_of_another(Sentence const& sentence, Predicate const& predicate, std::size_t token) {
  if (token >= predicate.end && sentence.has_between(Cue::follows, predicate.end, token)) return true;
  const bool to_come = predicate.told == Told::announced;
  return std::ranges::any_of(sentence.predicates, [&](Predicate const& other) {
    return !other.is_noun() && other.first >= predicate.end && other.end <= token &&
           (other.told == Told::announced) != to_come;
  });
}

// "X, who arrived on Sunday, met Y": a day or place between another verb behind "who" and the comma that ends its
// clause.
bool is_of_relative_clause(Page const& page, Sentence const& sentence, std::size_t before, std::size_t token) {
  if (token >= before) return false;
  const bool closed = std::ranges::any_of(page.body.tokens.begin() + static_cast<std::ptrdiff_t>(token),
                                          page.body.tokens.begin() + static_cast<std::ptrdiff_t>(before), is_comma);
  return closed && std::ranges::any_of(sentence.predicates, [&](Predicate const& other) {
           return !other.is_noun() && other.end <= token && other.first > sentence.first &&
                  sentence.mark(other.first - 1).is(Cue::relative);
         });
}

// "the palace said on Thursday that …": the day on which something was said, not of what was said.
bool is_of_speech(Sentence const& sentence, Predicate const& predicate, std::size_t token) {
  constexpr std::size_t reach = 5;
  const bool told_before = sentence.has_between(Cue::boundary, token > reach ? token - reach : 0, token);
  if (token < predicate.first)
    return sentence.has_between(Cue::boundary, token, predicate.first) ||
           (told_before && sentence.has_between(Cue::relative, token, predicate.first));
  return sentence.has_between(Cue::boundary, predicate.end, token);
}

bool led_by(Sentence const& sentence, std::size_t token, Cue cue) {
  for (auto at = token; at > sentence.first && at + 3 > token; --at) {
    auto const& mark = sentence.mark(at - 1);
    if (mark.is(cue)) return true;
    if (!mark.is(Cue::article)) return false;
  }
  return false;
}

bool goes_right_there(Sentence const& sentence, Predicate const& predicate, std::size_t token) {
  if (predicate.frame.shape != Shape::visit || token < predicate.end) return false;
  for (auto at = predicate.end; at < token; ++at) {
    if (!sentence.mark(at).is(Cue::article) && !sentence.mark(at).is(Cue::preposition)) return false;
  }
  return true;
}

// "the White House said": a place that stands for those in it.
bool speaks(Page const& page, Sentence const& sentence, name::Mention const& place) {
  const auto end = page.body.token_at(place.whole.end - 1) + 1;
  if (end < sentence.end && (sentence.mark(end).is(Cue::boundary) || sentence.mark(end).is(Cue::denied))) return true;
  auto before = page.body.token_at(place.whole.begin);
  while (before > sentence.first && sentence.mark(before - 1).is(Cue::article)) --before;
  return before > sentence.first && sentence.mark(before - 1).is(Cue::boundary);
}

// "said that Madrid supported", "as Lisbon and Madrid seek": a capital that does something; where it is where somebody
// met, a word of place leads to it, or a comma.
bool acts(Page const& page, Sentence const& sentence, name::Mention const& place) {
  if (page.words.verb_first) return false;
  const auto first = page.body.token_at(place.whole.begin);
  const auto end = page.body.token_at(place.whole.end - 1) + 1;
  if (first == sentence.first || end >= sentence.end) return false;
  auto const& before = sentence.mark(first - 1);
  const bool opens_a_clause = before.is(Cue::relative) || before.is(Cue::coordination);
  auto const& behind = sentence.mark(end);
  return opens_a_clause && page.body.tokens[end].kind == text::TokenKind::word && !behind.time && !behind.actor &&
         (behind.cues.none() || behind.is(Cue::perfect));
}

// "China's president": a place that owns what follows.
bool owns(Page const& page, Sentence const& sentence, name::Mention const& place) {
  const auto end = page.body.token_at(place.whole.end - 1) + 1;
  return end < sentence.end && sentence.mark(end).is(Cue::owner) && !page.body.tokens[end].space_before;
}

// "Royal Palace": a venue that no list of places knows is left to venue_of; so is a town that is called the same as its
// noun, where names have no capitals.
bool only_a_venue(Page const& page, Sentence const& sentence, std::size_t token, name::Place const& place) {
  return sentence.mark(token).is(Cue::venue) &&
         (place.concept_id.empty() || (page.words.verb_first && !place.is_venue));
}

// Right behind somebody, a time or the predicate: "the hotel in Singapore" is another place.
bool is_beside(Page const& page, Sentence const& sentence, Predicate const& predicate, std::size_t token) {
  for (auto at = token; at > sentence.first; --at) {
    auto const& mark = sentence.mark(at - 1);
    if (mark.actor || mark.time || mark.place || (at - 1 >= predicate.first && at - 1 < predicate.end)) return true;
    if (!is_comma(page.body.tokens[at - 1]) && !mark.is(Cue::place) && !mark.is(Cue::article) && !mark.is(Cue::adverb))
      return false;
  }
  return false;
}

// "in Chile", where the preposition is written on the name.
bool is_in(Page const& page, name::Mention const& place) {
  constexpr std::string_view bi{"\u0628"};
  auto const& first = page.body.tokens[page.body.token_at(place.span.begin)];
  return page.words.verb_first && first.span.begin + bi.size() == place.span.begin && first.folded.starts_with(bi);
}

// "met in Singapore": behind a preposition of its own; "the relations of Singapore" say nothing.
bool stands_in(Page const& page, Sentence const& sentence, Predicate const& predicate, name::Mention const& place) {
  const auto token = page.body.token_at(place.span.begin);
  const bool led = led_by(sentence, token, Cue::place) && !led_by(sentence, token, Cue::genitive);
  return (led || is_in(page, place)) && is_beside(page, sentence, predicate, token);
}

// A continent or sea of many states: where somebody goes, not where people meet.
bool is_beyond_states(name::Place const& place) { return place.is_region && place.country.empty(); }
bool is_wide(name::Place const& place) { return place.is_country || is_beyond_states(place); }

std::optional<std::size_t> nearest_place(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t not_led = 8;
  constexpr std::size_t owned = 30;
  constexpr std::size_t a_country = 20;
  constexpr std::size_t farthest_of_a_visit = 30;
  const bool visit = predicate.frame.kind == Kind::visit;
  std::optional<std::size_t> best;
  std::size_t least = 0;
  for (auto index : sentence.places) {
    auto const& mention = page.names.mentions[index];
    auto const& place = page.names.places[mention.entity];
    if (in_dateline(page, sentence, mention.span) || inside_an_actor(page, sentence, mention.span)) continue;
    const bool wide = is_wide(place);
    if (is_beyond_states(place) && !visit) continue;
    if (wide && !visit && !stands_in(page, sentence, predicate, mention)) continue;
    if (speaks(page, sentence, mention) || owns(page, sentence, mention)) continue;
    if (!wide && acts(page, sentence, mention)) continue;
    const auto token = page.body.token_at(mention.span.begin);
    if (only_a_venue(page, sentence, token, place) || is_of_another(sentence, predicate, token)) continue;
    const bool clitic = page.body.tokens[token].span.begin < mention.span.begin;
    auto cost = cost_of(sentence, predicate, token);
    if (led_by(sentence, token, Cue::genitive))
      cost += visit ? not_led : owned;
    else if (!clitic && !led_by(sentence, token, Cue::preposition))
      cost += not_led;
    if (visit && cost > farthest_of_a_visit) continue;
    if (wide && !goes_right_there(sentence, predicate, token)) cost += a_country;
    if (!best || cost < least) best = index, least = cost;
  }
  return best;
}

// A name that begins with the noun of a venue: "palais de Bruxelles".
std::optional<std::size_t> end_of_named_venue(Page const& page, Sentence const& sentence, std::size_t first,
                                              std::size_t noun_end) {
  for (auto index : sentence.places) {
    auto const& mention = page.names.mentions[index];
    const auto end = page.body.token_at(mention.span.end - 1) + 1;
    if (page.body.token_at(mention.span.begin) == first && end > noun_end) return end;
  }
  return std::nullopt;
}

// The bytes of a preposition that is written on the noun of a venue.
std::size_t preposition_on(Page const& page, Sentence const& sentence, std::size_t token) {
  auto const& written = page.body.tokens[token];
  const auto hit = page.words.cues.longest_at(page.body, token, sentence.end, lexicon::Clitics::all);
  const bool as_folded = page.body.slice(written.span).size() == written.folded.size();
  return hit && as_folded && page.words.verb_first ? hit->clitics : 0;
}

// "in his office", "at the palace of …": a noun for a venue behind a word of place, with what belongs to it.
std::optional<text::ByteSpan> venue_of(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t most_words = 6;
  std::optional<text::ByteSpan> best;
  std::size_t least = 0;
  std::size_t noun = 0;
  for (auto const& cue : sentence.cues) {
    if (cue.cue != Cue::venue || sentence.mark(cue.first).actor) continue;
    if (!sentence.mark(cue.first).is(Cue::preposition) && !led_by(sentence, cue.first, Cue::preposition)) continue;
    const auto named = end_of_named_venue(page, sentence, cue.first, cue.end);
    auto end = named.value_or(cue.end);
    while (!named && end < sentence.end && end < cue.end + most_words &&
           page.body.tokens[end].kind == text::TokenKind::word && !sentence.mark(end).time &&
           !sentence.mark(end).actor && !sentence.mark(end).is(Cue::boundary) && !sentence.mark(end).is(Cue::with) &&
           !sentence.mark(end).is(Cue::by) && !sentence.mark(end).is(Cue::relative) &&
           (!sentence.mark(end).is(Cue::preposition) || sentence.mark(end).is(Cue::genitive)))
      ++end;
    const auto cost = cost_of(sentence, predicate, cue.first);
    if (!best || cost < least) best = page.body.span_of(cue.first, end), least = cost, noun = cue.first;
  }
  if (best) best->begin += preposition_on(page, sentence, noun);
  return best;
}

// Where a visit goes to a place that no list knows: the words behind its preposition, as they stand.
std::optional<text::ByteSpan> unknown_place(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t reach = 6;
  constexpr std::size_t most_words = 3;
  const auto named = [&](std::size_t at) {
    auto const& token = page.body.tokens[at];
    return token.kind == text::TokenKind::word && !sentence.mark(at).actor && !sentence.mark(at).time &&
           (token.capitalised || token.arabic);
  };
  for (auto at = predicate.end; at < sentence.end && at < predicate.end + reach; ++at) {
    if (!named(at)) continue;
    const bool led = at == predicate.end
                         ? predicate.frame.shape == Shape::visit
                         : sentence.mark(at - 1).is(Cue::preposition) && !sentence.mark(at - 1).is(Cue::genitive) &&
                               !sentence.mark(at - 1).is(Cue::by) && !sentence.mark(at - 1).is(Cue::with);
    if (!led) {
      if (page.body.tokens[at].capitalised) return std::nullopt;
      continue;
    }
    auto end = at + 1;
    while (page.body.tokens[at].capitalised && end < sentence.end && end < at + most_words && named(end)) ++end;
    return page.body.span_of(at, end);
  }
  return std::nullopt;
}

// "arrived in Xanadu": an unknown name where the place of a visit stands.
std::optional<text::ByteSpan> place_right_behind(Page const& page, Sentence const& sentence,
                                                 Predicate const& predicate) {
  if (predicate.frame.shape != Shape::visit || predicate.end >= sentence.end) return std::nullopt;
  auto const& mark = sentence.mark(predicate.end);
  if (!page.body.tokens[predicate.end].capitalised || mark.place || mark.time || mark.actor) return std::nullopt;
  return unknown_place(page, sentence, predicate);
}

// "the eve of the vote": a day that something else dates, not the report.
bool is_of_an_event(Page const& page, Sentence const& sentence, time::TimeExpression const& time) {
  const auto end = page.body.token_at(time.span.end - 1) + 1;
  return time.basis == time::Basis::anchor && time::day_of(time.value) && end < sentence.end &&
         sentence.mark(end).is(Cue::genitive) && !sentence.mark(end).is(Cue::article);
}

// "X, a trader in Lund, said": where somebody is from, between commas behind the name.
bool describes_somebody(Page const& page, Sentence const& sentence, std::size_t token) {
  const auto is_plain = [&](std::size_t at) {
    auto const& mark = sentence.mark(at);
    return page.body.tokens[at].kind == text::TokenKind::word && mark.cues.none() && !mark.time && !mark.place &&
           !mark.actor && !mark.frame;
  };
  auto at = token;
  while (at > sentence.first && !is_comma(page.body.tokens[at - 1])) --at;
  if (at < sentence.first + 2 || !sentence.mark(at - 2).actor) return false;
  auto noun = at;
  while (noun < token && sentence.mark(noun).is(Cue::article)) ++noun;
  return noun < token && is_plain(noun) && !sentence.has_between(Cue::boundary, at, token);
}

TellingPlace told_of(Page const& page, std::size_t place_mention) {
  auto const& mention = page.names.mentions[place_mention];
  auto const& place = page.names.places[mention.entity];
  return {.name = place.name,
          .venue = place.is_venue ? place.name : std::string(),
          .concept_id = place.concept_id,
          .country = place.country,
          .latitude = place.latitude,
          .longitude = place.longitude,
          .evidence = mention.span};
}

}  // namespace

TellingPlace place_of(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  TellingPlace told;
  if (const auto unknown = place_right_behind(page, sentence, predicate)) {
    told.name = page.body.slice(*unknown);
    told.evidence = *unknown;
    return told;
  }
  if (const auto chosen = nearest_place(page, sentence, predicate)) told = told_of(page, *chosen);
  if (const auto venue = venue_of(page, sentence, predicate); venue && told.venue.empty()) {
    told.venue = page.body.slice(*venue);
    if (!told.evidence) told.evidence = *venue;
  }
  if (predicate.frame.kind == Kind::visit && !told.evidence) {
    if (const auto unknown = unknown_place(page, sentence, predicate)) {
      told.name = page.body.slice(*unknown);
      told.evidence = *unknown;
    }
  }
  return told;
}

TellingDate date_of(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t no_day = 25;  // a month or year alone only where no day is told
  std::optional<std::size_t> best;
  std::size_t least = 0;
  for (auto index : sentence.times) {
    auto const& time = page.times[index];
    if (time.type == time::TimeType::duration || time.type == time::TimeType::set) continue;
    if (time.value.empty() && !time.relative) continue;
    if (is_of_an_event(page, sentence, time)) continue;
    if (inside_an_actor(page, sentence, time.span)) continue;
    const auto token = page.body.token_at(time.span.begin);
    if (is_of_speech(sentence, predicate, token) || is_of_another(sentence, predicate, token)) continue;
    if (is_of_relative_clause(page, sentence, predicate.first, token)) continue;
    auto cost = cost_of(sentence, predicate, token);
    if (time.value.size() < 10 && !time.relative) cost += no_day;
    if (!best || cost < least) best = index, least = cost;
  }
  if (!best) return {};
  auto const& time = page.times[*best];
  return {.value = time.value, .basis = time.basis, .relative = time.relative, .evidence = time.span};
}

TellingDate year_before(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t reach = 3;
  for (auto at = predicate.first; predicate.is_noun() && at > sentence.first && at + reach > predicate.first; --at) {
    auto const& token = page.body.tokens[at - 1];
    const bool four = token.folded.size() == 4 && (token.folded.starts_with("19") || token.folded.starts_with("20"));
    if (!four || !std::ranges::all_of(token.folded, [](char c) { return c >= '0' && c <= '9'; })) continue;
    return {.value = token.folded, .basis = time::Basis::written, .relative = {}, .evidence = token.span};
  }
  return {};
}

TellingPlace place_of_lead(Page const& page, Sentence const& sentence) {
  for (auto index : sentence.places) {
    auto const& mention = page.names.mentions[index];
    auto const& place = page.names.places[mention.entity];
    const auto token = page.body.token_at(mention.span.begin);
    const bool clitic = page.body.tokens[token].span.begin < mention.span.begin;
    const bool there = (clitic || led_by(sentence, token, Cue::preposition)) && !led_by(sentence, token, Cue::genitive);
    if (is_wide(place) || !there || inside_an_actor(page, sentence, mention.span)) continue;
    if (in_dateline(page, sentence, mention.span) || describes_somebody(page, sentence, token)) continue;
    return told_of(page, index);
  }
  return {};
}

TellingPlace only_venue_of(Page const& page) {
  std::optional<std::size_t> only;
  for (std::size_t s = 0; s < page.body.sentences.size(); ++s) {
    const auto sentence = sentence_of(page, s);
    if (sentence.has(Cue::archive)) continue;
    for (auto index : sentence.places) {
      auto const& mention = page.names.mentions[index];
      auto const& place = page.names.places[mention.entity];
      const auto token = page.body.token_at(mention.span.begin);
      if (!place.is_venue || place.concept_id.empty() || !led_by(sentence, token, Cue::place)) continue;
      if (only && page.names.mentions[*only].entity != mention.entity) return {};
      only = only.value_or(index);
    }
  }
  return only ? told_of(page, *only) : TellingPlace{};
}

TellingDate date_of_lead(Page const& page, Sentence const& sentence) {
  for (auto index : sentence.times) {
    auto const& time = page.times[index];
    if (time.type == time::TimeType::duration || time.type == time::TimeType::set) continue;
    if (!time::day_of(time.value) && !time.relative) continue;
    if (inside_an_actor(page, sentence, time.span)) continue;
    if (!page.words.verb_first &&
        is_of_relative_clause(page, sentence, sentence.end, page.body.token_at(time.span.begin)))
      continue;
    return {.value = time.value, .basis = time.basis, .relative = time.relative, .evidence = time.span};
  }
  return {};
}

TellingDate in_tense(TellingDate date, Status status, time::Anchor published) {
  using std::chrono::days;
  if (!published || date.basis != time::Basis::anchor) return date;
  const auto told = time::days_of(date.value);
  if (!told || !told->year_known) return date;
  const auto today = std::chrono::sys_days(*published);
  const bool to_come = status == Status::announced;
  const bool passed = status == Status::held;
  constexpr days week{7};
  if (const auto day = time::day_of(date.value)) {
    // Only what a weekday alone may have meant: six days to either side.
    if (to_come && told->first < today && told->first + week > today)
      date.value = time::to_edtf(std::chrono::sys_days(*day) + week);
    if (passed && told->first > today && told->first - week < today)
      date.value = time::to_edtf(std::chrono::sys_days(*day) - week);
    return date;
  }
  constexpr std::size_t year_and_month = 7;
  if (passed && told->first > today && date.value.size() == year_and_month) {
    const std::chrono::year_month_day first(told->first);
    date.value = time::to_edtf(first - std::chrono::years{1}).substr(0, year_and_month);
  }
  return date;
}

}  // namespace recoupe::encounter
