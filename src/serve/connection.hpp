// A register opened for reading, and what is asked of it (questions.sql).
//
//   auto connection = Connection::open("register.db");
//   connection->each(Question::body_of_person, {id}, [&](store::Row const& row) { … });
//   connection->failed();         // the first thing that went wrong; what follows does nothing
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace recoupe::serve {

// In the order of questions.sql.
enum class Question : std::size_t {
  all_encounters,
  all_facets,
  all_reports,
  all_stories,
  all_reports_of_stories,
  counts,
  encounters_with_words,
  reports_with_words,
  row_of_encounter,
  encounter_called,
  body_of_encounter,
  point_of_encounter,
  facets_of_encounter,
  head_of_person,
  body_of_person,
  encounters_of_person,
  people_after,
  count_of_people,
  all_names,
  sort_name_of,
  head_of_report,
  body_of_report,
  id_of_report,
  encounters_of_report,
  links_from,
  links_to,
  reuse_of_report,
  reuse_between,
  stories_of_report,
  stories_of_encounter,
  head_of_story,
  reports_of_story,
  encounters_of_story,
  coverage,
  encounters_with_candidates,
  contradicted_encounters,
  all_participants,
  all_parts,
  tellings_that_share_nothing,
  tellings_to_check,
  leading_telling,
  telling_called,
};

class Connection {
 public:
  // An error where it is no register of this version's schema, with a sentence for people.
  static std::expected<Connection, std::string> open(std::filesystem::path const& path);

  void each(Question question, std::initializer_list<store::Value> values,
            std::function<void(store::Row const&)> const& row);
  // The columns of the first row as text; empty where there is none.
  std::optional<std::string> first(Question question, std::initializer_list<store::Value> values);
  std::vector<std::int64_t> numbers(Question question, std::initializer_list<store::Value> values);
  std::vector<std::string> texts(Question question, std::initializer_list<store::Value> values);

  // All questions between the two see one state of the file.
  void begin();
  void end();
  std::optional<std::string> const& failed() const { return failed_; }

 private:
  Connection(store::Database database, std::vector<store::Statement> statements)
      : database_(std::move(database)), statements_(std::move(statements)) {}

  store::Database database_;
  std::vector<store::Statement> statements_;
  std::optional<std::string> failed_;
};

}  // namespace recoupe::serve
