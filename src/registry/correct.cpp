#include "registry/correct.hpp"

#include <algorithm>

#include "link/register_json.hpp"
#include "registry/forgotten.hpp"
#include "registry/update.hpp"
#include "store/session.hpp"

namespace recoupe::registry {
namespace {

namespace fs = std::filesystem;

Error error_of(store::Error const& error) { return {error.message, false, {}}; }

std::vector<KnownCorrection> known(store::Session& session) {
  std::vector<KnownCorrection> all;
  for (auto const& kept : session.corrections()) {
    if (auto one = correction_of(kept.body)) all.push_back({std::move(*one), kept.standing});
  }
  return all;
}

// Links again and commits.
std::expected<std::vector<KnownCorrection>, Error> apply(store::Session& session, Options const& options,
                                                         encounter::Words const& words) {
  Update update(session, words, options.jobs);
  update.load();
  update.finish();
  auto all = known(session);
  if (auto done = session.commit(); !done) return std::unexpected(error_of(done.error()));
  return all;
}

}  // namespace

std::expected<std::vector<KnownCorrection>, Error> correct(fs::path const& target, std::vector<Correction> const& said,
                                                           Options const& options, encounter::Words const& words) {
  auto session = store::Session::open(target);
  if (!session) return std::unexpected(error_of(session.error()));
  const auto before = known(*session);
  for (auto const& one : said) {
    const auto again = [&](KnownCorrection const& other) { return other.correction.id == one.id; };
    if (std::ranges::none_of(before, again)) session->put_correction({one.id, "unanchored", to_line(one)});
  }
  return apply(*session, options, words);
}

std::expected<std::vector<KnownCorrection>, Error> undo(fs::path const& target, std::string const& id,
                                                        Options const& options, encounter::Words const& words) {
  auto session = store::Session::open(target);
  if (!session) return std::unexpected(error_of(session.error()));
  const auto before = known(*session);
  const auto last = std::find_if(before.rbegin(), before.rend(), [&](KnownCorrection const& one) {
    return one.standing != "undone" && (id.empty() || one.correction.id == id);
  });
  if (last == before.rend()) return std::unexpected(Error{"there is no such correction", false, {}});
  session->put_standing(last->correction.id, "undone");
  return apply(*session, options, words);
}

std::expected<std::vector<KnownCorrection>, Error> corrections(fs::path const& target) {
  auto session = store::Session::look(target);
  if (!session) return std::unexpected(error_of(session.error()));
  return known(*session);
}

std::expected<Anchor, Error> anchor_of(fs::path const& target, std::string const& id) {
  auto session = store::Session::look(target);
  if (!session) return std::unexpected(error_of(session.error()));
  auto digits = id.empty() ? id : id.substr(1);
  const auto body = session->encounter("e" + digits);
  const auto json = body ? link::Json::parse(*body, nullptr, false) : link::Json();
  if (!json.is_object()) return std::unexpected(Error{"there is no encounter \"" + id + "\"", false, {}});
  const auto made = link::encounter_of(json);
  auto told = std::ranges::find(made.tellings, "t" + digits, &link::Telling::id);
  if (told == made.tellings.end()) told = std::ranges::find(made.tellings, "main", &link::Telling::standing);
  if (told == made.tellings.end()) told = made.tellings.begin();
  if (told == made.tellings.end() || told->evidence.empty())
    return std::unexpected(Error{"nothing is quoted for \"" + id + "\"", false, {}});
  return Anchor{told->report, session->url_of(told->report), told->evidence.front().exact};
}

std::expected<std::size_t, Error> forget(fs::path const& target, std::vector<std::string> const& names,
                                         Options const& options, encounter::Words const& words) {
  std::size_t changed = 0;
  {
    auto session = store::Session::open(target);
    if (!session) return std::unexpected(error_of(session.error()));
    for (auto const& name : names) {
      for (auto const& one : entries_of(name)) session->put_forgotten(one);
    }
    Update update(*session, words, options.jobs);
    update.load();
    changed = update.redact();
    update.finish();
    if (auto done = session->commit(); !done) return std::unexpected(error_of(done.error()));
  }
  if (auto swept = store::sweep(target); !swept) return std::unexpected(error_of(swept.error()));
  return changed;
}

}  // namespace recoupe::registry
