#include "registry/build.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <set>

#include "link/link_readings.hpp"
#include "page/inputs.hpp"
#include "registry/parallel.hpp"
#include "registry/update.hpp"
#include "store/write_ahead_log.hpp"

namespace recoupe::registry {
namespace {

namespace fs = std::filesystem;

struct ReadPage {
  std::expected<Prepared, Refused> page;
  std::string note;
  bool left_out = false;  // by the selection
};

ReadPage read_input(std::expected<page::Input, page::Refusal> const& input, Options const& options,
                    Forgotten const& forgotten, encounter::Words const& words) {
  const auto refuse = [](std::string const& path, std::string const& reason) {
    return ReadPage{std::unexpected(Refused{path, reason}), {}};
  };
  if (!input) return refuse(input.error().label, input.error().reason);
  auto report = page::read_page(input->source(), options.limits, words.pages);
  if (!report) return refuse(input->label, report.error().message);
  if (!options.selection.takes(*report)) return {Prepared{}, {}, true};
  auto note = report->note;
  return {prepare(std::move(*report), forgotten, words), std::move(note)};
}

bool stopped(Options const& options) { return options.stop != nullptr && options.stop->load(); }

// Pages in the order of the inputs, read on all cores.
void read_all(page::Inputs inputs, Options const& options, encounter::Words const& words, Update& update,
              Outcome& outcome) {
  using Next = decltype(inputs.next());
  const auto limit = options.selection.limit;
  std::atomic<bool> enough = false;
  const auto take = [&](ReadPage read) {
    if (read.left_out || enough) return;
    if (!read.page) return outcome.refused.push_back(std::move(read.page.error()));
    if (!read.note.empty()) outcome.notes.push_back({read.page->path, read.note});
    ++(update.add(*read.page) ? outcome.pages : outcome.duplicates);
    enough = limit != 0 && outcome.pages >= limit;
  };
  stream_in_order<ReadPage>([&]() -> Next { return enough || stopped(options) ? Next() : inputs.next(); },
                            [&](std::expected<page::Input, page::Refusal> const& input) {
                              return read_input(input, options, update.forgotten(), words);
                            },
                            take, options.jobs);
}

Error as_it_was(fs::path const& target) { return {"stopped: " + target.string() + " is as it was", false, {}}; }

// Reads, links, commits.
std::expected<Outcome, Error> fill(store::Session& session, std::vector<fs::path> const& inputs, fs::path const& target,
                                   Options const& options, encounter::Words const& words) {
  Outcome outcome;
  Update update(session, words, options.jobs);
  update.load();
  read_all(page::Inputs(inputs, options.limits), options, words, update, outcome);
  if (stopped(options)) return std::unexpected(as_it_was(target));
  if (outcome.pages + outcome.duplicates == 0)
    return std::unexpected(Error{"no page could be read", true, std::move(outcome.refused)});
  update.finish();
  if (stopped(options)) return std::unexpected(as_it_was(target));
  if (auto done = session.commit(); !done)
    return std::unexpected(Error{done.error().message, false, std::move(outcome.refused)});
  return outcome;
}

bool synced(fs::path const& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  return done;
}

// A file beside the target that goes unless it is renamed.
class Fresh {
 public:
  explicit Fresh(fs::path const& target) : path_(target) {
    path_ += "." + std::to_string(::getpid()) + ".new";
    remove();
  }
  Fresh(Fresh const&) = delete;
  Fresh& operator=(Fresh const&) = delete;
  ~Fresh() { remove(); }
  fs::path const& path() const { return path_; }

  std::expected<void, Error> put_at(fs::path const& target) const {
    std::error_code failed;
    if (!synced(path_)) failed = std::error_code(errno, std::generic_category());
    if (!failed) store::end_log_of(target);
    if (!failed) fs::rename(path_, target, failed);
    if (!failed) return {};
    return std::unexpected(Error{target.string() + " could not be put in its place: " + failed.message(), false, {}});
  }

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  fs::path path_;
};

}  // namespace

link::Register make_register(std::vector<page::Report> reports, Options const& options, encounter::Words const& words) {
  auto readings = map_values<encounter::Reading>(
      std::move(reports), [&](page::Report& report) { return encounter::read(std::move(report), words); },
      options.jobs);
  return link::link_readings(std::move(readings), words.matcher, words.vectors.get());
}

std::expected<Outcome, Error> build(std::vector<fs::path> const& inputs, fs::path const& target, Options const& options,
                                    encounter::Words const& words) {
  std::error_code unreachable;
  const bool there = fs::exists(target, unreachable);
  if (unreachable)
    return std::unexpected(Error{target.string() + " cannot be written: " + unreachable.message(), false, {}});
  if (options.existing == store::Existing::refuse && there) {
    return std::unexpected(Error{target.string() + " is there already; --replace builds over it", false, {}});
  }
  const Fresh fresh(target);
  auto outcome = [&]() -> std::expected<Outcome, Error> {
    auto session = store::Session::create(fresh.path(), target);
    if (!session) return std::unexpected(Error{session.error().message, false, {}});
    return fill(*session, inputs, target, options, words);
  }();
  if (!outcome) return outcome;
  if (auto put = fresh.put_at(target); !put) return std::unexpected(put.error());
  return outcome;
}

std::expected<Outcome, Error> add(fs::path const& target, std::vector<fs::path> const& inputs, Options const& options,
                                  encounter::Words const& words) {
  auto session = store::Session::open(target);
  if (!session) return std::unexpected(Error{session.error().message, false, {}});
  return fill(*session, inputs, target, options, words);
}

std::expected<std::vector<std::string>, Error> remove(fs::path const& target, std::vector<std::string> const& reports,
                                                      Options const& options, encounter::Words const& words) {
  auto session = store::Session::open(target);
  if (!session) return std::unexpected(Error{session.error().message, false, {}});
  Update update(*session, words, options.jobs);
  update.load();
  std::vector<std::string> unknown;
  for (auto const& report : reports) {
    const auto ids = update.called(report);
    if (ids.empty()) unknown.push_back(report);
    for (auto const& id : ids) update.remove(id);
  }
  if (unknown.size() == reports.size()) return std::unexpected(Error{"no such report", true, {}});
  update.finish();
  if (auto done = session->commit(); !done) return std::unexpected(Error{done.error().message, false, {}});
  return unknown;
}

std::expected<std::size_t, Error> merge(fs::path const& target, fs::path const& other, Options const& options,
                                        encounter::Words const& words) {
  auto from = store::Session::look(other);
  if (!from) return std::unexpected(Error{from.error().message, false, {}});
  auto session = store::Session::open(target);
  if (!session) return std::unexpected(Error{session.error().message, false, {}});
  for (auto const& one : from->forgotten()) session->put_forgotten(one);
  Update update(*session, words, options.jobs);
  update.load();
  std::set<std::string> known;
  for (auto const& one : session->corrections()) known.insert(one.id);
  for (auto const& one : from->corrections()) {
    if (!known.contains(one.id)) session->put_correction(one);
  }
  std::size_t fresh = 0;
  from->each_reading([&](store::Kept const& kept) {
    auto page = from->page(kept.report);
    if (!page) return;
    if (auto prepared = prepare_kept(kept, *page, update.forgotten(), words)) fresh += update.add(*prepared) ? 1 : 0;
  });
  update.redact();  // what only the other had forgotten
  update.finish();
  if (auto done = session->commit(); !done) return std::unexpected(Error{done.error().message, false, {}});
  return fresh;
}

}  // namespace recoupe::registry
