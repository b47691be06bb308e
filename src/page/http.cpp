#include "page/http.hpp"

#include <algorithm>
#include <charconv>

#include "page/inflate.hpp"

namespace recoupe::page {
namespace {

std::string small(std::string_view text) {
  std::string letters(text);
  std::ranges::transform(letters, letters.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return letters;
}

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view take_line(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  auto line = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Chunks of RFC 9112, section 7.1; what is not written so is given as it is.
std::string joined_chunks(std::string_view bytes) {
  const auto whole = bytes;
  std::string body;
  while (!bytes.empty()) {
    const auto line = take_line(bytes);
    std::size_t length = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), length, 16);
    if (read.ec != std::errc()) return body.empty() ? std::string(whole) : body;
    if (length == 0) break;
    body += bytes.substr(0, length);
    bytes.remove_prefix(std::min(length, bytes.size()));
    take_line(bytes);
  }
  return body;
}

}  // namespace

void Headers::add_line(std::string_view line) {
  constexpr std::size_t most = 200;
  if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
    if (!fields_.empty()) fields_.back().second += ' ' + std::string(trimmed(line));
    return;
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || fields_.size() >= most) return;
  fields_.emplace_back(small(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string_view Headers::get(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &std::pair<std::string, std::string>::first);
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

Headers take_headers(std::string_view& bytes) {
  Headers headers;
  while (!bytes.empty()) {
    const auto line = take_line(bytes);
    if (line.empty()) break;
    headers.add_line(line);
  }
  return headers;
}

std::string media_type(std::string_view value) { return small(trimmed(value.substr(0, value.find(';')))); }

std::string parameter(std::string_view value, std::string_view name) {
  while (!value.empty()) {
    const auto end = value.find(';');
    const auto part = trimmed(value.substr(0, end));
    value.remove_prefix(end == std::string_view::npos ? value.size() : end + 1);
    const auto equals = part.find('=');
    if (equals == std::string_view::npos || small(trimmed(part.substr(0, equals))) != name) continue;
    auto found = trimmed(part.substr(equals + 1));
    if (found.size() >= 2 && found.front() == '"' && found.back() == '"') found = found.substr(1, found.size() - 2);
    return std::string(found);
  }
  return {};
}

bool is_page_type(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml" || media_type == "text/plain";
}

std::expected<Response, std::string> read_response(std::string_view bytes, std::size_t most) {
  const auto status = take_line(bytes);
  if (!status.starts_with("HTTP/")) return std::unexpected("holds no response of HTTP");
  Response response;
  const auto code = status.find(' ');
  if (code != std::string_view::npos)
    std::from_chars(status.data() + code + 1, status.data() + status.size(), response.status);
  const auto headers = take_headers(bytes);
  response.type = media_type(headers.get("content-type"));
  response.charset = parameter(headers.get("content-type"), "charset");
  response.body =
      small(headers.get("transfer-encoding")).contains("chunked") ? joined_chunks(bytes) : std::string(bytes);
  const auto packing = small(headers.get("content-encoding"));
  if (packing.empty() || packing == "identity") return response;
  const bool gzip = packing == "gzip" || packing == "x-gzip";
  if (!gzip && packing != "deflate") return std::unexpected("is packed as " + packing + ", which is not read");
  const bool plain = gzip && !response.body.starts_with("\x1F\x8B");  // some archives unpack and keep the header
  if (plain) return response;
  auto body = inflate(response.body, gzip ? Packing::gzip : Packing::zlib, most);
  if (!body && !gzip && body.error() == UnpackError::damaged) body = inflate(response.body, Packing::deflate, most);
  if (!body)
    return std::unexpected(body.error() == UnpackError::too_large ? "unpacks to more than the limit"
                                                                  : "is packed and damaged");
  response.body = std::move(*body);
  return response;
}

}  // namespace recoupe::page
