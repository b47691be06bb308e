// A text's prints as the register keeps them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reuse/prints.hpp"

namespace recoupe::registry {

std::string pack_prints(reuse::Printed const& printed);
std::optional<reuse::Printed> unpack_prints(std::string_view bytes);

}  // namespace recoupe::registry
