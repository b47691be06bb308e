// serve and site: the register for people to look at.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "cli/exit_code.hpp"
#include "lexicon/lexicon.hpp"
#include "serve/server.hpp"
#include "serve/site.hpp"

namespace recoupe::cli {

// Serves until a signal ends it, and says on `complaints` where.
ExitCode serve(std::filesystem::path const& file, serve::Listening const& where, lexicon::Lexicon const& lexicon,
               std::ostream& complaints);

// One answer of the API, on `out`; a refusal is an answer too, with exit code 3.
ExitCode answer(std::filesystem::path const& file, std::string const& question, lexicon::Lexicon const& lexicon,
                std::ostream& out, std::ostream& complaints);

ExitCode site(std::filesystem::path const& file, std::filesystem::path const& folder,
              serve::Publication const& publication, lexicon::Lexicon const& lexicon, std::ostream& complaints);

}  // namespace recoupe::cli
