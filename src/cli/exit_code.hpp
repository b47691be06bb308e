// How the program ends (DESIGN: the contract that scripts rely on).
#pragma once

#include <cstddef>

namespace recoupe::cli {

enum ExitCode : int {
  done = 0,
  some_refused = 1,  // done, some inputs were refused, each named on stderr
  usage = 2,
  nothing_done = 3,
};

inline ExitCode exit_code(std::size_t accepted, std::size_t refused) {
  if (refused == 0) return done;
  return accepted == 0 ? nothing_done : some_refused;
}

}  // namespace recoupe::cli
