// Cues of pages of all languages, compiled.
#pragma once

#include <map>
#include <set>
#include <string>

#include "lexicon/phrase_table.hpp"
#include "page/report.hpp"
#include "time/find_times.hpp"

namespace recoupe::page {

enum class Cue : std::uint8_t { end, line, holds, home, published, rights, read };

struct Vocabulary::Tables {
  lexicon::PhraseTable<Cue> cues;                    // of all languages: a page may mix them
  std::set<std::string, std::less<>> noise_classes;  // names of parts of pages
  std::set<std::string, std::less<>> noise_names;    // only as a whole name
  std::set<std::string, std::less<>> body_classes;
  std::set<std::string, std::less<>> caption_classes;
  std::set<std::string, std::less<>> standfirst_classes;
  std::set<std::string, std::less<>> lead_classes;
  std::set<std::string, std::less<>> about_classes;
  time::Vocabulary times;
  std::set<std::string, std::less<>> languages;  // that dates may be written in
};

}  // namespace recoupe::page
