// Foreign text on a terminal.
//
//   visible("a\x1b[2Jb");      // "a\\x1b[2Jb": control bytes and direction overrides are shown, never obeyed
//   isolated("الرباط")        // between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE
#pragma once

#include <string>
#include <string_view>

namespace recoupe::cli {

// Every control code point (C0, C1, and the bidirectional ones) as an escape; invalid UTF-8 as U+FFFD.
std::string visible(std::string_view foreign);

// visible(), kept from reordering its neighbours.
std::string isolated(std::string_view foreign);

}  // namespace recoupe::cli
