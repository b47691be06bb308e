#include "page/warc.hpp"

#include <charconv>
#include <optional>

namespace recoupe::page {
namespace {

constexpr std::size_t longest_line = 16U << 10U;
constexpr std::string_view version = "WARC/";

std::optional<std::uint64_t> length_of(std::string_view written) {
  std::uint64_t length = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), length);
  return read.ec == std::errc() && read.ptr == written.data() + written.size() ? std::optional(length) : std::nullopt;
}

// Where another record begins within what should be one: its length was written wrong.
std::size_t next_record_in(std::string_view payload) {
  for (auto at = payload.find("\nWARC/1."); at != std::string_view::npos; at = payload.find("\nWARC/1.", at + 1)) {
    if (payload.substr(at, 600).find("WARC-Type:") != std::string_view::npos) return at + 1;
  }
  return std::string_view::npos;
}

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

WarcReader::WarcReader(std::istream& in, std::string path, Limits limits)
    : stream_(in), path_(std::move(path)), limits_(limits) {}

std::string WarcReader::label() const { return path_ + "#" + std::to_string(record_); }

Refusal WarcReader::refusal(RefusalCode code, std::string reason) const {
  return {.label = label(), .code = code, .reason = std::move(reason), .id = {}, .id_written = {}};
}

// Up to the next line that begins a record; false at the end.
bool WarcReader::find_record() {
  std::string line;
  while (stream_.line(line, longest_line)) {
    if (line.starts_with(version)) return true;
  }
  return false;
}

std::optional<std::expected<Input, Refusal>> WarcReader::next() {
  while (!over_) {
    if (!find_record()) {
      over_ = true;
      if (stream_.is_damaged())
        return std::unexpected(refusal(RefusalCode::bad_record, "is damaged or cut off behind this record"));
      if (record_ == 0) return std::unexpected(refusal(RefusalCode::no_pages, "holds no record of a web archive"));
      break;
    }
    ++record_;
    Headers headers;
    std::string line;
    for (std::size_t lines = 0; lines < 1000 && stream_.line(line, longest_line); ++lines) {
      if (line.ends_with('\r')) line.pop_back();
      if (line.empty()) break;
      headers.add_line(line);
    }
    if (auto found = read_record(headers)) return found;
  }
  return std::nullopt;
}

std::optional<std::expected<Input, Refusal>> WarcReader::read_record(Headers const& headers) {
  constexpr std::uint64_t longest_passed = 1ULL << 30U;
  constexpr std::size_t headers_of_http = 64U << 10U;
  const auto length = length_of(headers.get("content-length"));
  const auto type = headers.get("warc-type");
  const bool wanted = type == "response" || type == "resource" || type == "conversion";
  if (!length) {
    if (!wanted) return std::nullopt;
    return std::unexpected(refusal(RefusalCode::bad_record, "has no length that can be read"));
  }
  if (!wanted || *length > limits_.bytes + headers_of_http) {
    const auto passed = stream_.skip(std::min(*length, longest_passed));
    if (passed == longest_passed) over_ = true;
    if (over_) return std::unexpected(refusal(RefusalCode::too_large, "is so long that the file is read no further"));
    if (!wanted) return std::nullopt;
    return std::unexpected(refusal(RefusalCode::too_large, "is larger than the limit"));
  }
  std::string payload;
  const auto got = stream_.read(payload, static_cast<std::size_t>(*length));
  if (const auto other = next_record_in(payload); other != std::string::npos) {
    stream_.unread(payload.substr(other));
    payload.resize(other);
  } else if (got < *length) {
    return std::unexpected(refusal(RefusalCode::bad_record, "is cut off"));
  }
  return page_of(headers, std::move(payload));
}

std::optional<std::expected<Input, Refusal>> WarcReader::page_of(Headers const& headers, std::string payload) const {
  Input input;
  input.label = label();
  input.url = without_brackets(headers.get("warc-target-uri"));
  input.id = without_brackets(headers.get("warc-record-id"));
  input.saved = headers.get("warc-date").substr(0, 10);
  const auto type = headers.get("warc-type");
  const auto media = headers.get("content-type");
  if (type == "response" && media_type(media) == "application/http") {
    auto response = read_response(payload, limits_.bytes);
    if (!response) return std::unexpected(refusal(RefusalCode::bad_record, response.error()));
    if (response->status < 200 || response->status > 299 || !is_page_type(response->type)) return std::nullopt;
    input.bytes = std::move(response->body);
    input.charset = std::move(response->charset);
    input.form = response->type == "text/plain" ? Form::text : Form::html;
  } else {
    if (!is_page_type(media_type(media))) return std::nullopt;
    input.bytes = std::move(payload);
    input.charset = parameter(media, "charset");
    input.form = media_type(media) == "text/plain" ? Form::text : Form::html;
  }
  if (input.bytes.size() > limits_.bytes)
    return std::unexpected(refusal(RefusalCode::too_large, "is larger than the limit"));
  return input;
}

}  // namespace recoupe::page
