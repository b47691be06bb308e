// serve and site: the register for people to look at.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "cli/exit_code.hpp"
#include "encounter/reading.hpp"
#include "lexicon/lexicon.hpp"
#include "serve/server.hpp"
#include "serve/site.hpp"

namespace recoupe::cli {

// Serves until a signal ends it, and says on `complaints` where.
ExitCode serve(std::filesystem::path const& file, serve::Listening const& where, lexicon::Lexicon const& lexicon,
               std::ostream& complaints);

// The same, with a page for judging: judgements go into the file `said` and into the register. Who has the address
// that is printed may judge.
ExitCode serve_for_judging(std::filesystem::path const& file, std::filesystem::path const& said,
                           serve::Listening const& where, lexicon::Lexicon const& lexicon,
                           encounter::Words const& words, std::ostream& complaints);

// One answer of the API, on `out`; a refusal is an answer too, with exit code 3.
ExitCode answer(std::filesystem::path const& file, std::string const& question, lexicon::Lexicon const& lexicon,
                std::ostream& out, std::ostream& complaints);

ExitCode site(std::filesystem::path const& file, std::filesystem::path const& folder,
              serve::Publication const& publication, lexicon::Lexicon const& lexicon, std::ostream& complaints);

}  // namespace recoupe::cli
