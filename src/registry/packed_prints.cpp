#include "registry/packed_prints.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t print_bytes = 8;
constexpr unsigned byte_bits = 8;

void append(std::string& bytes, reuse::Print print) {
  for (std::size_t i = 0; i < print_bytes; ++i) bytes += static_cast<char>(print >> (byte_bits * i) & 0xFFU);
}

reuse::Print print_at(std::string_view bytes, std::size_t at) {
  reuse::Print print = 0;
  for (std::size_t i = 0; i < print_bytes; ++i)
    print |= static_cast<reuse::Print>(static_cast<unsigned char>(bytes[at + i])) << (byte_bits * i);
  return print;
}

}  // namespace

std::string pack_prints(reuse::Printed const& printed) {
  std::string bytes;
  append(bytes, printed.content);
  for (auto print : printed.prints) append(bytes, print);
  return bytes + printed.language;
}

std::optional<reuse::Printed> unpack_prints(std::string_view bytes) {
  if (bytes.size() < print_bytes) return std::nullopt;
  reuse::Printed printed;
  printed.content = print_at(bytes, 0);
  std::size_t at = print_bytes;
  for (; at + print_bytes <= bytes.size(); at += print_bytes) printed.prints.push_back(print_at(bytes, at));
  printed.language = bytes.substr(at);
  return printed;
}

}  // namespace recoupe::registry
