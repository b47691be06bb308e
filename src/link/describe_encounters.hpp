// Encounters as the register holds them, once it is known which tellings belong together.
//
//   const Describer describer(heap, linked, reused, matcher);
//   describer.encounter(0);         // the rest costs nothing until it is asked for
#pragma once

#include <map>
#include <set>

#include "link/check_claims.hpp"
#include "link/copies.hpp"
#include "link/entities.hpp"
#include "link/occasions.hpp"

namespace recoupe::link {

// What belongs together.
struct Linked {
  Entities entities;
  Occasions occasions;
  Judgements judgements;
};

// Of one report: a link between two of its tellings.
struct LinkPlace {
  std::string from, to, kind;
  std::size_t reading = 0;
  std::size_t index = 0;
};

// It depends on the report, on where the telling stands in it, its kind and its participants alone.
std::string id_of_telling(encounter::Reading const& reading, std::size_t index);

class Describer {
 public:
  // All that is given must outlive it. `reused` holds every pair that shares passages.
  Describer(Heap const& heap, Linked const& linked, std::vector<FoundReuse> const& reused,
            name::Matcher const& matcher);

  std::size_t count() const { return linked_.occasions.occasions.size(); }
  std::vector<std::string> const& ids() const { return ids_; }
  // Of all that encounter() makes it from, and of its people: it differs where one of these does.
  std::uint64_t fingerprint(std::size_t occasion) const;
  Encounter encounter(std::size_t occasion) const;

  // Each link once, sorted.
  std::vector<LinkPlace> links() const;
  Link link(LinkPlace const& place) const;

  Copies const& copies() const { return copies_; }
  // Ids of what these readings tell, sorted.
  std::vector<std::string> encounters_of(std::vector<std::size_t> const& readings) const;

 private:
  encounter::Telling const& told(TellingPlace place) const {
    return heap_.readings[place.reading].tellings.tellings[place.telling];
  }
  std::string telling_id(TellingPlace place) const {
    return id_of_telling(heap_.readings[place.reading], place.telling);
  }
  void name_after_older_versions();
  TellingPlace oldest(Occasion const& occasion) const;
  std::vector<TellingPlace> by_weight(Occasion const& occasion) const;
  void add_participants(Encounter& made, TellingPlace place, TellingPlace lead) const;
  Telling describe_telling(TellingPlace place) const;
  encounter::Status status_of(Occasion const& occasion) const;
  void contradict_status(Encounter& made, Occasion const& occasion) const;
  void contradict(Encounter& made, Occasion const& occasion) const;
  void take_given(Encounter& made, Occasion const& occasion) const;
  void count_origins(Encounter& made, Occasion const& occasion) const;
  std::vector<std::size_t> main_readings(Occasion const& occasion) const;
  std::vector<FoundReuse const*> reused_among(std::vector<std::size_t> const& readings) const;

  Heap const& heap_;
  Linked const& linked_;
  name::Matcher const& matcher_;
  Copies copies_;
  std::vector<std::vector<FoundReuse const*>> reused_;  // by its left reading
  std::vector<std::vector<std::size_t>> occasion_of_;   // by reading and telling
  std::vector<std::string> ids_;
  std::vector<std::set<std::string>> older_ids_;   // by occasion: of its tellings in older versions of their reports
  std::vector<std::vector<CheckedClaim>> claims_;  // by occasion
  std::vector<std::uint64_t> people_;              // fingerprints of their names, by entity
  std::vector<std::string> countries_;             // by entity, empty where it has not just one
};

}  // namespace recoupe::link
