#include "registry/check.hpp"

#include <map>
#include <set>

#include "registry/forgotten.hpp"
#include "store/session.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t most_findings = 100;

class Checking {
 public:
  Checking(link::Register const& made, Forgotten const& forgotten) : made_(made), forgotten_(forgotten) {
    for (auto const& report : made_.reports) {
      if (!reports_.emplace(report.id, &report).second) find("report " + report.id + " is there twice");
    }
    for (auto const& person : made_.people) people_.insert(person.id);
    for (auto const& encounter : made_.encounters) encounters_.insert(encounter.id);
  }

  Checked run() {
    for (auto const& report : made_.reports) check(report);
    for (auto const& person : made_.people) check(person);
    for (auto const& encounter : made_.encounters) check(encounter);
    for (auto const& link : made_.links) check(link);
    for (auto const& story : made_.stories) check(story);
    for (auto const& reuse : made_.reuse) check(reuse);
    if (made_.coverage.read != made_.reports.size())
      find("coverage counts " + std::to_string(made_.coverage.read) + " reports of " +
           std::to_string(made_.reports.size()));
    return std::move(checked_);
  }

 private:
  void find(std::string finding) {
    if (checked_.findings.size() < most_findings) checked_.findings.push_back(std::move(finding));
  }

  void check(link::Evidence const& evidence, std::string const& where) {
    ++checked_.quotations;
    const auto report = reports_.find(evidence.report);
    if (report == reports_.end()) return find(where + " quotes report " + evidence.report + ", which is not there");
    auto const& blocks = report->second->blocks;
    if (evidence.block >= blocks.size()) return find(where + " quotes a block that " + evidence.report + " lacks");
    const auto text = text::Text::from_utf8(blocks[evidence.block].text);
    const bool within = evidence.start <= evidence.end && evidence.end <= text.length();
    if (!within || text.slice(text.bytes(text::CodePointSpan{evidence.start, evidence.end})) != evidence.exact)
      find(where + " quotes words that do not stand there in report " + evidence.report);
  }

  void check(std::vector<link::Evidence> const& list, std::string const& where) {
    for (auto const& one : list) check(one, where);
  }

  void has_report(std::string const& id, std::string const& where) {
    if (!reports_.contains(id)) find(where + " refers to report " + id + ", which is not there");
  }

  void check(link::Report const& report) {
    const auto where = "report " + report.id;
    if (report.published_evidence) check(*report.published_evidence, where);
    for (auto const& one : report.chain) {
      if (one.evidence) check(*one.evidence, where);
    }
    if (forgotten_.in(report.title) || forgotten_.in(report.text)) find(where + " holds a forgotten name");
    for (auto const& version : report.versions) check(version, where);
  }

  void check(link::Version const& version, std::string const& where) {
    if (reports_.contains(version.id)) find(where + " has report " + version.id + " as an older version");
    bool forgotten = forgotten_.in(version.title);
    for (auto const* sentences : {&version.added, &version.removed}) {
      for (auto const& sentence : *sentences) forgotten = forgotten || forgotten_.in(sentence);
    }
    if (forgotten) find(where + " has a version that holds a forgotten name");
  }

  void check(link::Person const& person) {
    const auto where = "person " + person.id;
    if (person.offices.empty()) find(where + " has no office");
    for (auto const& office : person.offices) check(office.evidence, where);
    for (auto const& variant : person.variants) {
      if (forgotten_.in(variant)) find(where + " has a forgotten name");
    }
  }

  void check(link::Encounter const& encounter) {
    const auto where = "encounter " + encounter.id;
    for (auto const& participant : encounter.participants) {
      if (!participant.person.empty() && !people_.contains(participant.person))
        find(where + " has a participant " + participant.person + ", who is not there");
    }
    if (encounter.tellings.empty()) find(where + " is told by nobody");
    for (auto const& telling : encounter.tellings) {
      if (!tellings_.insert(telling.id).second) find("telling " + telling.id + " tells two encounters");
      has_report(telling.report, where);
      if (telling.evidence.empty()) find("telling " + telling.id + " quotes nothing");
      check(telling.evidence, where);
      check(telling.omits, where);
      check(telling.adds, where);
      for (auto const& fact : telling.facts) check(fact.evidence, where);
    }
    if (encounter.independent_origins != encounter.origins.size())
      find(where + " counts " + std::to_string(encounter.independent_origins) + " origins of " +
           std::to_string(encounter.origins.size()));
    std::set<std::string> once;
    for (auto const& origin : encounter.origins) {
      for (auto const& report : origin.reports) {
        has_report(report, where);
        if (!once.insert(report).second)
          find(std::string(where).append(" has report ").append(report).append(" under two origins"));
      }
    }
  }

  void check(link::Link const& link) {
    for (auto const& end : {link.from, link.to}) {
      if (!encounters_.contains(end))
        find("a link " + link.kind + " leads to encounter " + end + ", which is not there");
    }
    if (link.evidence) check(*link.evidence, "a link " + link.kind);
  }

  void check(link::Story const& story) {
    for (auto const& report : story.reports) {
      has_report(report, "story " + story.id);
      if (!in_stories_.insert(report).second) find("report " + report + " is in two stories");
    }
    for (auto const& encounter : story.encounters) {
      if (!encounters_.contains(encounter))
        find("story " + story.id + " has encounter " + encounter + ", which is not there");
    }
  }

  void check(link::Reuse const& reuse) {
    has_report(reuse.from, "reuse");
    has_report(reuse.to, "reuse");
  }

  link::Register const& made_;
  Forgotten const& forgotten_;
  Checked checked_;
  std::map<std::string, link::Report const*> reports_;
  std::set<std::string> people_, encounters_, tellings_, in_stories_;
};

}  // namespace

std::expected<Checked, Error> check(std::filesystem::path const& target) {
  auto damage = store::damage(target);
  if (!damage) return std::unexpected(Error{damage.error().message, false, {}});
  if (!damage->empty()) return Checked{std::move(*damage), 0};
  const auto made = store::read(target);
  if (!made) return std::unexpected(Error{made.error().message, false, {}});
  auto forgotten = store::forgotten_names(target);
  if (!forgotten) return std::unexpected(Error{forgotten.error().message, false, {}});
  const Forgotten names(*forgotten);
  return Checking(*made, names).run();
}

}  // namespace recoupe::registry
