#include "serve/token.hpp"

#include <random>

namespace recoupe::serve {

std::string make_token() {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::random_device system;  // the kernel's, on Linux
  std::string token;
  for (int word = 0; word < 4; ++word) {
    auto bits = system();
    for (int digit = 0; digit < 8; ++digit, bits >>= 4U) token += digits[bits & 0xFU];
  }
  return token;
}

bool bears(std::string_view authorization, std::string_view token) {
  static constexpr std::string_view scheme = "Bearer ";
  if (token.empty() || !authorization.starts_with(scheme)) return false;
  const auto given = authorization.substr(scheme.size());
  unsigned differences = given.size() == token.size() ? 0U : 1U;
  for (std::size_t at = 0; at < token.size(); ++at) {
    const char one = at < given.size() ? given[at] : '\0';
    differences |= static_cast<unsigned char>(one ^ token[at]);
  }
  return differences == 0;
}

}  // namespace recoupe::serve
