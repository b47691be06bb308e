// Linking a register again after pages came or went, and writing what differs.
#pragma once

#include <string>
#include <vector>

#include "encounter/reading.hpp"
#include "registry/kept_cards.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

// `cards` are of all pages; `added` are ids of reports whose pairs are not known yet, sorted; `removed` what the
// reports that went held.
void relink(store::Session& session, encounter::Words const& words, std::vector<KeptCard> cards,
            std::vector<std::string> const& added, std::vector<reuse::Printed> removed, unsigned jobs);

}  // namespace recoupe::registry
