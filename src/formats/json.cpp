#include "formats/json.hpp"

#include <ostream>
#include <sstream>

#include "link/register_json.hpp"

namespace recoupe::formats {
namespace {

// One object a line, so that two exports can be compared by lines.
template <class Value>
void write_list(std::ostream& out, const char* name, std::vector<Value> const& values) {
  out << "\"" << name << "\":[";
  const char* before = "\n";
  for (auto const& value : values) {
    out << before << link::to_json(value).dump(-1, ' ', false, link::Json::error_handler_t::replace);
    before = ",\n";
  }
  out << "],\n";
}

}  // namespace

void write_json(std::ostream& out, link::Register const& made) {
  out << "{\"format\":\"recoupe-register/1\",\n";
  write_list(out, "reports", made.reports);
  write_list(out, "people", made.people);
  write_list(out, "encounters", made.encounters);
  write_list(out, "links", made.links);
  write_list(out, "stories", made.stories);
  write_list(out, "reuse", made.reuse);
  out << "\"coverage\":" << link::to_json(made.coverage).dump(-1, ' ', false, link::Json::error_handler_t::replace)
      << "}\n";
}

std::string to_json(link::Register const& made) {
  std::ostringstream out;
  write_json(out, made);
  return out.str();
}

}  // namespace recoupe::formats
