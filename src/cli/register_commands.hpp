// The commands that make and read a register: build, export, show.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "encounter/reading.hpp"
#include "registry/build.hpp"

namespace recoupe::cli {

ExitCode build(std::vector<std::filesystem::path> const& inputs, std::filesystem::path const& target,
               registry::Options const& options, encounter::Words const& words, std::ostream& complaints);

ExitCode export_register(std::filesystem::path const& file, std::string const& format, std::ostream& out,
                         std::ostream& complaints);

// The timeline: one encounter a paragraph, in the order of their dates. `query` (folded) keeps those in which a
// participant, place or topic holds it.
ExitCode show(std::filesystem::path const& file, std::string const& query, std::ostream& out, std::ostream& complaints);

}  // namespace recoupe::cli
