#include "cli/progress.hpp"

#include <cmath>
#include <ostream>
#include <utility>

namespace recoupe::cli {

std::string progress_line(std::size_t done, std::size_t total, double seconds, std::string const& noun) {
  auto line = std::to_string(done);
  if (total != 0) line += " of " + std::to_string(total);
  line += ' ' + noun;
  if (seconds <= 0 || done == 0) return line;
  const auto rate = static_cast<double>(done) / seconds;
  line += ", " + std::to_string(std::lround(rate)) + " a second";
  if (total > done) line += ", " + std::to_string(std::lround(static_cast<double>(total - done) / rate)) + " s left";
  return line;
}

Progress::Progress(std::ostream* out, std::string noun, std::size_t total)
    : out_(out), noun_(std::move(noun)), total_(total) {}

Progress::~Progress() {
  if (shown_) *out_ << "\r\x1b[K" << std::flush;
}

void Progress::add(std::size_t more) {
  constexpr std::chrono::milliseconds first{1000};
  constexpr std::chrono::milliseconds between{200};
  done_ += more;
  if (out_ == nullptr) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - begun_ < first || now - told_ < between) return;
  told_ = now;
  shown_ = true;
  const std::chrono::duration<double> spent = now - begun_;
  *out_ << "\r\x1b[K" << progress_line(done_, total_, spent.count(), noun_) << std::flush;
}

}  // namespace recoupe::cli
