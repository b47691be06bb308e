// Which language a block is written in.
//
//   identify_language("Le ministre a reçu son homologue.")   // "fr"
//   identify_language("استقبل الوزير نظيره")                 // "ar"
#pragma once

#include <string>
#include <string_view>

namespace recoupe::text {

using Language = std::string;  // ISO 639-1, empty where it cannot be told

// Arabic by script, the rest by CLD2 over the first 2,000 bytes of letters; `hint` (a page's own language) decides
// where the text is too short to tell. Never fails.
Language identify_language(std::string_view utf8, std::string_view hint = {});

}  // namespace recoupe::text
