// brief and show: what happened, by date.
#include <algorithm>
#include <ostream>
#include <set>

#include "cli/digest.hpp"
#include "cli/register_commands.hpp"
#include "link/register_json.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::cli {
namespace {

constexpr std::size_t most_differences = 3;  // on one screen, for an encounter

bool holds(Finder const& finder, link::Encounter const& encounter, std::string const& folded) {
  const auto has = [&](std::string const& text) { return text::fold(text).find(folded) != std::string::npos; };
  const auto participant_has = [&](link::Participant const& p) {
    if (has(p.name) || has(p.office) || has(p.country)) return true;
    auto const* person = finder.person(p.person);
    return person != nullptr && std::ranges::any_of(person->variants, has);
  };
  return std::ranges::any_of(encounter.participants, participant_has) || has(encounter.place.name) ||
         has(encounter.place.venue) || has(encounter.place.country) ||
         std::ranges::any_of(encounter.topics, [&](auto const& topic) { return has(topic.text); });
}

bool told_in(Finder const& finder, link::Encounter const& encounter, auto const& wanted) {
  return std::ranges::any_of(encounter.tellings, [&](link::Telling const& telling) {
    auto const* report = finder.report(telling.report);
    return report != nullptr && wanted(*report);
  });
}

bool passes(Finder const& finder, link::Encounter const& encounter, Filter const& filter) {
  const auto equals = [](std::string const& wanted, std::string const& value) {
    return wanted.empty() || text::fold(wanted) == text::fold(value);
  };
  if (!holds(finder, encounter, text::fold(filter.query))) return false;
  if (!equals(filter.kind, encounter.kind) || !equals(filter.status, encounter.status)) return false;
  if (!equals(filter.certainty, encounter.certainty)) return false;
  if (!filter.country.empty() && !equals(filter.country, encounter.place.country) &&
      std::ranges::none_of(encounter.participants, [&](auto const& p) { return equals(filter.country, p.country); }))
    return false;
  if (!filter.language.empty() &&
      !told_in(finder, encounter, [&](auto const& r) { return r.language == filter.language; }))
    return false;
  if (!filter.outlet.empty() && !told_in(finder, encounter, [&](auto const& r) {
        return text::fold(label_of(r)).find(text::fold(filter.outlet)) != std::string::npos;
      }))
    return false;
  if (filter.from.empty() && filter.to.empty()) return true;
  return !encounter.date.empty() &&
         time::compatible((filter.from.empty() ? ".." : filter.from) + "/" + (filter.to.empty() ? ".." : filter.to),
                          encounter.date);
}

class Page {
 public:
  Page(Finder const& finder, View const& view, std::ostream& out) : finder_(finder), view_(view), out_(out) {}

  void head(std::vector<link::Encounter const*> const& encounters) const {
    auto const& say = view_.interface;
    auto const& made = finder_.made();
    line(0, Style::strong,
         say.say("heap", {say.say("encounters", {encounters.size()}), say.say("reports", {made.reports.size()})}));
    if (made.coverage.without_telling > 0) line(0, Style::faint, say.say("silent", {made.coverage.without_telling}));
    out_ << '\n';
  }

  void timeline(link::Encounter const& encounter) const {
    const auto digest = digest_of(finder_, encounter);
    title(digest);
    line(2, Style::faint,
         standing_of(digest, view_.interface) + " \u00B7 " + certainty(encounter) + " \u00B7 " + encounter.id);
    out_ << '\n';
  }

  void whole(link::Encounter const& encounter) const {
    const auto digest = digest_of(finder_, encounter);
    auto const& say = view_.interface;
    title(digest);
    if (!encounter.topics.empty())
      line(2, Style::plain,
           say.say("topics") + " " + isolated(shortened(visible(topic_of(encounter)), view_.screen.columns)));
    line(2, Style::plain, standing_of(digest, say) + " \u00B7 " + certainty(encounter));
    for (auto const& origin : encounter.origins) {
      line(4, Style::plain, origin_of(origin));
      if (!origin.uncredited.empty()) line(6, Style::faint, say.say("uncredited", {labels(origin.uncredited)}));
    }
    for (auto const& contradiction : encounter.contradictions) disagree(contradiction);
    if (!digest.recalled_by.empty()) line(4, Style::faint, say.say("recalled_by") + " " + labels(digest.recalled_by));
    differences(digest);
    std::set<std::string_view> counted;  // rewrites count in the same words
    for (auto const& claim : encounter.claims) {
      if (counted.insert(claim.text).second) claimed(claim);
    }
    for (auto const* link : digest.links) {
      if (auto const* other = finder_.encounter(link->to))
        line(2, Style::plain, say.say("link." + link->kind) + ": " + headline(digest_of(finder_, *other), say));
    }
    unknown(digest);
    out_ << '\n';
  }

 private:
  void line(std::size_t indent, Style style, std::string const& text) const {
    for (auto const& part : wrapped(text, view_.screen.columns - indent))
      out_ << std::string(indent, ' ') << view_.screen.paint(style, part) << '\n';
  }

  void title(Digest const& digest) const {
    line(0, Style::strong, headline(digest, view_.interface));
    line(2, Style::accent, who(finder_, *digest.encounter, view_.interface));
  }

  std::string certainty(link::Encounter const& encounter) const {
    return view_.interface.say("certainty." + encounter.certainty);
  }

  // In the reader's language where a report says it so.
  std::string topic_of(link::Encounter const& encounter) const {
    const auto own = std::ranges::find(encounter.topics, view_.interface.language(), &link::Topic::language);
    return own == encounter.topics.end() ? encounter.topics.front().text : own->text;
  }

  std::string label(std::string const& report) const {
    auto const* found = finder_.report(report);
    return found == nullptr ? report : isolated(label_of(*found));
  }

  std::string labels(std::vector<std::string> const& reports) const {
    std::vector<std::string> once;
    for (auto const& report : reports) {
      auto one = label(report);
      if (std::ranges::find(once, one) == once.end()) once.push_back(std::move(one));
    }
    return listed(once);
  }

  std::string origin_of(link::Origin const& origin) const {
    auto const& say = view_.interface;
    auto kind = say.say("origin." + origin.kind);
    if (origin.kind == "outlet" && !origin.authority.empty()) {
      kind = isolated(origin.authority);  // it says on whose word, but not in which text
    } else if (!origin.authority.empty()) {
      kind = say.say("origin.of", {kind, isolated(origin.authority)});
    }
    if (origin.kind != "outlet" || !origin.authority.empty()) kind = say.say("according_to") + " " + kind;
    if (origin.side != "unknown") kind += " (" + say.say("side." + origin.side) + ")";
    return kind + ": " + labels(origin.reports);
  }

  void disagree(link::Contradiction const& contradiction) const {
    auto const& say = view_.interface;
    std::string text = say.say("disagree") + " (" + say.say("field." + contradiction.field) + "): ";
    for (auto const& value : contradiction.values) {
      if (&value != &contradiction.values.front()) text += " \u2260 ";
      text += (contradiction.field == "date" ? say.date(value.value) : isolated(value.value)) + " (" +
              labels(value.reports) + ")";
    }
    line(2, Style::bad, text);
  }

  void claimed(link::Claim const& claim) const {
    const auto verdict = view_.interface.say("claim." + claim.verdict) + ": ";
    const auto used = width(verdict) + 4;
    const auto room = view_.screen.columns > used + 20 ? view_.screen.columns - used : 20;
    line(2, claim.verdict == "fails" ? Style::bad : Style::plain,
         verdict + isolated(shortened(visible(claim.text), room)));
  }

  void differences(Digest const& digest) const {
    std::size_t shown = 0;
    for (auto const& difference : digest.differences) {
      if (shown++ == most_differences) break;
      if (!difference.adds.empty()) quote("adds", difference.report, difference.adds, Style::good);
      if (!difference.omits.empty()) quote("omits", difference.report, difference.omits, Style::faint);
    }
  }

  void quote(const char* key, std::string const& report, std::vector<std::string> const& sentences, Style style) const {
    const auto head = view_.interface.say(key, {label(report)}) + ": ";
    const auto used = width(head) + 8;
    const auto room = view_.screen.columns > used + 20 ? view_.screen.columns - used : 20;
    auto text = head + isolated(shortened(visible(sentences.front()), room));
    if (sentences.size() > 1) text += " +" + std::to_string(sentences.size() - 1);
    line(2, style, text);
  }

  void unknown(Digest const& digest) const {
    auto const& say = view_.interface;
    std::vector<std::string> what;
    for (auto const& one : digest.unknown) what.push_back(say.say("unknown." + one));
    for (auto const& one : digest.unnamed) what.push_back(say.say("unknown.name", {isolated(one)}));
    if (!what.empty()) line(2, Style::faint, say.say("unknown") + ": " + listed(what));
  }

  Finder const& finder_;
  View const& view_;
  std::ostream& out_;
};

}  // namespace

ExitCode brief(link::Register const& made, View const& view, std::ostream& out) {
  const Finder finder(made);
  if (view.json) {
    Json json{
        {"encounters", Json::array()}, {"reports", made.reports.size()}, {"coverage", link::to_json(made.coverage)}};
    for (auto const& encounter : made.encounters) json["encounters"].push_back(to_json(digest_of(finder, encounter)));
    print(out, json);
    return done;
  }
  std::vector<link::Encounter const*> encounters;
  for (auto const& encounter : made.encounters) encounters.push_back(&encounter);
  // One screen: those that most reports tell, then in the order of time.
  std::ranges::stable_sort(encounters, std::greater{}, [](auto const* e) { return e->tellings.size(); });
  const auto all = encounters.size();
  const Page page(finder, view, out);
  page.head(encounters);
  if (encounters.size() > view.most) encounters.resize(view.most);
  std::ranges::sort(encounters, {}, [](auto const* e) { return std::tie(e->date, e->id); });
  for (auto const* encounter : encounters) page.whole(*encounter);
  if (encounters.empty()) out << view.interface.say("nothing_told") << '\n';
  if (encounters.size() < all) out << view.interface.say("more", {std::to_string(all - encounters.size())}) << '\n';
  return done;
}

ExitCode show(link::Register const& made, Filter const& filter, View const& view, std::ostream& out) {
  const Finder finder(made);
  std::vector<link::Encounter const*> chosen;
  for (auto const& encounter : made.encounters) {
    if (passes(finder, encounter, filter)) chosen.push_back(&encounter);
  }
  if (view.json) {
    for (auto const* encounter : chosen) print(out, to_json(digest_of(finder, *encounter)));
    return done;
  }
  const Page page(finder, view, out);
  for (auto const* encounter : chosen) page.timeline(*encounter);
  auto const& say = view.interface;
  out << say.say("heap", {say.say("encounters", {chosen.size()}), say.say("reports", {made.reports.size()})}) << '\n';
  return done;
}

}  // namespace recoupe::cli
