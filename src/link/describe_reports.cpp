#include "link/describe_reports.hpp"

#include <map>

#include "link/evidence.hpp"
#include "link/fingerprint.hpp"
#include "link/versions.hpp"

namespace recoupe::link {
namespace {

std::vector<Coverage::Count> counted(Readings const& readings, auto key_of) {
  std::map<std::string, std::size_t> counts;
  for (auto const& reading : readings) ++counts[std::string(key_of(reading.report))];
  std::vector<Coverage::Count> list;
  for (auto const& [key, reports] : counts) list.push_back({key, reports});
  return list;
}

}  // namespace

Report describe_report(page::Report const& from, encounter::Reading const& reading,
                       std::optional<text::ByteSpan> dated) {
  Report report;
  report.id = from.id;
  report.path = reading.report.path;
  report.url = from.url;
  report.outlet = from.outlet;
  report.byline = from.byline;
  report.language = from.language;
  report.title = from.title;
  report.text = from.body();
  for (auto const& block : from.blocks) {
    report.blocks.push_back(
        {std::string(page::name_of(block.kind)), block.text, block.language, block.author, block.date, block.url});
  }
  auto const& published = reading.report.published;
  report.published = published.value;
  if (!report.published.empty()) report.published_basis = page::name_of(published.basis);
  if (dated) {
    report.published_evidence = quote(from, *dated);
  } else if (published.evidence) {
    report.published_evidence = quote(from, *published.evidence);
  }
  for (auto const& link : reading.chain) {
    report.chain.push_back({std::string(source::name_of(link.role)), link.name,
                            link.basis == source::ChainBasis::stated ? "stated" : "found", quote(from, link.evidence)});
  }
  return report;
}

Report describe_report(Heap const& heap, Occasions const& occasions, std::size_t reading) {
  const auto found = occasions.dated.find(reading);
  const auto dated = found == occasions.dated.end() ? std::nullopt : std::optional(found->second);
  auto report = describe_report(*heap.page(reading), heap.readings[reading], dated);
  for (auto const& version : versions_of(heap, reading)) {
    const auto number = static_cast<std::size_t>(&version - heap.older.data());
    report.versions.push_back(describe_version(*heap.text(reading), *heap.text(heap.readings.size() + number)));
    report.versions.back().path = version.told.report.path;
  }
  return report;
}

std::uint64_t fingerprint_of_report(Heap const& heap, std::size_t reading) {
  const auto own = fingerprint_of_report(heap.readings[reading]);
  const auto versions = versions_of(heap, reading);
  if (versions.empty()) return own;
  Fingerprint print;
  print.add(own);
  for (auto const& version : versions)
    print.add(version.told.report.id).add(version.told.report.path).add(version.content);
  return print.value();
}

std::uint64_t fingerprint_of_report(encounter::Reading const& reading) {
  auto const& report = reading.report;
  return Fingerprint()
      .add(report.path)
      .add(report.published.value)
      .add(static_cast<std::uint64_t>(report.published.basis))
      .value();
}

Coverage cover(Readings const& readings) {
  Coverage coverage;
  coverage.languages = counted(readings, [](page::Report const& report) { return report.language; });
  coverage.outlets = counted(readings, [](page::Report const& report) { return report.outlet; });
  coverage.months = counted(readings, [](page::Report const& report) { return report.published.value.substr(0, 7); });
  coverage.read = readings.size();
  for (auto const& reading : readings) coverage.without_telling += reading.tellings.tellings.empty() ? 1 : 0;
  return coverage;
}

}  // namespace recoupe::link
