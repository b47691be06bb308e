// Everything that one page says, read by the rooms from page to encounter: a pure function of the page and the words.
//
//   auto words = Words::compile(lexicon);
//   auto reading = read(report, *words);       // reading.tellings.tellings[0].evidence
//
// It runs on a thread, alone: nothing is shared but the const words.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "encoder/vectors.hpp"
#include "encounter/telling.hpp"
#include "lexicon/lexicon.hpp"
#include "name/find_names.hpp"
#include "name/match_names.hpp"
#include "page/report.hpp"
#include "source/find_sources.hpp"
#include "text/segment.hpp"
#include "time/find_times.hpp"

namespace recoupe::encounter {

// The compiled vocabularies of all rooms on the way of a page.
struct Words {
  text::Abbreviations abbreviations;
  time::Vocabulary times;
  page::Vocabulary pages;
  name::Vocabulary names;
  name::Matcher matcher;
  source::Vocabulary sources;
  Vocabulary encounters;
  encoder::Centres centres;
  // Sentence vectors, where whoever compiled the words wants pages compared by them; shared, filled as it is asked.
  std::shared_ptr<encoder::Vectors> vectors;

  static std::expected<Words, lexicon::Error> compile(lexicon::Lexicon const& lexicon);
};

struct Reading {
  page::Report report;
  text::SegmentedText body;  // report.body()
  std::vector<time::TimeExpression> times;
  name::PageNames names;
  source::Sources sources;
  std::vector<source::ChainLink> chain;
  Tellings tellings;
};

Reading read(page::Report report, Words const& words);

}  // namespace recoupe::encounter
