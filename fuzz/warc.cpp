// Any bytes as a web archive, a zip file, and a page saved in one file.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "page/mhtml.hpp"
#include "page/warc.hpp"
#include "page/zip.hpp"

using namespace recoupe::page;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t most = 200'000;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::istringstream archive(bytes);
  WarcReader reader(archive, "fuzz", Limits{.bytes = most});
  while (auto next = reader.next()) {
    if (*next && (*next)->bytes.size() > most) std::abort();
  }
  std::istringstream zip(bytes);
  if (const auto entries = read_zip_directory(zip)) {
    for (auto const& entry : *entries) {
      if (const auto content = read_zip_entry(zip, entry, most); content && content->size() > most) std::abort();
    }
  }
  if (is_mhtml(bytes)) {
    if (const auto page = read_mhtml(bytes, most); page && page->bytes.size() > most) std::abort();
  }
  Input saved;
  saved.bytes = bytes;
  read_saved_comment(saved);
  return 0;
}
