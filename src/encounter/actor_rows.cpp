#include "encounter/actor_rows.hpp"

#include <algorithm>

namespace recoupe::encounter {

Gap gap_of(Page const& page, Sentence const& sentence, std::size_t from, std::size_t to) {
  Gap gap;
  for (auto at = from; at < to; ++at) {
    auto const& mark = sentence.mark(at);
    auto const& token = page.body.tokens[at];
    if (mark.time || mark.place || mark.is(Cue::venue) || mark.is(Cue::quantity) || is_quotation_mark(token)) continue;
    if (mark.is(Cue::coordination) || mark.is(Cue::led)) {
      gap.coordination = true;
    } else if (is_comma(token)) {
      gap.comma = true;
    } else if (gap.coordination && at > from && sentence.mark(at - 1).is(Cue::coordination) &&
               (mark.is(Cue::by) || mark.is(Cue::with))) {
      continue;  // "by X and by Y"
    } else if (mark.is(Cue::boundary) || mark.is(Cue::relative) || mark.is(Cue::presence) || mark.is(Cue::with) ||
               (mark.is(Cue::preposition) && !mark.is(Cue::genitive))) {
      gap.broken = true;
    } else if (token.folded == "(" || token.folded == ")" || mark.is(Cue::article)) {
      continue;
    } else if (token.kind == text::TokenKind::punctuation) {
      gap.broken = true;
    } else {
      ++gap.plain;
    }
  }
  return gap;
}

bool is_apposition(Page const& page, Actor const& left, Actor const& right, Gap const& gap) {
  if (gap.coordination || right.governor == Governor::coordination || right.mention == name::no_entity ||
      left.mention == name::no_entity)
    return false;
  auto const& mention = page.names.mentions[right.mention];
  return mention.kind == name::MentionKind::office &&
         page.names.mentions[left.mention].kind == name::MentionKind::person;
}

namespace {

// "a delegation from the parliament headed by X"
bool leads_the_group(Page const& page, Sentence const& sentence, Actor const& group, Actor const& leader) {
  if (!group.group || !sentence.has_between(Cue::led, group.end, leader.first)) return false;
  for (auto at = group.end; at < leader.first; ++at) {
    if (page.body.tokens[at].kind != text::TokenKind::word || sentence.mark(at).is(Cue::boundary)) return false;
  }
  return true;
}

// "met X, Y told reporters": behind a comma, a name with a word of no other use right behind it begins a clause.
bool says_something_else(Page const& page, Sentence const& sentence, Actor const& actor) {
  if (actor.end >= sentence.end || page.body.tokens[actor.end].kind != text::TokenKind::word) return false;
  auto const& mark = sentence.mark(actor.end);
  return mark.cues.none() && !mark.time && !mark.place && !mark.actor;
}

}  // namespace

std::vector<Actor> row_of(Page const& page, Sentence const& sentence, std::size_t at, bool juxtaposed) {
  constexpr std::size_t most_plain = 4;
  auto const& actors = sentence.actors;
  std::vector<Actor> row{actors[at]};
  auto last = at;
  for (auto next = at + 1; next < actors.size() && row.size() < most_in_a_row; ++next) {
    auto gap = gap_of(page, sentence, actors[last].end, actors[next].first);
    if (leads_the_group(page, sentence, actors[last], actors[next])) gap = {.coordination = true};
    if (gap.broken || gap.plain > most_plain) break;
    const bool joined = gap.coordination || actors[next].governor == Governor::coordination;
    if (page.words.verb_first && !joined && !juxtaposed) break;
    if (!gap.comma && !gap.coordination && actors[next].governor != Governor::coordination && !page.words.verb_first)
      break;
    if (actors[next].governor == Governor::genitive || actors[next].governor == Governor::preposition) break;
    const bool verb = std::ranges::any_of(sentence.predicates, [&](Predicate const& other) {
      return !other.is_noun() && other.first >= actors[last].end && other.end <= actors[next].first;
    });
    if (verb) break;
    // A comma alone and then a verb of its own: the next clause has begun.
    const bool subject_of_next = std::ranges::any_of(sentence.predicates, [&](Predicate const& other) {
      return !other.is_noun() && other.first >= actors[next].end && other.first <= actors[next].end + 1;
    });
    if (subject_of_next && !page.words.verb_first) break;
    if (!joined && !page.words.verb_first && says_something_else(page, sentence, actors[next])) break;
    if (!is_apposition(page, actors[last], actors[next], gap)) row.push_back(actors[next]);
    last = next;
  }
  return row;
}

}  // namespace recoupe::encounter
