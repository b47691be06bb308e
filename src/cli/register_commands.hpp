// The commands that make and read a register.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/interface.hpp"
#include "cli/terminal.hpp"
#include "encounter/reading.hpp"
#include "registry/build.hpp"

namespace recoupe::cli {

ExitCode build(std::vector<std::filesystem::path> const& inputs, std::filesystem::path const& target,
               registry::Options const& options, encounter::Words const& words, std::ostream& complaints);

// What `build` says of pages, for a register that is there.
ExitCode add(std::filesystem::path const& target, std::vector<std::filesystem::path> const& inputs,
             registry::Options const& options, encounter::Words const& words, std::ostream& complaints);

// `reports`: ids, paths or URLs.
ExitCode remove(std::filesystem::path const& target, std::vector<std::string> const& reports,
                registry::Options const& options, encounter::Words const& words, std::ostream& complaints);

ExitCode merge(std::filesystem::path const& target, std::filesystem::path const& other,
               registry::Options const& options, encounter::Words const& words, std::ostream& complaints);

// What is wrong with a register, a line each; `done` where nothing is.
ExitCode check(std::filesystem::path const& file, std::ostream& out, std::ostream& complaints);

// `said` is one of: a file of corrections; list; undo [ID]; same A B, different A B, unsure A B; not-an-encounter A;
// set A FIELD VALUE; strike A NAME; forget NAME…. A and B are ids of encounters or tellings.
struct Sayer {
  std::string who, when, why;
};
ExitCode correct(std::filesystem::path const& file, std::vector<std::string> const& said, Sayer const& sayer,
                 registry::Options const& options, encounter::Words const& words, std::ostream& out,
                 std::ostream& complaints);

ExitCode export_register(std::filesystem::path const& file, std::string const& format, std::ostream& out,
                         std::ostream& complaints);

// How a register is shown.
struct View {
  Interface interface;
  Screen screen;
  bool json = false;
  std::size_t most = 12;  // encounters in a brief
};

struct Filter {
  std::string query;  // folded: a participant, office, place, country or topic holds it
  std::string kind, status, certainty;
  std::string country;   // ISO code, of the place or a participant
  std::string language;  // some report that tells it is in this language
  std::string outlet;    // some report that tells it is of an outlet whose name holds this
  std::string from, to;  // EDTF: the encounter may lie between
};

// One screen: what happened, who says so, what each report adds or leaves out, what stays unknown.
ExitCode brief(link::Register const& made, View const& view, std::ostream& out);

// The timeline: one encounter a paragraph, in the order of their dates; as JSON, one a line.
ExitCode show(link::Register const& made, Filter const& filter, View const& view, std::ostream& out);

// `what` is an encounter's id (any that ever named it), or a report's id or path: each fact with the words that say it
// and the chain that they came through; or, for a report, which sentences tell something and why others do not.
ExitCode explain(link::Register const& made, std::string const& what, lexicon::Lexicon const& lexicon, View const& view,
                 std::ostream& out, std::ostream& complaints);

// Two pages side by side: what both say, in which words, and what only one says.
ExitCode diff(std::filesystem::path const& left, std::filesystem::path const& right, page::Limits const& limits,
              encounter::Words const& words, View const& view, std::ostream& out, std::ostream& complaints);

}  // namespace recoupe::cli
