// The links of a chain as they are found: each once, with the words of the page that state it.
#pragma once

#include <string>
#include <vector>

#include "source/find_sources.hpp"
#include "source/words.hpp"

namespace recoupe::source {

class ChainBuilder {
 public:
  explicit ChainBuilder(page::Report const& report) : report_(report) {}

  void add(ChainLink link);
  // `span` lies in the report's body.
  void add_in_body(Role role, std::string name, text::ByteSpan span, std::string concept_id = {},
                   std::string country = {});
  // Outlet first, authority last.
  std::vector<ChainLink> take();

 private:
  page::Report const& report_;
  std::vector<ChainLink> links_;
};

// "(with AGENCY)", "CITY (AGENCY) –", "© AGENCY", a block that is nothing but an agency; also in captions and bylines.
void add_signatures(page::Report const& report, std::string_view language, Vocabulary::Tables const& tables,
                    LanguageWords const& words, ChainBuilder& chain);

// An agency, another medium or a post through which something came that the text attributes.
void add_passing(text::SegmentedText const& body, Sources const& sources, Vocabulary::Tables const& tables,
                 LanguageWords const& words, ChainBuilder& chain);

// "a communiqué of the ministry": its noun, and who issued it.
void add_communiques(text::SegmentedText const& body, name::PageNames const& names, Sources const& sources,
                     LanguageWords const& words, ChainBuilder& chain);

// A public body that says what the first sentences tell.
void add_authorities(text::SegmentedText const& body, name::PageNames const& names, Sources const& sources,
                     Vocabulary::Tables const& tables, LanguageWords const& words, ChainBuilder& chain);

// An Arabic name without the `clitics` (bytes) before it; the article that a preposition hides comes back.
std::string without_clitics(std::string_view written, std::size_t clitics);

// The attribution whose cue stands in this sentence or whose source or content does: any of them.
bool is_attributed(text::Sentence const& sentence, Sources const& sources);

}  // namespace recoupe::source
