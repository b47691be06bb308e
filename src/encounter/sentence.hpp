// One sentence as the frames see it: who, where, when, which words stand around them, and its predicates.
#pragma once

#include <bitset>
#include <vector>

#include "encounter/words.hpp"

namespace recoupe::encounter {

struct Page {
  text::SegmentedText const& body;
  std::vector<time::TimeExpression> const& times;
  name::PageNames const& names;
  LanguageWords const& words;
  time::Anchor published;
  bool speaks_of_states = false;     // it names somebody who holds an office of one
  time::Anchor newest{};             // the last day that the page writes out
  std::vector<std::size_t> heads{};  // people who are known as heads of state or government, sorted
};

// What leads to an actor: the word before it decides what it can be of a verb.
enum class Governor : std::uint8_t {
  none,
  preposition,
  genitive,  // another noun owns it, or is its own
  with,
  between,
  by,
  presence,
  including,
  coordination,  // as the one before it
};

// A person, an office, a group; or a pronoun for one of these.
struct Actor {
  std::size_t first = 0;  // tokens, title included
  std::size_t end = 0;
  text::ByteSpan span;                    // what names it
  std::size_t mention = name::no_entity;  // into names.mentions; none for a group of this room's own
  std::size_t title = name::no_entity;    // the mention of an office beside a person that the names left alone
  bool group = false;                     // several, none of them named
  bool owns = false;                      // followed by "'s"
  Governor governor = Governor::none;
  std::optional<text::ByteSpan> name{};  // of an office: the words between verb and comma that nothing else knows
};

struct CueHit {
  Cue cue = Cue::boundary;
  std::size_t first = 0;  // tokens
  std::size_t end = 0;
};

// A verb with its auxiliaries, or a noun.
struct Predicate {
  Frame frame;
  Told told = Told::open;
  bool passive = false;
  bool governed = false;    // an auxiliary stands before it
  bool infinitive = false;  // and the outermost is an infinitive: "to have met"
  std::size_t first = 0;    // tokens, auxiliaries included
  std::size_t core = 0;     // of the frame itself
  std::size_t end = 0;
  bool is_noun() const { return frame.mood == Mood::noun; }
};

constexpr std::size_t cue_classes = static_cast<std::size_t>(Cue::venue) + 1;

// What a token belongs to.
struct Mark {
  std::bitset<cue_classes> cues;
  bool actor = false;
  bool time = false;
  bool place = false;
  bool frame = false;
  bool is(Cue cue) const { return cues.test(static_cast<std::size_t>(cue)); }
};

struct Sentence {
  std::size_t index = 0;
  std::size_t first = 0;  // tokens
  std::size_t end = 0;
  text::ByteSpan span;
  std::vector<Actor> actors;        // in order, without overlap
  std::vector<std::size_t> places;  // mentions
  std::vector<std::size_t> times;   // into Page::times
  std::vector<CueHit> cues;
  std::vector<Predicate> predicates;
  std::vector<Mark> marks;  // of each token from `first`

  Mark const& mark(std::size_t token) const { return marks[token - first]; }
  bool has(Cue cue) const;
  // A cue that lies within [from, to).
  bool has_between(Cue cue, std::size_t from, std::size_t to) const;
  // "visiting" before somebody: a form of a frame that only says which one.
  bool is_adjective(std::size_t from, std::size_t to) const;
};

Sentence sentence_of(Page const& page, std::size_t index);

// A conjunction or preposition written on the first word of an actor: "للوزير", "والوزير".
Governor clitic_of(Page const& page, Sentence const& sentence, Actor const& actor);

bool is_comma(text::Token const& token);
bool is_quotation_mark(text::Token const& token);

// The predicates of a sentence whose cues, actors and times are marked.
std::vector<Predicate> find_predicates(Page const& page, Sentence const& sentence);

}  // namespace recoupe::encounter
