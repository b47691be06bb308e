// The pages of a heap, one after the other: files, folders of them, patterns, archives, and JSON Lines.
//
//   Inputs inputs({"saved/", "crawl.warc.gz", "more.jsonl"}, Limits{});
//   while (auto next = inputs.next()) {
//     if (*next) read_page((*next)->source(), limits, words);
//   }
//
// Files: HTML and text, packed by gzip or not; MHTML; SingleFile, whose address is taken from its comment. Archives:
// WARC and WARC.gz, WACZ, zip. A folder is walked in sorted order; a browser's "*_files" folders, hidden files and
// files that are no pages by their extension are left out, links to folders are not followed. A path that is none is
// tried as a pattern ("saved/2021-*.html"). A line of a .jsonl file is {"id", "html" or "text" or "path", "url"}. What
// cannot be read is named with its reason and the rest goes on. A file's time is never looked at.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/report.hpp"

namespace recoupe::page {

struct Input {
  std::string label;  // what messages call it: its path, with the line of a JSON Lines file
  std::string bytes;
  std::string url;
  std::string id;          // of a JSON line or of a record, empty without
  std::string id_written;  // the same as JSON, to answer with
  std::string charset;     // as an HTTP header gives it
  std::string saved;       // the day on which a record was made
  Form form = Form::detect;

  Source source() const { return {bytes, label, url, charset, id, form, saved}; }
};

enum class RefusalCode : std::uint8_t {
  not_found,   // no such path
  unreadable,  // permissions, or not a regular file
  too_large,   // beyond Limits::bytes
  no_pages,    // a folder without a page in it
  bad_line,    // a line that is not the JSON described above
  bad_record,  // a record or an entry of an archive that cannot be read
};

struct Refusal {
  std::string label;
  RefusalCode code = RefusalCode::unreadable;
  std::string reason;  // one sentence
  std::string id;      // of a JSON line, where it could be read
  std::string id_written;
  std::size_t line = 0;
};

// One line of JSON to an input; `label` names it in messages. Reads the file where the line has a "path".
std::expected<Input, Refusal> input_of_line(std::string_view line, std::string label, Limits const& limits);

std::expected<Input, Refusal> input_of_file(std::filesystem::path const& path, Limits const& limits);

using NextInput = std::optional<std::expected<Input, Refusal>>;

class Inputs {
 public:
  Inputs(std::vector<std::filesystem::path> const& paths, Limits limits);

  // Nothing once all are given.
  NextInput next();

 private:
  NextInput open(std::filesystem::path const& path);

  std::deque<std::filesystem::path> waiting_;
  std::function<NextInput()> records_;  // of the archive or the lines that are being read
  Limits limits_;
};

}  // namespace recoupe::page
