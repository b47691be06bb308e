// The entries of a zip file (APPNOTE.TXT 6.3, without encryption and without the 64-bit fields).
#pragma once

#include <cstdint>
#include <expected>
#include <istream>
#include <string>
#include <vector>

#include "page/inflate.hpp"

namespace recoupe::page {

struct ZipEntry {
  std::string name;
  std::uint16_t method = 0;  // 0 stored, 8 deflated
  std::uint32_t packed = 0;  // bytes in the file
  std::uint32_t size = 0;    // bytes once unpacked, as the directory says
  std::uint32_t offset = 0;  // of its local header
};

// Sorted by name; entries of folders are left out. The error is one sentence.
std::expected<std::vector<ZipEntry>, std::string> read_zip_directory(std::istream& in);

// Where an entry's bytes begin in the file; nothing where its local header cannot be read.
std::expected<std::uint64_t, UnpackError> begin_of(std::istream& in, ZipEntry const& entry);

std::expected<std::string, UnpackError> read_zip_entry(std::istream& in, ZipEntry const& entry, std::size_t most);

}  // namespace recoupe::page
