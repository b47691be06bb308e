// What a person is told of a register: each encounter with who says so, what each report adds or leaves out, and what
// stays unknown. `brief` and `show` print it; --json gives it as it is.
//
//   auto digest = digest_of(made, made.encounters[0]);
//   digest.unknown;        // {"place", "source"}
#pragma once

#include <string>
#include <vector>

#include "cli/interface.hpp"
#include "cli/stage.hpp"
#include "link/register.hpp"

namespace recoupe::cli {

// Fast ways into a register.
class Finder {
 public:
  explicit Finder(link::Register const& made);
  link::Report const* report(std::string_view id) const;
  link::Person const* person(std::string_view id) const;
  link::Encounter const* encounter(std::string_view id) const;  // also by its other names
  std::vector<link::Link const*> links_from(std::string const& encounter) const;

  link::Register const& made() const { return *made_; }

 private:
  link::Register const* made_;
  std::map<std::string, link::Report const*, std::less<>> reports_;
  std::map<std::string, link::Person const*, std::less<>> people_;
  std::map<std::string, link::Encounter const*, std::less<>> encounters_;
  std::map<std::string, std::vector<link::Link const*>, std::less<>> links_;  // by the encounter that they are from
};

// "a, b, c"
std::string listed(std::vector<std::string> const& items);

// What a report is called for people: its outlet, else its site, else its file.
std::string label_of(link::Report const& report);

struct Difference {
  std::string report;  // id
  std::vector<std::string> adds, omits;
};

struct Digest {
  link::Encounter const* encounter = nullptr;
  std::size_t reports = 0;                    // that tell it
  std::string one_side;                       // host or guest where all origins are of that side, else empty
  std::vector<std::string> recalled_by;       // reports that tell it as background, where others tell it as news
  std::vector<Difference> differences;        // reports with something to add or to leave out
  std::vector<std::string> unknown;           // date, year, day, place, country, topic, source
  std::vector<std::string> unnamed;           // offices and groups whose holder no page here names
  std::map<std::string, std::string> places;  // its place as reports of a language write it, by language
  std::vector<link::Link const*> links;       // from this encounter
};

Digest digest_of(Finder const& finder, link::Encounter const& encounter);

// "Mohammed VI, roi ↔ Pedro Sánchez, …", names in the reader's script.
std::string who(Finder const& finder, link::Encounter const& encounter, Interface const& interface);
// "Rabat, Morocco", in the reader's language where a report says it so; empty where unknown.
std::string where(Digest const& digest, Interface const& interface);
// "7 reports · 1 origin · told by one side only"
std::string standing_of(Digest const& digest, Interface const& interface);
// "7 April 2022  audience, announced · Rabat, Morocco"
std::string headline(Digest const& digest, Interface const& interface);

Json to_json(Digest const& digest);

}  // namespace recoupe::cli
