#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "text/code_point.hpp"

namespace recoupe::lexicon {
namespace {

namespace fs = std::filesystem;

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto c = text::code_point_at(bytes, at);
    if (c.value < 0) return false;
    at = c.end;
  }
  return true;
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const auto tab = line.find('\t');
    fields.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::expected<std::string, Error> read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::unexpected(Error{path.string(), 0, "cannot be read"});
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::expected<std::vector<fs::path>, Error> sorted_entries(fs::path const& folder) {
  std::error_code failed;
  fs::directory_iterator entries(folder, failed);
  if (failed) return std::unexpected(Error{folder.string(), 0, failed.message()});
  std::vector<fs::path> paths;
  for (auto const& entry : entries) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

std::string Error::describe() const {
  return line == 0 ? file + ": " + message : file + ":" + std::to_string(line) + ": " + message;
}

std::expected<Rows, Error> read_table(std::string_view content, std::string_view file) {
  Rows rows;
  std::size_t number = 0;
  while (!content.empty()) {
    const auto end = content.find('\n');
    auto line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    ++number;
    if (line.ends_with('\r'))
      return std::unexpected(Error{std::string(file), number, "line ends with a carriage return"});
    if (!is_utf8(line)) return std::unexpected(Error{std::string(file), number, "is not UTF-8"});
    if (line.empty() || line.starts_with('#')) continue;
    Row row{split(line), file, number};
    if (row.fields[0].empty()) return std::unexpected(row.error("first field is empty"));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::expected<Lexicon, Error> Lexicon::load(std::span<const fs::path> folders, std::span<const std::string_view> only) {
  const auto wanted = [only](std::string const& table) {
    return only.empty() || std::ranges::find(only, table) != only.end();
  };
  Lexicon lexicon;
  std::set<std::string> languages;
  for (auto const& folder : folders) {
    const auto languages_here = sorted_entries(folder);
    if (!languages_here) return std::unexpected(languages_here.error());
    for (auto const& language : *languages_here) {
      if (!fs::is_directory(language)) continue;
      const auto name = language.filename().string();
      if (name != "world") languages.insert(name);
      const auto tables = sorted_entries(language);
      if (!tables) return std::unexpected(tables.error());
      for (auto const& path : *tables) {
        if (path.extension() != ".tsv" || !wanted(path.stem().string())) continue;
        const auto content = read_file(path);
        if (!content) return std::unexpected(content.error());
        const auto file = lexicon.files_.try_emplace(path.string(), path.string()).first;
        auto rows = read_table(*content, file->second);
        if (!rows) return std::unexpected(rows.error());
        std::ranges::move(*rows, std::back_inserter(lexicon.tables_[name + "/" + path.stem().string()]));
      }
    }
  }
  lexicon.languages_.assign(languages.begin(), languages.end());
  return lexicon;
}

Rows const& Lexicon::table(std::string_view language, std::string_view name) const {
  static const Rows none;
  const auto found = tables_.find(std::string(language) + "/" + std::string(name));
  return found == tables_.end() ? none : found->second;
}

}  // namespace recoupe::lexicon
