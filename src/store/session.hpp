// A register that is being changed: one transaction, with all that adding without rebuilding stands on.
//
//   auto session = Session::open("register.db");       // waits for another writer, migrates an older schema
//   session->put_reading(id, card, prints);
//   session->rows().put(report);
//   session->commit();                                 // without it, all is as it was
//
// The first failure is kept, what follows does nothing, and commit() tells it. Queries of a session are not for several
// threads at once.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "store/rows.hpp"
#include "store/store.hpp"

namespace recoupe::store {

enum class Kind : std::uint8_t { report, person, encounter, link, story, stories };

struct Kept {  // of a page; views live until the call returns
  std::string_view report, card, prints;
};
struct KeptPage {
  std::string page, asides;
};
struct KeptPair {
  std::string_view source, target;
  std::int64_t people = 0;
  std::string_view reuse;
};
struct KeptMade {
  Kind kind = Kind::report;
  std::string_view id;
  std::int64_t fingerprint = 0;
};

class Session {
 public:
  // A new register at `path`, which must not be there; left to the caller to rename into its place, `shown`.
  static std::expected<Session, Error> create(std::filesystem::path const& path, std::filesystem::path const& shown);
  // One that is there. A register of an older schema is rewritten whole, without readings.
  static std::expected<Session, Error> open(std::filesystem::path const& path);

  Rows& rows() { return *rows_; }

  void each_reading(std::function<void(Kept const&)> const& take);
  void each_reading_of(std::string_view report, std::function<void(Kept const&)> const& take);  // at most one
  void put_reading(std::string_view report, std::string_view card, std::string_view prints);
  std::optional<KeptPage> page(std::string_view report);
  void put_page(std::string_view report, std::string_view page, std::string_view asides);
  void erase_reading(std::string_view report);  // and its page

  void each_pair(std::function<void(KeptPair const&)> const& take);
  void put_pair(KeptPair const& pair);
  void erase_pair(std::string_view source, std::string_view target);

  void each_made(std::function<void(KeptMade const&)> const& take);
  void put_made(KeptMade const& made);
  void erase_made(Kind kind, std::string_view id);

  void each_report_of_stories(std::function<void(std::string_view story, std::string_view report)> const& take);
  std::string meta(std::string_view key);  // empty where it is not set
  void each_report(std::function<void(std::string_view id, std::string_view body)> const& take);
  std::vector<std::string> reports_called(std::string_view id_path_or_url);

  std::optional<std::string> failed() const;
  std::expected<void, Error> commit();

 private:
  Session() = default;
  static std::expected<Session, Error> begin(std::filesystem::path const& path, std::filesystem::path const& shown,
                                             bool fresh);
  std::expected<void, std::string> prepare();
  void run(std::size_t statement, std::initializer_list<Value> values);
  void ask(std::size_t statement, std::initializer_list<Value> values, std::function<void(Row const&)> const& row);

  std::filesystem::path path_;
  bool fresh_ = false;
  std::unique_ptr<Database> database_;  // rows_ points to it
  std::vector<Statement> statements_;
  std::optional<Rows> rows_;
  std::optional<std::string> failed_;
};

}  // namespace recoupe::store
