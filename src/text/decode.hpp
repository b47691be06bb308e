// Bytes of a page to UTF-8.
//
//   auto page = decode(bytes, "windows-1256");   // a declared charset is tried after valid UTF-8
//   page.utf8; page.charset;                     // what it was read as, for the report
//
// Order: byte order mark; valid UTF-8; the declared name (an HTTP header or a meta element); ICU's detection.
#pragma once

#include <string>
#include <string_view>

namespace recoupe::text {

struct Decoded {
  std::string utf8;     // may hold U+FFFD where the charset does not fit
  std::string charset;  // IANA name of the charset that was used
};

Decoded decode(std::string_view bytes, std::string_view declared_charset = {});

}  // namespace recoupe::text
