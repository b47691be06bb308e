#include "serve/etag.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace recoupe::serve {

std::string etag_of(std::string_view body) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  std::array<char, 24> digits{};
  std::snprintf(digits.data(), digits.size(), "\"%016llx\"", static_cast<unsigned long long>(hash));
  return digits.data();
}

bool matches(std::string_view if_none_match, std::string_view tag) {
  return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

}  // namespace recoupe::serve
