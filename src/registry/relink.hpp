// Linking a register again after pages came or went, and writing what differs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "encounter/reading.hpp"
#include "reuse/prints.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

std::string pack_prints(reuse::Printed const& printed);
std::optional<reuse::Printed> unpack_prints(std::string_view bytes);

// `added` are ids of reports whose pairs are not known yet, sorted; `removed` what the reports that went held.
void relink(store::Session& session, encounter::Words const& words, std::vector<std::string> const& added,
            std::vector<reuse::Printed> removed, unsigned jobs);

}  // namespace recoupe::registry
