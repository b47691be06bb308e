#include "link/occasions.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "lexicon/phrase_table.hpp"
#include "time/edtf.hpp"
#include "time/resolve.hpp"

namespace recoupe::link {
namespace {

using encounter::Kind;
using encounter::Participant;
using encounter::Standing;
using encounter::Status;
using encounter::Telling;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

using People = std::set<std::size_t>;

constexpr std::size_t most_looked_at = 300;  // occasions of one person
constexpr days slip{3};                      // between the day of an encounter and a wrong one

// Somebody who takes part in a telling.
struct Who {
  std::size_t entity = name::no_entity;  // none for an office alone
  Participant const* told = nullptr;
  std::string country;
  std::vector<std::string> words;  // of the name, empty for an office or a group alone
  std::vector<std::string> keys;   // name::index_keys of it
  bool arabic = false;             // its script
};

bool has(std::vector<std::string> const& words, std::string const& word) {
  return std::ranges::find(words, word) != words.end();
}

// Two whom no resolution joined may still be one: by a surname, or in two scripts by a part of the name.
bool may_be_one(Who const& a, Who const& b) {
  if (are_of_other_kinds(*a.told, *b.told)) return false;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  if (a.words.empty() || b.words.empty()) return true;
  if (a.arabic == b.arabic) return has(a.words, b.words.back()) || has(b.words, a.words.back());
  return std::ranges::any_of(a.keys, [&](std::string const& key) { return has(b.keys, key); });
}

bool happened(Status status) { return status == Status::held || status == Status::announced; }

class Joiner {
 public:
  Joiner(Heap& heap, Entities const& entities, NearCopies const& copies, Judgements const& judgements)
      : heap_(heap), readings_(heap.readings), entities_(entities), copies_(copies), judgements_(judgements) {
    for (auto const& [a, b] : judgements.different) apart_.insert(std::minmax(a, b));
  }

  Occasions run() {
    file_by_date();
    for (auto const& place : exact_) join_exact(place);
    for (auto const& place : partial_) attach(place);
    for (auto const& place : undated_) attach(place);
    join_as_judged();
    for (auto& occasion : made_.occasions) complete(occasion);
    return std::move(made_);
  }

 private:
  Telling const& telling(TellingPlace place) const { return readings_[place.reading].tellings.tellings[place.telling]; }

  People const& people(TellingPlace place) const { return people_[place.reading][place.telling]; }

  // Made when it is first asked for: most tellings share a day with none that they could be.
  std::vector<Who> const& who(TellingPlace place) const {
    auto& known = who_[place.reading][place.telling];
    if (!known) known = who_of(place);
    return *known;
  }

  std::vector<std::string> const& words_of(std::string const& name) const {
    const auto [known, added] = words_.try_emplace(name);
    if (added) known->second = lexicon::phrase_words(name);
    return known->second;
  }

  std::vector<Who> who_of(TellingPlace place) const {
    std::vector<Who> all;
    for (auto const& participant : telling(place).participants) {
      Who who;
      who.told = &participant;
      who.country = participant.country;
      if (participant.person != name::no_entity) {
        who.entity = entities_.entity(place.reading, participant.person);
        who.words = words_of(participant.name);
        who.keys = heap_.keys[place.reading][participant.person];
        const auto lead = who.words.empty() ? 0U : static_cast<unsigned char>(who.words.front().front());
        who.arabic = lead >= 0xD8 && lead <= 0xDB;
      } else if (who.country.empty() && participant.kinds.empty()) {
        continue;
      }
      all.push_back(std::move(who));
    }
    return all;
  }

  People people_of(TellingPlace place) const {
    People found;
    for (auto const& participant : telling(place).participants) {
      const auto entity =
          participant.person == name::no_entity ? name::no_entity : entities_.entity(place.reading, participant.person);
      if (entity != name::no_entity) found.insert(entity);
    }
    return found;
  }

  void file_by_date() {
    people_.resize(readings_.size());
    who_.resize(readings_.size());
    for (std::size_t r = 0; r < readings_.size(); ++r) {
      for (std::size_t t = 0; t < readings_[r].tellings.tellings.size(); ++t) {
        people_[r].push_back(people_of({r, t}));
      }
      who_[r].resize(people_[r].size());
      for (std::size_t t = 0; t < readings_[r].tellings.tellings.size(); ++t) {
        auto const& date = readings_[r].tellings.tellings[t].date.value;
        (time::is_exact(date) ? exact_ : time::days_of(date) ? partial_ : undated_).push_back({r, t});
      }
    }
    const auto by_date = [&](TellingPlace a, TellingPlace b) {
      return std::tie(telling(a).date.value, a) < std::tie(telling(b).date.value, b);
    };
    std::ranges::sort(exact_, by_date);
    std::ranges::sort(partial_, by_date);
    // Those that another telling of the same kind of wording can date come first: main before background.
    std::ranges::stable_sort(undated_, {}, [&](TellingPlace place) { return telling(place).standing; });
  }

  // Who of `left` does not take part in `right`. An office alone may be held by any of its country who does, and a
  // group be any that is not of another kind.
  std::vector<Who const*> only_in(TellingPlace left, TellingPlace right) const {
    std::vector<Who const*> only;
    for (auto const& one : who(left)) {
      const auto known = [&](Who const& other) {
        if (one.entity != name::no_entity) return other.entity == one.entity;
        return other.country == one.country && one.told->kinds.empty() == other.told->kinds.empty() &&
               !are_of_other_kinds(*one.told, *other.told);
      };
      if (std::ranges::none_of(who(right), known)) only.push_back(&one);
    }
    return only;
  }

  // The same host received two: each telling names somebody who is none of those whom only the other names.
  bool other_counterpart(TellingPlace a, TellingPlace b) const {
    if (encounter::is_of_many(telling(a).kind) || encounter::is_of_many(telling(b).kind)) return false;
    const auto left = only_in(a, b);
    const auto right = only_in(b, a);
    if (left.empty() || right.empty()) return false;
    return std::ranges::none_of(left, [&](Who const* one) {
      return std::ranges::any_of(right, [&](Who const* other) { return may_be_one(*one, *other); });
    });
  }

  static std::size_t shared(People const& a, People const& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](std::size_t one) { return b.contains(one); }));
  }

  bool conflict(TellingPlace a, TellingPlace b, bool misdated) const {
    if (!apart_.empty() && apart_.contains(std::minmax(a, b))) return true;
    auto const& left = telling(a);
    auto const& right = telling(b);
    if (a.reading == b.reading) return true;  // a report tells an encounter once
    if (!misdated && left.date.value != right.date.value && !time::compatible(left.date.value, right.date.value))
      return true;
    // What was announced, cancelled or denied for one day is one occasion.
    const bool dated = time::is_exact(left.date.value) && time::is_exact(right.date.value);
    if (happened(left.status) != happened(right.status) && !dated) return true;
    if (!left.place.country.empty() && !right.place.country.empty() && left.place.country != right.place.country)
      return true;
    return (left.kind == Kind::call) != (right.kind == Kind::call) || other_counterpart(a, b);
  }

  // Near copies that give days close to each other for the same people.
  bool misdated(TellingPlace a, TellingPlace b) const {
    auto const& left = telling(a);
    auto const& right = telling(b);
    if (!copies_.contains(std::minmax(a.reading, b.reading)) || left.kind != right.kind) return false;
    if (left.standing != Standing::main || right.standing != Standing::main || left.date.relative ||
        right.date.relative)
      return false;
    const auto one = time::day_of(left.date.value);
    const auto other = time::day_of(right.date.value);
    if (!one || !other || left.date.basis != time::Basis::written || right.date.basis != time::Basis::written)
      return false;
    auto const& mine = people(a);
    return mine.size() >= 2 && mine == people(b) && std::chrono::abs(sys_days{*one} - sys_days{*other}) <= slip;
  }

  // Whether a telling may join all of an occasion, and shares enough with it. `enough` people where dates say little.
  bool fits(TellingPlace place, Occasion const& occasion, std::size_t enough) const {
    auto const& mine = people(place);
    auto const& date = telling(place).date.value;
    const bool wrong_day = std::ranges::any_of(occasion.tellings, [&](TellingPlace other) {
      return date != telling(other).date.value && !time::compatible(date, telling(other).date.value);
    });
    if (wrong_day &&
        std::ranges::none_of(occasion.tellings, [&](TellingPlace other) { return misdated(place, other); }))
      return false;
    std::size_t most = 0;
    for (auto const& other : occasion.tellings) {
      if (conflict(place, other, wrong_day)) return false;
      auto const& theirs = people(other);
      const auto both = shared(mine, theirs);
      most = std::max(most, both >= std::min(mine.size(), theirs.size()) && both > 0
                                ? std::max<std::size_t>(both, enough == 1 ? 1 : both)
                                : both);
    }
    return most >= enough;
  }

  // The occasions in which somebody of this telling takes part, the latest first; few people are in very many.
  std::vector<std::size_t> occasions_with(TellingPlace place) const {
    std::set<std::size_t, std::greater<>> found;
    for (auto person : people(place)) {
      const auto filed = by_person_.find(person);
      if (filed == by_person_.end()) continue;
      const auto skipped = filed->second.size() - std::min(filed->second.size(), most_looked_at);
      found.insert(filed->second.begin() + static_cast<std::ptrdiff_t>(skipped), filed->second.end());
    }
    return {found.begin(), found.end()};
  }

  void put(TellingPlace place, std::size_t occasion) {
    if (occasion == made_.occasions.size()) {
      made_.occasions.emplace_back();
      latest_.push_back(sys_days::min());
    }
    made_.occasions[occasion].tellings.push_back(place);
    if (const auto told = time::days_of(telling(place).date.value))
      latest_[occasion] = std::max(latest_[occasion], told->last);
    for (auto person : people(place)) {
      auto& filed = by_person_[person];
      if (filed.empty() || filed.back() != occasion) filed.push_back(occasion);
    }
  }

  // Of those that it fits the one with most of its people, the earliest made among equals.
  void join_exact(TellingPlace place) {
    std::size_t best = made_.occasions.size();
    std::size_t most = 0;
    const auto told = time::days_of(telling(place).date.value);
    for (auto at : occasions_with(place)) {
      if (told && latest_[at] + slip < told->first) continue;
      if (!fits(place, made_.occasions[at], 1)) continue;
      std::size_t both = 0;
      for (auto const& other : made_.occasions[at].tellings)
        both = std::max(both, shared(people(place), people(other)));
      if (both >= most) std::tie(best, most) = std::tie(at, both);
    }
    put(place, best);
  }

  bool weekday_agrees(TellingPlace place, Occasion const& occasion) const {
    auto const& relative = telling(place).date.relative;
    if (!relative || !relative->weekday) return true;
    for (auto const& other : occasion.tellings) {
      if (const auto day = time::day_of(telling(other).date.value)) {
        if (static_cast<int>(std::chrono::weekday{sys_days{*day}}.iso_encoding()) != *relative->weekday) return false;
      }
    }
    return true;
  }

  // Partial and undated tellings join the one occasion that they fit, where there is just one.
  void attach(TellingPlace place) {
    const std::size_t enough = time::days_of(telling(place).date.value) ? 1 : 2;
    std::vector<std::size_t> candidates;
    for (auto o : occasions_with(place)) {
      if (!fits(place, made_.occasions[o], enough) || !weekday_agrees(place, made_.occasions[o])) continue;
      if (telling(place).standing == Standing::main && !told_as_main(made_.occasions[o])) continue;
      candidates.push_back(o);
    }
    std::ranges::sort(candidates);
    if (candidates.size() == 1) return put(place, candidates[0]);
    if (candidates.size() > 1) made_.ambiguous[place] = candidates;
    put(place, made_.occasions.size());
  }

  std::size_t occasion_of(TellingPlace place) const {
    const auto holds = [&](Occasion const& occasion) {
      return std::ranges::find(occasion.tellings, place) != occasion.tellings.end();
    };
    return static_cast<std::size_t>(std::ranges::find_if(made_.occasions, holds) - made_.occasions.begin());
  }

  bool kept_apart(Occasion const& one, Occasion const& other) const {
    return std::ranges::any_of(one.tellings, [&](TellingPlace a) {
      return std::ranges::any_of(other.tellings, [&](TellingPlace b) { return apart_.contains(std::minmax(a, b)); });
    });
  }

  // Whole occasions become one where somebody said that two of their tellings tell the same.
  void join_as_judged() {
    for (std::size_t i = 0; i < judgements_.same.size(); ++i) {
      const auto [into, from] =
          std::minmax({occasion_of(judgements_.same[i].first), occasion_of(judgements_.same[i].second)});
      if (into == from) continue;
      auto& moved = made_.occasions[from].tellings;
      if (kept_apart(made_.occasions[into], made_.occasions[from])) {
        made_.not_joined.push_back(i);
        continue;
      }
      made_.occasions[into].tellings.insert(made_.occasions[into].tellings.end(), moved.begin(), moved.end());
      moved.clear();
    }
    forget_empty();
  }

  void forget_empty() {
    std::vector<std::size_t> number;
    std::vector<Occasion> kept;
    for (auto& occasion : made_.occasions) {
      number.push_back(kept.size());
      if (!occasion.tellings.empty()) kept.push_back(std::move(occasion));
    }
    if (kept.size() == made_.occasions.size()) {
      made_.occasions = std::move(kept);
      return;
    }
    made_.occasions = std::move(kept);
    for (auto& [place, candidates] : made_.ambiguous) {
      for (auto& candidate : candidates) candidate = std::min(number[candidate], made_.occasions.size() - 1);
    }
  }

  bool told_as_main(Occasion const& occasion) const {
    return std::ranges::any_of(occasion.tellings,
                               [&](TellingPlace place) { return telling(place).standing == Standing::main; });
  }

  // The most precise date that a telling gives; a day without a year takes it from a report that tells it as news.
  void complete(Occasion& occasion) {
    std::ranges::sort(occasion.tellings);
    std::map<std::string, std::size_t> days_told;
    for (auto const& place : occasion.tellings) ++days_told[telling(place).date.value];
    for (auto const& place : occasion.tellings) {
      auto const& date = telling(place).date.value;
      const bool better = date.size() < occasion.date.size() ||
                          (date.size() == occasion.date.size() && days_told[date] > days_told[occasion.date]);
      if (time::is_exact(date) && (!time::is_exact(occasion.date) || better)) occasion.date = date;
      if (occasion.date.empty() && time::days_of(date)) occasion.date = date;
    }
    if (occasion.date.starts_with("XXXX")) year_from_publication(occasion);
    for (auto const& place : occasion.tellings) {
      const auto given = judgements_.given.find(place);
      if (given == judgements_.given.end()) continue;
      for (auto const& one : given->second) {
        if (one.field == "date") occasion.date = one.value;
      }
    }
    if (const auto day = time::day_of(occasion.date)) date_reports(occasion, *day);
  }

  void year_from_publication(Occasion& occasion) {
    for (auto const& place : occasion.tellings) {
      auto const& published = readings_[place.reading].report.published.value;
      const auto when = time::days_of(published);
      const auto told = time::days_of(occasion.date);
      if (!when || !told || telling(place).standing != Standing::main) continue;
      const auto year = static_cast<int>(year_month_day{when->first}.year());
      auto dated = occasion.date;
      for (std::size_t at = dated.find("XXXX"); at != std::string::npos; at = dated.find("XXXX"))
        dated.replace(at, 4, std::to_string(year));
      const auto found = time::days_of(dated);
      if (!found || found->first > when->first || when->first - found->first > days{31}) continue;
      occasion.date = dated;
      occasion.by_sister = true;
      return;
    }
  }

  // "Yesterday" of a day that is known gives the day of publication.
  void date_reports(Occasion const& occasion, year_month_day day) {
    for (auto const& place : occasion.tellings) {
      auto& report = readings_[place.reading].report;
      auto const& told = telling(place).date;
      if (!report.published.value.empty() && report.published.basis != page::DateBasis::embed) continue;
      std::optional<int> away;
      if (told.relative && told.relative->days) away = *told.relative->days;
      if (!away || !told.evidence) continue;
      report.published = {time::to_edtf(year_month_day{sys_days{day} - days{*away}}), page::DateBasis::sister, {}};
      made_.dated[place.reading] = *told.evidence;
    }
  }

  Heap const& heap_;
  Readings& readings_;
  Entities const& entities_;
  NearCopies const& copies_;
  Occasions made_;
  std::vector<std::vector<People>> people_;                                  // by reading and telling
  mutable std::vector<std::vector<std::optional<std::vector<Who>>>> who_;    // the same
  mutable std::unordered_map<std::string, std::vector<std::string>> words_;  // by name
  Judgements const& judgements_;
  std::set<std::pair<TellingPlace, TellingPlace>> apart_;
  std::map<std::size_t, std::vector<std::size_t>> by_person_;  // entity -> occasions, in the order of their making
  std::vector<sys_days> latest_;                               // by occasion: the last day that a telling gives it
  std::vector<TellingPlace> exact_, partial_, undated_;
};

}  // namespace

Occasions find_occasions(Heap& heap, Entities const& entities, NearCopies const& copies, Judgements const& judgements) {
  return Joiner(heap, entities, copies, judgements).run();
}

}  // namespace recoupe::link
