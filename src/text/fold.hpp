// One form for what readers take as the same word.
//
//   fold("Sûreté")        // "surete"
//   fold("الإِسْتقبال")      // "الاستقبال": harakat and tatweel gone, hamza-carrying alefs one
//   fold("٢٠٢٣")          // "2023"
//
// Compatibility decomposition (NFKD) and case folding of Unicode, marks dropped; Arabic alef forms to ا, ى to ي,
// ة to ه, Persian ک ی to ك ي; curly apostrophes and hyphens to ' and -.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace recoupe::text {

std::string fold(std::string_view utf8);

// The folded form with the byte that each folded byte came from, and one past the end:
// origin.size() == folded.size() + 1.
struct Folded {
  std::string folded;
  std::vector<std::size_t> origin;
  ByteSpan to_original(ByteSpan in_folded) const { return {origin[in_folded.begin], origin[in_folded.end]}; }
};
Folded fold_with_origin(std::string_view utf8);

}  // namespace recoupe::text
