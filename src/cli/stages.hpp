// Every stage of the way as a command of its own (DESIGN: one JSON line in, one out).
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/stage.hpp"
#include "cli/terminal.hpp"
#include "encoder/encoder.hpp"
#include "encounter/reading.hpp"
#include "page/selection.hpp"

namespace recoupe::cli {

// The body of a stage's input line: its "text", cut up, in its "language" or the one that it is written in.
std::expected<text::SegmentedText, LineError> body_of(Json const& line, encounter::Words const& words);

// {"id","text","language"} -> "language", "sentences" [start, end], "tokens" [start, end, folded]
Answer segment(Json const& line, encounter::Words const& words);
// {"id","text","anchor","language"} -> "times"
Answer times(Json const& line, encounter::Words const& words);
// {"id","text","language"} -> "mentions"
Answer names(Json const& line, encounter::Words const& words);
// {"id","left","right","kind"} -> "score", "same"; with `explain` the alignment and its costs
Answer match_names(Json const& line, encounter::Words const& words, bool explain = false);
// {"id","text","language"} -> "attributions", "chain"; with `explain` also how each was found, whose words a reference
// repeats, and "not_taken"
Answer sources(Json const& line, encounter::Words const& words, bool explain = false);
// {"id","text","title","anchor","language"} -> "meetings"; with `explain` also why each was told, and "not_taken"
Answer meetings(Json const& line, encounter::Words const& words, bool explain = false);
// {"id","text"} -> "vector" of a sentence
std::vector<Answer> encode(Lines const& lines, encoder::Encoder const& encoder);
// {"id","text"} -> the "pieces" that a sentence is read as
Answer pieces(Json const& line, encoder::Encoder const& encoder);
// {"id","left","right","left_published","right_published"} -> "relation", "score", "direction", "passages"
// With `explain` also how alike the passages are, and of each sentence whether it was kept (verbatim, edited,
// translated), omitted or added
Answer reuse(Json const& line, encounter::Words const& words, bool explain = false);
// {"id","left":[sentence],"right":[sentence]} -> "beads" [[[i…],[j…]],…]
Answer align(Json const& line, encounter::Words const& words);
// All lines {"id","title","text","published","language"} -> "group"
std::vector<Json> group(Lines const& lines, encounter::Words const& words);

struct ExtractOptions {
  page::Limits limits;
  page::Selection selection;
  unsigned jobs = 0;  // 0: one for each core
  bool explain = false;
  std::ostream* progress = nullptr;  // where a person waits and looks
  std::optional<Screen> drawn;       // for people: a drawing of every page in place of its line
};

// Files, folders and archives, or JSON Lines from `in` where `paths` is empty -> one report a line, in order. What was
// refused is named on `complaints` and, in its place, as an error line.
ExitCode extract(std::vector<std::filesystem::path> const& paths, std::istream& in, std::ostream& out,
                 std::ostream& complaints, ExtractOptions const& options, page::Vocabulary const& words);

}  // namespace recoupe::cli
