#include "store/store.hpp"

#include <unistd.h>

#include "link/register_json.hpp"
#include "sql/insert.hpp"
#include "sql/schema.hpp"
#include "sql/select.hpp"
#include "store/database.hpp"

namespace recoupe::store {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t application_id = 0x52454355;  // "RECU"
constexpr std::int64_t schema_version = 1;

std::string dumped(link::Json const& json) { return json.dump(-1, ' ', false, link::Json::error_handler_t::replace); }

// Fills one new database; the first failure ends it.
class Writer {
 public:
  explicit Writer(Database& database) : database_(database) {}

  std::expected<void, std::string> write(link::Register const& made) {
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; BEGIN;");
    run(sql::schema);
    if (failed_) return std::unexpected(*failed_);
    auto prepared = database_.prepare_all(sql::insert);
    if (!prepared) return std::unexpected(prepared.error());
    statements_ = std::move(*prepared);
    reports(made);
    encounters(made);
    relations(made);
    run("PRAGMA application_id = " + std::to_string(application_id) +
        "; PRAGMA user_version = " + std::to_string(schema_version) + "; COMMIT;");
    if (failed_) return std::unexpected(*failed_);
    return {};
  }

 private:
  enum Table : std::size_t { report, person, person_name, encounter, telling, link, story, reuse, coverage };

  void run(std::string_view statements) {
    if (failed_) return;
    if (auto done = database_.run(statements); !done) failed_ = done.error();
  }

  void insert(Table table, std::initializer_list<Value> values) {
    if (failed_) return;
    if (auto done = database_.insert(statements_[table], values); !done) failed_ = done.error();
  }

  void reports(link::Register const& made) {
    for (auto const& one : made.reports) {
      insert(report, {one.id, one.path, one.url, one.outlet, one.language, one.title, one.published,
                      std::string_view(dumped(link::to_json(one)))});
    }
    for (auto const& one : made.people) {
      insert(person, {one.id, std::string_view(dumped(link::to_json(one)))});
      for (auto const& name : one.variants) insert(person_name, {one.id, name});
    }
  }

  void encounters(link::Register const& made) {
    std::int64_t position = 0;
    for (auto const& one : made.encounters) {
      insert(encounter,
             {position++, one.id, one.kind, one.status, one.date, one.place.name, one.place.country, one.certainty,
              static_cast<std::int64_t>(one.independent_origins), std::string_view(dumped(link::to_json(one)))});
      for (auto const& told : one.tellings) insert(telling, {told.id, one.id, told.report, told.standing});
    }
  }

  void relations(link::Register const& made) {
    std::int64_t position = 0;
    for (auto const& one : made.links)
      insert(link, {position++, one.from, one.to, one.kind, std::string_view(dumped(link::to_json(one)))});
    for (auto const& one : made.stories) insert(story, {one.id, std::string_view(dumped(link::to_json(one)))});
    position = 0;
    for (auto const& one : made.reuse)
      insert(reuse, {position++, one.from, one.to, one.relation, std::string_view(dumped(link::to_json(one)))});
    insert(coverage, {std::string_view(dumped(link::to_json(made.coverage)))});
  }

  Database& database_;
  std::vector<Statement> statements_;
  std::optional<std::string> failed_;
};

std::expected<void, std::string> write_new(fs::path const& path, link::Register const& made) {
  auto database = Database::open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!database) return std::unexpected(database.error());
  return Writer(*database).write(made);
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
  fs::rename(fresh, path, failed);
  if (!failed) return {};
  fs::remove(fresh, ignored);
  return std::unexpected(Error{ErrorCode::io, path.string() + " could not be put in its place: " + failed.message()});
}

std::expected<link::Register, Error> read(fs::path const& path) {
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
  if (database->number("PRAGMA user_version") > schema_version)
    return fail(ErrorCode::newer_schema, "was written by a later version of recoupe");

  const auto statements = database->prepare_all(sql::select);
  if (!statements) return fail(ErrorCode::not_a_register, "is damaged: " + statements.error());
  link::Register made;
  const auto each = [&](std::size_t table, auto take) {
    return database->each((*statements)[table], [&](std::string_view body) { take(link::Json::parse(body)); });
  };
  try {
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
  } catch (link::Json::exception const& error) {
    return fail(ErrorCode::not_a_register, std::string("is damaged: ") + error.what());
  }
  return made;
}

}  // namespace recoupe::store
