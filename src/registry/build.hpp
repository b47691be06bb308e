// The whole way of a heap: from inputs to a register. build() is the house in one view.
//
//   auto outcome = build(inputs, "register.db", options, words, on_refused);
//   outcome->pages; outcome->refused;
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "encounter/reading.hpp"
#include "link/register.hpp"
#include "store/store.hpp"

namespace recoupe::registry {

struct Options {
  page::Limits limits;
  store::Existing existing = store::Existing::refuse;
  unsigned jobs = 0;                        // 0: one for each core
  std::atomic<bool> const* stop = nullptr;  // once it is true no further page is read, and nothing is written
};

struct Refused {
  std::string path;    // with the line of a JSON Lines file where there is one
  std::string reason;  // one sentence
};

struct Outcome {
  std::size_t pages = 0;         // read into the register
  std::size_t duplicates = 0;    // the same bytes given again
  std::vector<Refused> refused;  // in the order of the inputs
  std::vector<Refused> notes;    // pages that were read, with what a person should know of it
};

struct Error {
  std::string message;
  bool nothing_left = false;  // every input was refused
  std::vector<Refused> refused;
};

// Files, folders (read recursively in sorted order, "*_files" folders skipped), and JSON Lines files of
// {"html" or "text" or "path","url","id"}. A refused input never stops the rest.
std::expected<Outcome, Error> build(std::vector<std::filesystem::path> const& inputs,
                                    std::filesystem::path const& target, Options const& options,
                                    encounter::Words const& words);

// The same for a register that is there: it becomes what one build of all its pages would be. Nothing of it changes
// where this fails or is stopped.
std::expected<Outcome, Error> add(std::filesystem::path const& target, std::vector<std::filesystem::path> const& inputs,
                                  Options const& options, encounter::Words const& words);

// Takes reports, by id, path or URL, out again. What was asked for and is not there comes back.
std::expected<std::vector<std::string>, Error> remove(std::filesystem::path const& target,
                                                      std::vector<std::string> const& reports, Options const& options,
                                                      encounter::Words const& words);

// Takes into `target` all that `other` holds, its corrections too: what one build of the pages of both would give.
// `other` stays as it is. How many reports were new.
std::expected<std::size_t, Error> merge(std::filesystem::path const& target, std::filesystem::path const& other,
                                        Options const& options, encounter::Words const& words);

// The register of pages held in memory: what build() writes.
link::Register make_register(std::vector<page::Report> reports, Options const& options, encounter::Words const& words);

}  // namespace recoupe::registry
