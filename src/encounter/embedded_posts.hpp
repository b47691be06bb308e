// What the posts embedded in a page tell. An article that comments on a meeting may leave who met whom to the post of
// the office that held it, in another language than its own.
#pragma once

#include "encounter/reading.hpp"

namespace recoupe::encounter {

// Adds the news of the posts that the article itself does not tell: only what was on days of which it tells nothing, so
// that no encounter is told twice by one report. Spans are those of page::Report::place_of.
void add_embedded_posts(Reading& reading, Words const& words);

}  // namespace recoupe::encounter
