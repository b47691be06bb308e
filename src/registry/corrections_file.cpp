#include "registry/corrections_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace recoupe::registry {
namespace {

namespace fs = std::filesystem;

constexpr int readable = 0644;

class Opened {
 public:
  Opened(fs::path const& file, int flags) : handle_(::open(file.c_str(), flags | O_CLOEXEC, readable)) {}
  ~Opened() {
    if (handle_ >= 0) ::close(handle_);
  }
  Opened(Opened const&) = delete;
  Opened& operator=(Opened const&) = delete;

  bool write(std::string_view bytes) const {
    while (handle_ >= 0 && !bytes.empty()) {
      const auto written = ::write(handle_, bytes.data(), bytes.size());
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return handle_ >= 0 && ::fsync(handle_) == 0;
  }

 private:
  int handle_;
};

// Whether the last line was left without its end, as an editor may leave it.
bool ends_within_a_line(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in.seekg(-1, std::ios::end)) return false;
  return in.get() != '\n';
}

std::unexpected<std::string> not_written(fs::path const& file) {
  return std::unexpected(file.string() + " cannot be written");
}

}  // namespace

std::expected<std::vector<Correction>, std::string> read_corrections(fs::path const& file) {
  std::ifstream in(file);
  if (!in) return std::unexpected(file.string() + " cannot be read");
  std::vector<Correction> all;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    auto one = correction_of(line);
    if (!one) return std::unexpected(file.string() + ":" + std::to_string(number) + ": " + one.error());
    all.push_back(std::move(*one));
  }
  return all;
}

std::expected<void, std::string> append_correction(fs::path const& file, Correction const& correction) {
  const std::string before = ends_within_a_line(file) ? "\n" : "";
  if (!Opened(file, O_WRONLY | O_APPEND | O_CREAT).write(before + to_line(correction) + "\n")) return not_written(file);
  return {};
}

std::expected<void, std::string> withdraw_correction(fs::path const& file, std::string const& id) {
  std::ifstream in(file);
  if (!in) return std::unexpected(file.string() + " cannot be read");
  std::string kept;
  for (std::string line; std::getline(in, line);) {
    const auto one = correction_of(line);
    if (!one || one->id != id) kept.append(line).append("\n");
  }
  auto beside = file;
  beside += ".new";
  if (!Opened(beside, O_WRONLY | O_TRUNC | O_CREAT).write(kept)) return not_written(beside);
  std::error_code failed;
  fs::rename(beside, file, failed);
  if (failed) return not_written(file);
  return {};
}

}  // namespace recoupe::registry
