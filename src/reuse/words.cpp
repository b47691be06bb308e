#include "reuse/words.hpp"

namespace recoupe::reuse {

bool is_word(text::Token const& token) {
  const bool spoken = token.kind == text::TokenKind::word || token.kind == text::TokenKind::number;
  return spoken && !token.folded.empty();
}

Words words_of(text::SegmentedText const& body, Interner& names) {
  Words words;
  words.keys.reserve(body.tokens.size());
  words.tokens.reserve(body.tokens.size());
  for (auto const& sentence : body.sentences) {
    const auto begin = words.size();
    for (auto index = sentence.first_token; index < sentence.end_token; ++index) {
      if (!is_word(body.tokens[index])) continue;
      words.keys.push_back(names.number_of(body.tokens[index].folded));
      words.tokens.push_back(index);
    }
    if (words.size() > begin) words.sentences.push_back({begin, words.size()});
  }
  return words;
}

text::ByteSpan bytes_of(text::SegmentedText const& body, Words const& words, WordSpan span) {
  return {body.tokens[words.tokens[span.begin]].span.begin, body.tokens[words.tokens[span.end - 1]].span.end};
}

}  // namespace recoupe::reuse
