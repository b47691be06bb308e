#include "serve/connection.hpp"

#include "sql/questions.hpp"
#include "store/schema_version.hpp"

namespace recoupe::serve {
namespace {

constexpr std::int64_t first_schema_served = 2;  // the first with search and facets

}  // namespace

std::expected<Connection, std::string> Connection::open(std::filesystem::path const& path) {
  std::error_code unreachable;
  if (!std::filesystem::exists(path, unreachable)) return std::unexpected(path.string() + " is not there");
  auto database = store::Database::open(path.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX);
  if (!database) return std::unexpected(path.string() + " cannot be opened: " + database.error());
  if (database->number("PRAGMA application_id") != store::application_id)
    return std::unexpected(path.string() + " is no register");
  const auto version = database->number("PRAGMA user_version");
  if (version > store::schema_version)
    return std::unexpected(path.string() + " was written by a later version of recoupe");
  if (version < first_schema_served)
    return std::unexpected(path.string() + " was written by an earlier version of recoupe: build it anew");
  if (auto done = database->run("PRAGMA query_only = ON; PRAGMA mmap_size = 268435456; PRAGMA busy_timeout = 2000;");
      !done)
    return std::unexpected(path.string() + " cannot be read: " + done.error());
  auto statements = database->prepare_all(sql::questions);
  if (!statements) return std::unexpected(path.string() + " is damaged: " + statements.error());
  return Connection(std::move(*database), std::move(*statements));
}

void Connection::each(Question question, std::initializer_list<store::Value> values,
                      std::function<void(store::Row const&)> const& row) {
  if (failed_) return;
  const auto done = database_.rows(statements_[static_cast<std::size_t>(question)], values, row);
  if (!done) failed_ = done.error();
}

std::optional<std::string> Connection::first(Question question, std::initializer_list<store::Value> values) {
  std::optional<std::string> found;
  each(question, values, [&](store::Row const& row) {
    if (!found) found = row.text(0);
  });
  return found;
}

std::vector<std::int64_t> Connection::numbers(Question question, std::initializer_list<store::Value> values) {
  std::vector<std::int64_t> found;
  each(question, values, [&](store::Row const& row) { found.push_back(row.number(0)); });
  return found;
}

std::vector<std::string> Connection::texts(Question question, std::initializer_list<store::Value> values) {
  std::vector<std::string> found;
  each(question, values, [&](store::Row const& row) { found.emplace_back(row.text(0)); });
  return found;
}

void Connection::begin() {
  failed_.reset();
  if (auto done = database_.run("BEGIN"); !done) failed_ = done.error();
}

void Connection::end() {
  if (auto done = database_.run("COMMIT"); !done && !failed_) failed_ = done.error();
}

}  // namespace recoupe::serve
