#include "encounter/titles.hpp"

#include <algorithm>

namespace recoupe::encounter {
namespace {

using name::MentionKind;

bool is_lone_office(Page const& page, Actor const& actor) {
  return actor.mention != name::no_entity && !actor.group &&
         page.names.mentions[actor.mention].kind == MentionKind::office &&
         page.names.mentions[actor.mention].entity == name::no_entity;
}

// A title before the name that is of others: "met the heads of parties X".
bool has_title(Page const& page, Actor const& actor) {
  auto const& office = page.names.mentions[actor.mention].office;
  return office && office->end > page.body.tokens[actor.first].span.begin;
}

bool is_untitled_person(Page const& page, Actor const& actor) {
  if (actor.mention == name::no_entity) return false;
  auto const& mention = page.names.mentions[actor.mention];
  return mention.kind == MentionKind::person && !has_title(page, actor) && mention.entity != name::no_entity;
}

// A person whose office is told elsewhere may have it told again in other words: "the head of the legislature, X".
bool may_hold(Page const& page, Actor const& person, Actor const& office) {
  auto const& mention = page.names.mentions[person.mention];
  const auto head = page.body.tokens[page.body.token_at(page.names.mentions[office.mention].span.begin)].folded;
  bool other = false;
  for (auto const& held : page.names.people[mention.entity].offices) {
    if (mention.office && held.evidence == *mention.office) continue;
    if (page.body.tokens[page.body.token_at(held.evidence.begin)].folded == head) return true;
    other = true;
  }
  return !other;
}

// A word before a surname that nothing else knows.
bool is_given_name(text::Token const& token, Mark const& mark) {
  return token.kind == text::TokenKind::word && mark.cues.none() && !mark.time && !mark.place && !mark.frame &&
         (token.arabic || token.capitalised);
}

// "the president, X", "X, the president": an office and a name side by side are one, where a comma or nothing parts
// them; before a name the office may end in words that nothing knows.
bool is_apposed(Page const& page, Sentence const& sentence, Actor const& left, Actor const& right) {
  constexpr std::size_t most_unknown = 4;
  if (page.words.verb_first && clitic_of(page, sentence, right) == Governor::coordination) return false;
  const bool office_first = is_lone_office(page, left) && is_untitled_person(page, right);
  const bool name_first = is_untitled_person(page, left) && is_lone_office(page, right);
  if (!office_first && !name_first) return false;
  if (!may_hold(page, office_first ? right : left, office_first ? left : right)) return false;
  bool comma = false;
  std::size_t unknown = 0;
  for (auto at = left.end; at < right.first; ++at) {
    auto const& token = page.body.tokens[at];
    auto const& mark = sentence.mark(at);
    if (is_comma(token)) {
      if (comma) return false;
      comma = true;
    } else if (!comma && (token.folded == "(" || token.folded == ")")) {
      continue;
    } else if (comma && office_first && at + 1 == right.first && is_given_name(token, mark)) {
      continue;
    } else if (token.kind != text::TokenKind::word || comma || mark.time || mark.place || mark.is(Cue::coordination) ||
               mark.is(Cue::boundary) || mark.is(Cue::relative) || mark.is(Cue::with) || mark.is(Cue::by) ||
               ++unknown > most_unknown) {
      if (!mark.is(Cue::article)) return false;
    }
  }
  return unknown == 0 || (office_first && comma);
}

void join_offices(Page const& page, Sentence& sentence) {
  auto& actors = sentence.actors;
  for (std::size_t i = 0; i + 1 < actors.size();) {
    if (!is_apposed(page, sentence, actors[i], actors[i + 1])) {
      ++i;
      continue;
    }
    auto& left = actors[i];
    auto const& right = actors[i + 1];
    const bool office_first = is_lone_office(page, left);
    left.title = office_first ? left.mention : right.mention;
    if (office_first) left.mention = right.mention, left.span = right.span;
    left.end = right.end;
    for (auto at = left.first; at < left.end; ++at) sentence.marks[at - sentence.first].actor = true;
    actors.erase(actors.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// "held X, the head of the council, talks with": words between a verb and an office behind a comma are who holds it.
void name_offices(Page const& page, Sentence& sentence) {
  constexpr std::size_t most_words = 4;
  if (!page.words.verb_first) return;
  for (auto& actor : sentence.actors) {
    const bool office = actor.mention != name::no_entity && !actor.group &&
                        page.names.mentions[actor.mention].kind == MentionKind::office;
    if (!office || actor.first <= sentence.first + 2) continue;
    if (page.body.tokens[actor.first - 1].folded != "\u060C") continue;
    const auto end = actor.first - 1;
    auto first = end;
    while (first > sentence.first && end - first <= most_words &&
           is_given_name(page.body.tokens[first - 1], sentence.mark(first - 1)) &&
           !page.words.auxiliaries.longest_at(page.body, first - 1, end, lexicon::Clitics::conjunctions))
      --first;
    const bool behind_verb = first > sentence.first && (sentence.mark(first - 1).frame ||
                                                        page.words.auxiliaries.longest_at(
                                                            page.body, first - 1, end, lexicon::Clitics::conjunctions));
    if (!behind_verb || end - first < 2 || end - first > most_words) continue;
    actor.name = page.body.span_of(first, end);
    for (auto at = first; at < end; ++at) sentence.marks[at - sentence.first].actor = true;
    actor.first = first;
  }
}

// An office of several, by itself or before the first of their names: "the presidents of Peru and Chile".
bool is_office_of_several(Page const& page, Actor const& actor) {
  if (actor.mention == name::no_entity) return false;
  auto const& mention = page.names.mentions[actor.mention];
  if (!mention.office || !mention.members.empty()) return false;
  if (actor.group) return true;
  return mention.of_several && mention.kind == MentionKind::person && mention.country.empty() && has_title(page, actor);
}

// "and" written with the first word of a name.
bool begins_with_a_conjunction(Page const& page, Actor const& actor) {
  constexpr std::string_view wa{"\u0648"};
  auto const& first = page.body.tokens[actor.first];
  return first.folded.starts_with(wa) && page.names.mentions[actor.mention].span.begin > first.span.begin;
}

// Behind the last of those who share an office: names one after the other, the last joined by "and".
std::size_t end_of_names(Page const& page, Sentence const& sentence, std::size_t first) {
  auto const& actors = sentence.actors;
  auto end = first;
  auto at = first;
  while (at < actors.size() && is_untitled_person(page, actors[at]) && actors[at].title == name::no_entity) {
    bool joined = begins_with_a_conjunction(page, actors[at]);
    bool apart = false;
    for (auto token = actors[at - 1].end; token < actors[at].first; ++token) {
      const bool coordination = sentence.mark(token).is(Cue::coordination);
      joined = joined || coordination;
      apart = apart || !(coordination || is_comma(page.body.tokens[token]));
    }
    if (apart) break;
    ++at;
    if (joined) end = at;
  }
  return end;
}

// "the presidents of Peru and Chile, X and Y", "Presidents X and Y": what is said of all of them is said of each, but
// for the country.
void share_offices(Page const& page, Sentence& sentence) {
  auto& actors = sentence.actors;
  for (std::size_t i = 0; i + 1 < actors.size(); ++i) {
    if (!is_office_of_several(page, actors[i])) continue;
    const bool behind_comma = actors[i + 1].first == actors[i].end + 1 && is_comma(page.body.tokens[actors[i].end]);
    if (actors[i].group && !behind_comma) continue;
    const auto end = end_of_names(page, sentence, i + 1);
    if (end < i + (actors[i].group ? 3 : 2)) continue;
    for (auto at = i + 1; at < end; ++at) actors[at].title = actors[i].mention;
    if (!actors[i].group) continue;
    actors[i + 1].first = actors[i].first;
    for (auto token = actors[i].end; token < actors[i + 1].end; ++token)
      sentence.marks[token - sentence.first].actor = true;
    actors.erase(actors.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

void join_titles(Page const& page, Sentence& sentence) {
  join_offices(page, sentence);
  share_offices(page, sentence);
  name_offices(page, sentence);
}

}  // namespace recoupe::encounter
