#include "page/inflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace recoupe::page {
namespace {

constexpr int window_of_gzip = 15 + 16;  // zlib's manual, inflateInit2

int window_of(Packing packing) {
  return packing == Packing::gzip ? window_of_gzip : packing == Packing::zlib ? 15 : -15;
}

// zlib's own state, ended with its owner. It holds a pointer to itself: it stays where it is.
struct Inflater {
  explicit Inflater(int window) : ready(inflateInit2(&stream, window) == Z_OK) {}
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
  Inflater(Inflater const&) = delete;
  Inflater& operator=(Inflater const&) = delete;
  void give(std::string_view bytes) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write to it
    stream.avail_in = static_cast<uInt>(bytes.size());
  }
  z_stream stream{};
  bool ready;
};

}  // namespace

std::expected<std::string, UnpackError> inflate(std::string_view packed, Packing packing, std::size_t most) {
  Inflater inflater(window_of(packing));
  if (!inflater.ready || packed.size() > UINT32_MAX) return std::unexpected(UnpackError::damaged);
  inflater.give(packed);
  std::string out;
  std::array<char, 1U << 16U> piece;
  for (;;) {
    inflater.stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    inflater.stream.avail_out = static_cast<uInt>(piece.size());
    const auto status = ::inflate(&inflater.stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - inflater.stream.avail_out);
    if (out.size() > most) return std::unexpected(UnpackError::too_large);
    if (status == Z_STREAM_END) {
      const auto behind = packed.substr(packed.size() - inflater.stream.avail_in);
      if (packing != Packing::gzip || !behind.starts_with("\x1F\x8B")) return out;  // what follows is padding
      inflateReset(&inflater.stream);
    } else if (status != Z_OK || (inflater.stream.avail_in == 0 && inflater.stream.avail_out != 0)) {
      return std::unexpected(UnpackError::damaged);
    }
  }
}

struct ByteStream::State {
  explicit State(std::istream& from) : in(from) {}
  std::istream& in;
  std::unique_ptr<Inflater> inflater;
  std::array<char, 1U << 16U> raw;
  std::array<char, 1U << 16U> unpacked;
  std::string given_back;
  std::string_view waiting;  // bytes of one of the three that were not taken yet
  bool begun = false;
  bool damaged = false;
  bool ended = false;  // a member has ended and no other has begun
};

ByteStream::ByteStream(std::istream& in) : state_(std::make_unique<State>(in)) {}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

bool ByteStream::is_damaged() const { return state_->damaged; }

// More bytes to take; false at the end.
bool ByteStream::fill() {
  auto& s = *state_;
  const auto next_raw = [&] {
    s.in.read(s.raw.data(), s.raw.size());
    return std::string_view(s.raw.data(), static_cast<std::size_t>(s.in.gcount()));
  };
  if (!s.begun) {
    s.begun = true;
    const auto first = next_raw();
    if (!first.starts_with("\x1F\x8B")) {
      s.waiting = first;
      return !first.empty();
    }
    s.inflater = std::make_unique<Inflater>(window_of_gzip);
    s.inflater->give(first);
  }
  if (s.inflater == nullptr) {
    s.waiting = next_raw();
    return !s.waiting.empty();
  }
  auto& z = s.inflater->stream;
  while (!s.damaged) {
    if (z.avail_in == 0) {
      const auto more = next_raw();
      if (more.empty()) {
        s.damaged = !s.ended;
        return false;
      }
      s.inflater->give(more);
    }
    if (s.ended) {
      inflateReset(&z);
      s.ended = false;
    }
    z.next_out = reinterpret_cast<Bytef*>(s.unpacked.data());
    z.avail_out = static_cast<uInt>(s.unpacked.size());
    const auto status = ::inflate(&z, Z_NO_FLUSH);
    s.ended = status == Z_STREAM_END;
    s.damaged = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    s.waiting = {s.unpacked.data(), s.unpacked.size() - z.avail_out};
    if (!s.waiting.empty()) return true;
  }
  return false;
}

void ByteStream::unread(std::string bytes) {
  bytes += state_->waiting;
  state_->given_back = std::move(bytes);
  state_->waiting = state_->given_back;
}

bool ByteStream::line(std::string& into, std::size_t most) {
  into.clear();
  auto& waiting = state_->waiting;
  while (!waiting.empty() || fill()) {
    const auto room = most - into.size();
    const auto end = waiting.substr(0, room).find('\n');
    if (end != std::string_view::npos) {
      into += waiting.substr(0, end);
      waiting.remove_prefix(end + 1);
      return true;
    }
    const auto taken = std::min(room, waiting.size());
    into += waiting.substr(0, taken);
    waiting.remove_prefix(taken);
    if (into.size() >= most) return true;
  }
  return !into.empty();
}

std::size_t ByteStream::read(std::string& into, std::size_t count) {
  auto& waiting = state_->waiting;
  std::size_t got = 0;
  while (got < count && (!waiting.empty() || fill())) {
    const auto taken = std::min(count - got, waiting.size());
    into += waiting.substr(0, taken);
    waiting.remove_prefix(taken);
    got += taken;
  }
  return got;
}

std::size_t ByteStream::skip(std::uint64_t count) {
  auto& waiting = state_->waiting;
  std::size_t got = 0;
  while (got < count && (!waiting.empty() || fill())) {
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(count - got, waiting.size()));
    waiting.remove_prefix(taken);
    got += taken;
  }
  return got;
}

}  // namespace recoupe::page
