#include "page/zip.hpp"

#include <algorithm>
#include <string_view>

namespace recoupe::page {
namespace {

constexpr std::size_t size_of_end = 22;
constexpr std::size_t size_of_central = 46;
constexpr std::size_t size_of_local = 30;

std::uint32_t number_at(std::string_view bytes, std::size_t at, unsigned width) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < width && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

// Fewer bytes where the file ends before.
std::string bytes_at(std::istream& in, std::uint64_t offset, std::size_t count) {
  std::string bytes(count, '\0');
  in.clear();
  in.seekg(static_cast<std::streamoff>(offset));
  in.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  return bytes;
}

struct Directory {
  std::uint32_t size = 0;
  std::uint32_t offset = 0;
};

std::expected<Directory, std::string> find_directory(std::istream& in) {
  constexpr std::uint64_t longest_comment = 65535;
  in.seekg(0, std::ios::end);
  const auto end = in.tellg();
  if (end < static_cast<std::streamoff>(size_of_end)) return std::unexpected("is too short for a zip file");
  const auto length = static_cast<std::uint64_t>(end);
  const auto tail_size = std::min<std::uint64_t>(length, size_of_end + longest_comment);
  const auto tail = bytes_at(in, length - tail_size, static_cast<std::size_t>(tail_size));
  const auto at = tail.rfind("PK\x05\x06");
  if (at == std::string::npos || at + size_of_end > tail.size())
    return std::unexpected("has no directory: it is no zip file, or cut off");
  const Directory found{number_at(tail, at + 12, 4), number_at(tail, at + 16, 4)};
  if (found.offset == 0xFFFFFFFFU) return std::unexpected("is a zip file of more than 4 GB, which is not read");
  return found;
}

}  // namespace

std::expected<std::vector<ZipEntry>, std::string> read_zip_directory(std::istream& in) {
  constexpr std::size_t most = 64U << 20U;  // bytes of a directory
  const auto directory = find_directory(in);
  if (!directory) return std::unexpected(directory.error());
  if (directory->size > most) return std::unexpected("has a directory beyond all measure");
  const auto bytes = bytes_at(in, directory->offset, directory->size);
  std::vector<ZipEntry> entries;
  for (std::size_t at = 0; at + size_of_central <= bytes.size();) {
    if (!std::string_view(bytes).substr(at).starts_with("PK\x01\x02")) break;
    const auto name = number_at(bytes, at + 28, 2);
    const std::size_t more = number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    ZipEntry entry;
    entry.method = static_cast<std::uint16_t>(number_at(bytes, at + 10, 2));
    entry.packed = number_at(bytes, at + 20, 4);
    entry.size = number_at(bytes, at + 24, 4);
    entry.offset = number_at(bytes, at + 42, 4);
    entry.name = bytes.substr(at + size_of_central, name);
    if (!entry.name.empty() && !entry.name.ends_with('/')) entries.push_back(std::move(entry));
    at += size_of_central + name + more;
  }
  std::ranges::stable_sort(entries, {}, &ZipEntry::name);
  return entries;
}

std::expected<std::uint64_t, UnpackError> begin_of(std::istream& in, ZipEntry const& entry) {
  const auto local = bytes_at(in, entry.offset, size_of_local);
  if (local.size() < size_of_local || !local.starts_with("PK\x03\x04")) return std::unexpected(UnpackError::damaged);
  return std::uint64_t{entry.offset} + size_of_local + number_at(local, 26, 2) + number_at(local, 28, 2);
}

std::expected<std::string, UnpackError> read_zip_entry(std::istream& in, ZipEntry const& entry, std::size_t most) {
  if (entry.size > most || entry.packed > most) return std::unexpected(UnpackError::too_large);
  const auto begin = begin_of(in, entry);
  if (!begin) return std::unexpected(begin.error());
  auto bytes = bytes_at(in, *begin, entry.packed);
  if (bytes.size() < entry.packed) return std::unexpected(UnpackError::damaged);
  if (entry.method == 0) return bytes;
  if (entry.method != 8) return std::unexpected(UnpackError::damaged);
  return inflate(bytes, Packing::deflate, most);
}

}  // namespace recoupe::page
