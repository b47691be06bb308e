#include "text/text.hpp"

#include <algorithm>
#include <cassert>

#include "text/code_point.hpp"

namespace recoupe::text {
namespace {

constexpr std::size_t stride = 64;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t count_code_points(std::string_view bytes) {
  return static_cast<std::size_t>(std::ranges::count_if(bytes, starts_code_point));
}

void append(std::string& out, std::string_view bytes, CodePoint c) {
  if (c.value < 0) {
    out += "\xEF\xBF\xBD";
  } else if (c.value == 0) {
    out += ' ';
  } else {
    out += bytes.substr(c.begin, c.end - c.begin);
  }
}

}  // namespace

namespace {

// How many bytes from `at` on are visible ASCII, a blank or a newline: they are taken as they stand.
std::size_t plain_ascii(std::string_view bytes, std::size_t at) {
  auto end = at;
  while (end < bytes.size() && ((bytes[end] >= 0x20 && bytes[end] < 0x7F) || bytes[end] == '\n')) ++end;
  return end - at;
}

}  // namespace

Text Text::from_utf8(std::string_view bytes) {
  Text text;
  text.bytes_.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto plain = plain_ascii(bytes, at);
    text.bytes_.append(bytes.substr(at, plain));
    at += plain;
    if (at == bytes.size()) break;
    const auto c = text::code_point_at(bytes, at);
    append(text.bytes_, bytes, c);
    at = c.end;
  }
  for (std::size_t at = 0; at < text.bytes_.size(); at += stride) {
    text.checkpoints_.push_back(text.length_);
    text.length_ += count_code_points(std::string_view(text.bytes_).substr(at, stride));
  }
  text.ascii_ = text.length_ == text.bytes_.size();
  return text;
}

std::string_view Text::slice(ByteSpan span) const {
  assert(span.begin <= span.end && span.end <= bytes_.size());
  return std::string_view(bytes_).substr(span.begin, span.size());
}

CodePointSpan Text::code_points(ByteSpan span) const { return {code_point_at(span.begin), code_point_at(span.end)}; }

ByteSpan Text::bytes(CodePointSpan span) const { return {byte_at(span.begin), byte_at(span.end)}; }

std::size_t Text::code_point_at(std::size_t byte) const {
  assert(byte <= bytes_.size());
  if (ascii_) return byte;
  if (byte == bytes_.size()) return length_;
  const auto block = byte / stride;
  return checkpoints_[block] +
         count_code_points(std::string_view(bytes_).substr(block * stride, byte - block * stride));
}

std::size_t Text::byte_at(std::size_t code_point) const {
  assert(code_point <= length_);
  if (ascii_) return code_point;
  if (code_point == length_) return bytes_.size();
  const auto after = std::ranges::upper_bound(checkpoints_, code_point);
  const auto block = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  auto left = code_point - checkpoints_[block];
  auto byte = block * stride;
  while (!starts_code_point(bytes_[byte])) ++byte;
  for (; left > 0; --left) {
    do {
      ++byte;
    } while (byte < bytes_.size() && !starts_code_point(bytes_[byte]));
  }
  return byte;
}

}  // namespace recoupe::text
