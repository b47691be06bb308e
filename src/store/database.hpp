// SQLite, as much of it as the register needs. Errors are SQLite's own words.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace recoupe::store {

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Statement = std::unique_ptr<sqlite3_stmt, Closer>;
using Value = std::variant<std::int64_t, std::string_view>;

// The current row of a query; views live until the next one.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
  std::string_view text(int column) const {
    const auto* bytes = sqlite3_column_blob(statement_, column);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }

 private:
  sqlite3_stmt* statement_;
};

inline constexpr std::chrono::milliseconds wait_for_others{600'000};

class Database {
 public:
  // Waits for the locks of others, at most `wait_for_others`, in all that it does.
  static std::expected<Database, std::string> open(std::string const& path, int flags);
  std::expected<void, std::string> keep_a_write_ahead_log();

  std::expected<void, std::string> run(std::string_view statements);
  // The statements of a script, prepared.
  std::expected<std::vector<Statement>, std::string> prepare_all(std::string_view script);
  std::expected<void, std::string> insert(Statement const& statement, std::initializer_list<Value> values);
  // Calls `row` with each row of the query; it must not throw.
  std::expected<void, std::string> rows(Statement const& statement, std::initializer_list<Value> values,
                                        std::function<void(Row const&)> const& row);
  std::int64_t last_key() const { return sqlite3_last_insert_rowid(database_.get()); }
  std::int64_t number(const char* statement);  // the first column of the first row, -1 where there is none

 private:
  static void bind(sqlite3_stmt* statement, std::initializer_list<Value> values);
  std::string words() const { return sqlite3_errmsg(database_.get()); }
  std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace recoupe::store
