#include "encounter/sentence.hpp"

#include <algorithm>

#include "encounter/titles.hpp"

namespace recoupe::encounter {
namespace {

using name::MentionKind;

bool is_actor(name::Mention const& mention) {
  return mention.kind == MentionKind::person || mention.kind == MentionKind::office ||
         mention.kind == MentionKind::group;
}

void add_cue(Sentence& sentence, Cue cue, std::size_t first, std::size_t end) {
  sentence.cues.push_back({cue, first, end});
  for (auto token = first; token < end; ++token)
    sentence.marks[token - sentence.first].cues.set(static_cast<std::size_t>(cue));
}

// Every phrase that begins at a token, the longest and those within it: "la visite" is no less an article and a noun.
void mark_cues(Page const& page, Sentence& sentence) {
  for (auto at = sentence.first; at < sentence.end; ++at) {
    auto limit = sentence.end;
    while (const auto hit = page.words.cues.longest_at(page.body, at, limit, lexicon::Clitics::conjunctions)) {
      for (auto cue : *hit->values) {
        // A conjunction within a longer phrase ends no clause.
        if (cue != Cue::boundary || !sentence.mark(at).is(Cue::perfect)) add_cue(sentence, cue, at, hit->end);
      }
      limit = hit->end - 1;
    }
  }
}

// The apostrophe of "'s" is a token of its own.
void mark_apostrophes(Page const& page, Sentence& sentence) {
  for (auto at = sentence.first + 1; at < sentence.end; ++at) {
    auto const& before = page.body.tokens[at - 1];
    if (!sentence.mark(at).is(Cue::owner) || page.body.tokens[at].space_before || before.space_before) continue;
    if (before.folded == "'" || before.folded == "\u2019") add_cue(sentence, Cue::owner, at - 1, at);
  }
}

// "at the palace" where the preposition is written on the noun.
void mark_venues(Page const& page, Sentence& sentence) {
  if (!page.words.verb_first) return;
  for (auto at = sentence.first; at < sentence.end; ++at) {
    if (sentence.mark(at).is(Cue::venue)) continue;
    const auto hit = page.words.cues.longest_at(page.body, at, sentence.end, lexicon::Clitics::all);
    if (!hit || hit->clitics == 0 || std::ranges::find(*hit->values, Cue::venue) == hit->values->end()) continue;
    add_cue(sentence, Cue::venue, at, hit->end);
    add_cue(sentence, Cue::preposition, at, at + 1);
  }
}

// "met heads of parties X", where the verb comes first: no title of X, but those whom X met.
bool add_group_before_name(Page const& page, Sentence& sentence, name::Mention const& mention, std::size_t index) {
  if (!page.words.verb_first || !mention.office || mention.kind != MentionKind::person) return false;
  if (mention.office->end > mention.span.begin) return false;
  const auto first = page.body.token_at(mention.office->begin);
  const auto name = page.body.token_at(mention.span.begin);
  const auto end = std::min(page.body.token_at(mention.span.end - 1) + 1, sentence.end);
  if (end < name + 2 || !page.words.groups.longest_at(page.body, first, name, lexicon::Clitics::conjunctions))
    return false;
  sentence.actors.push_back({first, name, *mention.office, name::no_entity, name::no_entity, true, false, {}});
  sentence.actors.push_back({name, end, mention.span, index, name::no_entity, false, false, {}});
  for (auto token = first; token < end; ++token) sentence.marks[token - sentence.first].actor = true;
  return true;
}

void add_mention(Page const& page, Sentence& sentence, std::size_t index) {
  auto const& mention = page.names.mentions[index];
  const auto first = page.body.token_at(mention.whole.begin);
  const auto end = std::min(page.body.token_at(mention.whole.end - 1) + 1, sentence.end);
  if (is_actor(mention)) {
    if (!sentence.actors.empty() && sentence.actors.back().end > first) return;
    // Several who hold one office: "the heads of parties".
    const bool several = mention.kind == MentionKind::office &&
                         page.words.groups.longest_at(page.body, first, end, lexicon::Clitics::conjunctions);
    const bool group = mention.kind == MentionKind::group || several;
    if (group && sentence.has_between(Cue::crowd, first, end)) return;
    if (!group && add_group_before_name(page, sentence, mention, index)) return;
    sentence.actors.push_back({first, end, mention.span, index, name::no_entity, group, false, {}});
    for (auto token = first; token < end; ++token) sentence.marks[token - sentence.first].actor = true;
  } else if (mention.kind == MentionKind::place) {
    sentence.places.push_back(index);
    for (auto token = first; token < end; ++token) sentence.marks[token - sentence.first].place = true;
  }
}

// Mentions within the sentence: those of the page are sorted by span.
void mark_mentions(Page const& page, Sentence& sentence) {
  auto const& mentions = page.names.mentions;
  auto at = std::ranges::lower_bound(mentions, sentence.span.begin, {},
                                     [](name::Mention const& mention) { return mention.span.begin; });
  for (; at != mentions.end() && at->span.begin < sentence.span.end; ++at) {
    if (at->whole.begin >= sentence.span.begin && at->whole.end <= sentence.span.end)
      add_mention(page, sentence, static_cast<std::size_t>(at - mentions.begin()));
  }
}

void mark_frames(Page const& page, Sentence& sentence) {
  for (auto at = sentence.first; at < sentence.end; ++at) {
    const auto hit = page.words.frames.longest_at(page.body, at, sentence.end, lexicon::Clitics::all);
    if (hit && sentence.is_adjective(at, hit->end)) continue;
    for (auto token = at; hit && token < hit->end; ++token) sentence.marks[token - sentence.first].frame = true;
  }
}

void mark_times(Page const& page, Sentence& sentence) {
  auto time = std::ranges::lower_bound(page.times, sentence.span.begin, {}, [](auto const& t) { return t.span.begin; });
  for (; time != page.times.end() && time->span.begin < sentence.span.end; ++time) {
    sentence.times.push_back(static_cast<std::size_t>(time - page.times.begin()));
    const auto end = std::min(page.body.token_at(time->span.end - 1) + 1, sentence.end);
    for (auto token = page.body.token_at(time->span.begin); token < end; ++token)
      sentence.marks[token - sentence.first].time = true;
  }
}

// Where the noun group of several people ends: behind its complements, before a verb or another clause.
std::size_t end_of_group(Page const& page, Sentence const& sentence, std::size_t head_end) {
  constexpr std::size_t most_words = 8;
  auto end = head_end;
  while (end < sentence.end && end < head_end + most_words && page.body.tokens[end].kind == text::TokenKind::word) {
    auto const& mark = sentence.mark(end);
    const bool leaves = mark.time || mark.is(Cue::by) || mark.is(Cue::with) || mark.is(Cue::boundary) ||
                        mark.is(Cue::place) || mark.is(Cue::relative) || mark.is(Cue::led) ||
                        mark.is(Cue::coordination) || mark.is(Cue::adverb) ||
                        (mark.is(Cue::preposition) && !mark.is(Cue::genitive));
    const auto is_of = [&](auto const& table) {
      return table.longest_at(page.body, end, sentence.end, lexicon::Clitics::none).has_value();
    };
    if (leaves || is_of(page.words.auxiliaries) || is_of(page.words.frames)) break;
    ++end;
  }
  while (end > head_end && (sentence.mark(end - 1).is(Cue::genitive) || sentence.mark(end - 1).is(Cue::article))) --end;
  return end;
}

// "the heads of parties": one group within the name of another. An actor of another kind ends it.
std::size_t end_of_member(Sentence const& sentence, std::size_t token) {
  const auto member = std::ranges::find(sentence.actors, token, &Actor::first);
  const bool owns = token > sentence.first && sentence.mark(token - 1).is(Cue::genitive);
  return member != sentence.actors.end() && member->group && owns ? member->end : token;
}

// What belongs to a group that names tells becomes part of its name: "the heads of parties".
void complete_groups(Page const& page, Sentence& sentence) {
  for (auto& actor : sentence.actors) {
    if (!actor.group) continue;
    if (actor.mention != name::no_entity && !page.names.mentions[actor.mention].members.empty()) continue;
    auto end = end_of_group(page, sentence, actor.end);
    for (auto token = actor.end; token < end; ++token) {
      if (sentence.mark(token).actor) end = end_of_member(sentence, token);
    }
    for (auto token = actor.end; token < end; ++token) sentence.marks[token - sentence.first].actor = true;
    actor.end = end;
    actor.span = page.body.span_of(actor.first, end);
  }
  for (std::size_t i = 1; i < sentence.actors.size();) {
    const bool within = sentence.actors[i].end <= sentence.actors[i - 1].end;
    if (within) sentence.actors.erase(sentence.actors.begin() + static_cast<std::ptrdiff_t>(i));
    i += within ? 0 : 1;
  }
}

// "a delegation of senators", "several traders": nouns for people that no name says. A group that names tells becomes
// part of the larger one; a person does not.
void add_groups(Page const& page, Sentence& sentence) {
  std::vector<Actor> groups;
  for (auto at = sentence.first; at < sentence.end; ++at) {
    if (sentence.mark(at).actor) continue;
    const auto hit = page.words.groups.longest_at(page.body, at, sentence.end, lexicon::Clitics::conjunctions);
    if (!hit) continue;
    if (sentence.has_between(Cue::crowd, at, hit->end)) continue;
    auto end = end_of_group(page, sentence, hit->end);
    for (auto const& actor : sentence.actors) {
      if (actor.end <= at || actor.first >= end) continue;
      end = actor.group ? std::max(end, actor.end) : std::max(actor.first, hit->end);
    }
    std::erase_if(sentence.actors, [&](Actor const& actor) { return actor.first >= at && actor.end <= end; });
    groups.push_back({at, end, page.body.span_of(at, end), name::no_entity, name::no_entity, true, false, {}});
    for (auto token = at; token < end; ++token) sentence.marks[token - sentence.first].actor = true;
    at = end - 1;
  }
  sentence.actors.insert(sentence.actors.end(), groups.begin(), groups.end());
  std::ranges::sort(sentence.actors, {}, &Actor::first);
}

Governor governor_of(Mark const& mark) {
  if (mark.is(Cue::led)) return Governor::coordination;
  if (mark.is(Cue::presence)) return Governor::presence;
  if (mark.is(Cue::including)) return Governor::including;
  if (mark.is(Cue::between)) return Governor::between;
  if (mark.is(Cue::with)) return Governor::with;
  if (mark.is(Cue::by)) return Governor::by;
  if (mark.is(Cue::genitive)) return Governor::genitive;
  if (mark.is(Cue::preposition)) return Governor::preposition;
  if (mark.is(Cue::coordination)) return Governor::coordination;
  return Governor::none;
}

// Whether the page knows the actor by what is left of its words without their first bytes.
bool is_name_of(Page const& page, Actor const& actor, std::size_t bytes) {
  if (actor.mention == name::no_entity) return false;
  auto const& mention = page.names.mentions[actor.mention];
  if (mention.entity == name::no_entity || mention.kind == name::MentionKind::group) return false;
  auto const& person = page.names.people[mention.entity];
  const auto stripped = [&](text::ByteSpan span) { return page.body.slice(span).substr(std::min(bytes, span.size())); };
  if (mention.office && mention.office->begin == page.body.tokens[actor.first].span.begin) {
    const auto title = stripped(*mention.office);
    return std::ranges::any_of(person.offices, [&](auto const& office) { return office.title == title; });
  }
  return std::ranges::find(person.variants, stripped(mention.span)) != person.variants.end();
}

bool begins_with_its_office(Page const& page, Actor const& actor) {
  if (actor.mention == name::no_entity) return false;
  auto const& mention = page.names.mentions[actor.mention];
  const auto begin = page.body.tokens[actor.first].span.begin;
  return mention.kind == MentionKind::office || (mention.office && mention.office->begin <= begin + 2);
}

// "met with ambassador X": the office begins within the first word, behind what is written on it.
bool begins_behind(Page const& page, Actor const& actor, std::size_t bytes) {
  if (actor.mention == name::no_entity) return false;
  auto const& mention = page.names.mentions[actor.mention];
  const auto begin = page.body.tokens[actor.first].span.begin + bytes;
  return mention.office ? mention.office->begin == begin
                        : mention.kind == MentionKind::office && mention.span.begin == begin;
}

}  // namespace

Governor clitic_of(Page const& page, Sentence const& sentence, Actor const& actor) {
  constexpr std::string_view wa{"\u0648"};
  constexpr std::string_view bi{"\u0628"};  // of people: "met with"
  constexpr std::string_view article{"\u0627\u0644"};
  constexpr std::size_t a_word = 10;  // bytes: "والي" is a word of its own
  auto const& folded = page.body.tokens[actor.first].folded;
  if (sentence.mark(actor.first).is(Cue::whole)) return Governor::none;
  if (folded.starts_with(wa) && begins_with_its_office(page, actor)) return Governor::coordination;
  if (folded.starts_with(bi) && begins_behind(page, actor, bi.size())) return Governor::with;
  for (auto const& form : lexicon::without_clitics(folded, lexicon::Clitics::all)) {
    if (form.bytes == 0) continue;
    const bool joined = folded.starts_with(wa);
    const bool definite = form.word.starts_with(article) && form.word.size() >= a_word;
    const bool doubled = joined && form.word.starts_with(wa);
    if (!definite && !doubled && !is_name_of(page, actor, form.bytes)) continue;
    if (joined) return Governor::coordination;
    return folded.starts_with(bi) ? Governor::with : Governor::preposition;
  }
  return Governor::none;
}

namespace {

// The first token of the place that ends before `end`.
std::size_t before_place(Sentence const& sentence, std::size_t end) {
  while (end > sentence.first && sentence.mark(end - 1).place) --end;
  return end;
}

// Where "'s" begins that ends before a token; nothing where none does, or nothing stands before it.
std::optional<std::size_t> owner_before(Sentence const& sentence, std::size_t end) {
  auto first = end;
  while (first > sentence.first && sentence.mark(first - 1).is(Cue::owner)) --first;
  return first < end && first > sentence.first ? std::optional(first) : std::nullopt;
}

// The word that leads to an actor, over articles and at most two words that say nothing ("the newly elected").
Governor leading_to(Page const& page, Sentence const& sentence, Actor const& actor) {
  if (page.words.verb_first) {
    const auto clitic = clitic_of(page, sentence, actor);
    if (clitic != Governor::none) return clitic;
  }
  std::size_t plain = 0;
  for (auto at = actor.first; at > sentence.first; --at) {
    auto const& mark = sentence.mark(at - 1);
    auto const& token = page.body.tokens[at - 1];
    if (const auto owner = owner_before(sentence, at); owner && sentence.mark(*owner - 1).place) {
      at = before_place(sentence, *owner);  // "with China's X"
      if (at == sentence.first) return Governor::none;
      ++at;
      continue;
    }
    if (mark.is(Cue::quantity) || is_quotation_mark(token)) continue;
    if (mark.actor || mark.time || mark.place || mark.frame || token.kind == text::TokenKind::punctuation)
      return Governor::none;
    if (mark.is(Cue::boundary) || mark.is(Cue::crowd)) return Governor::none;
    if (const auto governor = governor_of(mark); governor != Governor::none) return governor;
    if (mark.is(Cue::article) || mark.is(Cue::possessive)) continue;
    if (token.capitalised && at - 1 > sentence.first) {
      // A name that nothing knows: a place behind its preposition ("à Namur le préfet"), else part of what follows.
      const auto before = governor_of(sentence.mark(at - 2));
      if (before == Governor::preposition) return Governor::none;
      continue;
    }
    if (page.words.verb_first || ++plain > 2 || mark.is(Cue::adverb)) return Governor::none;
  }
  return Governor::none;
}

// "Karlsson aide Maria Holm": the name before the office says whose aide she is.
void leave_out_owners(Page const& page, Sentence& sentence) {
  if (page.words.verb_first) return;
  auto& actors = sentence.actors;
  for (std::size_t i = 0; i + 1 < actors.size();) {
    const bool adjacent = actors[i].end == actors[i + 1].first && actors[i].mention != name::no_entity &&
                          page.names.mentions[actors[i].mention].kind == MentionKind::person;
    const bool owner =
        adjacent && begins_with_its_office(page, actors[i + 1]) && !page.body.tokens[actors[i + 1].first].capitalised;
    if (owner) actors.erase(actors.begin() + static_cast<std::ptrdiff_t>(i));
    i += owner ? 0 : 1;
  }
}

void lead(Page const& page, Sentence& sentence) {
  for (auto& actor : sentence.actors) {
    actor.governor = leading_to(page, sentence, actor);
    actor.owns = actor.end < sentence.end && sentence.mark(actor.end).is(Cue::owner) &&
                 !page.body.tokens[actor.end].space_before;
  }
}

}  // namespace

bool is_comma(text::Token const& token) { return token.folded == "," || token.folded == "\u060C"; }

bool is_quotation_mark(text::Token const& token) {
  return token.folded == "\"" || token.folded == "\u00AB" || token.folded == "\u00BB" || token.folded == "\u201C" ||
         token.folded == "\u201D";
}

bool Sentence::has(Cue cue) const { return std::ranges::find(cues, cue, &CueHit::cue) != cues.end(); }

bool Sentence::has_between(Cue cue, std::size_t from, std::size_t to) const {
  for (auto at = std::max(from, first); at < std::min(to, end); ++at) {
    if (mark(at).is(cue)) return true;
  }
  return false;
}

bool Sentence::is_adjective(std::size_t from, std::size_t to) const {
  return mark(from).is(Cue::article) && to < end && mark(to).actor;
}

Sentence sentence_of(Page const& page, std::size_t index) {
  auto const& written = page.body.sentences[index];
  Sentence sentence;
  sentence.index = index;
  sentence.first = written.first_token;
  sentence.end = written.end_token;
  sentence.span = written.span;
  sentence.marks.resize(sentence.end - sentence.first);
  mark_cues(page, sentence);
  mark_apostrophes(page, sentence);
  mark_venues(page, sentence);
  mark_mentions(page, sentence);
  mark_times(page, sentence);
  mark_frames(page, sentence);
  complete_groups(page, sentence);
  add_groups(page, sentence);
  join_titles(page, sentence);
  leave_out_owners(page, sentence);
  lead(page, sentence);
  sentence.predicates = find_predicates(page, sentence);
  return sentence;
}

}  // namespace recoupe::encounter
