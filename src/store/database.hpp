// SQLite, as much of it as the register needs. Errors are SQLite's own words.
#pragma once

#include <sqlite3.h>

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

class Database {
 public:
  static std::expected<Database, std::string> open(std::string const& path, int flags);

  std::expected<void, std::string> run(std::string_view statements);
  // The statements of a script, prepared.
  std::expected<std::vector<Statement>, std::string> prepare_all(std::string_view script);
  std::expected<void, std::string> insert(Statement const& statement, std::initializer_list<Value> values);
  // Calls `row` with the first column of each row.
  std::expected<void, std::string> each(Statement const& statement, std::function<void(std::string_view)> const& row);
  std::int64_t number(const char* statement);  // the first column of the first row, -1 where there is none

 private:
  std::string words() const { return sqlite3_errmsg(database_.get()); }
  std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace recoupe::store
