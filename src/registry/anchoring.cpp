#include "registry/anchoring.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "lexicon/phrase_table.hpp"
#include "text/fold.hpp"

namespace recoupe::registry {
namespace {

constexpr double enough_words = 0.6;  // of a quotation, found in the words of a telling

struct Found {
  std::size_t reading = 0;
  std::size_t index = 0;  // of the telling or person
  bool exact = false;
};

std::set<std::string> words_of(std::string_view text) {
  const auto words = lexicon::phrase_words(text);
  return {words.begin(), words.end()};
}

class Anchoring {
 public:
  explicit Anchoring(link::Heap const& heap) : heap_(heap) {
    for (std::size_t r = 0; r < heap.readings.size(); ++r) {
      auto const& report = heap.readings[r].report;
      by_id_[report.id] = r;
      if (!report.url.empty()) by_url_.try_emplace(report.url, r);
    }
    for (auto const& version : heap.older) by_id_[version.told.report.id] = version.reading;
  }

  std::optional<Found> telling(Anchor const& anchor) const {
    const auto reading = report(anchor);
    if (!reading) return std::nullopt;
    const auto body = heap_.page(*reading)->body();
    const auto at = body.find(anchor.quote);
    if (at != std::string::npos) {
      if (auto found = overlapping(*reading, {at, at + anchor.quote.size()})) return found;
    }
    return alike(*reading, body, anchor.quote);
  }

  std::optional<Found> person(Anchor const& anchor) const {
    const auto reading = report(anchor);
    if (!reading) return std::nullopt;
    auto const& people = heap_.readings[*reading].names.people;
    const auto folded = text::fold(anchor.quote);
    for (std::size_t p = 0; p < people.size(); ++p) {
      for (auto const& variant : people[p].variants) {
        if (text::fold(variant) == folded) return Found{*reading, p, variant == anchor.quote};
      }
    }
    return std::nullopt;
  }

 private:
  std::optional<std::size_t> report(Anchor const& anchor) const {
    if (const auto found = by_id_.find(anchor.report); found != by_id_.end()) return found->second;
    if (const auto found = by_url_.find(anchor.url); found != by_url_.end()) return found->second;
    return std::nullopt;
  }

  // The telling with most of its evidence in the span.
  std::optional<Found> overlapping(std::size_t reading, text::ByteSpan span) const {
    auto const& tellings = heap_.readings[reading].tellings.tellings;
    std::optional<Found> best;
    std::size_t most = 0;
    for (std::size_t t = 0; t < tellings.size(); ++t) {
      std::size_t shared = 0;
      for (auto const& evidence : tellings[t].evidence) shared += evidence.shared_with(span);
      if (shared > most) {
        most = shared;
        best = Found{reading, t, true};
      }
    }
    return best;
  }

  std::optional<Found> alike(std::size_t reading, std::string const& body, std::string const& quote) const {
    const auto wanted = words_of(quote);
    auto const& tellings = heap_.readings[reading].tellings.tellings;
    std::optional<Found> best;
    auto most = enough_words;
    for (std::size_t t = 0; t < tellings.size(); ++t) {
      std::set<std::string> words;
      for (auto const& span : tellings[t].evidence) {
        if (span.end > body.size() || span.begin > span.end) continue;
        words.merge(words_of(std::string_view(body).substr(span.begin, span.size())));
      }
      const auto found = std::ranges::count_if(wanted, [&](std::string const& word) { return words.contains(word); });
      const auto share = wanted.empty() ? 0.0 : static_cast<double>(found) / static_cast<double>(wanted.size());
      if (share > most || (share >= most && !best)) {
        most = share;
        best = Found{reading, t, false};
      }
    }
    return best;
  }

  link::Heap const& heap_;
  std::map<std::string, std::size_t, std::less<>> by_id_, by_url_;
};

}  // namespace

Anchored anchor(std::vector<Correction> const& corrections, link::Heap const& heap) {
  const Anchoring anchoring(heap);
  Anchored made;
  std::map<std::vector<std::size_t>, std::size_t> last;  // what a correction speaks of: the last that did
  std::vector<std::vector<Found>> found(corrections.size());
  for (std::size_t c = 0; c < corrections.size(); ++c) {
    auto const& one = corrections[c];
    const bool people = one.judgement == Judgement::same_person || one.judgement == Judgement::different_person;
    bool exact = true;
    for (auto const& anchor : one.about) {
      const auto at = people ? anchoring.person(anchor) : anchoring.telling(anchor);
      if (!at) break;
      exact = exact && at->exact;
      found[c].push_back(*at);
    }
    if (found[c].size() != one.about.size()) found[c].clear();
    made.standing.emplace_back(found[c].empty() ? "unanchored" : exact ? "anchored" : "approximate");
    if (found[c].empty()) continue;
    std::vector<std::size_t> about{people ? 1U : 0U};
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (auto const& at : found[c]) places.emplace_back(at.reading, at.index);
    std::ranges::sort(places);
    for (auto const& [reading, index] : places) about.insert(about.end(), {reading, index});
    if (one.judgement == Judgement::set || one.judgement == Judgement::strike)
      about.push_back(std::hash<std::string>()(one.field + (one.judgement == Judgement::strike ? one.value : "")));
    const auto [known, fresh] = last.try_emplace(std::move(about), c);
    if (!fresh) {
      made.standing[known->second] = "overruled";
      known->second = c;
    }
  }
  const auto place = [](Found const& at) { return link::TellingPlace{at.reading, at.index}; };
  const auto person = [](Found const& at) { return link::PagePerson{at.reading, at.index}; };
  for (std::size_t c = 0; c < corrections.size(); ++c) {
    if (found[c].empty() || made.standing[c] == "overruled") continue;
    auto const& one = corrections[c];
    auto const& at = found[c];
    switch (one.judgement) {
      case Judgement::same:
        made.judgements.same.emplace_back(place(at[0]), place(at[1]));
        made.of_same.push_back(c);
        break;
      case Judgement::different:
        made.judgements.different.emplace_back(place(at[0]), place(at[1]));
        break;
      case Judgement::not_an_encounter:
        made.no_encounters.push_back(place(at[0]));
        break;
      case Judgement::set:
        made.judgements.given[place(at[0])].push_back({one.field, one.value});
        break;
      case Judgement::strike:
        made.judgements.given[place(at[0])].push_back({"strike", one.value});
        break;
      case Judgement::same_person:
        made.judgements.same_people.emplace_back(person(at[0]), person(at[1]));
        break;
      case Judgement::different_person:
        made.judgements.different_people.emplace_back(person(at[0]), person(at[1]));
        break;
      case Judgement::unsure:
        break;
    }
  }
  return made;
}

void take_out(link::Heap& heap, std::vector<link::TellingPlace> const& tellings) {
  auto from_the_end = tellings;
  std::ranges::sort(from_the_end, std::greater<>());
  from_the_end.erase(std::ranges::unique(from_the_end).begin(), from_the_end.end());
  for (auto const& [reading, index] : from_the_end) {
    auto& told = heap.readings[reading].tellings;
    std::erase_if(told.links, [&](auto const& link) { return link.from == index || link.to == index; });
    for (auto& link : told.links) {
      if (link.from > index) --link.from;
      if (link.to > index) --link.to;
    }
    std::erase_if(told.claims, [&](auto const& claim) { return claim.telling == index; });
    for (auto& claim : told.claims) {
      if (claim.telling > index) --claim.telling;
    }
    told.tellings.erase(told.tellings.begin() + static_cast<std::ptrdiff_t>(index));
  }
}

}  // namespace recoupe::registry
