#include "link/entities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>
#include <set>
#include <tuple>
#include <unordered_map>

#include "link/evidence.hpp"
#include "link/named_sets.hpp"

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

// Everybody who is called the same and serves the same countries, wherever; of no country, in the same offices.
struct Form {
  std::size_t name = 0;
  Words countries;                       // of the offices, empty where no page says one
  Words offices;                         // concepts
  std::size_t judged = name::no_entity;  // of whom somebody said that he is not another stands for himself
  std::vector<std::size_t> people;
};

constexpr std::size_t most_namesakes = 1000;  // looked at under one key

class Resolver {
 public:
  Resolver(Heap const& heap, Sisters const& sisters, name::Matcher const& matcher, PeoplePairs const& same,
           PeoplePairs const& different)
      : heap_(heap), sisters_(sisters), names_(matcher), judged_same_(same), judged_different_(different) {
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
    join_forms(same);
    join_bare_surnames(same);
    join_as_judged(same);
    return number(same);
  }

 private:
  name::Person const& page_person(std::size_t at) const {
    return heap_.readings[people_[at].reading].names.people[people_[at].person];
  }

  using Known = std::unordered_map<std::string, std::size_t>;

  // Alike for who is of one form.
  static std::string form_key(std::size_t name, name::Person const& person, std::size_t judged) {
    std::vector<std::string_view> countries, offices;
    for (auto const& office : person.offices) {
      if (!office.country.empty()) countries.push_back(office.country);
      if (!office.concept_id.empty()) offices.push_back(office.concept_id);
    }
    auto& parts = countries.empty() ? offices : countries;
    std::ranges::sort(parts);
    const auto repeated = std::ranges::unique(parts);
    parts.erase(repeated.begin(), repeated.end());
    auto key = std::to_string(name) + (countries.empty() ? "/" : ":") + std::to_string(judged);
    for (auto part : parts) key.append(" ").append(part);
    return key;
  }

  void file_people() {
    Known known;
    for (std::size_t r = 0; r < heap_.readings.size(); ++r) {
      std::set<std::size_t> taking_part;
      for (auto const& telling : heap_.readings[r].tellings.tellings) {
        for (auto const& participant : telling.participants) {
          if (participant.person != name::no_entity) taking_part.insert(participant.person);
        }
      }
      for (auto p : taking_part) file({r, p}, known);
    }
    std::ranges::sort(forms_, {}, [this](Form const& form) {
      return std::tie(names_.folded(form.name), form.countries, form.offices, form.judged);
    });
  }

  void file(PagePerson place, Known& known) {
    const auto at = people_.size();
    people_.push_back(place);
    auto const& person = page_person(at);
    const auto name = names_.number(person.name, heap_.keys[place.reading][place.person]);
    name_of_.push_back(name);
    if (names_.words(name) < 2) return bare_.push_back(at);
    const auto judged = judged_.contains(place) ? at : name::no_entity;
    const auto [form, added] = known.try_emplace(form_key(name, person, judged), forms_.size());
    if (added) forms_.push_back({name, {}, {}, judged, {}});
    for (auto const& office : person.offices) {
      if (!office.country.empty()) forms_[form->second].countries.insert(office.country);
      if (!office.concept_id.empty()) forms_[form->second].offices.insert(office.concept_id);
    }
    forms_[form->second].people.push_back(at);
  }

  NamedSet set_of(Form const& form) const {
    NamedSet set{{form.name}, form.countries, form.offices, {}};
    for (auto person : form.people) set.readings.push_back(people_[person].reading);
    set.readings.erase(std::ranges::unique(set.readings).begin(), set.readings.end());
    return set;
  }

  // The forms with these numbers, as sets joined by their names; the people of the joined ones are the same.
  NamedSets joined(std::vector<std::size_t> const& numbers, Union& same) {
    std::vector<NamedSet> sets;
    std::unordered_map<std::size_t, std::size_t> set_of_judged;  // by person
    for (auto number : numbers) {
      if (forms_[number].judged != name::no_entity) set_of_judged[forms_[number].judged] = sets.size();
      sets.push_back(set_of(forms_[number]));
    }
    NamedSets::Pairs apart;
    for (auto const& [a, b] : judged_different_) {
      const auto left = set_of_judged.find(number_of(a));
      const auto right = set_of_judged.find(number_of(b));
      if (left != set_of_judged.end() && right != set_of_judged.end()) apart.push_back({left->second, right->second});
    }
    NamedSets made(names_, std::move(sets), std::move(apart));
    for (std::size_t s = 0; s < numbers.size(); ++s)
      same.join(forms_[numbers[s]].people.front(), forms_[numbers[made.root(s)]].people.front());
    return made;
  }

  void join_forms(Union& same) {
    std::vector<std::size_t> with_country, without;
    for (std::size_t f = 0; f < forms_.size(); ++f) (forms_[f].countries.empty() ? without : with_country).push_back(f);
    auto known = joined(with_country, same);
    std::map<AlikeNames::Key, std::vector<std::size_t>> by_key;
    for (std::size_t s = 0; s < with_country.size(); ++s) {
      for (auto key : names_.keys(forms_[with_country[s]].name)) by_key[key].push_back(s);
    }
    std::vector<std::size_t> unknown;  // without namesakes
    for (auto f : without) {
      const auto set = set_of(forms_[f]);
      const auto others = namesakes(set, known, with_country, by_key);
      if (others.empty()) unknown.push_back(f);
      if (others.size() != 1 || !known.could_be(set, *others.begin())) continue;
      const auto other = forms_[with_country[*others.begin()]].people.front();
      if (!forbidden(same, other, forms_[f].people.front())) same.join(other, forms_[f].people.front());
    }
    joined(unknown, same);
  }

  // People of that name who are known with a country: those called exactly so, where there are any.
  std::set<std::size_t> namesakes(NamedSet const& set, NamedSets& known, std::vector<std::size_t> const& with_country,
                                  std::map<AlikeNames::Key, std::vector<std::size_t>> const& by_key) {
    const auto name = set.names.front();
    std::set<std::size_t> found, exactly;
    for (auto key : names_.keys(name)) {
      const auto filed = by_key.find(key);
      if (filed == by_key.end()) continue;
      const auto looked_at = std::min(filed->second.size(), most_namesakes);
      for (std::size_t i = 0; i < looked_at; ++i) {
        const auto other = forms_[with_country[filed->second[i]]].name;
        if (!names_.may_be_alike(name, other) || names_.score(name, other) == 0) continue;
        const auto root = known.root(filed->second[i]);
        if (other == name) exactly.insert(root);
        if (!found.contains(root) && known.alike(set, root)) found.insert(root);
      }
    }
    return exactly.empty() ? found : exactly;
  }

  // The place of somebody among people_, their number where he is not among them.
  std::size_t number_of(PagePerson const& person) const {
    const auto found = std::ranges::lower_bound(people_, person);
    return found != people_.end() && *found == person ? static_cast<std::size_t>(found - people_.begin())
                                                      : people_.size();
  }

  // Whether to join two sets would put together whom somebody said to be two.
  bool forbidden(Union& same, std::size_t a, std::size_t b) const {
    a = same.find(a), b = same.find(b);
    return std::ranges::any_of(judged_different_, [&](auto const& pair) {
      const auto left = number_of(pair.first);
      const auto right = number_of(pair.second);
      if (left == people_.size() || right == people_.size()) return false;
      const auto one = same.find(left);
      const auto other = same.find(right);
      return (one == a && other == b) || (one == b && other == a);
    });
  }

  void join_as_judged(Union& same) const {
    for (auto const& [a, b] : judged_same_) {
      const auto one = number_of(a);
      const auto other = number_of(b);
      if (one == people_.size() || other == people_.size()) continue;
      if (!forbidden(same, one, other)) same.join(one, other);
    }
  }

  // A bare surname is the one person of that surname whom the sister reports name in full.
  void join_bare_surnames(Union& same) {
    std::map<std::size_t, std::vector<std::size_t>> in_full;  // by reading
    for (auto const& form : forms_) {
      for (auto person : form.people) in_full[people_[person].reading].push_back(person);
    }
    for (auto at : bare_) {
      std::map<std::size_t, std::size_t> fits;
      for (auto sister : sisters_[people_[at].reading]) {
        for (auto other : in_full[sister]) {
          if (names_.surname(name_of_[other]) == names_.surname(name_of_[at]))
            fits.try_emplace(same.find(other), other);
        }
      }
      if (fits.size() == 1) same.join(at, fits.begin()->second);
    }
  }

  Entities number(Union& same) {
    Entities entities;
    entities.of.resize(heap_.readings.size());
    std::unordered_map<std::size_t, std::size_t> numbered;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const auto [at, added] = numbered.try_emplace(same.find(i), entities.members.size());
      if (added) entities.members.emplace_back();
      entities.members[at->second].push_back(people_[i]);
      auto& on_page = entities.of[people_[i].reading];
      on_page.resize(heap_.readings[people_[i].reading].names.people.size(), name::no_entity);
      on_page[people_[i].person] = at->second;
    }
    for (auto const& members : entities.members) entities.ids.push_back(id_of_person(members));
    return entities;
  }

  std::string id_of_person(std::vector<PagePerson> const& members) const {
    const auto key = [&](PagePerson const& member) {
      auto const& reading = heap_.readings[member.reading];
      return std::pair<std::string_view, std::string_view>(reading.report.id, reading.names.people[member.person].name);
    };
    const auto has_office = [&](PagePerson const& member) {
      return !heap_.readings[member.reading].names.people[member.person].offices.empty();
    };
    if (std::ranges::none_of(members, has_office)) return {};
    const auto [report, name] = std::ranges::min(members | std::views::transform(key));
    return id_of('p', {std::string(report) + "/" + std::string(name)});
  }

  Heap const& heap_;
  Sisters const& sisters_;
  AlikeNames names_;
  PeoplePairs const& judged_same_;
  PeoplePairs const& judged_different_;
  std::set<PagePerson> judged_;       // of whom somebody said that he is not another
  std::vector<PagePerson> people_;    // sorted
  std::vector<std::size_t> name_of_;  // of AlikeNames, by person
  std::vector<std::size_t> bare_;     // called by one word
  std::vector<Form> forms_;
};

}  // namespace

Entities resolve_people(Heap const& heap, Sisters const& sisters, name::Matcher const& matcher, PeoplePairs const& same,
                        PeoplePairs const& different) {
  return Resolver(heap, sisters, matcher, same, different).run();
}

}  // namespace recoupe::link
