// Any bytes as a text without markup.
#include "page_room.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_one({reinterpret_cast<const char*>(data), size}, recoupe::page::Form::text);
  return 0;
}
