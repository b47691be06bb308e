// Which of a page's lines are the article: one contiguous run of the greatest score.
#pragma once

#include <string>
#include <vector>

#include "page/report.hpp"
#include "page/words.hpp"

namespace recoupe::page {

// Words as blanks part them; in scripts that stand without blanks two signs are counted as one.
std::size_t word_count(std::string_view line);

bool ends_like_a_sentence(std::string_view line);

// Words and numbers of a title, folded: what says the same in other quotation marks has the same key.
std::string title_key(std::string_view title);
// Whether the line says the title, of which `key` is the key; an empty one is said by no line.
bool says_title(std::string_view line, std::string_view title, std::string const& key);

// Without blanks at its ends.
std::string trimmed_line(std::string_view line);

// Where a line stands by the shape of its page; a text without markup has none.
enum class Region : std::uint8_t { unknown, inside, beyond };

// A block of the page before it is known what it is.
struct Line {
  std::string text;
  BlockKind kind = BlockKind::paragraph;  // what the markup says: paragraph, quote, list, caption, headline
  double linked = 0;                      // share of its text inside links
  bool outside = false;                   // in a part of the page that never holds the article
  bool in_body = false;                   // in a part that says it does
  bool cell = false;                      // of a table
  bool named_caption = false;             // the markup itself calls it a caption
  bool standfirst = false;                // in a part that is named so
  bool about = false;                     // in a part that says when and by whom it was written
  bool lead = false;                      // between the heading and the article's element
  int level = 0;                          // of a heading: 1 to 6
  std::size_t container = 0;              // the element that it stands in, into Markup::containers
  Region region = Region::unknown;
  bool post = false;  // of another site, quoted in a text without markup
};

struct Judged {
  double score = 0;
  bool noise = false;    // never taken, also inside the body
  bool ends = false;     // nothing of the article comes behind it
  std::string_view why;  // a sentence of the program's own
};

Judged judge(Line const& line, Vocabulary::Tables const& words);

// Sets the kind of every line: body lines keep theirs, the rest become headline, caption, standfirst or noise; lines
// said twice are kept once. `title`: the page's own title where its markup gives one; found in the lines where empty.
std::vector<Block> choose_body(std::vector<Line> lines, std::string& title, Vocabulary::Tables const& words);

}  // namespace recoupe::page
