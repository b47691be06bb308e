// Values to bytes and back: numbers by seven bits, texts and lists behind their length. A type takes part by a function
// `template <class Archive> void fields(Archive& archive, Type& value) { archive(value.a, value.b); }`.
//
//   auto bytes = pack(value);
//   auto same = unpack<Type>(bytes);       // nothing where the bytes are no such value
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace recoupe::link {

namespace packing {

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_number = std::is_integral_v<T> || std::is_enum_v<T>;

}  // namespace packing

class Packer {
 public:
  template <class... T>
  void operator()(T const&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void number(std::uint64_t value) {
    constexpr std::uint64_t seven_bits = 0x7F;
    for (; value > seven_bits; value >>= 7U) bytes_ += static_cast<char>((value & seven_bits) | 0x80U);
    bytes_ += static_cast<char>(value);
  }

  template <class T>
  void put(T const& value) {
    if constexpr (packing::is_number<T>) {
      number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, double>) {
      number(std::bit_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
      number(value.size());
      bytes_ += value;
    } else if constexpr (packing::is_list<T>) {
      number(value.size());
      for (auto const& one : value) put(one);
    } else if constexpr (packing::is_optional<T>) {
      number(value ? 1 : 0);
      if (value) put(*value);
    } else {
      fields(*this, const_cast<T&>(value));
    }
  }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  // Everything was there, and nothing more.
  bool complete() const { return !failed_ && rest_.empty(); }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return failed_ = true, 0;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80U) return value;
    }
    failed_ = true;
    return 0;
  }

  // A length that the bytes left can hold.
  std::size_t length() {
    const auto size = number();
    if (size <= rest_.size()) return size;
    failed_ = true;
    return 0;
  }

  template <class T>
  void get(T& value) {
    if constexpr (packing::is_number<T>) {
      value = static_cast<T>(number());
    } else if constexpr (std::is_same_v<T, double>) {
      value = std::bit_cast<double>(number());
    } else if constexpr (std::is_same_v<T, std::string>) {
      const auto size = length();
      value = rest_.substr(0, size);
      rest_.remove_prefix(size);
    } else if constexpr (packing::is_list<T>) {
      value.resize(length());
      for (auto& one : value) {
        if (!failed_) get(one);
      }
    } else if constexpr (packing::is_optional<T>) {
      if (number() == 0) return value.reset();
      get(value.emplace());
    } else {
      fields(*this, value);
    }
  }

  std::string_view rest_;
  bool failed_ = false;
};

template <class T>
std::string pack(T const& value) {
  Packer packer;
  packer(value);
  return packer.take();
}

template <class T>
std::optional<T> unpack(std::string_view bytes) {
  Unpacker unpacker(bytes);
  std::optional<T> value(std::in_place);
  unpacker(*value);
  if (!unpacker.complete()) value.reset();
  return value;
}

}  // namespace recoupe::link
