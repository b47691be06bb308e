// Where the encoder's model file is.
//
//   find_model("");       // the first that exists; empty where none does
//
// In this order: the file named, else the one that RECOUPE_MODEL names, else e5-small-q4.bin beside the program, in
// ../share/recoupe seen from it, or where the build fetched it to.
#pragma once

#include <filesystem>

namespace recoupe::encoder {

std::filesystem::path find_model(std::filesystem::path const& named = {});

}  // namespace recoupe::encoder
