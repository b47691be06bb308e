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

std::string who(link::Encounter const& encounter) {
  std::string line;
  for (auto const& participant : encounter.participants) {
    if (!line.empty()) line += " \u2194 ";
    line += isolated(participant.name);
    if (!participant.office.empty() && participant.office != participant.name)
      line += " (" + isolated(participant.office) + ")";
  }
  return line;
}

std::string where(link::Place const& place) {
  auto line = isolated(place.name.empty() ? place.venue : place.name);
  if (place.name.empty() && place.venue.empty()) line.clear();
  if (!place.country.empty()) line += (line.empty() ? "" : ", ") + visible(place.country);
  return line;
}

std::string standing_of(link::Encounter const& encounter) {
  auto line = counted(encounter.tellings.size(), "report", "reports") + " \u00B7 " +
              counted(encounter.independent_origins, "origin", "origins");
  for (auto const& origin : encounter.origins) {
    if (!origin.authority.empty()) line += " \u00B7 according to " + isolated(origin.authority);
  }
  return line;
}

bool holds(link::Encounter const& encounter, std::string const& folded) {
  const auto has = [&](std::string const& text) { return text::fold(text).find(folded) != std::string::npos; };
  return std::ranges::any_of(encounter.participants,
                             [&](auto const& p) { return has(p.name) || has(p.office) || has(p.country); }) ||
         has(encounter.place.name) || has(encounter.place.venue) || has(encounter.place.country) ||
         std::ranges::any_of(encounter.topics, [&](auto const& topic) { return has(topic.text); });
}

void print(link::Encounter const& encounter, std::ostream& out) {
  out << (encounter.date.empty() ? "date unknown" : encounter.date) << "  " << encounter.kind;
  if (encounter.status != "held") out << ", " << encounter.status;
  if (const auto place = where(encounter.place); !place.empty()) out << " \u00B7 " << place;
  out << "\n    " << who(encounter) << "\n    " << standing_of(encounter) << " \u00B7 " << encounter.certainty
      << " \u00B7 " << encounter.id << "\n\n";
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

ExitCode show(std::filesystem::path const& file, std::string const& query, std::ostream& out,
              std::ostream& complaints) {
  const auto made = store::read(file);
  if (!made) {
    complaints << visible(made.error().message) << '\n';
    return nothing_done;
  }
  const auto folded = text::fold(query);
  std::size_t shown = 0;
  for (auto const& encounter : made->encounters) {
    if (!holds(encounter, folded)) continue;
    print(encounter, out);
    ++shown;
  }
  out << counted(shown, "encounter", "encounters") << " in " << counted(made->reports.size(), "report", "reports")
      << '\n';
  return done;
}

}  // namespace recoupe::cli
