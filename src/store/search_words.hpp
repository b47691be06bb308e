// Words as they are searched for: folded, in every script, with and without Arabic proclitics.
//
//   search_words("L'ambassadeur à Rabat");        // "l ambassadeur a rabat"
//   search_words("والوزير");                      // "والوزير وزير الوزير"
//   match_query("sanch rab");                     // "\"sanch\" \"rab\" *", for MATCH of report_text, encounter_text
#pragma once

#include <string>
#include <string_view>

namespace recoupe::store {

std::string search_words(std::string_view utf8);

// What a person typed, as an FTS5 expression: every word must be there, the last one may go on. Empty where nothing
// was typed that could be found.
std::string match_query(std::string_view typed);

}  // namespace recoupe::store
