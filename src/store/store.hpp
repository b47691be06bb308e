// The register on disk: one SQLite file (docs/schema.md), written in one transaction.
//
//   write("register.db", made, Existing::refuse);
//   auto back = read("register.db");             // equal to `made`
//
// Writing goes to a file beside the target that is renamed over it when complete: a reader sees the old register or
// the new one, never something between.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "link/register.hpp"

namespace recoupe::store {

enum class ErrorCode : std::uint8_t {
  exists,          // the target is there and replacing it was not asked for
  not_found,       // no such file
  not_a_register,  // a file of another kind, or damaged
  newer_schema,    // written by a later version
  io,              // the disk, permissions, space: SQLite's own words are in the message
};

struct Error {
  ErrorCode code;
  std::string message;
};

enum class Existing : std::uint8_t { refuse, replace };

std::expected<void, Error> write(std::filesystem::path const& path, link::Register const& made, Existing existing);
std::expected<link::Register, Error> read(std::filesystem::path const& path);

}  // namespace recoupe::store
