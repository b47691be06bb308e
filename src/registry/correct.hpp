// Hand corrections of a register. They are kept in its own tables, survive every rebuild of what they correct, and win
// over what was inferred.
//
//   correct("register.db", {correction}, options, words);
//   undo("register.db", "c…", options, words);
//   auto all = corrections("register.db");
#pragma once

#include "registry/build.hpp"
#include "registry/correction.hpp"

namespace recoupe::registry {

struct KnownCorrection {
  Correction correction;
  std::string standing;  // anchored, approximate, unanchored, overruled, undone
};

// Takes them and links again. Gives all corrections that the register now has, with how each stands.
std::expected<std::vector<KnownCorrection>, Error> correct(std::filesystem::path const& target,
                                                           std::vector<Correction> const& said, Options const& options,
                                                           encounter::Words const& words);

// `id` empty: the last one that is not undone yet. An undone correction stays in the list.
std::expected<std::vector<KnownCorrection>, Error> undo(std::filesystem::path const& target, std::string const& id,
                                                        Options const& options, encounter::Words const& words);

std::expected<std::vector<KnownCorrection>, Error> corrections(std::filesystem::path const& target);

// What a correction of this encounter (by any of its ids, or a telling's) is anchored by: words of that telling, else
// of the first that tells it as news.
std::expected<Anchor, Error> anchor_of(std::filesystem::path const& target, std::string const& id);

// Takes a person out of tables, search and texts, by every name given, whole or as a surname beside it, and keeps the
// names from coming back with other pages. Nothing undoes this.
std::expected<std::size_t, Error> forget(std::filesystem::path const& target, std::vector<std::string> const& names,
                                         Options const& options, encounter::Words const& words);

}  // namespace recoupe::registry
