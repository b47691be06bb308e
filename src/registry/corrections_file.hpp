// A file of corrections, one JSON line each (correction.hpp): what people say, outside any register.
//
//   auto said = read_corrections("said.jsonl");
//   append_correction("said.jsonl", correction);          // on the disk when it returns
//   withdraw_correction("said.jsonl", "c…");
//
// Errors are sentences for people.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "registry/correction.hpp"

namespace recoupe::registry {

std::expected<std::vector<Correction>, std::string> read_corrections(std::filesystem::path const& file);

std::expected<void, std::string> append_correction(std::filesystem::path const& file, Correction const& correction);

// All lines but that of `id`, by a file that is renamed over this one. A line that is no correction stays.
std::expected<void, std::string> withdraw_correction(std::filesystem::path const& file, std::string const& id);

}  // namespace recoupe::registry
