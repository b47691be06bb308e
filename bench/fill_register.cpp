// Writes a register out of its JSON on the standard input, without reading any page: for bench/serve.py.
#include <fstream>
#include <iostream>
#include <iterator>

#include "link/register_json.hpp"
#include "store/store.hpp"

int main(int argc, char** argv) {
  using namespace recoupe;
  if (argc != 2) return 2;
  const auto json = link::Json::parse(std::cin);
  link::Register made;
  for (auto const& one : json.at("reports")) made.reports.push_back(link::report_of(one));
  for (auto const& one : json.at("people")) made.people.push_back(link::person_of(one));
  for (auto const& one : json.at("encounters")) made.encounters.push_back(link::encounter_of(one));
  for (auto const& one : json.at("stories")) made.stories.push_back(link::story_of(one));
  made.coverage = link::coverage_of(json.at("coverage"));
  const auto written = store::write(argv[1], made, store::Existing::replace);
  if (!written) std::cerr << written.error().message << '\n';
  return written ? 0 : 3;
}
