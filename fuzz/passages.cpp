// Any two texts, in one language and in two: passages lie within the texts, the same whichever is called left.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reuse/find_reuse.hpp"

using namespace recoupe;

namespace {

text::SegmentedText body(std::string_view bytes, const char* language) {
  return text::segment(text::Text::from_utf8(bytes), language, {});
}

void check(reuse::Reuse const& made, text::SegmentedText const& left, text::SegmentedText const& right) {
  if (made.score < 0 || made.score > 1) std::abort();
  for (auto const& passage : made.passages) {
    if (passage.left.begin > passage.left.end || passage.left.end > left.text.size()) std::abort();
    if (passage.right.begin > passage.right.end || passage.right.end > right.text.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto middle = std::min(bytes.find('|'), bytes.size());
  const auto left = body(bytes.substr(0, middle), "fr");
  const auto right = body(bytes.substr(middle), "fr");
  const auto made = reuse::compare(left, right);
  check(made, left, right);
  const auto turned = reuse::compare(right, left);
  if (turned.relation != made.relation || turned.passages.size() != made.passages.size()) std::abort();
  const text::SegmentedText* both[] = {&left, &right};
  (void)reuse::candidate_pairs(both);

  std::vector<reuse::Anchor> anchors;
  for (auto const& token : left.tokens) anchors.push_back({"number:" + token.folded, token.span});
  std::vector<reuse::Anchor> others;
  for (auto const& token : right.tokens) others.push_back({"number:" + token.folded, token.span});
  check(reuse::compare_across_languages(left, anchors, right, others), left, right);
  return 0;
}
