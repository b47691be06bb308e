// The tellings of one sentence, each from one frame.
#pragma once

#include <expected>
#include <set>
#include <vector>

#include "encounter/words.hpp"

namespace recoupe::encounter {

struct Page {
  text::SegmentedText const& body;
  std::vector<time::TimeExpression> const& times;
  name::PageNames const& names;
  LanguageWords const& words;
};

struct CueHit {
  Cue cue;
  std::size_t first = 0;  // token
  std::size_t end = 0;
};

struct FrameHit {
  Frame frame;
  std::size_t first = 0;
  std::size_t end = 0;
};

struct SentenceWords {
  std::vector<FrameHit> frames;
  std::vector<CueHit> cues;
  std::vector<std::size_t> actors;  // mentions of persons, offices, groups, in order
  std::vector<std::size_t> places;
  std::vector<std::size_t> times;
  bool has(Cue cue) const;
};

SentenceWords words_of(Page const& page, std::size_t sentence);

struct SentenceTelling {
  Telling telling;
  std::size_t sentence = 0;
  bool noun = false;      // from a noun frame: weaker
  bool recalled = false;  // its own words put it before the rest
  bool follows = false;   // and say that the rest follows it
};

// What a sentence tells, or why nothing.
std::expected<std::vector<SentenceTelling>, NotTaken> read_sentence(Page const& page, std::size_t sentence,
                                                                    SentenceWords const& found);

// "talks with the heads of delegations, including those of A, B and C": one encounter with each country that is named
// behind such a word, where `whole` has a group.
std::vector<Telling> with_each(Page const& page, std::size_t sentence, SentenceWords const& found,
                               Telling const& whole);

// What a sentence says was talked about, behind words such as "on" and "dealt with".
std::vector<Topic> topics_of(Page const& page, std::size_t sentence, SentenceWords const& found);

// Those whom a sentence names behind words of presence ("in the presence of …").
std::vector<Participant> present(Page const& page, std::size_t sentence, SentenceWords const& found);

}  // namespace recoupe::encounter
