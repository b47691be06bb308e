#include "serve/quotation.hpp"

#include "text/text.hpp"

namespace recoupe::serve {

std::string quoted(std::string const& utf8, std::size_t most) {
  if (utf8.size() <= most) return utf8;
  const auto text = text::Text::from_utf8(utf8);
  if (text.length() <= most) return utf8;
  if (most == 0) return {};
  return std::string(text.slice({0, text.bytes(text::CodePointSpan{0, most - 1}).end})) + "\u2026";
}

void shorten_quotations(link::Json& value) {
  if (value.is_object() && value.contains("exact")) {
    value["exact"] = quoted(value["exact"].get<std::string>(), longest_quotation);
    value["prefix"] = "";
    value["suffix"] = "";
    return;
  }
  if (!value.is_structured()) return;
  for (auto& part : value) shorten_quotations(part);
}

}  // namespace recoupe::serve
