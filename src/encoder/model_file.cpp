#include "encoder/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace recoupe::encoder {
namespace {

constexpr std::size_t most_pieces = 4'000'000;
constexpr std::size_t most_tensors = 10'000;

using Bytes = std::span<const std::uint8_t>;

struct Mapped {
  std::shared_ptr<const void> owner;
  Bytes bytes;
};

Mapped map_file(std::filesystem::path const& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return {};
  struct stat status{};
  Mapped mapped;
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    if (auto* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0); start != MAP_FAILED) {
      mapped.owner = std::shared_ptr<const void>(start, [start, size](const void*) { ::munmap(start, size); });
      mapped.bytes = {static_cast<const std::uint8_t*>(start), size};
    }
  }
  ::close(file);
  return mapped;
}

float half_to_float(std::uint16_t half) {
  const auto exponent = (half >> 10U) & 0x1FU;
  const auto fraction = static_cast<float>(half & 0x3FFU);
  const auto magnitude =
      exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, static_cast<int>(exponent) - 25);
  return (half & 0x8000U) != 0 ? -magnitude : magnitude;
}

bool rises_within(std::vector<std::uint32_t> const& offsets, std::size_t end) {
  return std::ranges::is_sorted(offsets) && !offsets.empty() && offsets.back() <= end;
}

}  // namespace

// Reads on; after the first read beyond the end everything is zero and `failed` is true.
class ModelFile::Reader {
 public:
  explicit Reader(Bytes bytes) : rest_(bytes) {}

  Bytes take(std::size_t count) {
    if (count > rest_.size()) {
      failed_ = true;
      rest_ = {};
      return {};
    }
    const auto taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
  }

  template <class T>
  T value() {
    T made{};
    if (const auto bytes = take(sizeof(T)); !bytes.empty()) std::memcpy(&made, bytes.data(), sizeof(T));
    return made;
  }

  // A count as the file gives it, refused where it is negative or above `most`.
  std::size_t count(std::size_t most) {
    const auto given = value<std::int32_t>();
    if (given < 0 || static_cast<std::size_t>(given) > most) failed_ = true;
    return failed_ ? 0 : static_cast<std::size_t>(given);
  }

  template <class T>
  std::vector<T> values(std::size_t wanted) {
    const auto bytes = take(wanted * sizeof(T));
    std::vector<T> made(bytes.size() / sizeof(T));
    if (!made.empty()) std::memcpy(made.data(), bytes.data(), bytes.size());
    return made;
  }

  bool failed() const { return failed_; }
  void fail() { failed_ = true; }

 private:
  Bytes rest_;
  bool failed_ = false;
};

void ModelFile::read_shape(Reader& reader) {
  reader.value<std::uint32_t>();  // version
  shape_.hidden = reader.count(4096);
  shape_.layers = reader.count(64);
  shape_.heads = reader.count(64);
  shape_.feed_forward = reader.count(16384);
  shape_.words = reader.count(most_pieces);
  shape_.positions = reader.count(4096);
  reader.value<std::int32_t>();  // types of tokens: the first one is used
  shape_.epsilon = reader.value<float>();
  if (reader.value<std::int32_t>() != static_cast<std::int32_t>(block_weights)) reader.fail();
}

void ModelFile::read_pieces(Reader& reader) {
  const auto pieces = reader.count(most_pieces);
  pieces_.begin = reader.value<std::uint32_t>();
  pieces_.end = reader.value<std::uint32_t>();
  reader.value<std::uint32_t>();  // padding: batches here have none
  pieces_.unknown = reader.value<std::uint32_t>();
  const auto bytes = reader.value<std::uint64_t>();
  pieces_.offsets = reader.values<std::uint32_t>(pieces + 1);
  pieces_.scores = reader.values<float>(pieces);
  const auto taken = reader.take(bytes);
  pieces_.bytes = {reinterpret_cast<const char*>(taken.data()), taken.size()};
}

void ModelFile::read_normalisation(Reader& reader) {
  const auto entries = reader.count(most_pieces);
  Reader table(reader.take(reader.value<std::uint32_t>()));
  normalisation_.offsets.push_back(0);
  for (std::size_t i = 0; i < entries && !table.failed(); ++i) {
    normalisation_.code_points.push_back(table.value<std::uint32_t>());
    for (auto put : table.values<std::uint32_t>(table.value<std::uint8_t>()))
      normalisation_.replacements.push_back(put);
    normalisation_.offsets.push_back(static_cast<std::uint32_t>(normalisation_.replacements.size()));
  }
  if (table.failed()) reader.fail();
}

void ModelFile::read_directory(Reader& reader, Bytes whole) {
  const auto tensors = reader.count(most_tensors);
  for (std::size_t i = 0; i < tensors && !reader.failed(); ++i) {
    const auto name = reader.take(reader.value<std::uint16_t>());
    Tensor tensor;
    tensor.is_packed = reader.value<std::uint8_t>() != 0;
    tensor.count = reader.value<std::uint32_t>();
    const auto offset = reader.value<std::uint64_t>();
    const auto size = reader.value<std::uint64_t>();
    const auto expected = tensor.is_packed ? tensor.count / block_weights * block_bytes : tensor.count * sizeof(float);
    if (size != expected || offset > whole.size() || size > whole.size() - offset) return reader.fail();
    tensor.bytes = whole.subspan(offset, size);
    tensors_.emplace(std::string(name.begin(), name.end()), tensor);
  }
}

bool ModelFile::is_sound() const {
  const bool pieces = pieces_.offsets.size() == pieces_.size() + 1 && pieces_.size() > 4 &&
                      rises_within(pieces_.offsets, pieces_.bytes.size()) && pieces_.begin < pieces_.size() &&
                      pieces_.end < pieces_.size() && pieces_.unknown < pieces_.size();
  const bool shape = shape_.hidden > 0 && shape_.layers > 0 && shape_.heads > 0 && shape_.positions > 8 &&
                     shape_.words >= pieces_.size() && shape_.hidden % (shape_.heads * block_weights) == 0 &&
                     shape_.feed_forward > 0 && shape_.feed_forward % block_weights == 0;
  return pieces && shape && std::ranges::is_sorted(normalisation_.code_points);
}

std::expected<ModelFile, Error> ModelFile::open(std::filesystem::path const& path) {
  static_assert(std::endian::native == std::endian::little, "the file is little-endian");
  auto [owner, bytes] = map_file(path);
  if (bytes.empty()) return std::unexpected(Error::no_file);
  Reader reader(bytes);
  const auto magic = reader.take(4);
  if (!std::ranges::equal(magic, std::string_view("E5S1"))) return std::unexpected(Error::not_a_model);
  ModelFile file;
  file.mapping_ = std::move(owner);
  file.read_shape(reader);
  file.read_pieces(reader);
  file.read_normalisation(reader);
  file.read_directory(reader, bytes);
  if (reader.failed() || !file.is_sound()) return std::unexpected(Error::not_a_model);
  return file;
}

Bytes ModelFile::packed(std::string const& name, std::size_t count) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end() || !found->second.is_packed || found->second.count != count) return {};
  return found->second.bytes;
}

std::vector<float> ModelFile::floats(std::string const& name, std::size_t count) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end() || found->second.count != count) return {};
  auto const& tensor = found->second;
  std::vector<float> made(count);
  if (!tensor.is_packed) {
    std::memcpy(made.data(), tensor.bytes.data(), tensor.bytes.size());
    return made;
  }
  const std::span<float> out(made);
  for (std::size_t block = 0; block < count / block_weights; ++block) {
    unpack_block(tensor.bytes.subspan(block * block_bytes).first<block_bytes>(),
                 out.subspan(block * block_weights).first<block_weights>());
  }
  return made;
}

void unpack_block(std::span<const std::uint8_t, block_bytes> block, std::span<float, block_weights> out) {
  const auto scale = half_to_float(static_cast<std::uint16_t>(block[0] | (block[1] << 8U)));
  constexpr std::size_t half = block_weights / 2;
  for (std::size_t i = 0; i < half; ++i) {
    const int byte = block[2 + i];
    out[i] = static_cast<float>((byte & 0x0F) - 8) * scale;
    out[i + half] = static_cast<float>((byte >> 4) - 8) * scale;
  }
}

}  // namespace recoupe::encoder
