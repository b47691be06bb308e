// A part of a file as a stream of its own.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <istream>
#include <streambuf>

namespace recoupe::page {

class RangeBuffer : public std::streambuf {
 public:
  // `file` outlives the buffer, and nothing else reads it meanwhile.
  RangeBuffer(std::istream& file, std::uint64_t begin, std::uint64_t length) : file_(file), left_(length) {
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(begin));
  }

 protected:
  int_type underflow() override {
    const auto count = static_cast<std::streamsize>(std::min<std::uint64_t>(left_, piece_.size()));
    file_.read(piece_.data(), count);
    const auto got = file_.gcount();
    if (got <= 0) return traits_type::eof();
    left_ -= static_cast<std::uint64_t>(got);
    setg(piece_.data(), piece_.data(), piece_.data() + got);
    return traits_type::to_int_type(piece_.front());
  }

 private:
  std::istream& file_;
  std::uint64_t left_;
  std::array<char, 1U << 16U> piece_;
};

}  // namespace recoupe::page
