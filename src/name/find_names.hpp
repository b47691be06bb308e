// Who and where: persons with their offices, organisations, places; and who is who within one page.
//
//   auto names = find_names(body, vocabulary);
//   names.mentions[0].span;                      // "Abdellatif Hammouchi"
//   names.people[names.mentions[0].entity].offices[0].title;
//
// A bare surname, a title alone ("le ministre") or a description ("les deux responsables") is resolved to people named
// on the same page, never beyond it. What cannot be resolved stays an unnamed mention.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "text/segment.hpp"

namespace recoupe::name {

enum class MentionKind : std::uint8_t {
  person,  // a personal name: full, or a short form of one
  office,  // an office without its holder's name beside it: "son homologue qatari", "le patron de la CIA"
  organisation,
  place,  // a city, country, venue
  group,  // several unnamed people: "les chefs des délégations", "les deux responsables"
};
std::string_view name_of(MentionKind kind);

inline constexpr std::size_t no_entity = static_cast<std::size_t>(-1);

struct Mention {
  text::ByteSpan span;  // person: the name alone, without civility or title
  MentionKind kind = MentionKind::person;
  // Into PageNames::people (person, resolved office), ::organisations or ::places; no_entity where unresolved.
  std::size_t entity = no_entity;
  // The title beside a person ("directrice du renseignement national américain"), or the office mention itself.
  std::optional<text::ByteSpan> office;
  // From the first word of title or civility to the last of name or title: what a frame's argument covers.
  text::ByteSpan whole;
  std::string country;               // ISO 3166-1 alpha-2 of the office or place, empty where unknown
  std::vector<std::size_t> members;  // of a group: people that the page names, where it is known who is meant
  bool of_several = false;           // of a person: the office is one of several people, "Presidents X and Y"
};

struct HeldOffice {
  std::string title;  // as written, without article
  std::string organisation;
  std::string country;
  std::string concept_id;  // language-independent id of the lexicon ("head-of:national-intelligence"), empty if unknown
  text::ByteSpan evidence;
  bool former = false;
};

struct Person {
  std::string name;                   // the fullest form on the page, as written
  std::vector<std::string> variants;  // every form on the page, sorted, `name` included
  std::vector<HeldOffice> offices;    // in page order, distinct
};

struct Organisation {
  std::string name;          // as written where first named in full
  std::string abbreviation;  // as the page gives it: "(DGST)"
  std::string concept_id;    // of the lexicon, empty if unknown
  std::string country;
};

struct Place {
  std::string name;        // as written
  std::string concept_id;  // of the gazetteer
  std::string country;
  std::optional<double> latitude, longitude;
  bool is_country = false;
  bool is_region = false;  // a continent, a province, a sea: larger than a city
  bool is_venue = false;   // a palace or seat: a place within a city
};

struct PageNames {
  std::vector<Mention> mentions;  // by span; mentions of one kind do not overlap
  std::vector<Person> people;
  std::vector<Organisation> organisations;
  std::vector<Place> places;
};

// Titles, offices, organisations, places, given names and cue words of all languages, compiled.
class Vocabulary {
 public:
  static std::expected<Vocabulary, lexicon::Error> compile(lexicon::Lexicon const& lexicon);
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();
  struct Tables;
  Tables const& tables() const { return *tables_; }

 private:
  explicit Vocabulary(std::unique_ptr<Tables const> tables);
  std::unique_ptr<Tables const> tables_;
};

PageNames find_names(text::SegmentedText const& body, Vocabulary const& vocabulary);

}  // namespace recoupe::name
