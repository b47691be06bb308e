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

ExitCode build(std::vector<std::filesystem::path> const& inputs, std::filesystem::path const& target,
               registry::Options const& options, encounter::Words const& words, std::ostream& complaints) {
  const auto outcome = registry::build(inputs, target, options, words);
  if (!outcome) {
    name_refused(outcome.error().refused, complaints);
    complaints << visible(outcome.error().message) << '\n';
    return nothing_done;
  }
  name_refused(outcome->refused, complaints);
  name_refused(outcome->notes, complaints);
  complaints << counted(outcome->pages, "page", "pages") << " in " << visible(target.string());
  if (outcome->duplicates != 0) complaints << ", " << outcome->duplicates << " given more than once";
  if (!outcome->refused.empty()) complaints << ", " << outcome->refused.size() << " refused";
  complaints << '\n';
  return exit_code(outcome->pages, outcome->refused.size());
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
