#include "link/describe_people.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "lexicon/phrase_table.hpp"
#include "link/evidence.hpp"
#include "link/fingerprint.hpp"
#include "text/fold.hpp"

namespace recoupe::link {
namespace {

constexpr std::size_t most_quotations = 12;  // of one office, the earliest of each day

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
    const auto words = lexicon::phrase_words(form).size();
    auto& chosen = best[script_of(form)];
    if (chosen.form.empty() || std::tie(words, count) > std::tie(chosen.words, chosen.count))
      chosen = {form, words, count};
    person.variants.push_back(form);
  }
  for (auto const& [script, chosen] : best) person.names.push_back({script, chosen.form});
}

struct Held {
  Office office;
  std::string concept_id;
  std::set<std::string> at;
  struct Quotation {
    std::size_t reading;
    text::ByteSpan span;
  };
  std::vector<Quotation> quotations;

  bool is(std::string const& language, name::HeldOffice const& other) const {
    bool in_language = false;
    for (auto const& title : office.titles) {
      if (title.language != language) continue;
      if (text::fold(title.title) == text::fold(other.title)) return true;
      in_language = true;
    }
    return !in_language && !concept_id.empty() && concept_id == other.concept_id && office.country == other.country;
  }
};

void add_office(std::vector<Held>& all, Heap const& heap, std::size_t reading, name::HeldOffice const& told) {
  auto const& report = heap.readings[reading].report;
  auto held = std::ranges::find_if(all, [&](Held const& one) { return one.is(report.language, told); });
  if (held == all.end()) {
    all.emplace_back();
    held = std::prev(all.end());
    held->office.organisation = told.organisation;
    held->office.country = told.country;
    held->concept_id = told.concept_id;
  }
  const auto in_language = [&](TitleInLanguage const& title) { return title.language == report.language; };
  if (std::ranges::none_of(held->office.titles, in_language))
    held->office.titles.push_back({report.language, told.title});
  auto const& published = report.published.value;
  const bool further = held->at.insert(published).second;
  if (further && held->quotations.size() < most_quotations) held->quotations.push_back({reading, told.evidence});
}

// By the day of publication, undated last: an office's first statement comes first.
std::vector<PagePerson> by_day(Heap const& heap, std::vector<PagePerson> members) {
  std::ranges::stable_sort(members, {}, [&](PagePerson const& member) {
    auto const& published = heap.readings[member.reading].report.published.value;
    return std::pair(published.empty(), std::string_view(published));
  });
  return members;
}

}  // namespace

std::string country_of_person(Heap const& heap, Entities const& entities, std::size_t entity) {
  std::set<std::string> countries;
  for (auto const& member : entities.members[entity]) {
    for (auto const& office : heap.readings[member.reading].names.people[member.person].offices) {
      if (!office.country.empty()) countries.insert(office.country);
    }
  }
  return countries.size() == 1 ? *countries.begin() : std::string();
}

Person describe_person(Heap const& heap, Entities const& entities, std::size_t entity) {
  Person person;
  person.id = entities.ids[entity];
  std::map<std::string, std::size_t> forms;
  std::vector<Held> offices;
  for (auto const& member : by_day(heap, entities.members[entity])) {
    auto const& found = heap.readings[member.reading].names.people[member.person];
    for (auto const& variant : found.variants) ++forms[variant];
    for (auto const& office : found.offices) add_office(offices, heap, member.reading, office);
  }
  name_by_script(person, forms);
  for (auto& held : offices) {
    std::ranges::sort(held.office.titles, {}, &TitleInLanguage::language);
    for (auto const& day : held.at) {
      if (!day.empty()) held.office.at.push_back(day);
    }
    for (auto const& one : held.quotations) held.office.evidence.push_back(quote(*heap.page(one.reading), one.span));
    person.offices.push_back(std::move(held.office));
  }
  return person;
}

std::uint64_t fingerprint_of_person(Heap const& heap, Entities const& entities, std::size_t entity) {
  Fingerprint print;
  for (auto const& member : entities.members[entity]) {
    auto const& report = heap.readings[member.reading].report;
    print.add(report.id).add(member.person).add(report.published.value);
  }
  return print.value();
}

std::uint64_t fingerprint_of_names(Heap const& heap, Entities const& entities, std::size_t entity) {
  std::set<std::string_view> names;
  for (auto const& member : entities.members[entity]) {
    auto const& variants = heap.readings[member.reading].names.people[member.person].variants;
    names.insert(variants.begin(), variants.end());
  }
  Fingerprint print;
  print.add(country_of_person(heap, entities, entity));
  for (auto name : names) print.add(name);
  return print.value();
}

}  // namespace recoupe::link
