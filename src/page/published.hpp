// On which day a page was published, and what else it says of that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/words.hpp"

namespace recoupe::page {

// The first day that a line names, in whatever language it is written; `hint` is read first. Empty without one.
std::string first_day_in(std::string_view line, Vocabulary::Tables const& words, std::string_view hint = {});

// The day that the strongest basis gives, and of one basis the first. Nothing after `latest`, a day on which the page
// was there already; empty where that is unknown. The others become the report's other dates.
void choose_published(Report& report, std::vector<DateSaid> dates, std::vector<DateSaid> updates,
                      std::string const& latest);

// A day beside the title, with or without the words that call it the day of publication.
void published_by_text(Report& report, Vocabulary::Tables const& words, std::string const& latest);

// A page that quotes a post was published on its day or later.
void published_by_posts(Report& report);

}  // namespace recoupe::page
