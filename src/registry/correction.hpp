// What a person says about a register, apart from what was read.
//
//   {"id":"c1","who":"M. K.","when":"2024-05-02","why":"the ministry's own photograph","judgement":"same",
//    "about":[{"report":"r…","quote":"received Paul Martin"},{"report":"r…","quote":"…"}]}
//
// A file of corrections holds one such line each. What it is about is found by report and quotation, also where the
// page was saved again or is read another way; where it is not found the correction waits, and is never dropped.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::registry {

enum class Judgement : std::uint8_t {
  same,              // two tellings tell one encounter
  different,         // they do not
  unsure,            // somebody looked and could not tell: kept, changes nothing
  not_an_encounter,  // this telling tells none
  set,               // date, place, status or kind of the encounter that this telling tells
  strike,            // `value` is no participant of it
  same_person,       // two names, each quoted from a report, are one person's
  different_person,  // they are not
};
std::string_view name_of(Judgement judgement);

struct Anchor {
  std::string report;  // its id
  std::string url;     // of the report, where it has one
  std::string quote;   // words of the telling, or the name of a person
};

struct Correction {
  std::string id;  // made from the rest where empty
  std::string who, when, why;
  Judgement judgement = Judgement::unsure;
  std::vector<Anchor> about;  // two, or one
  std::string field, value;
};

// What is wrong with the line, in one sentence.
std::expected<Correction, std::string> correction_of(std::string_view line);
std::string to_line(Correction const& correction);

}  // namespace recoupe::registry
