#include "link/check_claims.hpp"

#include <algorithm>
#include <charconv>

#include "time/edtf.hpp"

namespace recoupe::link {
namespace {

using encounter::CountClaim;
using encounter::Counted;
using encounter::Telling;
using std::chrono::days;
using std::chrono::sys_days;

constexpr days one_stay{3};

// What is asked of an occasion to be one of those that a claim counts.
struct Counting {
  std::set<std::size_t> people;
  std::set<std::string> countries;  // of the participants
  std::string place;                // its country, empty where unknown or told in two ways
  std::optional<sys_days> day;
  bool held = false;
};

// The first day that "P2M" before `day` covers, nothing where it is no such duration.
std::optional<sys_days> before(sys_days day, std::string_view duration) {
  if (duration.size() < 3 || duration.front() != 'P') return std::nullopt;
  int number = 0;
  const auto* const end = duration.data() + duration.size() - 1;
  const auto [stopped, failed] = std::from_chars(duration.data() + 1, end, number);
  constexpr int most = 3000;
  if (failed != std::errc() || stopped != end || number <= 0 || number > most) return std::nullopt;
  const std::chrono::year_month_day date{day};
  const auto in_its_month = [](std::chrono::year_month_day earlier) {
    return earlier.ok() ? sys_days{earlier} : sys_days{earlier.year() / earlier.month() / std::chrono::last};
  };
  switch (duration.back()) {
    case 'D':
      return day - days{number};
    case 'W':
      return day - std::chrono::weeks{number};
    case 'M':
      return in_its_month(date - std::chrono::months{number});
    case 'Y':
      return in_its_month(date - std::chrono::years{number});
    default:
      return std::nullopt;
  }
}

class Checker {
 public:
  Checker(Heap const& heap, Entities const& entities, Occasions const& occasions)
      : heap_(heap), entities_(entities), occasions_(occasions.occasions) {}

  std::vector<std::vector<CheckedClaim>> run() {
    std::vector<std::vector<CheckedClaim>> checked(occasions_.size());
    if (!somebody_claims()) return checked;
    for (auto const& occasion : occasions_) counting_.push_back(counting_of(occasion));
    for (std::size_t o = 0; o < occasions_.size(); ++o) file(o);
    for (std::size_t o = 0; o < occasions_.size(); ++o) {
      for (auto const& place : occasions_[o].tellings) {
        for (auto const& claim : heap_.readings[place.reading].tellings.claims) {
          if (claim.telling == place.telling) checked[o].push_back({place.reading, claim.evidence, check(o, claim)});
        }
      }
    }
    return checked;
  }

 private:
  Telling const& told(TellingPlace place) const {
    return heap_.readings[place.reading].tellings.tellings[place.telling];
  }

  bool somebody_claims() const {
    return std::ranges::any_of(heap_.readings,
                               [](encounter::Reading const& reading) { return !reading.tellings.claims.empty(); });
  }

  Counting counting_of(Occasion const& occasion) const {
    Counting made;
    std::set<std::string> places;
    for (auto const& place : occasion.tellings) {
      auto const& telling = told(place);
      made.held = made.held || telling.status == encounter::Status::held;
      if (!telling.place.country.empty()) places.insert(telling.place.country);
      for (auto const& participant : telling.participants) {
        if (!participant.country.empty()) made.countries.insert(participant.country);
        if (participant.person == name::no_entity) continue;
        const auto entity = entities_.entity(place.reading, participant.person);
        if (entity != name::no_entity) made.people.insert(entity);
      }
    }
    if (places.size() == 1) made.place = *places.begin();
    const auto told_days = time::days_of(occasion.date);
    if (time::is_exact(occasion.date) && told_days) made.day = told_days->first;
    return made;
  }

  void file(std::size_t occasion) {
    auto const& one = counting_[occasion];
    if (!one.place.empty()) {
      for (auto const& country : one.countries) visits_[{one.place, country}].push_back(occasion);
    }
    for (auto person : counting_[occasion].people) by_person_[person].push_back(occasion);
  }

  // A visit: to the same country, by this person or by anybody of his country. A meeting: of the same two.
  bool counts(Counting const& one, Counting const& other, CountClaim const& claim) const {
    const auto abroad = [&](std::string const& country) {
      return country != one.place && other.countries.contains(country);
    };
    if (claim.counted == Counted::meeting)
      return one.people.size() == 2 && std::ranges::includes(other.people, one.people);
    if (one.place.empty() || one.place != other.place) return false;
    if (claim.anybody) return std::ranges::any_of(one.countries, abroad);
    return std::ranges::any_of(guests(one), [&](std::size_t person) { return other.people.contains(person); });
  }

  // Those of whom no telling says that they serve the country where it was.
  std::vector<std::size_t> guests(Counting const& one) const {
    std::vector<std::size_t> found;
    for (auto person : one.people) {
      const auto at_home = [&](PagePerson const& member) {
        auto const& offices = heap_.readings[member.reading].names.people[member.person].offices;
        return std::ranges::any_of(offices, [&](auto const& office) { return office.country == one.place; });
      };
      if (std::ranges::none_of(entities_.members[person], at_home)) found.push_back(person);
    }
    return found;
  }

  // Occasions that may count, before what may be the same stay.
  std::set<std::size_t> filed_with(std::size_t occasion, CountClaim const& claim) const {
    std::set<std::size_t> found;
    const auto add = [&](auto const& filed, auto const& key) {
      if (const auto at = filed.find(key); at != filed.end()) found.insert(at->second.begin(), at->second.end());
    };
    auto const& one = counting_[occasion];
    if (claim.anybody && claim.counted == Counted::visit) {
      for (auto const& country : one.countries) {
        if (country != one.place) add(visits_, std::pair(one.place, country));
      }
    } else {
      for (auto person : one.people) add(by_person_, person);
    }
    found.erase(occasion);
    return found;
  }

  Verdict check(std::size_t occasion, CountClaim const& claim) const {
    auto const& one = counting_[occasion];
    if (!one.day) return Verdict::cannot_be_told;
    auto first = claim.within.empty() ? std::optional(sys_days::min()) : before(*one.day, claim.within);
    if (!claim.since.empty()) {
      const auto since = time::days_of(claim.since);
      // The one at that date is what it is counted from.
      first = since && since->year_known ? std::optional(since->last + days{1}) : std::nullopt;
    }
    if (!first) return Verdict::cannot_be_told;
    std::vector<sys_days> earlier;
    for (auto other : filed_with(occasion, claim)) {
      auto const& counting = counting_[other];
      if (!counting.held || !counting.day || *counting.day < *first || *counting.day + one_stay >= *one.day) continue;
      if (counts(one, counting, claim)) earlier.push_back(*counting.day);
    }
    const auto known = stays(std::move(earlier));
    const auto said = static_cast<std::size_t>(claim.ordinal) - 1;
    if (known > said) return Verdict::fails;
    return known == said && said > 0 ? Verdict::holds : Verdict::cannot_be_told;
  }

  static std::size_t stays(std::vector<sys_days> all) {
    std::ranges::sort(all);
    std::size_t count = 0;
    std::optional<sys_days> last;
    for (auto day : all) {
      if (!last || day > *last + one_stay) ++count;
      last = day;
    }
    return count;
  }

  Heap const& heap_;
  Entities const& entities_;
  std::vector<Occasion> const& occasions_;
  std::vector<Counting> counting_;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>>
      visits_;  // by country of the place and of who came
  std::map<std::size_t, std::vector<std::size_t>> by_person_;
};

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "holds";
    case Verdict::fails:
      return "fails";
    case Verdict::cannot_be_told:
      return "cannot_be_told";
  }
  return {};
}

std::vector<std::vector<CheckedClaim>> check_claims(Heap const& heap, Entities const& entities,
                                                    Occasions const& occasions) {
  return Checker(heap, entities, occasions).run();
}

}  // namespace recoupe::link
