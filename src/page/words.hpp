// Cues of pages of all languages, compiled.
#pragma once

#include <map>
#include <set>
#include <string>

#include "lexicon/phrase_table.hpp"
#include "page/part_names.hpp"
#include "page/report.hpp"
#include "time/find_times.hpp"

namespace recoupe::page {

enum class Cue : std::uint8_t { end, line, holds, home, published, rights, read };

struct Vocabulary::Tables {
  lexicon::PhraseTable<Cue> cues;  // of all languages: a page may mix them
  PartNames part_names;
  std::map<std::string, unsigned, std::less<>> months;  // folded names, of languages that have no times of their own
  time::Vocabulary times;
  std::set<std::string, std::less<>> languages;  // that dates may be written in
};

}  // namespace recoupe::page
