#include "link/compare_tellings.hpp"

#include <algorithm>

#include "link/evidence.hpp"

namespace recoupe::link {
namespace {

constexpr std::size_t most_quotations = 12;
constexpr std::size_t shortest_sentence = 5;  // tokens: less is a label or a signature

using Spans = std::vector<text::ByteSpan>;

// How many bytes of `sentence` lie in `covered`.
std::size_t covered_bytes(text::ByteSpan sentence, Spans const& covered) {
  std::size_t bytes = 0;
  for (auto span : covered) bytes += sentence.shared_with(span);
  return bytes;
}

// The sentences of which less than half is shared.
std::vector<Evidence> unshared(PageText const& text, Spans const& covered) {
  std::vector<Evidence> found;
  for (auto const& sentence : text.body.sentences) {
    if (found.size() == most_quotations) break;
    if (sentence.end_token - sentence.first_token < shortest_sentence) continue;
    if (2 * covered_bytes(sentence.span, covered) < sentence.span.size())
      found.push_back(quote(text.report, sentence.span));
  }
  return found;
}

}  // namespace

std::map<std::size_t, Difference> compare_tellings(Heap const& heap, std::vector<std::size_t> const& telling,
                                                   std::vector<FoundReuse const*> const& reused) {
  std::map<std::size_t, std::size_t> length;
  for (auto reading : telling) length[reading] = 0;
  for (auto const* found : reused) {
    for (auto reading : {found->left, found->right}) {
      if (length.at(reading) == 0) length[reading] = heap.text(reading)->body.tokens.size();
    }
  }
  const auto fuller = [&](std::size_t a, std::size_t b) {
    return length.at(a) != length.at(b) ? length.at(a) > length.at(b) : a < b;
  };
  std::map<std::size_t, FoundReuse const*> fullest;
  const auto other = [](FoundReuse const& found, std::size_t one) {
    return found.left == one ? found.right : found.left;
  };
  for (auto const* found : reused) {
    if (heap.readings[found->left].report.language != heap.readings[found->right].report.language) continue;
    const auto lesser = fuller(found->left, found->right) ? found->right : found->left;
    auto& known = fullest[lesser];
    if (known == nullptr || fuller(other(*found, lesser), other(*known, lesser))) known = found;
  }
  std::map<std::size_t, Difference> differences;
  for (auto const& [reading, found] : fullest) {
    Spans here, there;
    for (auto const& passage : found->reuse.passages) {
      here.push_back(found->left == reading ? passage.left : passage.right);
      there.push_back(found->left == reading ? passage.right : passage.left);
    }
    differences[reading] = {unshared(*heap.text(other(*found, reading)), there), unshared(*heap.text(reading), here)};
  }
  return differences;
}

}  // namespace recoupe::link
