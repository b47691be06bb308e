// A text as the words that reuse compares: folded, without punctuation, each with its token.
//
//   Interner names;
//   auto left = words_of(body, names);      // left.keys[i] is the number of the word at token left.tokens[i]
//
// Two words of two texts have one number exactly where their folded forms are equal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/segment.hpp"

namespace recoupe::reuse {

// Half open, in words.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
  auto operator<=>(WordSpan const&) const = default;
};

// Numbers words in the order in which they are first met; keeps views of the texts it was shown.
class Interner {
 public:
  std::uint32_t number_of(std::string_view word) {
    return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

struct Words {
  std::vector<std::uint32_t> keys;
  std::vector<std::size_t> tokens;
  std::vector<WordSpan> sentences;  // those that hold a word
  std::size_t size() const { return keys.size(); }
};

bool is_word(text::Token const& token);

Words words_of(text::SegmentedText const& body, Interner& names);

// From the first byte of the first word to the last of the last one; precondition: the span holds a word.
text::ByteSpan bytes_of(text::SegmentedText const& body, Words const& words, WordSpan span);

}  // namespace recoupe::reuse
