#include "store/session.hpp"

#include <charconv>
#include <tuple>

#include "sql/damage.hpp"
#include "sql/schema.hpp"
#include "sql/session.hpp"
#include "store/schema_version.hpp"

namespace recoupe::store {
namespace {

namespace fs = std::filesystem;

enum Statements : std::size_t {
  readings,
  reading,
  no_reading,
  a_page,
  page_row,
  no_page,
  pairs,
  pair_row,
  no_pair,
  all_made,
  made_row,
  no_made,
  a_meta,
  reports,
  reports_of_stories,
  one_reading,
  all_corrections,
  correction_row,
  standing_of,
  all_forgotten,
  forgotten_row,
  encounter_named,
  no_pairs_of,
  no_reuse_of,
  url_of_report,
  body_of_report,
};

}  // namespace

std::expected<void, std::string> Session::prepare() {
  auto statements = database_->prepare_all(sql::session);
  if (!statements) return std::unexpected(statements.error());
  statements_ = std::move(*statements);
  auto rows = Rows::prepare(*database_);
  if (!rows) return std::unexpected(rows.error());
  rows_ = std::move(*rows);
  return {};
}

std::expected<Session, Error> Session::begin(fs::path const& path, fs::path const& shown, Access access) {
  const auto fail = [&](std::string const& why) {
    const char* what = access == Access::look ? " cannot be read: " : " could not be written: ";
    return std::unexpected(Error{ErrorCode::io, shown.string() + what + why});
  };
  constexpr int flags[] = {SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, SQLITE_OPEN_READWRITE, SQLITE_OPEN_READONLY};
  // A new file is nobody's yet: it needs no journal, only to be on the disk before it is renamed.
  constexpr std::string_view begins[] = {
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -100000; BEGIN;",
      "PRAGMA synchronous = FULL; PRAGMA cache_size = -100000; BEGIN IMMEDIATE;", "BEGIN;"};
  Session session;
  session.path_ = shown;
  session.fresh_ = access == Access::fresh;
  auto database = Database::open(path.string(), flags[static_cast<std::size_t>(access)]);
  if (!database) return fail(database.error());
  session.database_ = std::make_unique<Database>(std::move(*database));
  if (access == Access::change) {
    if (auto kept = session.database_->keep_a_write_ahead_log(); !kept) return fail(kept.error());
  }
  if (auto begun = session.database_->run(begins[static_cast<std::size_t>(access)]); !begun) return fail(begun.error());
  if (session.fresh_) {
    if (auto laid = session.database_->run(sql::schema); !laid) return fail(laid.error());
  }
  if (auto prepared = session.prepare(); !prepared) return fail(prepared.error());
  return session;
}

std::expected<Session, Error> Session::create(fs::path const& path, fs::path const& shown) {
  return begin(path, shown, Access::fresh);
}

std::expected<Session, Error> Session::open(fs::path const& path) {
  const auto known = version_of(path);
  if (!known) return std::unexpected(known.error());
  if (*known < schema_version) {
    const auto made = read(path);
    if (!made) return std::unexpected(made.error());
    if (auto written = write(path, *made, Existing::replace); !written) return std::unexpected(written.error());
  }
  return begin(path, path, Access::change);
}

std::expected<Session, Error> Session::look(fs::path const& path) {
  const auto known = version_of(path);
  if (!known) return std::unexpected(known.error());
  if (*known < schema_version)
    return std::unexpected(
        Error{ErrorCode::io, path.string() + " is of an older schema: add to it once, to have it rewritten"});
  return begin(path, path, Access::look);
}

void Session::run(std::size_t statement, std::initializer_list<Value> values) {
  if (failed_) return;
  if (auto done = database_->insert(statements_[statement], values); !done) failed_ = done.error();
}

void Session::ask(std::size_t statement, std::initializer_list<Value> values,
                  std::function<void(Row const&)> const& row) {
  if (failed_) return;
  if (auto done = database_->rows(statements_[statement], values, row); !done) failed_ = done.error();
}

void Session::each_reading(std::function<void(Kept const&)> const& take) {
  ask(readings, {}, [&](Row const& row) { take({row.text(0), row.text(1), row.text(2)}); });
}

void Session::put_reading(std::string_view report, std::string_view card, std::string_view prints) {
  run(reading, {report, card, prints});
}

std::optional<KeptPage> Session::page(std::string_view report) {
  std::optional<KeptPage> found;
  ask(a_page, {report}, [&](Row const& row) { found = {std::string(row.text(0)), std::string(row.text(1))}; });
  return found;
}

void Session::put_page(std::string_view report, std::string_view page, std::string_view asides) {
  run(page_row, {report, page, asides});
}

void Session::erase_reading(std::string_view report) {
  run(no_reading, {report});
  run(no_page, {report});
}

void Session::each_pair(std::function<void(KeptPair const&)> const& take) {
  ask(pairs, {}, [&](Row const& row) { take({row.text(0), row.text(1), row.number(2), row.text(3)}); });
}

void Session::put_pair(KeptPair const& pair) { run(pair_row, {pair.source, pair.target, pair.people, pair.reuse}); }

void Session::erase_pairs_of(std::string_view report) {
  run(no_pairs_of, {report});
  run(no_reuse_of, {report});
}

std::string Session::url_of(std::string_view report) {
  std::string url;
  ask(url_of_report, {report}, [&](Row const& row) { url = row.text(0); });
  return url;
}

void Session::erase_pair(std::string_view source, std::string_view target) { run(no_pair, {source, target}); }

void Session::each_made(std::function<void(KeptMade const&)> const& take) {
  ask(all_made, {}, [&](Row const& row) { take({static_cast<Kind>(row.number(0)), row.text(1), row.number(2)}); });
}

void Session::put_made(KeptMade const& made) {
  run(made_row, {static_cast<std::int64_t>(made.kind), made.id, made.fingerprint});
}

void Session::erase_made(Kind kind, std::string_view id) { run(no_made, {static_cast<std::int64_t>(kind), id}); }

std::string Session::meta(std::string_view key) {
  std::string value;
  ask(a_meta, {key}, [&](Row const& row) { value = row.text(0); });
  return value;
}

std::vector<std::string> Session::ids_of_reports() {
  std::vector<std::string> ids;
  ask(reports, {}, [&](Row const& row) { ids.emplace_back(row.text(0)); });
  return ids;
}

std::string Session::report(std::string_view id) {
  std::string body;
  ask(body_of_report, {id}, [&](Row const& row) { body = row.text(0); });
  return body;
}

void Session::each_reading_of(std::string_view report, std::function<void(Kept const&)> const& take) {
  ask(one_reading, {report}, [&](Row const& row) { take({row.text(0), row.text(1), row.text(2)}); });
}

void Session::each_report_of_stories(std::function<void(std::string_view, std::string_view)> const& take) {
  ask(reports_of_stories, {}, [&](Row const& row) { take(row.text(0), row.text(1)); });
}

std::vector<KeptCorrection> Session::corrections() {
  std::vector<KeptCorrection> all;
  ask(all_corrections, {}, [&](Row const& row) {
    all.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))});
  });
  return all;
}

void Session::put_correction(KeptCorrection const& one) { run(correction_row, {one.id, one.standing, one.body}); }

void Session::put_standing(std::string_view correction, std::string_view standing) {
  run(standing_of, {standing, correction});
}

std::vector<KeptForgotten> Session::forgotten() {
  std::vector<KeptForgotten> all;
  ask(all_forgotten, {}, [&](Row const& row) {
    all.push_back({std::string(row.text(0)), row.number(1), row.number(2), row.number(3) != 0});
  });
  return all;
}

void Session::put_forgotten(KeptForgotten const& one) {
  run(forgotten_row, {one.kind, one.words, one.hash, std::int64_t{one.alone ? 1 : 0}});
}

std::optional<std::string> Session::encounter(std::string_view any_id) {
  std::optional<std::string> body;
  ask(encounter_named, {any_id}, [&](Row const& row) { body = row.text(0); });
  return body;
}

std::optional<std::string> Session::failed() const { return failed_ ? failed_ : rows_->failed(); }

std::expected<void, Error> Session::commit() {
  const auto fail = [&](std::string const& why) {
    return std::unexpected(Error{ErrorCode::io, path_.string() + " could not be written: " + why});
  };
  const auto before = meta("changes");
  std::uint64_t changes = 0;
  std::from_chars(before.data(), before.data() + before.size(), changes);
  rows_->put_meta("changes", std::to_string(changes + 1));
  if (const auto why = failed()) return fail(*why);
  if (fresh_) {
    if (auto named = database_->run(stamp()); !named) return fail(named.error());
  }
  if (auto done = database_->run("COMMIT;"); !done) return fail(done.error());
  // One file again where nobody else has it open; a register that is being read stays as it is until the next time.
  if (!fresh_) std::ignore = database_->run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
  return {};
}

std::expected<std::vector<std::string>, Error> damage(fs::path const& path) {
  if (auto known = version_of(path); !known) return std::unexpected(known.error());
  const auto fail = [&](std::string const& why) {
    return std::unexpected(Error{ErrorCode::not_a_register, path.string() + " is damaged: " + why});
  };
  auto database = Database::open(path.string(), SQLITE_OPEN_READONLY);
  if (!database) return fail(database.error());
  const auto statements = database->prepare_all(sql::damage);
  if (!statements) return fail(statements.error());
  std::vector<std::string> found;
  for (auto const& statement : *statements) {
    const auto asked = database->rows(statement, {}, [&](Row const& row) {
      if (row.text(0) != "ok") found.emplace_back(row.text(0));
    });
    if (!asked) found.push_back(asked.error());
  }
  return found;
}

std::expected<std::vector<KeptForgotten>, Error> forgotten_names(fs::path const& path) {
  const auto version = version_of(path);
  if (!version) return std::unexpected(version.error());
  std::vector<KeptForgotten> all;
  if (*version < schema_version) return all;
  auto database = Database::open(path.string(), SQLITE_OPEN_READONLY);
  if (!database) return std::unexpected(Error{ErrorCode::io, path.string() + " cannot be opened: " + database.error()});
  const auto statements = database->prepare_all("SELECT kind, words, hash, alone FROM forgotten");
  if (!statements)
    return std::unexpected(Error{ErrorCode::not_a_register, path.string() + " is damaged: " + statements.error()});
  const auto asked = database->rows(statements->front(), {}, [&](Row const& row) {
    all.push_back({std::string(row.text(0)), row.number(1), row.number(2), row.number(3) != 0});
  });
  if (!asked) return std::unexpected(Error{ErrorCode::not_a_register, path.string() + " is damaged: " + asked.error()});
  return all;
}

std::expected<void, Error> sweep(fs::path const& path) {
  const auto fail = [&](std::string const& why) {
    return std::unexpected(Error{ErrorCode::io, path.string() + " could not be swept: " + why});
  };
  auto database = Database::open(path.string(), SQLITE_OPEN_READWRITE);
  if (!database) return fail(database.error());
  const auto swept = database->run(
      "INSERT INTO report_text(report_text) VALUES ('rebuild'); INSERT INTO encounter_text(encounter_text) VALUES "
      "('rebuild'); VACUUM;");
  if (!swept) return fail(swept.error());
  return {};
}

}  // namespace recoupe::store
