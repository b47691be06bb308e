#include "registry/build.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "link/link_readings.hpp"
#include "page/inputs.hpp"
#include "registry/parallel.hpp"

namespace recoupe::registry {
namespace {

using ReadPage = std::expected<page::Report, Refused>;

ReadPage read_input(std::expected<page::Input, page::Refusal> const& input, page::Limits const& limits,
                    encounter::Words const& words) {
  if (!input) return std::unexpected(Refused{input.error().label, input.error().reason});
  auto report = page::read_page(input->source(), limits, words.pages);
  if (!report) return std::unexpected(Refused{input->label, report.error().message});
  return std::move(*report);
}

bool stopped(Options const& options) { return options.stop != nullptr && options.stop->load(); }

// Pages in the order of the inputs, read on all cores.
std::vector<ReadPage> read_all(page::Inputs inputs, Options const& options, encounter::Words const& words) {
  using Next = decltype(inputs.next());
  return map_stream<ReadPage>(
      [&]() -> Next { return stopped(options) ? Next() : inputs.next(); },
      [&](std::expected<page::Input, page::Refusal> const& input) { return read_input(input, options.limits, words); },
      options.jobs);
}

// The same bytes given twice are one report, under the first of its paths in sorted order.
std::vector<page::Report> once_each(std::vector<ReadPage> pages, Outcome& outcome) {
  std::map<std::string, page::Report> by_id;
  for (auto& page : pages) {
    if (!page) {
      outcome.refused.push_back(std::move(page.error()));
      continue;
    }
    if (!page->note.empty()) outcome.notes.push_back({page->path, page->note});
    const auto [known, added] = by_id.try_emplace(page->id, *page);
    if (added) continue;
    ++outcome.duplicates;
    if (page->path < known->second.path) known->second = std::move(*page);
  }
  std::vector<page::Report> reports;
  for (auto& [id, report] : by_id) reports.push_back(std::move(report));
  return reports;
}

}  // namespace

link::Register make_register(std::vector<page::Report> reports, Options const& options, encounter::Words const& words) {
  auto readings = map_values<encounter::Reading>(
      std::move(reports), [&](page::Report& report) { return encounter::read(std::move(report), words); },
      options.jobs);
  return link::link_readings(std::move(readings), words.matcher);
}

std::expected<Outcome, Error> build(std::vector<std::filesystem::path> const& inputs,
                                    std::filesystem::path const& target, Options const& options,
                                    encounter::Words const& words) {
  std::error_code unreachable;  // a path that cannot be looked at is store's to name
  if (options.existing == store::Existing::refuse && std::filesystem::exists(target, unreachable)) {
    return std::unexpected(Error{target.string() + " is there already; --replace builds over it", false, {}});
  }
  Outcome outcome;
  auto reports = once_each(read_all(page::Inputs(inputs, options.limits), options, words), outcome);
  const auto as_it_was = [&] { return Error{"stopped: " + target.string() + " is as it was", false, {}}; };
  if (stopped(options)) return std::unexpected(as_it_was());
  outcome.pages = reports.size();
  if (reports.empty()) return std::unexpected(Error{"no page could be read", true, std::move(outcome.refused)});

  const auto made = make_register(std::move(reports), options, words);
  if (stopped(options)) return std::unexpected(as_it_was());
  if (auto written = store::write(target, made, options.existing); !written) {
    return std::unexpected(Error{written.error().message, false, std::move(outcome.refused)});
  }
  return outcome;
}

}  // namespace recoupe::registry
