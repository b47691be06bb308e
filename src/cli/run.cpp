#include "cli/run.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "cli/register_commands.hpp"
#include "cli/stages.hpp"
#include "cli/terminal.hpp"

namespace recoupe::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::vector<fs::path> lexicons;
  std::vector<fs::path> inputs;
  fs::path register_file;
  std::string format = "json";
  std::string query;
  bool replace = false;
  unsigned jobs = 0;
  page::Limits limits;
};

using Command = std::function<ExitCode(Arguments const&, encounter::Words const&)>;

std::expected<encounter::Words, lexicon::Error> load_words(std::vector<fs::path> const& more) {
  std::vector<fs::path> folders{RECOUPE_LEXICON};
  folders.insert(folders.end(), more.begin(), more.end());
  const auto lexicon = lexicon::Lexicon::load(folders);
  if (!lexicon) return std::unexpected(lexicon.error());
  return encounter::Words::compile(*lexicon);
}

ExitCode with_words(Arguments const& arguments, Command const& command) {
  const auto words = load_words(arguments.lexicons);
  if (!words) {
    std::cerr << visible(words.error().describe()) << '\n';
    return nothing_done;
  }
  return command(arguments, *words);
}

Command per_line(Answer (*answer)(Json const&, encounter::Words const&)) {
  return [answer](Arguments const&, encounter::Words const& words) {
    return run_stage(std::cin, std::cout, [&](Json const& line) { return answer(line, words); });
  };
}

void add_limits(CLI::App& command, Arguments& arguments) {
  command.add_option("--max-bytes", arguments.limits.bytes, "Refuse pages larger than this")->capture_default_str();
  command.add_option("--max-depth", arguments.limits.depth, "Refuse markup nested deeper than this")
      ->capture_default_str();
}

class Door {
 public:
  Door() {
    app_.set_version_flag("--version", RECOUPE_VERSION);
    app_.require_subcommand(1);
    app_.add_option("--lexicon", arguments_.lexicons,
                    "More words: a folder with <language>/<table>.tsv, added to the own ones");
    app_.fallthrough();
    add_register_commands();
    add_stages();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
      return app_.exit(error) == 0 ? done : usage;
    }
    return chosen_();
  }

 private:
  void choose(CLI::App* command, Command act) {
    command->callback([this, act = std::move(act)] { chosen_ = [this, act] { return with_words(arguments_, act); }; });
  }

  void add_register_commands() {
    auto* build = app_.add_subcommand("build", "Build a register from pages: files, folders, JSON Lines");
    build->add_option("input", arguments_.inputs, "Pages")->required();
    build->add_option("-o,--output", arguments_.register_file, "The register to write")->required();
    build->add_flag("--replace", arguments_.replace, "Build over a register that is there");
    build->add_option("--jobs", arguments_.jobs, "Threads; 0: one for each core")->capture_default_str();
    add_limits(*build, arguments_);
    choose(build, [](Arguments const& a, encounter::Words const& words) {
      const registry::Options options{a.limits, a.replace ? store::Existing::replace : store::Existing::refuse, a.jobs};
      return cli::build(a.inputs, a.register_file, options, words, std::cerr);
    });

    auto* exported = app_.add_subcommand("export", "Write a register to the standard output");
    exported->add_option("register", arguments_.register_file, "The register")->required();
    exported->add_option("--format", arguments_.format, "json")->capture_default_str();
    exported->callback([this] {
      chosen_ = [this] { return export_register(arguments_.register_file, arguments_.format, std::cout, std::cerr); };
    });

    auto* shown = app_.add_subcommand("show", "List the encounters of a register by date");
    shown->add_option("register", arguments_.register_file, "The register")->required();
    shown->add_option("query", arguments_.query, "Only those that hold this name, office, place or topic");
    shown->callback([this] {
      chosen_ = [this] { return cli::show(arguments_.register_file, arguments_.query, std::cout, std::cerr); };
    });
  }

  void add_stages() {
    auto* extracted = app_.add_subcommand("extract", "Pages to reports (files, or JSON Lines on the standard input)");
    extracted->add_option("path", arguments_.inputs, "Pages, or - for JSON Lines on the standard input");
    add_limits(*extracted, arguments_);
    choose(extracted, [](Arguments const& a, encounter::Words const& words) {
      auto paths = a.inputs;
      std::erase(paths, fs::path("-"));
      return cli::extract(paths, std::cin, std::cout, std::cerr, a.limits, words);
    });
    choose(app_.add_subcommand("segment", "Texts to language, sentences and folded tokens"), per_line(&segment));
    choose(app_.add_subcommand("times", "Texts to dates, ranges and relative expressions"), per_line(&times));
    choose(app_.add_subcommand("names", "Texts to persons, offices, organisations and places"), per_line(&names));
    choose(app_.add_subcommand("match-names", "Pairs of names to whether they may be one"), per_line(&match_names));
    choose(app_.add_subcommand("sources", "Texts to who says what, and their chain of sources"), per_line(&sources));
    choose(app_.add_subcommand("meetings", "Texts to the encounters that they tell"), per_line(&meetings));
    choose(app_.add_subcommand("reuse", "Pairs of texts to the passages that they share"), per_line(&reuse));
    choose(app_.add_subcommand("align", "Pairs of sentence lists to which sentences say the same"), per_line(&align));
    choose(app_.add_subcommand("group", "Reports to stories: the whole input at once"),
           [](Arguments const&, encounter::Words const& words) {
             return run_whole_stage(std::cin, std::cout, [&](Lines const& lines) { return group(lines, words); });
           });
  }

  CLI::App app_{"From news pages to a register of official encounters", "recoupe"};
  Arguments arguments_;
  std::function<ExitCode()> chosen_;
};

}  // namespace

int run(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return Door().run(argc, argv);
}

}  // namespace recoupe::cli
