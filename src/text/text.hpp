// A text: valid UTF-8 that knows where its code points are.
//
//   auto text = Text::from_utf8("Été à Rabat");
//   text.slice({0, 5});                       // "Été", by bytes
//   text.code_points({0, 5});                 // {0, 3}
//   text.bytes(CodePointSpan{0, 3});          // {0, 5}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace recoupe::text {

class Text {
 public:
  Text() = default;

  // Invalid sequences become U+FFFD, NUL becomes a space: what is kept is always valid UTF-8 without NUL.
  static Text from_utf8(std::string_view bytes);

  std::string_view view() const { return bytes_; }
  std::size_t size() const { return bytes_.size(); }
  std::size_t length() const { return length_; }  // in code points
  bool empty() const { return bytes_.empty(); }

  // Precondition of the three: the span lies within the text and on code point boundaries.
  std::string_view slice(ByteSpan span) const;
  CodePointSpan code_points(ByteSpan span) const;
  ByteSpan bytes(CodePointSpan span) const;

 private:
  std::size_t code_point_at(std::size_t byte) const;
  std::size_t byte_at(std::size_t code_point) const;

  std::string bytes_;
  std::size_t length_ = 0;
  bool ascii_ = true;
  std::vector<std::size_t> checkpoints_;  // code points before byte 64·i
};

}  // namespace recoupe::text
