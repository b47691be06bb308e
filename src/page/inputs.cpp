#include "page/inputs.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace recoupe::page {
namespace {

namespace fs = std::filesystem;

constexpr std::array page_extensions{".html", ".htm", ".xhtml", ".txt", ".jsonl"};

bool is_page(fs::path const& path) {
  auto extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return std::ranges::find(page_extensions, extension) != page_extensions.end();
}

bool is_left_out(fs::path const& path) {
  const auto name = path.filename().string();
  return name.starts_with('.') || name.ends_with("_files");
}

void collect_pages(fs::path const& folder, std::vector<fs::path>& pages) {
  std::error_code failed;
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    entries.push_back(at->path());
  std::ranges::sort(entries);
  for (auto const& entry : entries) {
    if (is_left_out(entry)) continue;
    if (fs::is_directory(entry, failed)) {
      if (!fs::is_symlink(entry, failed)) collect_pages(entry, pages);
    } else if (is_page(entry)) {
      pages.push_back(entry);
    }
  }
}

std::string limit_in_words(std::size_t bytes) {
  constexpr std::size_t megabyte = 1024UL * 1024;
  return bytes < megabyte ? std::to_string(bytes) + " bytes" : std::to_string(bytes / megabyte) + " MB";
}

std::string text_of(simdjson::dom::element const& line, const char* key) {
  std::string_view value;
  return line[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

std::string id_of(simdjson::dom::element const& line) {
  simdjson::dom::element id;
  if (line["id"].get(id) != simdjson::SUCCESS) return {};
  std::string_view text;
  return id.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(id);
}

std::string id_written(simdjson::dom::element const& line) {
  simdjson::dom::element id;
  return line["id"].get(id) == simdjson::SUCCESS ? simdjson::minify(id) : std::string();
}

}  // namespace

std::expected<Input, Refusal> input_of_file(fs::path const& path, Limits const& limits) {
  const auto refuse = [&](RefusalCode code, std::string reason) {
    return std::unexpected(Refusal{.label = path.string(), .code = code, .reason = std::move(reason), .id = {}});
  };
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (!fs::exists(status)) return refuse(RefusalCode::not_found, "there is no such file");
  if (!fs::is_regular_file(status)) return refuse(RefusalCode::unreadable, "is not a regular file");
  const auto size = fs::file_size(path, failed);
  if (!failed && size > limits.bytes) {
    return refuse(RefusalCode::too_large, "is larger than the limit of " + limit_in_words(limits.bytes));
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return refuse(RefusalCode::unreadable, "cannot be opened for reading");
  Input input;
  input.label = path.string();
  if (!failed) input.bytes.reserve(size);
  // In pieces: a file may be longer than its size said, and some have none.
  std::array<char, 1U << 16U> piece;
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    input.bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (input.bytes.size() > limits.bytes)
      return refuse(RefusalCode::too_large, "is larger than the limit of " + limit_in_words(limits.bytes));
  }
  if (in.bad()) return refuse(RefusalCode::unreadable, "could not be read to its end");
  return input;
}

std::expected<Input, Refusal> input_of_line(std::string_view line, std::string label, Limits const& limits) {
  simdjson::dom::parser parser;
  simdjson::dom::element object;
  std::string written;
  const auto refuse = [&](std::string id, std::string reason) {
    return std::unexpected(Refusal{.label = std::move(label),
                                   .code = RefusalCode::bad_line,
                                   .reason = std::move(reason),
                                   .id = std::move(id),
                                   .id_written = std::move(written)});
  };
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS || !object.is_object()) {
    return refuse({}, "is not a JSON object");
  }
  auto id = id_of(object);
  written = id_written(object);
  Input input;
  if (auto path = text_of(object, "path"); !path.empty()) {
    auto read = input_of_file(path, limits);
    if (!read) {
      read.error().id = std::move(id);
      read.error().id_written = std::move(written);
      return read;
    }
    input = std::move(*read);
  } else if (object["html"].is_string()) {
    input.bytes = text_of(object, "html");
    input.form = Form::html;
  } else if (object["text"].is_string()) {
    input.bytes = text_of(object, "text");
    input.form = Form::text;
  } else {
    return refuse(std::move(id), "has none of \"html\", \"text\" and \"path\"");
  }
  if (input.label.empty()) input.label = std::move(label);
  input.url = text_of(object, "url");
  input.id = std::move(id);
  input.id_written = std::move(written);
  return input;
}

Inputs::Inputs(std::vector<fs::path> const& paths, Limits limits)
    : waiting_(paths.begin(), paths.end()), limits_(limits) {}

std::optional<std::expected<Input, Refusal>> Inputs::next() {
  if (lines_.is_open()) {
    if (auto line = next_line()) return line;
    lines_.close();
  }
  while (!waiting_.empty()) {
    const auto path = std::move(waiting_.front());
    waiting_.pop_front();
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
      std::vector<fs::path> pages;
      collect_pages(path, pages);
      if (pages.empty()) {
        return std::unexpected(Refusal{path.string(), RefusalCode::no_pages, "is a folder without a page in it", {}});
      }
      waiting_.insert(waiting_.begin(), pages.begin(), pages.end());
    } else if (path.extension() == ".jsonl" && fs::is_regular_file(path, failed)) {
      lines_ = std::ifstream(path, std::ios::binary);
      lines_path_ = path.string();
      line_ = 0;
      if (!lines_)
        return std::unexpected(Refusal{lines_path_, RefusalCode::unreadable, "cannot be opened for reading", {}});
      return next();
    } else {
      return input_of_file(path, limits_);
    }
  }
  return std::nullopt;
}

std::optional<std::expected<Input, Refusal>> Inputs::next_line() {
  std::string line;
  while (std::getline(lines_, line)) {
    ++line_;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto input = input_of_line(line, lines_path_ + ":" + std::to_string(line_), limits_);
    if (!input) input.error().line = line_;
    return input;
  }
  return std::nullopt;
}

}  // namespace recoupe::page
