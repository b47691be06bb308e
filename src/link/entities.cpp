#include "link/entities.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "lexicon/phrase_table.hpp"
#include "link/evidence.hpp"
#include "name/name_tokens.hpp"
#include "text/fold.hpp"

namespace recoupe::link {
namespace {

class Union {
 public:
  explicit Union(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t find(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a), b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

using Words = std::set<std::string, std::less<>>;

// Everybody who is called the same and serves the same countries, wherever.
struct Form {
  name::PreparedName name;  // as first written
  std::string folded;
  Words countries;  // of the offices, empty where no page says one
  Words offices;    // concepts
  std::vector<std::string> keys;
  std::vector<std::size_t> people;
};

constexpr std::size_t most_heads = 400;  // under one key; beyond that new ones stay alone

bool share(Words const& a, Words const& b) {
  return std::ranges::any_of(a, [&](std::string const& one) { return b.contains(one); });
}

std::string surname_of(std::string const& name) {
  const auto words = lexicon::phrase_words(name);
  return words.empty() ? std::string() : words.back();
}

class Resolver {
 public:
  Resolver(Heap const& heap, Sisters const& sisters, name::Matcher const& matcher, PeoplePairs const& same,
           PeoplePairs const& different)
      : heap_(heap), sisters_(sisters), matcher_(matcher), judged_same_(same), judged_different_(different) {
    for (auto const& [a, b] : different) {
      judged_.insert(a);
      judged_.insert(b);
    }
  }

  Entities run() {
    file_people();
    Union same(people_.size());
    for (auto const& form : forms_) {
      for (auto person : form.people) same.join(form.people.front(), person);
    }
    join_with_countries(same);
    join_without_country(same);
    join_bare_surnames(same);
    join_as_judged(same);
    return number(same);
  }

 private:
  name::Person const& page_person(std::size_t at) const {
    return heap_.readings[people_[at].reading].names.people[people_[at].person];
  }

  void file_people() {
    std::map<std::tuple<std::string, Words, Words>, std::size_t> known;
    for (std::size_t r = 0; r < heap_.readings.size(); ++r) {
      std::set<std::size_t> taking_part;
      for (auto const& telling : heap_.readings[r].tellings.tellings) {
        for (auto const& participant : telling.participants) {
          if (participant.person != name::no_entity) taking_part.insert(participant.person);
        }
      }
      for (auto p : taking_part) file(r, p, known);
    }
    std::ranges::sort(forms_, {}, [](Form const& form) { return std::tie(form.folded, form.countries, form.offices); });
  }

  void file(std::size_t reading, std::size_t p, std::map<std::tuple<std::string, Words, Words>, std::size_t>& known) {
    people_.push_back({reading, p});
    auto const& person = heap_.readings[reading].names.people[p];
    if (lexicon::phrase_words(person.name).size() < 2) return bare_.push_back(people_.size() - 1);
    Words countries, offices;
    for (auto const& office : person.offices) {
      if (!office.country.empty()) countries.insert(office.country);
      if (!office.concept_id.empty()) offices.insert(office.concept_id);
    }
    if (!countries.empty()) offices.clear();  // a country says enough
    auto folded = text::fold(person.name);
    // Of whom somebody said that he is not another stands for himself.
    if (judged_.contains({reading, p})) offices.insert(std::to_string(reading) + "/" + std::to_string(p));
    const auto [at, added] = known.try_emplace({folded, countries, offices}, forms_.size());
    if (added) {
      forms_.push_back({name::prepare(person.name, name::MatchKind::person, matcher_),
                        std::move(folded),
                        std::move(countries),
                        std::move(offices),
                        heap_.keys[reading][p],
                        {}});
    }
    forms_[at->second].people.push_back(people_.size() - 1);
  }

  bool called_the_same(Form const& a, Form const& b) const {
    return a.folded == b.folded || name::match_prepared(a.name, b.name, name::MatchKind::person, matcher_).same;
  }

  // Two whom one page tells apart are two.
  bool side_by_side(Form const& a, Form const& b) const {
    const auto reading = [&](std::size_t person) { return people_[person].reading; };
    auto left = a.people.begin();
    auto right = b.people.begin();
    while (left != a.people.end() && right != b.people.end()) {
      if (reading(*left) == reading(*right)) return true;
      ++(reading(*left) < reading(*right) ? left : right);
    }
    return false;
  }

  // Under one key each form is held against one of every set found so far, not against all.
  void join_with_countries(Union& same) {
    std::map<std::string, std::vector<std::size_t>> by_key;
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].countries.empty()) continue;
      for (auto const& key : forms_[f].keys) by_key[key].push_back(f);
    }
    for (auto const& [key, filed] : by_key) {
      std::vector<std::size_t> heads;
      for (auto at : filed) {
        const auto joins = [&](std::size_t head) {
          return root(same, head) == root(same, at) ||
                 (share(forms_[head].countries, forms_[at].countries) && called_the_same(forms_[head], forms_[at]) &&
                  !side_by_side(forms_[head], forms_[at]));
        };
        const auto head = std::ranges::find_if(heads, joins);
        if (head != heads.end()) {
          join(same, *head, at);
        } else if (heads.size() < most_heads) {
          heads.push_back(at);
        }
      }
    }
    known_ = std::move(by_key);
  }

  std::size_t root(Union& same, std::size_t form) const { return same.find(forms_[form].people.front()); }
  // Whether to join two sets would put together whom somebody said to be two.
  bool forbidden(Union& same, std::size_t a, std::size_t b) const {
    const auto number = [&](PagePerson const& person) {
      return static_cast<std::size_t>(std::ranges::lower_bound(people_, person) - people_.begin());
    };
    a = same.find(a), b = same.find(b);
    return std::ranges::any_of(judged_different_, [&](auto const& pair) {
      const auto left = number(pair.first);
      const auto right = number(pair.second);
      if (left == people_.size() || right == people_.size()) return false;
      const auto one = same.find(left);
      const auto other = same.find(right);
      return (one == a && other == b) || (one == b && other == a);
    });
  }

  void join_as_judged(Union& same) const {
    for (auto const& [a, b] : judged_same_) {
      const auto left = std::ranges::lower_bound(people_, a);
      const auto right = std::ranges::lower_bound(people_, b);
      if (left == people_.end() || right == people_.end() || *left != a || *right != b) continue;
      const auto one = static_cast<std::size_t>(left - people_.begin());
      const auto other = static_cast<std::size_t>(right - people_.begin());
      if (!forbidden(same, one, other)) same.join(one, other);
    }
  }

  void join(Union& same, std::size_t a, std::size_t b) const {
    if (!judged_different_.empty() && forbidden(same, forms_[a].people.front(), forms_[b].people.front())) return;
    same.join(forms_[a].people.front(), forms_[b].people.front());
  }

  // People of that name who are known with a country: by set, a form.
  std::map<std::size_t, std::size_t> namesakes(Union& same, std::size_t at) const {
    std::map<std::size_t, std::size_t> found, exactly;
    std::set<std::size_t> seen;
    for (auto const& key : forms_[at].keys) {
      const auto filed = known_.find(key);
      if (filed == known_.end()) continue;
      for (auto other : filed->second) {
        if (!seen.insert(other).second || !called_the_same(forms_[other], forms_[at])) continue;
        found.try_emplace(root(same, other), other);
        if (forms_[other].folded == forms_[at].folded) exactly.try_emplace(root(same, other), other);
      }
    }
    return exactly.empty() ? found : exactly;
  }

  void join_without_country(Union& same) {
    std::map<std::string, std::vector<std::size_t>> unknown;  // by key: forms without a country and without namesakes
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (!forms_[f].countries.empty()) continue;
      const auto others = namesakes(same, f);
      if (others.size() == 1 && !side_by_side(forms_[others.begin()->second], forms_[f])) {
        join(same, others.begin()->second, f);
      } else if (others.empty()) {
        for (auto const& key : forms_[f].keys) {
          for (auto other : unknown[key]) {
            if (root(same, other) == root(same, f) || !agree(forms_[other], forms_[f])) continue;
            if (called_the_same(forms_[other], forms_[f]) && !side_by_side(forms_[other], forms_[f]))
              join(same, other, f);
          }
          if (unknown[key].size() < most_heads) unknown[key].push_back(f);
        }
      }
    }
  }

  static bool agree(Form const& a, Form const& b) {
    return a.offices.empty() || b.offices.empty() || share(a.offices, b.offices);
  }

  // A bare surname is the one person of that surname whom the sister reports name in full.
  void join_bare_surnames(Union& same) {
    std::map<std::size_t, std::vector<std::size_t>> in_full;  // by reading
    for (auto const& form : forms_) {
      for (auto person : form.people) in_full[people_[person].reading].push_back(person);
    }
    for (auto at : bare_) {
      const auto surname = surname_of(page_person(at).name);
      std::map<std::size_t, std::size_t> fits;
      for (auto sister : sisters_[people_[at].reading]) {
        for (auto other : in_full[sister]) {
          if (surname_of(page_person(other).name) == surname) fits.try_emplace(same.find(other), other);
        }
      }
      if (fits.size() == 1) same.join(at, fits.begin()->second);
    }
  }

  Entities number(Union& same) {
    Entities entities;
    std::unordered_map<std::size_t, std::size_t> numbered;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const auto [at, added] = numbered.try_emplace(same.find(i), entities.members.size());
      if (added) entities.members.emplace_back();
      entities.members[at->second].push_back(people_[i]);
      entities.of.emplace_hint(entities.of.end(), people_[i], at->second);
    }
    for (auto const& members : entities.members) entities.ids.push_back(id_of_person(members));
    return entities;
  }

  std::string id_of_person(std::vector<PagePerson> const& members) const {
    std::string first;
    bool listed = false;
    for (auto const& member : members) {
      auto const& reading = heap_.readings[member.reading];
      auto const& person = reading.names.people[member.person];
      auto key = reading.report.id + "/" + person.name;
      if (first.empty() || key < first) first = std::move(key);
      listed = listed || !person.offices.empty();
    }
    return listed ? id_of('p', {first}) : std::string();
  }

  Heap const& heap_;
  Sisters const& sisters_;
  name::Matcher const& matcher_;
  PeoplePairs const& judged_same_;
  PeoplePairs const& judged_different_;
  std::set<PagePerson> judged_;     // of whom somebody said that he is not another
  std::vector<PagePerson> people_;  // sorted
  std::vector<std::size_t> bare_;   // called by one word
  std::vector<Form> forms_;
  std::map<std::string, std::vector<std::size_t>> known_;  // forms with a country, by key
};

}  // namespace

Entities resolve_people(Heap const& heap, Sisters const& sisters, name::Matcher const& matcher, PeoplePairs const& same,
                        PeoplePairs const& different) {
  return Resolver(heap, sisters, matcher, same, different).run();
}

}  // namespace recoupe::link
