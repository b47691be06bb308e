#include "name/words.hpp"

#include <algorithm>
#include <charconv>

#include "text/fold.hpp"

namespace recoupe::name {
namespace {

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void add_phrases(lexicon::PhraseTable<std::string>& table, lexicon::Rows const& rows) {
  for (auto const& row : rows) table.add(row.field(0), std::string(row.field(0)));
}

void add_single_words(std::set<std::string, std::less<>>& set, lexicon::Rows const& rows) {
  for (auto const& row : rows) {
    if (row.field(0).find(' ') == std::string_view::npos) set.insert(text::fold(row.field(0)));
  }
}

void add_words(std::set<std::string, std::less<>>& set, lexicon::Rows const& rows) {
  for (auto const& row : rows) set.insert(text::fold(row.field(0)));
}

// Phrases and what their second column says of them, by `uses`; `else_wrong` where it says another thing.
template <class Use, std::size_t count>
std::expected<void, lexicon::Error> add_uses(lexicon::PhraseTable<Use>& table, lexicon::Rows const& rows,
                                             std::pair<std::string_view, Use> const (&uses)[count],
                                             std::string_view else_wrong) {
  for (auto const& row : rows) {
    const auto use = std::ranges::find(uses, row.field(1), &std::pair<std::string_view, Use>::first);
    if (use == std::end(uses)) return std::unexpected(row.error(std::string(else_wrong)));
    table.add(row.field(0), use->second);
  }
  return {};
}

std::expected<void, lexicon::Error> add_nouns(lexicon::PhraseTable<NounUse>& table, lexicon::Rows const& rows) {
  return add_uses(table, rows,
                  {{"", NounUse::begins},
                   {"alone", NounUse::alone},
                   {"within", NounUse::within},
                   {"last", NounUse::last},
                   {"apart", NounUse::apart},
                   {"portfolio", NounUse::portfolio},
                   {"article", NounUse::begins}},
                  "none of alone, within, last, apart, portfolio, article");
}

std::expected<void, lexicon::Error> add_links(lexicon::PhraseTable<LinkUse>& table, lexicon::Rows const& rows) {
  return add_uses(table, rows,
                  {{"", LinkUse::plain}, {"plural", LinkUse::plural}, {"noun", LinkUse::noun}, {"and", LinkUse::joins}},
                  "neither plural nor noun nor and");
}

std::expected<void, lexicon::Error> add_adjectives(Adjectives& adjectives, lexicon::Rows const& rows) {
  for (auto const& row : rows) {
    const auto use = row.field(1);
    auto word = text::fold(row.field(0));
    if (use == "ending") {
      adjectives.endings.push_back(std::move(word));
    } else if (use == "never") {
      adjectives.others.insert(std::move(word));
    } else if (use == "") {
      adjectives.words.insert(std::move(word));
    } else {
      return std::unexpected(row.error("neither ending nor never"));
    }
  }
  return {};
}

std::expected<void, lexicon::Error> add_language(LanguageWords& words, lexicon::Lexicon const& lexicon,
                                                 std::string const& language) {
  for (auto const& row : lexicon.table(language, "offices")) {
    if (row.field(1).empty()) return std::unexpected(row.error("an office needs a concept"));
    words.offices.add(row.field(0), {std::string(row.field(1)), row.field(2) == "plural", row.field(3) == "alone",
                                     row.field(3) == "title"});
  }
  for (auto const& row : lexicon.table(language, "descriptions")) {
    const auto count = number_of(row.field(1));
    if (!count) return std::unexpected(row.error("a description needs the number of people"));
    words.descriptions.add(row.field(0), static_cast<int>(*count));
  }
  for (auto const& row : lexicon.table(language, "office-links"))
    words.links.add(row.field(0), std::string(row.field(1)));
  add_phrases(words.nouns, lexicon.table(language, "office-nouns"));
  add_single_words(words.single_nouns, lexicon.table(language, "office-nouns"));
  for (auto const& row : lexicon.table(language, "organisation-nouns")) {
    if (row.field(1) == "article") words.definite_organisations.insert(text::fold(row.field(0)));
  }
  for (auto const& row : lexicon.table(language, "civilities"))
    words.civilities.add(row.field(0), std::string(row.field(1)));
  add_phrases(words.former, lexicon.table(language, "former"));
  add_words(words.not_names, lexicon.table(language, "not-names"));
  add_words(words.family_first, lexicon.table("world", "family-names-first"));
  for (auto const& row : lexicon.table(language, "not-names")) {
    if (row.field(1) == "surname") words.surnames.insert(text::fold(row.field(0)));
  }
  add_words(words.particles, lexicon.table(language, "name-particles"));
  add_words(words.name_cues, lexicon.table(language, "name-cues"));
  auto letters = ForeignLetters::compile(lexicon.table(language, "foreign-letters"));
  if (!letters) return std::unexpected(letters.error());
  words.foreign_letters = std::move(*letters);
  for (auto const& row : lexicon.table(language, "place-cues")) words.place_cues.add(row.field(0), 1);
  for (auto const& row : lexicon.table(language, "organisation-cues")) words.organisation_cues.add(row.field(0), 1);
  for (auto const& row : lexicon.table(language, "agreements")) words.agreements.add(row.field(0), 1);
  add_words(words.ages, lexicon.table(language, "ages"));
  add_words(words.place_links, lexicon.table(language, "place-links"));
  if (auto added = add_nouns(words.organisation_nouns, lexicon.table(language, "organisation-nouns")); !added)
    return added;
  if (auto added = add_links(words.organisation_links, lexicon.table(language, "organisation-links")); !added)
    return added;
  if (auto added = add_adjectives(words.organisation_adjectives, lexicon.table(language, "organisation-adjectives"));
      !added)
    return added;
  return add_nouns(words.place_nouns, lexicon.table(language, "place-nouns"));
}

// Rows of the world that name their language: handed to that language's words, if the lexicon has it.
template <class Add>
std::expected<void, lexicon::Error> for_world(Vocabulary::Tables& tables, lexicon::Rows const& rows,
                                              std::size_t language_field, Add add) {
  for (auto const& row : rows) {
    if (row.fields.size() <= language_field + 1) return std::unexpected(row.error("columns are missing"));
    const auto words = tables.languages.find(row.field(language_field));
    if (words == tables.languages.end()) continue;
    if (!add(words->second, row, row.field(language_field + 1)))
      return std::unexpected(row.error("a column is not a number"));
  }
  return {};
}

// The place of a row whose first column is its concept.
Place place_called(std::string_view form, lexicon::Row const& row, std::string_view country) {
  Place place;
  place.name = form;
  place.concept_id = row.field(0);
  place.country = country;
  return place;
}

std::expected<void, lexicon::Error> add_world(Vocabulary::Tables& tables, lexicon::Lexicon const& lexicon) {
  auto done = for_world(tables, lexicon.table("world", "demonyms"), 1,
                        [](LanguageWords& words, lexicon::Row const& row, std::string_view form) {
                          return words.demonyms.add(form, std::string(row.field(0)));
                        });
  if (!done) return done;
  done = for_world(tables, lexicon.table("world", "countries"), 1,
                   [](LanguageWords& words, lexicon::Row const& row, std::string_view form) {
                     auto place = place_called(form, row, row.field(0));
                     place.is_country = true;
                     return words.places.add(form, std::move(place));
                   });
  if (!done) return done;
  done = for_world(tables, lexicon.table("world", "places"), 5,
                   [](LanguageWords& words, lexicon::Row const& row, std::string_view form) {
                     auto place = place_called(form, row, row.field(1));
                     place.latitude = number_of(row.field(2));
                     place.longitude = number_of(row.field(3));
                     place.is_venue = row.field(4) == "venue";
                     return place.latitude && place.longitude && words.places.add(form, std::move(place));
                   });
  if (!done) return done;
  done = for_world(tables, lexicon.table("world", "regions"), 2,
                   [](LanguageWords& words, lexicon::Row const& row, std::string_view form) {
                     auto place = place_called(form, row, row.field(1));
                     place.is_region = true;
                     return words.places.add(form, std::move(place));
                   });
  if (!done) return done;
  return for_world(tables, lexicon.table("world", "organisations"), 2,
                   [](LanguageWords& words, lexicon::Row const& row, std::string_view form) {
                     Organisation organisation;
                     organisation.name = form;
                     organisation.concept_id = row.field(0);
                     organisation.country = row.field(1);
                     return words.organisations.add(form, std::move(organisation));
                   });
}

// Companies and agencies, which all languages name alike.
void add_businesses(Vocabulary::Tables& tables, lexicon::Rows const& rows) {
  for (auto const& row : rows) {
    Organisation organisation;
    organisation.name = row.field(2);
    organisation.concept_id = row.field(0);
    organisation.country = row.field(1);
    for (auto& [language, words] : tables.languages) words.organisations.add(row.field(2), organisation);
  }
}

// Of one word written like any other ("Marianne") it is not known that it names a newspaper.
void add_media(Vocabulary::Tables& tables, lexicon::Rows const& rows) {
  lexicon::Rows sure;
  for (auto const& row : rows) {
    const bool plain =
        std::ranges::count_if(row.field(2), [](char c) { return (c >= 'A' && c <= 'Z') || c == ' '; }) < 2;
    if (!plain || row.field(2).find(' ') != std::string_view::npos) sure.push_back(row);
  }
  add_businesses(tables, sure);
}

// The last words of the names of heads of state and government: who is called so alone is one of them.
void add_heads(Vocabulary::Tables& tables, lexicon::Rows const& rows) {
  constexpr std::size_t shortest = 5;
  for (auto const& row : rows) {
    const auto words = lexicon::phrase_words(row.field(0));
    const auto known = words.empty() ? tables.gathered_names.end() : tables.gathered_names.find(words.back());
    const bool given = known != tables.gathered_names.end() && known->second.given;
    if (words.size() > 1 && words.back().size() >= shortest && !given) tables.surnames_of_heads.insert(words.back());
  }
}

// Names apart by "|", each filed as its city.
void add_city(Vocabulary::Tables& tables, Place const& city, std::string_view names) {
  while (!names.empty()) {
    const auto bar = names.find('|');
    auto named = city;
    named.name = names.substr(0, bar);
    tables.cities.add(named.name, named);
    if (bar == std::string_view::npos) return;
    names.remove_prefix(bar + 1);
  }
}

std::expected<void, lexicon::Error> add_gathered(Vocabulary::Tables& tables, lexicon::Lexicon const& lexicon) {
  for (auto const& row : lexicon.table("world", "gathered-names")) {
    if (row.field(1) != "given" && row.field(1) != "family")
      return std::unexpected(row.error("neither given nor family"));
    auto& use = tables.gathered_names[std::string(row.field(0))];
    (row.field(1) == "given" ? use.given : use.family) = true;
  }
  for (auto const& row : lexicon.table("world", "cities")) {
    Place city;
    city.concept_id = row.field(0);
    city.country = row.field(1);
    city.latitude = number_of(row.field(2));
    city.longitude = number_of(row.field(3));
    if (!city.latitude || !city.longitude) return std::unexpected(row.error("a coordinate is not a number"));
    add_city(tables, city, row.field(4));
    add_city(tables, city, row.field(5));
  }
  return {};
}

}  // namespace

bool Adjectives::contains(std::string_view folded) const {
  constexpr std::size_t least_stem = 2;  // bytes
  if (words.contains(folded)) return true;
  if (others.contains(folded)) return false;
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return folded.size() >= ending.size() + least_stem && folded.ends_with(ending);
  });
}

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& language : lexicon.languages()) {
    if (auto added = add_language(tables->languages[language], lexicon, language); !added)
      return std::unexpected(added.error());
  }
  if (auto added = add_world(*tables, lexicon); !added) return std::unexpected(added.error());
  add_businesses(*tables, lexicon.table("world", "companies"));
  add_businesses(*tables, lexicon.table("world", "agencies"));
  add_media(*tables, lexicon.table("world", "media"));
  if (auto added = add_gathered(*tables, lexicon); !added) return std::unexpected(added.error());
  add_heads(*tables, lexicon.table("world", "heads-of-state"));
  for (auto const& row : lexicon.table("world", "given-names")) tables->given_names.insert(text::fold(row.field(0)));
  return Vocabulary(std::move(tables));
}

std::string_view name_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::person:
      return "person";
    case MentionKind::office:
      return "office";
    case MentionKind::organisation:
      return "organisation";
    case MentionKind::place:
      return "place";
    case MentionKind::group:
      return "group";
  }
  return "person";
}

}  // namespace recoupe::name
