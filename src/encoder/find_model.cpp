#include "encoder/find_model.hpp"

#include <cstdlib>

namespace recoupe::encoder {
namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "e5-small-q4.bin";

}  // namespace

fs::path find_model(fs::path const& named) {
  if (!named.empty()) return named;
  if (const char* told = std::getenv("RECOUPE_MODEL"); told != nullptr && *told != '\0') return told;
  std::error_code failed;
  const auto program = fs::read_symlink("/proc/self/exe", failed).parent_path();
  for (auto const& place :
       {program / file_name, program / ".." / "share" / "recoupe" / file_name, fs::path(RECOUPE_MODEL_FILE)}) {
    if (fs::is_regular_file(place, failed)) return place;
  }
  return {};
}

}  // namespace recoupe::encoder
