// The register: what a heap of pages says once copies count once (format recoupe-register/1, docs/register.md).
//
//   auto made = link_readings(readings, words);     // any order of `readings` gives the same register
//
// Offsets here are code points within one block of a report; ids are 16 hex digits with a letter before them
// (r report, p person, e encounter, t telling, s story).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace recoupe::link {

struct Evidence {
  std::string report;  // its id
  std::size_t block = 0;
  std::size_t start = 0;  // code points
  std::size_t end = 0;
  std::string exact, prefix, suffix;  // W3C TextQuoteSelector; prefix and suffix at most 32 code points
  auto operator<=>(Evidence const&) const = default;
};

struct Block {
  std::string kind, text, language, author, date, url;
};

struct Chain {
  std::string role, name, basis;  // basis: stated, found
  std::optional<Evidence> evidence;
};

// A page saved at another hour; its report is of the newest.
struct Version {
  std::string id, path, title, published;
  std::vector<std::string> added, removed;  // sentences: what the report has beyond it, and what only it has
};

struct Report {
  std::string id, path, url, outlet, byline, language, title, text;
  std::vector<Block> blocks;
  std::string published, published_basis;
  std::optional<Evidence> published_evidence;
  std::vector<Version> versions;  // older ones, by id
  std::vector<Chain> chain;
};

struct NameInScript {
  std::string script;  // ISO 15924: Latn, Arab
  std::string name;
};

struct TitleInLanguage {
  std::string language, title;
};

struct Office {
  std::vector<TitleInLanguage> titles;
  std::string organisation, country;
  std::vector<std::string> at;  // EDTF
  std::vector<Evidence> evidence;
};

struct Person {
  std::string id;
  std::vector<NameInScript> names;
  std::vector<std::string> variants;
  std::vector<Office> offices;
};

struct Participant {
  std::string person;  // id, empty for an office or group alone
  std::string name, office, organisation, country, role, certainty;
};

struct Fact {
  std::string field, value, basis;
  std::vector<Evidence> evidence;
};

struct Telling {
  std::string id, report, standing;
  std::vector<Evidence> evidence;
  std::vector<std::string> candidates;  // ids of encounters that an ambiguous telling may tell
  std::vector<Evidence> omits;          // sentences of the fullest telling that it shares passages with, and it lacks
  std::vector<Evidence> adds;           // its own sentences that the fullest lacks
  std::vector<Fact> facts;
};

struct Place {
  std::string name, venue, country;
  std::optional<double> latitude, longitude;
};

struct Topic {
  std::string text, language;
};

struct Origin {
  std::string kind, authority, side;  // kind: communique, post, agency, outlet; side: host, guest, third, unknown
  std::vector<std::string> reports;
  std::vector<std::string>
      uncredited;  // of these, who share passages with reports that name their source and name none
};

struct Contradiction {
  struct Value {
    std::string value;
    std::vector<std::string> reports;
  };
  std::string field;
  std::vector<Value> values;
};

struct Claim {
  std::string text, verdict;  // holds, fails, cannot_be_told
  Evidence evidence;
};

struct Encounter {
  std::string id;
  std::vector<std::string> also_known_as;
  std::string kind, status, date;  // EDTF
  Place place;
  std::string certainty;  // sure, likely, to_check
  std::vector<std::string> because;
  std::vector<Participant> participants;
  std::vector<Topic> topics;
  std::vector<Telling> tellings;
  std::vector<Origin> origins;
  std::size_t independent_origins = 0;
  std::vector<Contradiction> contradictions;
  std::vector<Claim> claims;
};

struct Link {
  std::string from, to, kind;  // part_of, follows, recalls
  std::optional<Evidence> evidence;
};

struct Story {
  std::string id;
  std::vector<std::string> reports, encounters;
  std::vector<Origin> origins;
  std::size_t independent_origins = 0;
};

struct ReusePassage {
  std::size_t from_start = 0, from_end = 0, to_start = 0, to_end = 0;  // code points into the reports' texts
  std::string relation;
};

struct Reuse {
  std::string from, to, relation, direction;
  double score = 0;
  std::vector<ReusePassage> passages;
};

struct Coverage {
  struct Count {
    std::string key;
    std::size_t reports = 0;
  };
  std::vector<Count> languages, outlets, months;
  std::size_t read = 0;
  std::size_t without_telling = 0;
};

struct Register {
  std::vector<Report> reports;  // each list sorted by id
  std::vector<Person> people;
  std::vector<Encounter> encounters;  // by date, then id
  std::vector<Link> links;
  std::vector<Story> stories;
  std::vector<Reuse> reuse;
  Coverage coverage;
};

}  // namespace recoupe::link
