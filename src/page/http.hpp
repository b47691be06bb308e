// Headers and bodies as HTTP and its relatives (WARC, MIME) write them.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::page {

// Fields by their names in small letters; the first of a name counts.
class Headers {
 public:
  // A line "Name: value"; one that begins with a blank goes on with the field before. Others are passed over.
  void add_line(std::string_view line);
  std::string_view get(std::string_view name) const;  // empty where absent
  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Takes header lines, up to an empty one, from the front of `bytes`.
Headers take_headers(std::string_view& bytes);

// "text/html; charset=utf-8": the type in small letters, and a parameter of it.
std::string media_type(std::string_view value);
std::string parameter(std::string_view value, std::string_view name);

bool is_page_type(std::string_view media_type);

struct Response {
  std::string body;
  std::string type;     // media type
  std::string charset;  // empty where the header names none
  int status = 0;
};

// A response as it went over the wire: chunks joined, compression undone. The error is one sentence.
std::expected<Response, std::string> read_response(std::string_view bytes, std::size_t most);

}  // namespace recoupe::page
