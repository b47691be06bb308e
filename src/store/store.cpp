#include "store/store.hpp"

#include <unistd.h>

#include <tuple>

#include "link/register_json.hpp"
#include "sql/schema.hpp"
#include "sql/select.hpp"
#include "store/database.hpp"
#include "store/rows.hpp"
#include "store/schema_version.hpp"
#include "store/write_ahead_log.hpp"

namespace recoupe::store {
namespace {

namespace fs = std::filesystem;

std::expected<void, std::string> fill(Database& database, link::Register const& made) {
  if (auto begun = database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; BEGIN;"); !begun) return begun;
  if (auto laid = database.run(sql::schema); !laid) return laid;
  auto rows = Rows::prepare(database);
  if (!rows) return std::unexpected(rows.error());
  const auto put_all = [&](auto const& list) {
    for (auto const& one : list) rows->put(one);
  };
  put_all(made.reports);
  put_all(made.people);
  put_all(made.encounters);
  put_all(made.links);
  put_all(made.stories);
  put_all(made.reuse);
  rows->put(made.coverage);
  rows->put_meta("changes", "1");
  if (rows->failed()) return std::unexpected(*rows->failed());
  return database.run(stamp() + "COMMIT;");
}

std::expected<void, std::string> write_new(fs::path const& path, link::Register const& made) {
  auto database = Database::open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!database) return std::unexpected(database.error());
  return fill(*database, made);
}

}  // namespace

std::expected<void, Error> write(fs::path const& path, link::Register const& made, Existing existing) {
  std::error_code unreachable;
  const bool there = fs::exists(path, unreachable);
  if (unreachable)
    return std::unexpected(Error{ErrorCode::io, path.string() + " cannot be written: " + unreachable.message()});
  if (existing == Existing::refuse && there)
    return std::unexpected(Error{ErrorCode::exists, path.string() + " is there already"});
  auto fresh = path;
  fresh += "." + std::to_string(::getpid()) + ".new";
  std::error_code ignored;
  fs::remove(fresh, ignored);
  if (auto written = write_new(fresh, made); !written) {
    fs::remove(fresh, ignored);
    return std::unexpected(Error{ErrorCode::io, path.string() + " could not be written: " + written.error()});
  }
  std::error_code failed;
  end_log_of(path);
  fs::rename(fresh, path, failed);
  if (!failed) return {};
  fs::remove(fresh, ignored);
  return std::unexpected(Error{ErrorCode::io, path.string() + " could not be put in its place: " + failed.message()});
}

void end_log_of(fs::path const& path) {
  std::error_code ignored;
  if (!fs::exists(path.string() + "-wal", ignored)) return;
  if (auto old = Database::open(path.string(), SQLITE_OPEN_READWRITE))
    std::ignore = old->run("PRAGMA wal_checkpoint(TRUNCATE);");
  for (const auto* beside : {"-wal", "-shm"}) fs::remove(path.string() + beside, ignored);
}

std::expected<std::int64_t, Error> version_of(fs::path const& path) {
  const auto fail = [&](ErrorCode code, std::string const& why) {
    return std::unexpected(Error{code, path.string() + " " + why});
  };
  std::error_code unreachable;
  const bool there = fs::exists(path, unreachable);
  if (unreachable) return fail(ErrorCode::io, "cannot be opened: " + unreachable.message());
  if (!there) return fail(ErrorCode::not_found, "is not there");
  auto database = Database::open(path.string(), SQLITE_OPEN_READONLY);
  if (!database) return fail(ErrorCode::io, "cannot be opened: " + database.error());
  if (database->number("PRAGMA application_id") != application_id)
    return fail(ErrorCode::not_a_register, "is no register");
  const auto version = database->number("PRAGMA user_version");
  if (version > schema_version) return fail(ErrorCode::newer_schema, "was written by a later version of recoupe");
  return version;
}

std::string stamp() {
  return "PRAGMA application_id = " + std::to_string(application_id) +
         "; PRAGMA user_version = " + std::to_string(schema_version) + "; ";
}

std::expected<link::Register, Error> read(fs::path const& path) {
  const auto fail = [&](ErrorCode code, std::string const& why) {
    return std::unexpected(Error{code, path.string() + " " + why});
  };
  if (auto known = version_of(path); !known) return std::unexpected(known.error());
  auto database = Database::open(path.string(), SQLITE_OPEN_READONLY);
  if (!database) return fail(ErrorCode::io, "cannot be opened: " + database.error());

  const auto statements = database->prepare_all(sql::select);
  if (!statements) return fail(ErrorCode::not_a_register, "is damaged: " + statements.error());
  link::Register made;
  const auto each = [&](std::size_t table, auto take) {
    std::optional<std::string> broken;
    auto done = database->rows((*statements)[table], {}, [&](Row const& row) {
      if (broken) return;
      try {
        take(link::Json::parse(row.text(0)));
      } catch (link::Json::exception const& error) {
        broken = error.what();
      }
    });
    if (broken) done = std::unexpected(*broken);
    return done;
  };
  const std::expected<void, std::string> all[] = {
      each(0, [&](link::Json const& json) { made.reports.push_back(link::report_of(json)); }),
      each(1, [&](link::Json const& json) { made.people.push_back(link::person_of(json)); }),
      each(2, [&](link::Json const& json) { made.encounters.push_back(link::encounter_of(json)); }),
      each(3, [&](link::Json const& json) { made.links.push_back(link::link_of(json)); }),
      each(4, [&](link::Json const& json) { made.stories.push_back(link::story_of(json)); }),
      each(5, [&](link::Json const& json) { made.reuse.push_back(link::reuse_of(json)); }),
      each(6, [&](link::Json const& json) { made.coverage = link::coverage_of(json); }),
  };
  for (auto const& one : all) {
    if (!one) return fail(ErrorCode::not_a_register, "is damaged: " + one.error());
  }
  return made;
}

}  // namespace recoupe::store
