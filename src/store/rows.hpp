// The parts of a register as rows, written and erased one by one within the caller's transaction.
//
//   auto rows = Rows::prepare(database);
//   rows->put(report);  rows->put(person);  rows->put(encounter);   // in this order: an encounter's row holds words of
//   rows->failed();                                                 // its people and reports
//
// The first failure is kept and what follows does nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "link/register.hpp"
#include "store/database.hpp"

namespace recoupe::store {

class Rows {
 public:
  static std::expected<Rows, std::string> prepare(Database& database);

  void put(link::Report const& report);
  void put(link::Person const& person);
  void put(link::Encounter const& encounter);
  void put(link::Link const& link);
  void put(link::Story const& story);
  void put(link::Reuse const& reuse);
  void put(link::Coverage const& coverage);
  void put_meta(std::string_view key, std::string_view value);

  void erase_report(std::string_view id);
  void erase_person(std::string_view id);
  void erase_encounter(std::string_view id);
  void erase_link(std::string_view from, std::string_view to, std::string_view kind);
  void erase_story(std::string_view id);
  void erase_reuse(std::string_view from, std::string_view to);

  std::optional<std::string> const& failed() const { return failed_; }

 private:
  enum Written : std::size_t;
  Rows(Database& database, std::vector<Statement> statements)
      : database_(&database), statements_(std::move(statements)) {}
  void run(Written statement, std::initializer_list<Value> values);
  std::vector<std::string> found(Written statement, std::string_view id, int columns);
  void put_facets(link::Encounter const& encounter, std::int64_t key);
  std::string words_of(link::Encounter const& encounter);

  Database* database_;
  std::vector<Statement> statements_;
  std::optional<std::string> failed_;
};

}  // namespace recoupe::store
