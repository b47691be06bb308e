// Words as data: lexicon/<language>/<table>.tsv and lexicon/world/<table>.tsv.
//
//   auto lexicon = Lexicon::load({"lexicon", "my-own-words"});
//   for (auto const& row : lexicon->table("fr", "weekdays")) row.fields;    // {"lundi", "1"}
//
// A file is UTF-8, one entry a line, fields apart by one TAB; "#" begins a comment line; blank lines are skipped.
// A later folder adds its rows to the tables of an earlier one. Each room compiles the tables that it needs into a
// vocabulary of its own, once; a row that it cannot take is an error that names file and line.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::lexicon {

struct Error {
  std::string file;
  std::size_t line = 0;  // 0: the file or folder as a whole
  std::string message;
  std::string describe() const;  // "lexicon/fr/weekdays.tsv:3: …"
};

struct Row {
  std::vector<std::string> fields;  // at least one, none with a TAB or newline
  std::string_view file;            // lives as long as the lexicon
  std::size_t line = 0;

  std::string_view field(std::size_t index) const {
    return index < fields.size() ? std::string_view(fields[index]) : std::string_view();
  }
  Error error(std::string message) const { return {std::string(file), line, std::move(message)}; }
};

using Rows = std::vector<Row>;

class Lexicon {
 public:
  // With `only`, other tables are neither read nor checked: for programs that need a few of them.
  static std::expected<Lexicon, Error> load(std::span<const std::filesystem::path> folders,
                                            std::span<const std::string_view> only = {});

  // Folders beside world/, sorted.
  std::vector<std::string> const& languages() const { return languages_; }

  // Empty where no folder has that table. `language` may be "world".
  Rows const& table(std::string_view language, std::string_view name) const;

 private:
  std::vector<std::string> languages_;
  std::map<std::string, Rows, std::less<>> tables_;        // "fr/weekdays"
  std::map<std::string, std::string, std::less<>> files_;  // owns the names that rows point to
};

// The rows of one file; an empty field list is never made.
std::expected<Rows, Error> read_table(std::string_view content, std::string_view file);

}  // namespace recoupe::lexicon
