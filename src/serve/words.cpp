#include "serve/words.hpp"

#include "text/fold.hpp"

namespace recoupe::serve {
namespace {

// Columns of lexicon/world/places.tsv.
enum Column : std::size_t { id, country, latitude, longitude, city_or_venue, language, name };

std::string key_of(std::string_view place, std::string_view country) {
  return text::fold(place) + '\t' + std::string(country);
}

}  // namespace

Words Words::of(lexicon::Lexicon const& lexicon) {
  Words made;
  for (auto const& spoken : lexicon.languages()) {
    for (auto const& row : lexicon.table(spoken, "abbreviations")) made.abbreviations.insert(text::fold(row.field(0)));
  }
  for (auto const& row : lexicon.table("world", "places")) {
    const std::string place(row.field(Column::id));
    made.places[place].try_emplace(std::string(row.field(Column::language)), row.field(Column::name));
    made.place_ids.try_emplace(key_of(row.field(Column::name), row.field(Column::country)), place);
  }
  return made;
}

NamesByLanguage const* Words::place_names(std::string_view name, std::string_view country) const {
  const auto id = place_ids.find(key_of(name, country));
  return id == place_ids.end() ? nullptr : &places.find(id->second)->second;
}

}  // namespace recoupe::serve
