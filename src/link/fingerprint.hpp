// Whether something is made of the same parts as before, in 64 bits.
//
//   const auto same = Fingerprint().add("r1").add(3).value();
#pragma once

#include <cstdint>
#include <string_view>

namespace recoupe::link {

class Fingerprint {
 public:
  Fingerprint& add(std::string_view part) {
    for (const char c : part) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * prime;  // FNV-1a
    hash_ = (hash_ ^ 0xFFU) * prime;
    return *this;
  }
  Fingerprint& add(std::uint64_t part) {
    hash_ = (hash_ ^ part) * 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 29U;
    return *this;
  }
  std::uint64_t value() const { return hash_; }

 private:
  static constexpr std::uint64_t prime = 0x100000001b3ULL;
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

}  // namespace recoupe::link
