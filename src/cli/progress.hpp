// Progress of work that takes longer than a second, on a terminal; silent elsewhere.
//
//   Progress progress(isatty(STDERR_FILENO) ? &std::cerr : nullptr, "pages");
//   progress.add(64);                        // "1,024 pages, 512 a second"
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace recoupe::cli {

class Progress {
 public:
  // `out`: null to say nothing. `total`: of what is counted, 0 where it is not known.
  Progress(std::ostream* out, std::string noun, std::size_t total = 0);
  ~Progress();  // wipes its line
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  void add(std::size_t more);

 private:
  std::ostream* out_;
  std::string noun_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point told_ = begun_;
};

// "1,024 pages, 512 a second, 3 s left"; without the last where the total is unknown (0).
std::string progress_line(std::size_t done, std::size_t total, double seconds, std::string const& noun);

}  // namespace recoupe::cli
