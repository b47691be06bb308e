// Compressed bytes, unpacked within bounds: what is small on a disk may be without end in memory.
//
//   auto page = inflate(bytes, Packing::gzip, 50U << 20U);     // all members, one after the other
//   GzipReader reader(file);  reader.read(buffer);             // a piece at a time
#pragma once

#include <cstdint>
#include <expected>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace recoupe::page {

enum class Packing : std::uint8_t { gzip, zlib, deflate };

enum class UnpackError : std::uint8_t {
  damaged,    // not what its packing says, or cut off
  too_large,  // more than the limit once unpacked
};

std::expected<std::string, UnpackError> inflate(std::string_view packed, Packing packing, std::size_t most);

// The bytes of a file, unpacked where its first bytes are those of gzip. What is damaged ends the stream.
class ByteStream {
 public:
  explicit ByteStream(std::istream& in);
  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  // The next bytes up to and without '\n'; false at the end. A longer line than `most` is given in pieces.
  bool line(std::string& into, std::size_t most);
  // Up to `count` bytes more behind `into`; fewer at the end.
  std::size_t read(std::string& into, std::size_t count);
  // Gives bytes back, to be taken again before all others.
  void unread(std::string bytes);
  // Passes over up to `count` bytes.
  std::size_t skip(std::uint64_t count);
  bool is_damaged() const;

 private:
  struct State;
  bool fill();
  std::unique_ptr<State> state_;
};

}  // namespace recoupe::page
