#include "store/database.hpp"

#include <filesystem>
#include <thread>

namespace recoupe::store {

namespace {

// What a writer left that was killed while it changed the way of writing: only who may write can take it back.
void take_back(std::string const& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path + "-journal", ignored)) return;
  if (auto writer = Database::open(path, SQLITE_OPEN_READWRITE)) writer->number("PRAGMA application_id");
}

}  // namespace

std::expected<Database, std::string> Database::open(std::string const& path, int flags) {
  if ((flags & SQLITE_OPEN_READONLY) != 0) take_back(path);
  sqlite3* opened = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  Database database;
  database.database_.reset(opened);
  if (status != SQLITE_OK) return std::unexpected(database.words());
  sqlite3_busy_timeout(opened, static_cast<int>(wait_for_others.count()));
  return database;
}

// Two that change the mode at once each hold what the other waits for; one is then refused without having waited.
std::expected<void, std::string> Database::keep_a_write_ahead_log() {
  constexpr std::chrono::milliseconds pause{20};
  for (auto waited = pause * 0;; waited += pause) {
    auto done = run("PRAGMA journal_mode = WAL;");
    if (done || sqlite3_errcode(database_.get()) != SQLITE_BUSY || waited > wait_for_others) return done;
    std::this_thread::sleep_for(pause);
  }
}

std::expected<void, std::string> Database::run(std::string_view statements) {
  if (sqlite3_exec(database_.get(), std::string(statements).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return std::unexpected(words());
  return {};
}

std::expected<std::vector<Statement>, std::string> Database::prepare_all(std::string_view script) {
  std::vector<Statement> all;
  const char* at = script.data();
  const char* end = script.data() + script.size();
  while (at < end) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), at, static_cast<int>(end - at), &statement, &at) != SQLITE_OK)
      return std::unexpected(words());
    if (statement != nullptr) all.emplace_back(statement);
  }
  return all;
}

void Database::bind(sqlite3_stmt* statement, std::initializer_list<Value> values) {
  sqlite3_reset(statement);
  int column = 0;
  for (auto const& value : values) {
    ++column;
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
      sqlite3_bind_int64(statement, column, *number);
    } else {
      const auto text = std::get<std::string_view>(value);
      sqlite3_bind_text64(statement, column, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
    }
  }
}

std::expected<void, std::string> Database::insert(Statement const& statement, std::initializer_list<Value> values) {
  bind(statement.get(), values);
  const bool done = sqlite3_step(statement.get()) == SQLITE_DONE;
  auto why = done ? std::string() : words();
  sqlite3_reset(statement.get());
  if (!done) return std::unexpected(std::move(why));
  return {};
}

std::expected<void, std::string> Database::rows(Statement const& statement, std::initializer_list<Value> values,
                                                std::function<void(Row const&)> const& row) {
  bind(statement.get(), values);
  int status = SQLITE_OK;
  while ((status = sqlite3_step(statement.get())) == SQLITE_ROW) row(Row(statement.get()));
  auto why = status == SQLITE_DONE ? std::string() : words();
  sqlite3_reset(statement.get());
  if (status != SQLITE_DONE) return std::unexpected(std::move(why));
  return {};
}

std::int64_t Database::number(const char* statement) {
  const auto prepared = prepare_all(statement);
  if (!prepared || prepared->empty() || sqlite3_step(prepared->front().get()) != SQLITE_ROW) return -1;
  return sqlite3_column_int64(prepared->front().get(), 0);
}

}  // namespace recoupe::store
