#include "cli/register_commands.hpp"

#include <algorithm>
#include <ostream>

#include "cli/terminal.hpp"
#include "formats/json.hpp"
#include "store/store.hpp"
#include "text/fold.hpp"

namespace recoupe::cli {
namespace {

void name_refused(std::vector<registry::Refused> const& refused, std::ostream& complaints) {
  for (auto const& one : refused) complaints << visible(one.path) << ": " << visible(one.reason) << '\n';
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

namespace {

ExitCode report(std::expected<registry::Outcome, registry::Error> const& outcome, std::filesystem::path const& target,
                const char* where, std::ostream& complaints) {
  if (!outcome) {
    name_refused(outcome.error().refused, complaints);
    complaints << visible(outcome.error().message) << '\n';
    return nothing_done;
  }
  name_refused(outcome->refused, complaints);
  name_refused(outcome->notes, complaints);
  complaints << counted(outcome->pages, "page", "pages") << where << visible(target.string());
  if (outcome->duplicates != 0) complaints << ", " << outcome->duplicates << " given more than once";
  if (!outcome->refused.empty()) complaints << ", " << outcome->refused.size() << " refused";
  complaints << '\n';
  return exit_code(outcome->pages + outcome->duplicates, outcome->refused.size());
}

}  // namespace

ExitCode build(std::vector<std::filesystem::path> const& inputs, std::filesystem::path const& target,
               registry::Options const& options, encounter::Words const& words, std::ostream& complaints) {
  return report(registry::build(inputs, target, options, words), target, " in ", complaints);
}

ExitCode add(std::filesystem::path const& target, std::vector<std::filesystem::path> const& inputs,
             registry::Options const& options, encounter::Words const& words, std::ostream& complaints) {
  return report(registry::add(target, inputs, options, words), target, " added to ", complaints);
}

ExitCode remove(std::filesystem::path const& target, std::vector<std::string> const& reports,
                registry::Options const& options, encounter::Words const& words, std::ostream& complaints) {
  const auto unknown = registry::remove(target, reports, options, words);
  if (!unknown) {
    complaints << visible(unknown.error().message) << '\n';
    return nothing_done;
  }
  for (auto const& one : *unknown)
    complaints << visible(one) << ": is no report of " << visible(target.string()) << '\n';
  return exit_code(reports.size() - unknown->size(), unknown->size());
}

ExitCode merge(std::filesystem::path const& target, std::filesystem::path const& other,
               registry::Options const& options, encounter::Words const& words, std::ostream& complaints) {
  const auto fresh = registry::merge(target, other, options, words);
  if (!fresh) {
    complaints << visible(fresh.error().message) << '\n';
    return nothing_done;
  }
  complaints << counted(*fresh, "page", "pages") << " added to " << visible(target.string()) << '\n';
  return done;
}

ExitCode export_register(std::filesystem::path const& file, std::string const& format, std::ostream& out,
                         std::ostream& complaints) {
  if (format != "json") {
    complaints << "there is no format \"" << visible(format) << "\"; json is\n";
    return usage;
  }
  const auto made = store::read(file);
  if (!made) {
    complaints << visible(made.error().message) << '\n';
    return nothing_done;
  }
  formats::write_json(out, *made);
  return out.flush() ? done : nothing_done;
}

}  // namespace recoupe::cli
