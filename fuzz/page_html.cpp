// Any bytes as markup, in the charset that they declare themselves and in one of the older ones.
#include "page_room.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fuzz::read_one(bytes, recoupe::page::Form::html);
  fuzz::read_one(bytes, recoupe::page::Form::html, "windows-1256");
  return 0;
}
