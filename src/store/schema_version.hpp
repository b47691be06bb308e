// What says that a file is a register, and of which schema.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "store/store.hpp"

namespace recoupe::store {

inline constexpr std::int64_t application_id = 0x52454355;  // "RECU"
inline constexpr std::int64_t schema_version = 3;

// The schema of the register at `path`; an error where there is none, or one of a later program.
std::expected<std::int64_t, Error> version_of(std::filesystem::path const& path);

// The statements that stamp a new file.
std::string stamp();

}  // namespace recoupe::store
