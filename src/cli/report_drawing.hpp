// A report as a person sees it: each block of the page, whether it was taken, and why.
#pragma once

#include <string>

#include "cli/terminal.hpp"
#include "page/report.hpp"

namespace recoupe::cli {

//   saved/a.html · 2021-04-07 (json_ld) · fr · The Herald
//   = paragraph  Text of the article, over as many lines as it takes.      text of the article's element
//   · noise      Read also: …                                              a notice
// "=" stands beside the body, "+" beside what is kept apart from it, "·" beside what is left.
std::string drawing_of(page::Report const& report, Screen const& screen);

}  // namespace recoupe::cli
