// The log that stays beside a register while somebody reads it.
#pragma once

#include <filesystem>

namespace recoupe::store {

// Before another file takes its place: the log would be taken for the new one's. What it holds goes into the old file.
void end_log_of(std::filesystem::path const& path);

}  // namespace recoupe::store
