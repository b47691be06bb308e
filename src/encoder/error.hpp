// Why there are no sentence vectors.
#pragma once

#include <cstdint>
#include <string_view>

namespace recoupe::encoder {

enum class Error : std::uint8_t {
  built_without,  // this program was built with -DRECOUPE_ENCODER=OFF
  no_file,        // no model file was found, or it cannot be opened
  not_a_model,    // it is cut short, or it is something else
  no_engine,      // oneDNN refuses to work on this machine
};

std::string_view describe(Error error);  // one sentence

}  // namespace recoupe::encoder
