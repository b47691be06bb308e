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

struct KeptCorrection {
  std::string id, standing, body;
};
struct KeptForgotten {
  std::string kind;  // name, report, url
  std::int64_t words = 0;
  std::int64_t hash = 0;
  bool alone = true;  // else it counts only beside a whole name
};

class Session {
 public:
  // A new register at `path`, which must not be there; left to the caller to rename into its place, `shown`.
  static std::expected<Session, Error> create(std::filesystem::path const& path, std::filesystem::path const& shown);
  // One that is there. A register of an older schema is rewritten whole, without readings.
  static std::expected<Session, Error> open(std::filesystem::path const& path);

  // One that is only looked at, of this schema; what is put or erased fails.
  static std::expected<Session, Error> look(std::filesystem::path const& path);

  Rows& rows() { return *rows_; }

  void each_reading(std::function<void(Kept const&)> const& take);
  void each_reading_of(std::string_view report, std::function<void(Kept const&)> const& take);  // at most one
  void put_reading(std::string_view report, std::string_view card, std::string_view prints);
  std::optional<KeptPage> page(std::string_view report);
  void put_page(std::string_view report, std::string_view page, std::string_view asides);
  void erase_reading(std::string_view report);  // and its page

  void each_pair(std::function<void(KeptPair const&)> const& take);
  void put_pair(KeptPair const& pair);
  void erase_pairs_of(std::string_view report);
  void erase_pair(std::string_view source, std::string_view target);

  void each_made(std::function<void(KeptMade const&)> const& take);
  void put_made(KeptMade const& made);
  void erase_made(Kind kind, std::string_view id);

  void each_report_of_stories(std::function<void(std::string_view story, std::string_view report)> const& take);
  std::string meta(std::string_view key);  // empty where it is not set
  std::string url_of(std::string_view report);
  std::vector<std::string> ids_of_reports();  // sorted
  std::string report(std::string_view id);    // its body, empty where there is none

  std::vector<KeptCorrection> corrections();  // in the order in which they were said
  void put_correction(KeptCorrection const& correction);
  void put_standing(std::string_view correction, std::string_view standing);
  std::vector<KeptForgotten> forgotten();
  void put_forgotten(KeptForgotten const& one);
  std::optional<std::string> encounter(std::string_view any_id);  // its body

  std::optional<std::string> failed() const;
  std::expected<void, Error> commit();

 private:
  enum class Access : std::uint8_t { fresh, change, look };
  Session() = default;
  static std::expected<Session, Error> begin(std::filesystem::path const& path, std::filesystem::path const& shown,
                                             Access access);
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

// What SQLite finds wrong with the file and its search tables; read only.
std::expected<std::vector<std::string>, Error> damage(std::filesystem::path const& path);
std::expected<std::vector<KeptForgotten>, Error> forgotten_names(std::filesystem::path const& path);

// Leaves nothing of what was taken out in free pages or in the search tables.
std::expected<void, Error> sweep(std::filesystem::path const& path);

}  // namespace recoupe::store
