// Judgements over HTTP: what a request must bring with it, and what becomes of it.
//
//   auto answered = answer_correcting(corrector, token, asked);      // of /api/corrections and /api/corrections/ID
#pragma once

#include <string>

#include "serve/asked.hpp"
#include "serve/corrector.hpp"

namespace recoupe::serve {

bool is_correcting(std::string_view path);

// Anybody who may read may read what was said; only who has the token may say something.
Answered answer_correcting(Corrector& corrector, std::string const& token, Asked const& asked);

}  // namespace recoupe::serve
