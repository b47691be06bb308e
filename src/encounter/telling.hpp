// Who met whom: the tellings of one report.
//
//   auto tellings = find_tellings(body, title, anchor, times, names, vocabulary);
//   tellings[0].participants;    // roles, offices, countries
//
// A telling is taken only from a clause that a frame of the lexicon covers, with evidence for each of its facts.
// Requests, plans of nobody, sport and teasers are no tellings; --explain says why a sentence was not taken.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "name/find_names.hpp"
#include "text/segment.hpp"
#include "time/find_times.hpp"

namespace recoupe::encounter {

enum class Kind : std::uint8_t { audience, talks, visit, call, multilateral, signing, other };
enum class Status : std::uint8_t { held, announced, cancelled, denied };
enum class Standing : std::uint8_t { main, background };
enum class ParticipantRole : std::uint8_t { host, guest, chair, participant };
enum class Certainty : std::uint8_t { sure, likely, to_check };
std::string_view name_of(Kind);
bool is_of_many(Kind kind);  // a report may name only some of those who took part
std::string_view name_of(Status);
std::string_view name_of(Standing);
std::string_view name_of(ParticipantRole);
std::string_view name_of(Certainty);

struct Participant {
  std::size_t person = name::no_entity;   // into PageNames::people; no_entity for an office or group alone
  std::size_t mention = name::no_entity;  // of an office or group alone, into PageNames::mentions
  std::string name;                       // the mention as written, never empty; for an office alone its words
  std::string office;                     // as written, empty where not said on the page
  std::string country;                    // ISO code, empty where unknown
  std::vector<std::string> kinds;         // of a group alone: "labour", sorted; none where its words do not tell
  ParticipantRole role = ParticipantRole::participant;
  text::ByteSpan evidence;  // of the mention, in the body
  std::optional<text::ByteSpan> office_evidence;
};

// Two groups who cannot be one: trade unions and employers.
bool are_of_other_kinds(Participant const& a, Participant const& b);

struct TellingPlace {
  std::string name;   // city or country as written
  std::string venue;  // "Centre international de Vienne", empty where not said
  std::string concept_id;
  std::string country;
  std::optional<double> latitude, longitude;
  std::optional<text::ByteSpan> evidence;
};

struct TellingDate {
  std::string value;  // EDTF, empty where unknown
  time::Basis basis = time::Basis::written;
  std::optional<time::Relative> relative;  // for link, where the report's date is unknown
  std::optional<text::ByteSpan> evidence;
};

struct Topic {
  std::string text;
  text::ByteSpan evidence;
};

// Between two tellings of one report.
enum class LinkKind : std::uint8_t { part_of, follows, recalls };
std::string_view name_of(LinkKind);

struct TellingLink {
  std::size_t from = 0;  // index of a telling
  std::size_t to = 0;
  LinkKind kind = LinkKind::part_of;
  text::ByteSpan evidence;
};

struct Telling {
  Kind kind = Kind::other;
  Status status = Status::held;
  Standing standing = Standing::main;
  std::vector<Participant> participants;
  TellingPlace place;
  TellingDate date;
  std::vector<Topic> topics;
  std::vector<text::ByteSpan> evidence;  // clauses, at least one, in the body
  Certainty certainty = Certainty::likely;
  std::vector<std::string> because;  // codes of a closed list (docs/certainty.md)
};

// "The second visit in less than two months": how many such encounters there were, this one included.
enum class Counted : std::uint8_t { visit, meeting };

struct CountClaim {
  std::size_t telling = 0;  // which it is said of
  Counted counted = Counted::visit;
  int ordinal = 0;
  bool anybody = false;  // of any official of the country, not of this one person
  std::string within;    // TIMEX3 of a duration, empty where none is said
  std::string since;     // EDTF, empty where it is not said
  text::ByteSpan evidence;
};

// Why a sentence that has a frame, or names two or more, tells no encounter.
enum class NotTaken : std::uint8_t {
  no_frame,         // no verb or noun of an encounter
  nobody_named,     // no person, office or group
  nobody_official,  // none of them holds an office
  sport,
  request,       // somebody asks for it
  conditional,   // it would, it might
  archive,       // a teaser, a caption of an old photograph
  one_party,     // fewer than two took part, or none of them is named
  not_joined,    // a noun that no word joins to those around it
  no_gathering,  // attended something else than a gathering
  nowhere,       // a visit without a place
  undated_noun,  // a noun alone, without when or where
  no_subject,    // the one who speaks
  repeated,      // how often it was, not when
  history,       // years before the report
};
std::string_view name_of(NotTaken);

struct Refusal {
  text::ByteSpan sentence;
  NotTaken why = NotTaken::no_frame;
};

struct Tellings {
  std::vector<Telling> tellings;
  std::vector<TellingLink> links;
  std::vector<CountClaim> claims;
  std::vector<Refusal> refusals;  // in the order of the text, one a sentence
};

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

Tellings find_tellings(text::SegmentedText const& body, std::string_view title,
                       std::vector<time::TimeExpression> const& times, name::PageNames const& names,
                       Vocabulary const& vocabulary, time::Anchor published = {});

}  // namespace recoupe::encounter
