#include "link/entities.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "lexicon/phrase_table.hpp"
#include "link/evidence.hpp"
#include "text/fold.hpp"

namespace recoupe::link {
namespace {

struct PagePerson {
  std::size_t reading;
  std::size_t person;
  std::set<std::string> countries;
  bool full = false;  // more than a surname
};

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

std::size_t words_in(std::string const& name) { return lexicon::phrase_words(name).size(); }

std::vector<PagePerson> participants_of(Readings const& readings) {
  std::vector<PagePerson> people;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    std::set<std::size_t> taking_part;
    for (auto const& telling : readings[r].tellings.tellings) {
      for (auto const& participant : telling.participants) {
        if (participant.person != name::no_entity) taking_part.insert(participant.person);
      }
    }
    for (auto p : taking_part) {
      auto const& person = readings[r].names.people[p];
      PagePerson found{r, p, {}, words_in(person.name) > 1};
      for (auto const& office : person.offices) {
        if (!office.country.empty()) found.countries.insert(office.country);
      }
      people.push_back(std::move(found));
    }
  }
  return people;
}

bool countries_agree(std::set<std::string> const& a, std::set<std::string> const& b) {
  if (a.empty() || b.empty()) return true;
  return std::ranges::any_of(a, [&](std::string const& country) { return b.contains(country); });
}

std::string surname_of(std::string const& name) {
  const auto words = lexicon::phrase_words(name);
  return words.empty() ? std::string() : words.back();
}

// A bare surname is the one person of that surname whom the sister reports name in full.
void join_bare_surnames(Readings const& readings, Sisters const& sisters, std::vector<PagePerson> const& people,
                        Union& same) {
  for (std::size_t a = 0; a < people.size(); ++a) {
    if (people[a].full) continue;
    auto const& sister = sisters[people[a].reading];
    const auto surname = surname_of(readings[people[a].reading].names.people[people[a].person].name);
    std::set<std::size_t> fits;
    std::size_t first = 0;
    for (std::size_t b = 0; b < people.size(); ++b) {
      if (!people[b].full || std::ranges::find(sister, people[b].reading) == sister.end()) continue;
      if (surname_of(readings[people[b].reading].names.people[people[b].person].name) != surname) continue;
      if (fits.insert(same.find(b)).second) first = b;
    }
    if (fits.size() == 1) same.join(a, first);
  }
}

constexpr std::size_t most_heads = 400;  // people under one key; beyond that new ones stay alone

bool may_be_one(Readings const& readings, PagePerson const& a, PagePerson const& b, name::Matcher const& matcher) {
  if (a.reading == b.reading || !countries_agree(a.countries, b.countries)) return false;
  auto const& left = readings[a.reading].names.people[a.person].name;
  auto const& right = readings[b.reading].names.people[b.person].name;
  return text::fold(left) == text::fold(right) || name::match_names(left, right, name::MatchKind::person, matcher).same;
}

}  // namespace

Entities resolve_people(Readings const& readings, Sisters const& sisters, name::Matcher const& matcher) {
  const auto people = participants_of(readings);
  Union same(people.size());
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (!people[i].full) continue;
    for (auto& key : name::index_keys(readings[people[i].reading].names.people[people[i].person].name, matcher))
      by_key[key].push_back(i);
  }
  // Under one key each person is held against one of every set found so far, not against all: copies of a name are
  // many, people of a key few.
  for (auto const& [key, filed] : by_key) {
    std::vector<std::size_t> heads;
    for (auto at : filed) {
      const auto joins = [&](std::size_t head) {
        return same.find(head) == same.find(at) || may_be_one(readings, people[head], people[at], matcher);
      };
      const auto known = std::ranges::find_if(heads, joins);
      if (known == heads.end()) {
        if (heads.size() < most_heads) heads.push_back(at);
      } else {
        same.join(*known, at);
      }
    }
  }
  join_bare_surnames(readings, sisters, people, same);

  Entities entities;
  std::map<std::size_t, std::size_t> numbered;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto [at, added] = numbered.try_emplace(same.find(i), entities.count);
    if (added) ++entities.count;
    entities.of[{people[i].reading, people[i].person}] = at->second;
  }
  return entities;
}

namespace {

std::string script_of(std::string const& name) {
  for (auto c : name) {
    if (static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB) return "Arab";
  }
  return "Latn";
}

// Of the forms in one script the one with most words, then the commonest, then the first by its letters.
void name_by_script(Person& person, std::map<std::string, std::size_t> const& forms) {
  struct Best {
    std::string form;
    std::size_t words = 0;
    std::size_t count = 0;
  };
  std::map<std::string, Best> best;
  for (auto const& [form, count] : forms) {
    const auto words = words_in(form);
    auto& chosen = best[script_of(form)];
    if (chosen.form.empty() || std::tie(words, count) > std::tie(chosen.words, chosen.count))
      chosen = {form, words, count};
    person.variants.push_back(form);
  }
  for (auto const& [script, chosen] : best) person.names.push_back({script, chosen.form});
}

void add_office(Person& person, encounter::Reading const& reading, name::HeldOffice const& held) {
  auto const& language = reading.report.language;
  for (auto& office : person.offices) {
    for (auto const& title : office.titles) {
      if (title.language != language || text::fold(title.title) != text::fold(held.title)) continue;
      office.evidence.push_back(quote(reading, held.evidence));
      return;
    }
  }
  Office office;
  office.titles.push_back({language, held.title});
  office.organisation = held.organisation;
  office.country = held.country;
  if (!reading.report.published.value.empty()) office.at.push_back(reading.report.published.value);
  office.evidence.push_back(quote(reading, held.evidence));
  person.offices.push_back(std::move(office));
}

}  // namespace

std::vector<Person> describe_people(Readings const& readings, Entities const& entities, std::vector<std::string>& ids) {
  std::vector<Person> people(entities.count);
  std::vector<std::map<std::string, std::size_t>> forms(entities.count);
  std::vector<std::string> first(entities.count);
  for (auto const& [where, entity] : entities.of) {
    auto const& reading = readings[where.first];
    auto const& found = reading.names.people[where.second];
    for (auto const& variant : found.variants) ++forms[entity][variant];
    for (auto const& office : found.offices) add_office(people[entity], reading, office);
    const auto key = reading.report.id + "/" + found.name;
    if (first[entity].empty() || key < first[entity]) first[entity] = key;
  }
  ids.resize(entities.count);
  for (std::size_t e = 0; e < people.size(); ++e) {
    name_by_script(people[e], forms[e]);
    people[e].id = id_of('p', {first[e]});
    // A person is listed only with an office; without one it stays a name in its tellings.
    if (!people[e].offices.empty()) ids[e] = people[e].id;
  }
  return people;
}

}  // namespace recoupe::link
