// Pages out of a web archive (ISO 28500), plain or compressed record by record.
//
//   WarcReader reader(stream, "crawl.warc.gz", limits);
//   while (auto next = reader.next()) { … }              // an input, or what one record is refused for
//
// Responses of HTTP with a page in them, resources that are pages, and conversions (plain text of pages). Other records
// are passed over. A record that cannot be read is named, and the next one is looked for.
#pragma once

#include <optional>
#include <string>

#include "page/http.hpp"
#include "page/inflate.hpp"
#include "page/inputs.hpp"

namespace recoupe::page {

class WarcReader {
 public:
  // `in` outlives the reader.
  WarcReader(std::istream& in, std::string path, Limits limits);

  std::optional<std::expected<Input, Refusal>> next();

 private:
  bool find_record();
  std::optional<std::expected<Input, Refusal>> read_record(Headers const& headers);
  std::optional<std::expected<Input, Refusal>> page_of(Headers const& headers, std::string payload) const;
  std::string label() const;
  Refusal refusal(RefusalCode code, std::string reason) const;

  ByteStream stream_;
  std::string path_;
  Limits limits_;
  std::size_t record_ = 0;
  bool over_ = false;
};

}  // namespace recoupe::page
