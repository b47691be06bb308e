#include "page/mhtml.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "page/http.hpp"

namespace recoupe::page {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// RFC 2045, section 6.7.
std::string quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      bytes += text[i];
      continue;
    }
    if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
    } else if (text.substr(i + 1).starts_with('\n')) {
      i += 1;
    } else if (i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      bytes += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

// RFC 4648, section 4; what is none of its letters is passed over.
std::string base64(std::string_view text) {
  static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0;
  unsigned bits = 0;
  for (char c : text) {
    const auto value = letters.find(c);
    if (value == std::string_view::npos) continue;
    held = held << 6U | static_cast<unsigned>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// The day in "Tue, 12 Nov 2019 10:00:00 GMT" (RFC 5322) and in "Tue Nov 12 2019 10:00:00 GMT+0100", as scripts of
// browsers write it; empty where there is none.
std::string day_of_stamp(std::string_view stamp) {
  std::string day;
  std::string month;
  std::string year;
  while (!stamp.empty()) {
    const auto end = std::min(stamp.find_first_of(" ,\t"), stamp.size());
    const auto word = stamp.substr(0, end);
    stamp.remove_prefix(std::min(end + 1, stamp.size()));
    const auto named = std::ranges::find(months, word);
    const bool number = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
    if (named != months.end()) month = std::to_string(named - months.begin() + 1);
    if (number && word.size() <= 2 && day.empty()) day = word;
    if (number && word.size() == 4 && year.empty()) year = word;
  }
  if (day.empty() || month.empty() || year.empty()) return {};
  const auto two = [](std::string const& digits) { return digits.size() == 1 ? "0" + digits : digits; };
  return year + "-" + two(month) + "-" + two(day);
}

std::string decoded(std::string_view body, std::string_view encoding) {
  if (encoding == "quoted-printable") return quoted_printable(body);
  if (encoding == "base64") return base64(body);
  return std::string(body);
}

// What stands behind `name` up to the end of its line.
std::string field_of(std::string_view comment, std::string_view name) {
  const auto at = comment.find(name);
  if (at == std::string_view::npos) return {};
  auto value = comment.substr(at + name.size());
  value = value.substr(0, value.find_first_of("\r\n"));
  while (value.starts_with(' ')) value.remove_prefix(1);
  while (value.ends_with(' ')) value.remove_suffix(1);
  return std::string(value);
}

}  // namespace

bool is_mhtml(std::string_view bytes) {
  auto head = bytes.substr(0, 8192);
  if (head.find("multipart/related") == std::string_view::npos) return false;
  return media_type(take_headers(head).get("content-type")) == "multipart/related";
}

std::expected<Input, std::string> read_mhtml(std::string_view bytes, std::size_t most) {
  constexpr std::size_t most_parts = 10'000;
  const auto headers = take_headers(bytes);
  const auto boundary = parameter(headers.get("content-type"), "boundary");
  if (boundary.empty()) return std::unexpected("has no boundary between its parts");
  const auto sign = "--" + boundary;
  auto at = bytes.find(sign);
  for (std::size_t part = 0; part < most_parts && at != std::string_view::npos; ++part) {
    const auto end = bytes.find(sign, at + sign.size());
    auto body = bytes.substr(at + sign.size(), end == std::string_view::npos ? end : end - at - sign.size());
    at = end;
    if (body.starts_with("\r\n")) body.remove_prefix(2);
    if (body.starts_with('\n')) body.remove_prefix(1);
    const auto fields = take_headers(body);
    if (!is_page_type(media_type(fields.get("content-type")))) continue;
    Input input;
    input.bytes = decoded(body, media_type(fields.get("content-transfer-encoding")));
    if (input.bytes.size() > most) return std::unexpected("holds a page larger than the limit");
    input.form = Form::html;
    input.charset = parameter(fields.get("content-type"), "charset");
    input.url = headers.get("snapshot-content-location");
    if (input.url.empty()) input.url = fields.get("content-location");
    if (!input.url.starts_with("http")) input.url.clear();
    input.saved = day_of_stamp(headers.get("date"));
    return input;
  }
  return std::unexpected("holds no page in any of its parts");
}

void read_saved_comment(Input& input) {
  const auto head = std::string_view(input.bytes).substr(0, 8192);
  for (auto at = head.find("<!--"); at != std::string_view::npos; at = head.find("<!--", at + 4)) {
    const auto comment = head.substr(at, head.find("-->", at) - at);
    if (comment.find("saved with SingleFile") != std::string_view::npos) {
      if (input.url.empty()) input.url = field_of(comment, "url:");
      if (input.saved.empty()) input.saved = day_of_stamp(field_of(comment, "saved date:"));
      return;
    }
    constexpr std::string_view mark = "saved from url=(";
    const auto from = comment.find(mark);
    if (from == std::string_view::npos) continue;
    const auto close = comment.find(')', from);
    if (close == std::string_view::npos || !input.url.empty()) return;
    auto url = comment.substr(close + 1);
    url = url.substr(0, url.find_first_of(" \r\n"));
    if (url.starts_with("http")) input.url = url;
    return;
  }
}

}  // namespace recoupe::page
