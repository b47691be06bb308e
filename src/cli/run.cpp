#include "cli/run.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <functional>
#include <iostream>

#include "cli/register_commands.hpp"
#include "cli/serve_commands.hpp"
#include "cli/stages.hpp"
#include "cli/terminal.hpp"
#include "store/store.hpp"

namespace recoupe::cli {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> stop_asked = false;
extern "C" void ask_to_stop(int) { stop_asked = true; }

struct Arguments {
  std::vector<fs::path> lexicons;
  std::vector<fs::path> inputs;
  fs::path register_file;
  fs::path model;  // of the sentence encoder; empty: where it is found
  std::string format = "json";
  std::string reader = "en";  // the reader's language
  std::string what;
  std::vector<std::string> reports;
  Sayer sayer;
  Filter filter;
  serve::Listening listening;
  serve::Publication publication;
  fs::path corrections_log;
  fs::path said;  // a file of corrections that grows while one looks
  std::size_t most = 12;
  std::size_t columns = 0;
  bool json = false;
  bool explain = false;
  bool replace = false;
  bool pieces = false;
  unsigned jobs = 0;
  page::Limits limits;
  page::Selection selection;
};

using Command = std::function<ExitCode(Arguments const&, encounter::Words const&)>;

std::expected<lexicon::Lexicon, lexicon::Error> load_lexicon(std::vector<fs::path> const& more,
                                                             std::span<const std::string_view> only = {}) {
  std::vector<fs::path> folders{RECOUPE_LEXICON};
  folders.insert(folders.end(), more.begin(), more.end());
  return lexicon::Lexicon::load(folders, only);
}

ExitCode refuse(lexicon::Error const& error, ExitCode code = nothing_done) {
  std::cerr << visible(error.describe()) << '\n';
  return code;
}

// With the lexicon, loaded once; `refused` where it cannot be.
ExitCode with_lexicon(Arguments const& arguments, std::function<ExitCode(lexicon::Lexicon const&)> const& act,
                      ExitCode refused = nothing_done) {
  const auto lexicon = load_lexicon(arguments.lexicons);
  return lexicon ? act(*lexicon) : refuse(lexicon.error(), refused);
}

Screen screen_of(Arguments const& arguments) {
  auto screen = Screen::of(STDOUT_FILENO);
  if (arguments.columns != 0) screen.columns = std::max<std::size_t>(arguments.columns, 40);
  return screen;
}

// How this reader wants to see things, on the standard output.
std::expected<View, lexicon::Error> view_of(Arguments const& arguments, lexicon::Lexicon const& lexicon) {
  auto interface = Interface::load(lexicon, arguments.reader);
  if (!interface) return std::unexpected(interface.error());
  return View{std::move(*interface), screen_of(arguments), arguments.json, arguments.most};
}

using ReadRegister = std::function<ExitCode(link::Register const&, View const&, lexicon::Lexicon const&)>;

// A register that is there, shown.
ExitCode with_register(Arguments const& arguments, ReadRegister const& act) {
  const auto made = store::read(arguments.register_file);
  if (!made) {
    std::cerr << visible(made.error().message) << '\n';
    return nothing_done;
  }
  const auto show = [&](lexicon::Lexicon const& lexicon) {
    const auto view = view_of(arguments, lexicon);
    return view ? act(*made, *view, lexicon) : refuse(view.error(), usage);
  };
  return with_lexicon(arguments, show, usage);
}

// With the words of all rooms and, where pages are compared, sentence vectors; one sentence on the standard error where
// those were asked for and there are none.
ExitCode with_compiled(Arguments const& arguments, lexicon::Lexicon const& lexicon,
                       std::function<ExitCode(encounter::Words const&)> const& act) {
  auto words = encounter::Words::compile(lexicon);
  if (!words) return refuse(words.error());
  words->vectors = std::make_shared<encoder::Vectors>(words->centres, arguments.model);
  const auto code = act(*words);
  if (const auto failure = words->vectors->failure())
    std::cerr << "without sentence vectors: " << encoder::describe(*failure) << '\n';
  return code;
}

ExitCode with_words(Arguments const& arguments, Command const& command) {
  return with_lexicon(arguments, [&](lexicon::Lexicon const& lexicon) {
    return with_compiled(arguments, lexicon, [&](encounter::Words const& words) { return command(arguments, words); });
  });
}

std::expected<page::Vocabulary, lexicon::Error> words_of_pages(Arguments const& arguments) {
  const auto lexicon = load_lexicon(arguments.lexicons, page::Vocabulary::table_names());
  if (!lexicon) return std::unexpected(lexicon.error());
  return page::Vocabulary::compile(*lexicon);
}

// Reading pages needs the words of pages alone.
ExitCode extract_pages(Arguments const& arguments) {
  const auto words = words_of_pages(arguments);
  if (!words) return refuse(words.error());
  auto paths = arguments.inputs;
  std::erase(paths, fs::path("-"));
  ExtractOptions options{arguments.limits,
                         arguments.selection,
                         arguments.jobs,
                         arguments.explain,
                         isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0 ? &std::cerr : nullptr,
                         {}};
  if (arguments.explain && (isatty(STDOUT_FILENO) != 0 || arguments.columns != 0)) options.drawn = screen_of(arguments);
  std::ios::sync_with_stdio(false);
  return cli::extract(paths, std::cin, std::cout, std::cerr, options, *words);
}

ExitCode compare_pages(Arguments const& arguments) {
  return with_lexicon(arguments, [&](lexicon::Lexicon const& lexicon) {
    const auto view = view_of(arguments, lexicon);
    if (!view) return refuse(view.error(), usage);
    return with_compiled(arguments, lexicon, [&](encounter::Words const& words) {
      return cli::diff(arguments.inputs[0], arguments.inputs[1], arguments.limits, words, *view, std::cout, std::cerr);
    });
  });
}

// For commands that write a register: they can be stopped.
registry::Options writing(Arguments const& arguments) {
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing it, with words
  return {arguments.limits, arguments.replace ? store::Existing::replace : store::Existing::refuse, arguments.jobs,
          &stop_asked, arguments.selection};
}

ExitCode encode_lines(Arguments const& arguments) {
  encoder::Vectors vectors({}, arguments.model);
  const auto encoder = vectors.encoder();
  if (!encoder) {
    std::cerr << encoder::describe(encoder.error()) << '\n';
    return nothing_done;
  }
  if (arguments.pieces)
    return run_stage(std::cin, std::cout, [&](Json const& line) { return pieces(line, **encoder); });
  return run_waiting_stage(std::cin, std::cout, [&](Lines const& lines) { return encode(lines, **encoder); });
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
  command
      .add_option("--max-archive-bytes", arguments.limits.archive_bytes,
                  "Refuse archives within an archive that unpack to more than this")
      ->capture_default_str();
}

void add_selection(CLI::App& command, Arguments& arguments) {
  command.add_option("--since", arguments.selection.since, "Leave out pages published before this day, month or year");
  command.add_option("--language", arguments.selection.language, "Only pages in this language: ar, en, fr, \u2026");
  command.add_option("--limit", arguments.selection.limit, "Take so many pages at most; 0: all")->capture_default_str();
}

class Door {
 public:
  Door() {
    app_.set_version_flag("--version", RECOUPE_VERSION);
    app_.require_subcommand(1);
    app_.add_option("--lexicon", arguments_.lexicons,
                    "More words: a folder with <language>/<table>.tsv, added to the own ones");
    app_.add_option("--model", arguments_.model, "The sentence encoder's model file, where it is not found by itself");
    app_.fallthrough();
    add_register_commands();
    add_serving();
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
    auto* build = app_.add_subcommand("build", "Build a register from pages: files, folders, archives, JSON Lines");
    build->add_option("input", arguments_.inputs, "Pages")->required();
    build->add_option("-o,--output", arguments_.register_file, "The register to write")->required();
    build->add_flag("--replace", arguments_.replace, "Build over a register that is there");
    build->add_option("--jobs", arguments_.jobs, "Threads; 0: one for each core")->capture_default_str();
    add_limits(*build, arguments_);
    add_selection(*build, arguments_);
    choose(build, [](Arguments const& a, encounter::Words const& words) {
      return cli::build(a.inputs, a.register_file, writing(a), words, std::cerr);
    });

    auto* added = app_.add_subcommand("add", "Add pages to a register, without building it anew");
    added->add_option("register", arguments_.register_file, "The register")->required();
    added->add_option("input", arguments_.inputs, "Pages")->required();
    added->add_option("--jobs", arguments_.jobs, "Threads; 0: one for each core")->capture_default_str();
    add_limits(*added, arguments_);
    add_selection(*added, arguments_);
    choose(added, [](Arguments const& a, encounter::Words const& words) {
      return cli::add(a.register_file, a.inputs, writing(a), words, std::cerr);
    });

    auto* removed = app_.add_subcommand("remove", "Take reports out of a register");
    removed->add_option("register", arguments_.register_file, "The register")->required();
    removed->add_option("report", arguments_.reports, "Ids, paths or URLs of reports")->required();
    choose(removed, [](Arguments const& a, encounter::Words const& words) {
      return cli::remove(a.register_file, a.reports, writing(a), words, std::cerr);
    });

    auto* merged = app_.add_subcommand("merge", "Take all that another register holds into one");
    merged->add_option("register", arguments_.register_file, "The register that grows")->required();
    merged->add_option("other", arguments_.what, "The one that is taken in, and stays as it is")->required();
    choose(merged, [](Arguments const& a, encounter::Words const& words) {
      return cli::merge(a.register_file, a.what, writing(a), words, std::cerr);
    });

    auto* checked = app_.add_subcommand("check", "Whether a register holds what it promises");
    checked->add_option("register", arguments_.register_file, "The register")->required();
    checked->callback(
        [this] { chosen_ = [this] { return cli::check(arguments_.register_file, std::cout, std::cerr); }; });

    auto* corrected = app_.add_subcommand("correct", "Say what is the same, different or wrong; list it; undo it");
    corrected->add_option("register", arguments_.register_file, "The register")->required();
    corrected
        ->add_option("said", arguments_.reports,
                     "FILE | list | undo [ID] | same A B | different A B | unsure A B | not-an-encounter A | "
                     "set A FIELD VALUE | strike A NAME | forget NAME...")
        ->required();
    corrected->add_option("--who", arguments_.sayer.who, "Who says so");
    corrected->add_option("--when", arguments_.sayer.when, "On which day");
    corrected->add_option("--why", arguments_.sayer.why, "Why");
    choose(corrected, [](Arguments const& a, encounter::Words const& words) {
      return cli::correct(a.register_file, a.reports, a.sayer, writing(a), words, std::cout, std::cerr);
    });

    auto* exported = app_.add_subcommand("export", "Write a register to the standard output");
    exported->add_option("register", arguments_.register_file, "The register")->required();
    exported->add_option("--format", arguments_.format, "json")->capture_default_str();
    exported->callback([this] {
      chosen_ = [this] { return export_register(arguments_.register_file, arguments_.format, std::cout, std::cerr); };
    });

    auto* told = app_.add_subcommand("brief", "One screen: what happened, who says so, what stays unknown");
    add_view(*told);
    told->add_option("--most", arguments_.most, "Encounters at most, those with most reports first")
        ->capture_default_str();
    read_with(told, [](link::Register const& made, View const& view, lexicon::Lexicon const&) {
      return cli::brief(made, view, std::cout);
    });

    auto* shown = app_.add_subcommand("show", "List the encounters of a register by date");
    add_view(*shown);
    add_filter(*shown);
    read_with(shown, [this](link::Register const& made, View const& view, lexicon::Lexicon const&) {
      return cli::show(made, arguments_.filter, view, std::cout);
    });

    auto* explained =
        app_.add_subcommand("explain", "Every fact with the words that say it; or a page, sentence by sentence");
    add_view(*explained);
    explained->add_option("what", arguments_.what, "An encounter's id, or a report's id or path")->required();
    read_with(explained, [this](link::Register const& made, View const& view, lexicon::Lexicon const& lexicon) {
      return cli::explain(made, arguments_.what, lexicon, view, std::cout, std::cerr);
    });

    auto* compared = app_.add_subcommand("diff", "Two pages side by side");
    compared->add_option("pages", arguments_.inputs, "Two pages")->required()->expected(2);
    add_limits(*compared, arguments_);
    add_reader(*compared);
    compared->callback([this] { chosen_ = [this] { return compare_pages(arguments_); }; });
  }

  void add_serving() {
    auto* served = app_.add_subcommand("serve", "The register as web pages and an HTTP API, for this computer alone");
    served->add_option("register", arguments_.register_file, "The register")->required();
    served->add_option("--host", arguments_.listening.host, "Listen at this address")->capture_default_str();
    served->add_option("--port", arguments_.listening.port, "and port; 0: any that is free")
        ->capture_default_str()
        ->check(CLI::Range(0, 65535));
    served->add_option("--answer", arguments_.what, "Print what the API answers to this, and end: /api/encounters?q=…");
    served->add_option("--corrections", arguments_.said,
                       "With a page for judging doubtful groupings; judgements go into this file, and hold");
    served->callback([this] {
      chosen_ = [this] {
        return with_lexicon(arguments_, [this](lexicon::Lexicon const& lexicon) { return serve_with(lexicon); });
      };
    });

    auto* published = app_.add_subcommand("site", "A dossier to publish: static pages of what is sure");
    published->add_option("register", arguments_.register_file, "The register")->required();
    published->add_option("-o,--output", arguments_.inputs, "A folder that is empty or not there")
        ->required()
        ->expected(1);
    published->add_option("--contact", arguments_.publication.contact, "Where corrections go: on every page");
    published->add_option("--corrections", arguments_.corrections_log,
                          "A file of lines \"YYYY-MM-DD what was corrected\"");
    published->add_option("--full-text", arguments_.publication.full_texts,
                          "An outlet whose texts you may publish whole; may be given again");
    published
        ->add_option("--texts", arguments_.what,
                     "short: quotations alone; full: also the texts of the outlets that you name with --full-text")
        ->check(CLI::IsMember({"short", "full"}));
    published->callback([this] { chosen_ = [this] { return publish(); }; });
  }

  ExitCode serve_with(lexicon::Lexicon const& lexicon) {
    auto const& a = arguments_;
    if (!a.what.empty()) return cli::answer(a.register_file, a.what, lexicon, std::cout, std::cerr);
    if (a.said.empty()) return cli::serve(a.register_file, a.listening, lexicon, std::cerr);
    return with_compiled(a, lexicon, [&](encounter::Words const& words) {
      return cli::serve_for_judging(a.register_file, a.said, a.listening, lexicon, words, std::cerr);
    });
  }

  ExitCode publish() {
    if (arguments_.what == "full" && arguments_.publication.full_texts.empty()) {
      std::cerr << "whose texts may you publish whole? Name each outlet with --full-text OUTLET\n";
      return usage;
    }
    if (!arguments_.corrections_log.empty()) {
      auto corrections = serve::read_corrections(arguments_.corrections_log);
      if (!corrections) {
        std::cerr << visible(corrections.error()) << '\n';
        return nothing_done;
      }
      arguments_.publication.corrections = std::move(*corrections);
    }
    return with_lexicon(arguments_, [this](lexicon::Lexicon const& lexicon) {
      return cli::site(arguments_.register_file, arguments_.inputs.front(), arguments_.publication, lexicon, std::cerr);
    });
  }

  void add_reader(CLI::App& command) {
    command.add_option("--in", arguments_.reader, "The reader's language: ar, en, fr")->capture_default_str();
    command.add_option("--columns", arguments_.columns, "Width of a line; 0: as wide as the terminal")
        ->capture_default_str();
    command.add_flag("--json", arguments_.json, "As JSON");
  }

  void add_view(CLI::App& command) {
    command.add_option("register", arguments_.register_file, "The register")->required();
    add_reader(command);
  }

  void add_filter(CLI::App& command) {
    auto& filter = arguments_.filter;
    command.add_option("query", filter.query, "Only those that hold this name, office, place or topic");
    command.add_option("--kind", filter.kind, "audience, talks, visit, call, multilateral, signing, other");
    command.add_option("--status", filter.status, "held, announced, cancelled, denied");
    command.add_option("--certainty", filter.certainty, "sure, likely, to_check");
    command.add_option("--country", filter.country, "ISO code: of the place or of a participant");
    command.add_option("--language", filter.language, "Told by a report in this language");
    command.add_option("--outlet", filter.outlet, "Told by an outlet whose name holds this");
    command.add_option("--from", filter.from, "Not before this day, month or year");
    command.add_option("--to", filter.to, "Not after it");
  }

  void read_with(CLI::App* command, ReadRegister act) {
    command->callback(
        [this, act = std::move(act)] { chosen_ = [this, act] { return with_register(arguments_, act); }; });
  }

  void add_stages() {
    auto* extracted = app_.add_subcommand(
        "extract", "Pages to reports (files, folders, archives, or JSON Lines on the standard input)");
    extracted->add_option("path", arguments_.inputs, "Pages, or - for JSON Lines on the standard input");
    extracted->add_flag("--explain", arguments_.explain,
                        "Say of each block why it was taken or left; on a terminal as a drawing");
    extracted->add_option("--columns", arguments_.columns, "Width of that drawing, which is then made in a pipe too")
        ->capture_default_str();
    extracted->add_option("--jobs", arguments_.jobs, "Threads; 0: one for each core")->capture_default_str();
    add_limits(*extracted, arguments_);
    add_selection(*extracted, arguments_);
    extracted->callback([this] { chosen_ = [this] { return extract_pages(arguments_); }; });
    choose(app_.add_subcommand("segment", "Texts to language, sentences and folded tokens"), per_line(&segment));
    choose(app_.add_subcommand("times", "Texts to dates, ranges and relative expressions"), per_line(&times));
    choose(app_.add_subcommand("names", "Texts to persons, offices, organisations and places"), per_line(&names));
    auto* matched = app_.add_subcommand("match-names", "Pairs of names to whether they may be one");
    matched->add_flag("--explain", arguments_.explain, "Say also which words stand for each other, and at what cost");
    choose(matched, [](Arguments const& a, encounter::Words const& words) {
      return run_stage(std::cin, std::cout, [&](Json const& line) { return match_names(line, words, a.explain); });
    });
    auto* said = app_.add_subcommand("sources", "Texts to who says what, and their chain of sources");
    said->add_flag("--explain", arguments_.explain, "Say also how each was found, and which cues attribute nothing");
    choose(said, [](Arguments const& a, encounter::Words const& words) {
      return run_stage(std::cin, std::cout, [&](Json const& line) { return sources(line, words, a.explain); });
    });
    auto* told = app_.add_subcommand("meetings", "Texts to the encounters that they tell");
    told->add_flag("--explain", arguments_.explain, "Say also why, and why the other sentences tell none");
    choose(told, [](Arguments const& a, encounter::Words const& words) {
      return run_stage(std::cin, std::cout, [&](Json const& line) { return meetings(line, words, a.explain); });
    });
    auto* encoded = app_.add_subcommand("encode", "Sentences to vectors that mean the same in any language");
    encoded->add_flag("--pieces", arguments_.pieces, "Give the pieces that a sentence is read as instead");
    encoded->callback([this] { chosen_ = [this] { return encode_lines(arguments_); }; });
    auto* compared = app_.add_subcommand("reuse", "Pairs of texts to the passages that they share");
    compared->add_flag("--explain", arguments_.explain, "Say also what became of each sentence");
    choose(compared, [](Arguments const& a, encounter::Words const& words) {
      return run_stage(std::cin, std::cout, [&](Json const& line) { return reuse(line, words, a.explain); });
    });
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
