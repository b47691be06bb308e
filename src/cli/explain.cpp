// explain: every fact with the characters that say it, and the chain that it came through.
#include <algorithm>
#include <map>
#include <ostream>

#include "cli/digest.hpp"
#include "cli/register_commands.hpp"
#include "link/register_json.hpp"

namespace recoupe::cli {
namespace {

// Who passed it on, from the first that said it down to the outlets.
struct Branch {
  std::string label;
  std::vector<Branch> below;

  Branch& child(std::string const& name) {
    const auto known = std::ranges::find(below, name, &Branch::label);
    if (known != below.end()) return *known;
    return below.emplace_back(Branch{name, {}});
  }
};

void draw(Branch const& branch, std::string const& prefix, std::ostream& out) {
  for (auto const& one : branch.below) {
    const bool last = &one == &branch.below.back();
    out << prefix << (last ? "\u2514\u2500 " : "\u251C\u2500 ") << one.label << '\n';
    draw(one, prefix + (last ? "   " : "\u2502  "), out);
  }
}

class Explanation {
 public:
  Explanation(Finder const& finder, View const& view, std::ostream& out) : finder_(finder), view_(view), out_(out) {}

  void of(link::Encounter const& encounter) const {
    const auto digest = digest_of(finder_, encounter);
    auto const& say = view_.interface;
    out_ << view_.screen.paint(Style::strong, headline(digest, say)) << '\n';
    out_ << "  " << view_.screen.paint(Style::accent, who(finder_, encounter, say)) << '\n';
    out_ << "  " << standing_of(digest, say) << " \u00B7 " << say.say("certainty." + encounter.certainty) << ", "
         << say.say("because") << " " << listed(encounter.because) << " \u00B7 " << encounter.id << "\n\n";
    for (const char* field : {"date", "place", "participant", "office", "topic"}) facts(encounter, field);
    out_ << view_.screen.paint(Style::strong, say.say("chain")) << '\n';
    draw(chain(encounter), "  ", out_);
    shares(encounter);
  }

 private:
  std::string label(std::string const& id) const {
    auto const* report = finder_.report(id);
    return report == nullptr ? id : isolated(label_of(*report)) + " (" + report->language + ")";
  }

  void facts(link::Encounter const& encounter, std::string const& field) const {
    std::map<std::string, std::vector<std::pair<link::Telling const*, link::Fact const*>>> by_value;
    for (auto const& telling : encounter.tellings) {
      for (auto const& fact : telling.facts) {
        if (fact.field == field) by_value[fact.value].emplace_back(&telling, &fact);
      }
    }
    if (by_value.empty()) return;
    out_ << view_.screen.paint(Style::strong, view_.interface.say("field." + field)) << '\n';
    for (auto const& [value, said] : by_value) {
      out_ << "  " << isolated(value) << '\n';
      for (auto const& [telling, fact] : said) {
        for (auto const& evidence : fact->evidence) quote(*telling, *fact, evidence);
      }
    }
    out_ << '\n';
  }

  void quote(link::Telling const& telling, link::Fact const& fact, link::Evidence const& evidence) const {
    const auto context =
        "\u2026" + visible(evidence.prefix) + "[" + visible(evidence.exact) + "]" + visible(evidence.suffix) + "\u2026";
    out_ << "    " << "\u2068" << context << "\u2069" << '\n';
    out_ << "      "
         << view_.screen.paint(Style::faint, label(telling.report) + ", " + std::to_string(evidence.block) + ":" +
                                                 std::to_string(evidence.start) + "\u2013" +
                                                 std::to_string(evidence.end) + ", " + fact.basis)
         << '\n';
  }

  Branch chain(link::Encounter const& encounter) const {
    Branch root;
    for (auto const& origin : encounter.origins) {
      auto* from = &root;
      if (!origin.authority.empty())
        from = &from->child(isolated(origin.authority) + " (" + view_.interface.say("side." + origin.side) + ")");
      if (origin.kind == "communique" || origin.kind == "post")
        from = &from->child(view_.interface.say("origin." + origin.kind));
      for (auto const& id : origin.reports) {
        auto* at = from;
        if (auto const* report = finder_.report(id)) {
          for (auto const& link : report->chain) {
            if (link.role == "agency") at = &at->child(isolated(link.name));
          }
        }
        at->child(label(id));
      }
    }
    return root;
  }

  // "A shares 83 % of its words with B, direction unknown"
  void shares(link::Encounter const& encounter) const {
    const auto tells = [&](std::string const& report) {
      return std::ranges::any_of(encounter.tellings, [&](auto const& telling) { return telling.report == report; });
    };
    auto const& say = view_.interface;
    for (auto const& reuse : finder_.made().reuse) {
      if (!tells(reuse.from) || !tells(reuse.to)) continue;
      out_ << "  " << label(reuse.from) << " " << say.say("reuse." + reuse.relation, {say.percent(reuse.score)}) << " "
           << label(reuse.to);
      if (reuse.direction == "unknown") out_ << ", " << say.say("direction.unknown");
      out_ << '\n';
    }
  }

  Finder const& finder_;
  View const& view_;
  std::ostream& out_;
};

// The stored report, to be read once more.
page::Report report_of(link::Report const& from) {
  page::Report report;
  report.id = from.id;
  report.path = from.path;
  report.url = from.url;
  report.outlet = from.outlet;
  report.title = from.title;
  report.language = from.language;
  report.published.value = from.published;
  for (auto const& block : from.blocks) {
    page::Block made;
    made.kind = page::block_kind(block.kind).value_or(page::BlockKind::noise);
    made.text = block.text;
    made.language = block.language;
    made.author = block.author;
    made.date = block.date;
    made.url = block.url;
    report.blocks.push_back(std::move(made));
  }
  return report;
}

Json sentences_of(encounter::Reading const& reading) {
  Json all = Json::array();
  for (auto const& sentence : reading.body.sentences) {
    Json json{{"text", std::string(reading.body.slice(sentence.span))}, {"tells", nullptr}, {"why_not", nullptr}};
    for (auto const& telling : reading.tellings.tellings) {
      if (std::ranges::find(telling.evidence, sentence.span) != telling.evidence.end())
        json["tells"] = encounter::name_of(telling.kind);
    }
    for (auto const& refusal : reading.tellings.refusals) {
      if (refusal.sentence == sentence.span) json["why_not"] = encounter::name_of(refusal.why);
    }
    all.push_back(std::move(json));
  }
  return all;
}

void explain_report(link::Report const& stored, encounter::Words const& words, View const& view, std::ostream& out) {
  const auto reading = encounter::read(report_of(stored), words);
  const auto sentences = sentences_of(reading);
  if (view.json) {
    Json json{{"report", stored.id}, {"blocks", Json::array()}, {"sentences", sentences}};
    for (auto const& block : stored.blocks) json["blocks"].push_back({{"kind", block.kind}, {"text", block.text}});
    print(out, json);
    return;
  }
  out << view.screen.paint(Style::strong, isolated(stored.title)) << "\n  " << isolated(label_of(stored)) << " ("
      << stored.language << ") \u00B7 " << view.interface.date(stored.published);
  if (!stored.published_basis.empty()) out << " (" << stored.published_basis << ")";
  out << " \u00B7 " << stored.id << "\n\n";
  const auto mark = [&](Style style, std::string const& label, std::string const& text) {
    const auto lines = wrapped(visible(text), view.screen.columns - 16);
    for (std::size_t i = 0; i < lines.size(); ++i)
      out << view.screen.paint(style, padded(i == 0 ? label : "", 14)) << "  \u2068" << lines[i] << "\u2069\n";
  };
  for (auto const& block : stored.blocks) {
    if (block.kind != "paragraph" && block.kind != "quote" && block.kind != "list")
      mark(Style::faint, block.kind, shortened(block.text, 2 * view.screen.columns));
  }
  out << '\n';
  for (auto const& sentence : sentences) {
    const auto text = sentence["text"].get<std::string>();
    if (!sentence["tells"].is_null()) {
      mark(Style::good, sentence["tells"].get<std::string>(), text);
    } else if (!sentence["why_not"].is_null()) {
      mark(Style::bad, sentence["why_not"].get<std::string>(), text);
    } else {
      mark(Style::faint, "", text);
    }
  }
}

}  // namespace

ExitCode explain(link::Register const& made, std::string const& what, lexicon::Lexicon const& lexicon, View const& view,
                 std::ostream& out, std::ostream& complaints) {
  const Finder finder(made);
  if (auto const* encounter = finder.encounter(what)) {
    if (view.json) {
      print(out, to_json(digest_of(finder, *encounter)));
    } else {
      Explanation(finder, view, out).of(*encounter);
    }
    return done;
  }
  for (auto const& report : made.reports) {
    const bool named = report.id == what || report.path == what || report.url == what ||
                       std::filesystem::path(report.path).filename() == what;
    if (!named) continue;
    const auto words = encounter::Words::compile(lexicon);  // only a page is read once more
    if (!words) {
      complaints << visible(words.error().describe()) << '\n';
      return nothing_done;
    }
    explain_report(report, *words, view, out);
    return done;
  }
  complaints << "nothing here is called " << visible(what)
             << ": give an encounter's id, or a report's id, path or address\n";
  return nothing_done;
}

}  // namespace recoupe::cli
