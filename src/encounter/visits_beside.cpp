#include "encounter/visits_beside.hpp"

#include <algorithm>

#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

// The actor that ends before this token.
std::optional<text::ByteSpan> actor_before(Sentence const& sentence, std::size_t token) {
  std::optional<text::ByteSpan> last;
  for (auto const& actor : sentence.actors) {
    if (actor.end <= token) last = actor.span;
  }
  return last;
}

// The day of the visit is not another one: none is told of it, or the one that the sentence tells of both.
bool may_be_of_one_day(TellingDate const& visit, TellingDate const& told) {
  return (visit.evidence && visit.evidence == told.evidence) || time::compatible(visit.value, told.value);
}

}  // namespace

std::optional<text::ByteSpan> visitor_beside(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t reach = 9;
  if (predicate.frame.kind != Kind::visit) return std::nullopt;
  for (auto at = predicate.first; at > sentence.first && at + reach > predicate.first; --at) {
    auto const& mark = sentence.mark(at - 1);
    if (mark.is(Cue::relative)) return actor_before(sentence, at - 1);
    if (is_comma(page.body.tokens[at - 1])) {
      const bool behind_somebody = predicate.is_noun() && at - 1 > sentence.first && sentence.mark(at - 2).actor;
      return behind_somebody ? actor_before(sentence, at - 1) : std::nullopt;
    }
    if (mark.actor || mark.place || mark.frame) return std::nullopt;
  }
  return std::nullopt;
}

bool take_place_of(VisitBeside const& visit, Telling& told) {
  const bool takes_part = std::ranges::any_of(
      told.participants, [&](Participant const& one) { return one.evidence.overlaps(visit.visitor); });
  if (!takes_part || told.status != Status::held || !may_be_of_one_day(visit.date, told.date)) return false;
  if (!told.place.country.empty() || visit.place.country.empty()) return true;
  const auto venue = told.place.venue;
  told.place = visit.place;
  if (!venue.empty()) told.place.venue = venue;
  return true;
}

}  // namespace recoupe::encounter
