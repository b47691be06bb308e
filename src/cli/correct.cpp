#include <algorithm>
#include <ostream>

#include "cli/register_commands.hpp"
#include "cli/terminal.hpp"
#include "registry/check.hpp"
#include "registry/correct.hpp"
#include "registry/corrections_file.hpp"

namespace recoupe::cli {
namespace {

using registry::Correction;
using registry::Judgement;
using Known = std::expected<std::vector<registry::KnownCorrection>, registry::Error>;

ExitCode list(Known const& known, std::ostream& out, std::ostream& complaints) {
  if (!known) {
    complaints << visible(known.error().message) << '\n';
    return nothing_done;
  }
  for (auto const& [correction, standing] : *known)
    out << standing << '\t' << visible(registry::to_line(correction)) << '\n';
  return done;
}

struct Said {
  Judgement judgement;
  std::size_t encounters;  // how many
  std::size_t words;       // behind them
};

std::expected<Said, std::string> judgement_of(std::string const& word) {
  using enum Judgement;
  if (word == "same") return Said{same, 2, 0};
  if (word == "different") return Said{different, 2, 0};
  if (word == "unsure") return Said{unsure, 2, 0};
  if (word == "not-an-encounter") return Said{not_an_encounter, 1, 0};
  if (word == "set") return Said{set, 1, 2};
  if (word == "strike") return Said{strike, 1, 1};
  return std::unexpected(word + " is no judgement");
}

// A correction of encounters by their ids.
std::expected<Correction, std::string> spoken(std::filesystem::path const& file, std::vector<std::string> const& said,
                                              Sayer const& sayer) {
  const auto known = judgement_of(said.front());
  if (!known) return std::unexpected(known.error());
  if (said.size() != 1 + known->encounters + known->words)
    return std::unexpected(said.front() + " takes " + std::to_string(known->encounters + known->words) + " words");
  Correction made{{}, sayer.who, sayer.when, sayer.why, known->judgement, {}, {}, {}};
  for (std::size_t i = 1; i <= known->encounters; ++i) {
    auto anchor = registry::anchor_of(file, said[i]);
    if (!anchor) return std::unexpected(anchor.error().message);
    made.about.push_back(std::move(*anchor));
  }
  if (known->words == 2) made.field = said[2];
  if (known->words > 0) made.value = said.back();
  return registry::correction_of(registry::to_line(made));  // with its id, and looked through
}

}  // namespace

ExitCode correct(std::filesystem::path const& file, std::vector<std::string> const& said, Sayer const& sayer,
                 registry::Options const& options, encounter::Words const& words, std::ostream& out,
                 std::ostream& complaints) {
  auto const& first = said.front();
  if (first == "list") return list(registry::corrections(file), out, complaints);
  if (first == "undo")
    return list(registry::undo(file, said.size() > 1 ? said[1] : std::string(), options, words), out, complaints);
  if (first == "forget") {
    const auto changed = registry::forget(file, {said.begin() + 1, said.end()}, options, words);
    if (!changed) {
      complaints << visible(changed.error().message) << '\n';
      return nothing_done;
    }
    complaints << *changed << (*changed == 1 ? " report" : " reports") << " without that name now\n";
    return done;
  }
  std::vector<Correction> all;
  if (said.size() == 1) {
    auto read = registry::read_corrections(first);
    if (!read) {
      const bool there = std::filesystem::exists(first);
      complaints << visible(read.error()) << (there ? "\n" : ", and is no judgement\n");
      return usage;
    }
    all = std::move(*read);
  } else {
    auto one = spoken(file, said, sayer);
    if (!one) {
      complaints << visible(one.error()) << '\n';
      return usage;
    }
    all.push_back(std::move(*one));
  }
  return list(registry::correct(file, all, options, words), out, complaints);
}

ExitCode check(std::filesystem::path const& file, std::ostream& out, std::ostream& complaints) {
  const auto checked = registry::check(file);
  if (!checked) {
    complaints << visible(checked.error().message) << '\n';
    return nothing_done;
  }
  for (auto const& finding : checked->findings) out << visible(finding) << '\n';
  if (checked->findings.empty()) complaints << checked->quotations << " quotations stand where they say; all is well\n";
  return checked->findings.empty() ? done : some_refused;
}

}  // namespace recoupe::cli
