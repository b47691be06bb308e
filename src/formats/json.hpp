// A register as JSON (recoupe-register/1, docs/register.md), canonical: the same register gives the same bytes.
//
//   write_json(std::cout, made);
#pragma once

#include <iosfwd>
#include <string>

#include "link/register.hpp"

namespace recoupe::formats {

void write_json(std::ostream& out, link::Register const& made);
std::string to_json(link::Register const& made);

}  // namespace recoupe::formats
