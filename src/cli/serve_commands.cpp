#include "cli/serve_commands.hpp"

#include <csignal>
#include <ostream>

#include "cli/terminal.hpp"
#include "serve/token.hpp"

namespace recoupe::cli {
namespace {

// Waits for one of the signals that end a program; they must be blocked in every thread.
void wait_for_an_end(sigset_t const& ends) {
  int signal = 0;
  sigwait(&ends, &signal);
}

ExitCode refuse(std::string const& why, std::ostream& complaints) {
  complaints << visible(why) << '\n';
  return nothing_done;
}

// "a=b&c=d%20e" as a browser writes it.
std::string decoded(std::string_view text) {
  std::string made;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '%' && at + 2 < text.size() && digit(text[at + 1]) >= 0 && digit(text[at + 2]) >= 0;
    if (escape) {
      made += static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2]));
      at += 2;
    } else {
      made += text[at] == '+' ? ' ' : text[at];
    }
  }
  return made;
}

serve::Asked asked_of(std::string_view question) {
  serve::Asked asked{"GET", std::string(question.substr(0, question.find('?'))), {}, {}};
  auto query = question.substr(std::min(question.find('?'), question.size()));
  while (!query.empty()) {
    query.remove_prefix(1);  // '?' or '&'
    const auto one = query.substr(0, query.find('&'));
    const auto equals = std::min(one.find('='), one.size());
    if (!one.empty())
      asked.parameters.emplace_back(decoded(one.substr(0, equals)),
                                    decoded(one.substr(std::min(equals + 1, one.size()))));
    query.remove_prefix(one.size());
  }
  return asked;
}

// Threads that answer inherit that they take no signals: it is done before there are any.
sigset_t block_ends() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return ends;
}

ExitCode serve_until(sigset_t const& ends, serve::Api& api, serve::Listening const& where, std::string const& token,
                     std::ostream& complaints) {
  serve::Server server(api, where);
  const auto port = server.listen();
  if (!port) return refuse(port.error(), complaints);
  const auto address = "http://" + where.host + ":" + std::to_string(*port) + "/";
  complaints << address << '\n';
  if (!token.empty()) complaints << "to judge: " << address << "review#" << token << '\n';
  complaints.flush();
  wait_for_an_end(ends);
  server.stop();
  return done;
}

}  // namespace

ExitCode serve(std::filesystem::path const& file, serve::Listening const& where, lexicon::Lexicon const& lexicon,
               std::ostream& complaints) {
  const auto ends = block_ends();
  auto api = serve::Api::open(file, serve::Words::of(lexicon));
  return api ? serve_until(ends, **api, where, {}, complaints) : refuse(api.error(), complaints);
}

ExitCode serve_for_judging(std::filesystem::path const& file, std::filesystem::path const& said,
                           serve::Listening const& where, lexicon::Lexicon const& lexicon,
                           encounter::Words const& words, std::ostream& complaints) {
  const auto ends = block_ends();
  auto corrector = serve::Corrector::open(file, said, words);
  if (!corrector) return refuse(corrector.error(), complaints);
  const auto token = serve::make_token();
  auto api = serve::Api::open(file, serve::Words::of(lexicon), serve::Judging{std::move(*corrector), token});
  return api ? serve_until(ends, **api, where, token, complaints) : refuse(api.error(), complaints);
}

ExitCode answer(std::filesystem::path const& file, std::string const& question, lexicon::Lexicon const& lexicon,
                std::ostream& out, std::ostream& complaints) {
  auto api = serve::Api::open(file, serve::Words::of(lexicon));
  if (!api) return refuse(api.error(), complaints);
  const auto answered = (*api)->answer(asked_of(question));
  out << answered.body;
  if (!answered.body.ends_with('\n')) out << '\n';
  return answered.status == 200 && out.flush() ? done : nothing_done;
}

ExitCode site(std::filesystem::path const& file, std::filesystem::path const& folder,
              serve::Publication const& publication, lexicon::Lexicon const& lexicon, std::ostream& complaints) {
  const auto written = serve::write_site(file, folder, publication, serve::Words::of(lexicon));
  if (!written) return refuse(written.error(), complaints);
  complaints << written->pages << " pages in " << visible(folder.string()) << ", " << written->left_out
             << " encounters left out that are not sure\n";
  return done;
}

}  // namespace recoupe::cli
