#include "page/inputs.hpp"

#include <glob.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "page/mhtml.hpp"
#include "page/range_stream.hpp"
#include "page/warc.hpp"
#include "page/zip.hpp"

namespace recoupe::page {
namespace {

namespace fs = std::filesystem;

constexpr std::array page_extensions{".html",  ".htm",     ".xhtml", ".txt",     ".jsonl", ".mht",
                                     ".mhtml", ".html.gz", ".warc",  ".warc.gz", ".wacz",  ".zip"};

std::string small_name(fs::path const& path) {
  auto name = path.filename().string();
  std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return name;
}

bool is_page(fs::path const& path) {
  const auto name = small_name(path);
  return std::ranges::any_of(page_extensions, [&](std::string_view extension) { return name.ends_with(extension); });
}

bool is_warc(fs::path const& path) {
  const auto name = small_name(path);
  return name.ends_with(".warc") || name.ends_with(".warc.gz");
}

bool is_zip(fs::path const& path) {
  const auto name = small_name(path);
  return name.ends_with(".zip") || name.ends_with(".wacz");
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

namespace {

// Bytes of one file: unpacked where they are packed, and what is saved around the page taken away.
std::expected<Input, Refusal> finished(std::string bytes, std::string label, Limits const& limits) {
  const auto refuse = [&](RefusalCode code, std::string reason) {
    return std::unexpected(
        Refusal{.label = label, .code = code, .reason = std::move(reason), .id = {}, .id_written = {}});
  };
  if (bytes.starts_with("\x1F\x8B")) {
    auto unpacked = inflate(bytes, Packing::gzip, limits.bytes);
    if (!unpacked && unpacked.error() == UnpackError::too_large)
      return refuse(RefusalCode::too_large, "unpacks to more than the limit of " + limit_in_words(limits.bytes));
    if (!unpacked) return refuse(RefusalCode::unreadable, "is packed and damaged");
    bytes = std::move(*unpacked);
  }
  Input input;
  if (is_mhtml(bytes)) {
    auto page = read_mhtml(bytes, limits.bytes);
    if (!page) return refuse(RefusalCode::bad_record, page.error());
    input = std::move(*page);
  } else {
    input.bytes = std::move(bytes);
    read_saved_comment(input);
  }
  input.label = std::move(label);
  return input;
}

}  // namespace

std::expected<Input, Refusal> input_of_file(fs::path const& path, Limits const& limits) {
  const auto refuse = [&](RefusalCode code, std::string reason) {
    return std::unexpected(
        Refusal{.label = path.string(), .code = code, .reason = std::move(reason), .id = {}, .id_written = {}});
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
  std::string bytes;
  if (!failed) bytes.reserve(size);
  // In pieces: a file may be longer than its size said, and some have none.
  std::array<char, 1U << 16U> piece;
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limits.bytes)
      return refuse(RefusalCode::too_large, "is larger than the limit of " + limit_in_words(limits.bytes));
  }
  if (in.bad()) return refuse(RefusalCode::unreadable, "could not be read to its end");
  return finished(std::move(bytes), path.string(), limits);
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
  if (auto url = text_of(object, "url"); !url.empty()) input.url = std::move(url);
  input.id = std::move(id);
  input.id_written = std::move(written);
  return input;
}

namespace {

using Records = std::function<NextInput()>;

Refusal refusal(std::string label, RefusalCode code, std::string reason) {
  return {.label = std::move(label), .code = code, .reason = std::move(reason), .id = {}, .id_written = {}};
}

Records lines_of(std::shared_ptr<std::istream> in, std::string label, Limits limits) {
  return [in = std::move(in), label = std::move(label), limits, number = std::size_t{0}]() mutable -> NextInput {
    std::string line;
    while (std::getline(*in, line)) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      auto input = input_of_line(line, label + ":" + std::to_string(number), limits);
      if (!input) input.error().line = number;
      return input;
    }
    return std::nullopt;
  };
}

Records records_of(std::shared_ptr<std::istream> in, std::string const& label, Limits limits) {
  auto reader = std::make_shared<WarcReader>(*in, label, limits);
  return [in = std::move(in), reader = std::move(reader)] { return reader->next(); };
}

// A stream that owns the part of a file that it reads.
struct RangeStream : std::istream {
  RangeStream(std::shared_ptr<std::istream> from, std::uint64_t begin, std::uint64_t length)
      : std::istream(nullptr), file(std::move(from)), buffer(*file, begin, length) {
    rdbuf(&buffer);
  }
  std::shared_ptr<std::istream> file;
  RangeBuffer buffer;
};

bool is_wanted(ZipEntry const& entry) {
  const fs::path path(entry.name);
  return is_page(path) && std::ranges::none_of(path, [](fs::path const& part) { return is_left_out(part); });
}

// One entry after the other; an archive or lines within are opened in turn.
class ZipRecords {
 public:
  ZipRecords(std::shared_ptr<std::istream> in, std::string label, std::vector<ZipEntry> entries, Limits limits)
      : in_(std::move(in)), label_(std::move(label)), limits_(limits) {
    const bool crawl = std::ranges::any_of(entries, [](ZipEntry const& entry) { return is_warc(entry.name); });
    for (auto& entry : entries) {
      const bool index = crawl && !is_warc(entry.name);  // of a WACZ: lists of what its archives hold
      if (!index && is_wanted(entry)) waiting_.push_back(std::move(entry));
    }
    std::ranges::reverse(waiting_);
  }

  NextInput next() {
    for (;;) {
      if (within_) {
        if (auto found = within_()) return found;
        within_ = nullptr;
      }
      if (waiting_.empty()) return std::nullopt;
      const auto entry = std::move(waiting_.back());
      waiting_.pop_back();
      if (auto found = open(entry)) return found;
    }
  }

 private:
  NextInput open(ZipEntry const& entry) {
    const auto label = label_ + "#" + entry.name;
    if (is_warc(entry.name) && entry.method == 0) {
      const auto begin = begin_of(*in_, entry);
      if (!begin) return std::unexpected(refusal(label, RefusalCode::bad_record, "is damaged"));
      within_ = records_of(std::make_shared<RangeStream>(in_, *begin, entry.packed), label, limits_);
      return std::nullopt;
    }
    const bool many = is_warc(entry.name) || fs::path(entry.name).extension() == ".jsonl";
    auto bytes = read_zip_entry(*in_, entry, many ? limits_.archive_bytes : limits_.bytes);
    if (!bytes && bytes.error() == UnpackError::too_large)
      return std::unexpected(refusal(label, RefusalCode::too_large, "is larger than the limit"));
    if (!bytes) return std::unexpected(refusal(label, RefusalCode::bad_record, "is damaged, or packed in another way"));
    if (!many) return finished(std::move(*bytes), label, limits_);
    auto lines = std::make_shared<std::istringstream>(std::move(*bytes));
    within_ = is_warc(entry.name) ? records_of(lines, label, limits_) : lines_of(lines, label, limits_);
    return std::nullopt;
  }

  std::shared_ptr<std::istream> in_;
  std::string label_;
  std::vector<ZipEntry> waiting_;  // the next one last
  Records within_;
  Limits limits_;
};

bool is_pattern(fs::path const& path) { return path.string().find_first_of("*?[") != std::string::npos; }

std::vector<fs::path> matching(fs::path const& pattern) {
  glob_t found{};
  std::vector<fs::path> paths;
  if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

Inputs::Inputs(std::vector<fs::path> const& paths, Limits limits)
    : waiting_(paths.begin(), paths.end()), limits_(limits) {}

NextInput Inputs::next() {
  for (;;) {
    if (records_) {
      if (auto found = records_()) return found;
      records_ = nullptr;
    }
    if (waiting_.empty()) return std::nullopt;
    const auto path = std::move(waiting_.front());
    waiting_.pop_front();
    if (auto found = open(path)) return found;
  }
}

// An input where the path is one page; otherwise what it holds waits to be given.
NextInput Inputs::open(fs::path const& path) {
  std::error_code failed;
  const auto wait_for = [&](std::vector<fs::path> const& paths) {
    waiting_.insert(waiting_.begin(), paths.begin(), paths.end());
    return std::nullopt;
  };
  if (fs::is_directory(path, failed)) {
    std::vector<fs::path> pages;
    collect_pages(path, pages);
    if (pages.empty())
      return std::unexpected(refusal(path.string(), RefusalCode::no_pages, "is a folder without a page in it"));
    return wait_for(pages);
  }
  if (!fs::exists(path, failed) && is_pattern(path)) {
    const auto paths = matching(path);
    if (paths.empty()) return std::unexpected(refusal(path.string(), RefusalCode::not_found, "matches no file"));
    return wait_for(paths);
  }
  const bool lines = path.extension() == ".jsonl";
  if ((!lines && !is_warc(path) && !is_zip(path)) || !fs::is_regular_file(path, failed))
    return input_of_file(path, limits_);
  auto in = std::make_shared<std::ifstream>(path, std::ios::binary);
  if (!*in) return std::unexpected(refusal(path.string(), RefusalCode::unreadable, "cannot be opened for reading"));
  if (lines) {
    records_ = lines_of(std::move(in), path.string(), limits_);
  } else if (is_warc(path)) {
    records_ = records_of(std::move(in), path.string(), limits_);
  } else {
    auto entries = read_zip_directory(*in);
    if (!entries) return std::unexpected(refusal(path.string(), RefusalCode::unreadable, entries.error()));
    auto zip = std::make_shared<ZipRecords>(std::move(in), path.string(), std::move(*entries), limits_);
    records_ = [zip] { return zip->next(); };
  }
  return std::nullopt;
}

}  // namespace recoupe::page
