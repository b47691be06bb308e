// Pages as browsers save them in one file: MHTML (RFC 2557), and HTML with a comment that tells where it came from.
#pragma once

#include "page/inputs.hpp"

namespace recoupe::page {

bool is_mhtml(std::string_view bytes);

// The page within; nothing where no part is one. The error is one sentence.
std::expected<Input, std::string> read_mhtml(std::string_view bytes, std::size_t most);

// Sets the address, and the day of saving, that a saved page's first comment gives (SingleFile, "saved from url=");
// what the input knows already stays.
void read_saved_comment(Input& input);

}  // namespace recoupe::page
