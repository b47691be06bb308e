#include "name/match_tables.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "text/code_point.hpp"
#include "text/fold.hpp"

namespace recoupe::name {
namespace {

std::expected<void, lexicon::Error> add_parts(NameParts& parts, lexicon::Lexicon const& lexicon) {
  static const std::map<std::string_view, PartKind> kinds{{"particle", PartKind::particle},
                                                          {"civility", PartKind::civility},
                                                          {"article", PartKind::article},
                                                          {"joins-next", PartKind::joins_next},
                                                          {"joins-previous", PartKind::joins_previous}};
  for (auto const& row : lexicon.table("world", "name-parts")) {
    const auto kind = kinds.find(row.field(1));
    if (kind == kinds.end()) return std::unexpected(row.error("no such part of a name"));
    parts.parts[text::fold(row.field(0))] = kind->second;
  }
  for (auto const& row : lexicon.table("world", "regnal-numbers")) {
    if (row.field(1).empty()) return std::unexpected(row.error("a number is missing"));
    parts.numbers[text::fold(row.field(0))] = row.field(1);
  }
  for (auto const& row : lexicon.table("world", "legal-forms"))
    parts.legal_forms[text::fold(row.field(0))] = row.field(1);
  for (auto const& row : lexicon.table("world", "countries")) parts.countries[text::fold(row.field(2))] = row.field(0);
  return {};
}

// Full names are numbered in the order of the table.
void add_nicknames(NameParts& parts, lexicon::Lexicon const& lexicon) {
  std::map<std::string, std::uint16_t, std::less<>> numbers;
  for (auto const& row : lexicon.table("world", "nicknames")) {
    const auto full = text::fold(row.field(1));
    const auto next = static_cast<std::uint16_t>(numbers.size());
    const auto [number, added] = numbers.try_emplace(full, next);
    if (added) parts.nicknames[full].push_back(next);
    parts.nicknames[text::fold(row.field(0))].push_back(number->second);
  }
}

std::optional<float> number_of(std::string_view written) {
  float number = 0;
  const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (failed != std::errc{} || end != written.data() + written.size()) return std::nullopt;
  return number;
}

std::expected<void, lexicon::Error> add_commonness(NameParts& parts, lexicon::Lexicon const& lexicon) {
  for (auto const& row : lexicon.table("world", "common-names")) {
    const auto common = number_of(row.field(1));
    if (!common) return std::unexpected(row.error("how common a word is, is a number"));
    parts.commonness[std::string(row.field(0))] = *common;
  }
  return {};
}

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> parts;
  while (!words.empty()) {
    const auto bar = std::min(words.find('|'), words.size());
    parts.emplace_back(words.substr(0, bar));
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
  return parts;
}

std::expected<void, lexicon::Error> add_originals(NameParts& parts, lexicon::Lexicon const& lexicon) {
  std::size_t words = 0;
  for (auto const& row : lexicon.table("world", "name-originals")) {
    const auto sure = split(row.field(1));
    const auto once = split(row.field(2));
    words += 1 + sure.size() + once.size();
    if (words >= std::numeric_limits<std::uint16_t>::max()) return std::unexpected(row.error("too many words"));
    parts.originals.add(std::string(row.field(0)), sure, once);
  }
  return {};
}

std::expected<void, lexicon::Error> add_weights(Matcher::Tables& tables, lexicon::Lexicon const& lexicon) {
  const std::map<std::string_view, Weights*> sets{{"arabic-latin", &tables.arabic_latin},
                                                  {"latin", &tables.latin},
                                                  {"arab-in-latin", &tables.arab_in_latin},
                                                  {"arabic", &tables.arabic},
                                                  {"organisation", &tables.organisation}};
  for (auto const& row : lexicon.table("world", "match-weights")) {
    const auto set = sets.find(row.field(0));
    const auto weight = number_of(row.field(2));
    std::size_t feature = 0;
    while (feature < feature_count && name_of(static_cast<Feature>(feature)) != row.field(1)) ++feature;
    if (set == sets.end() || !weight || feature == feature_count)
      return std::unexpected(row.error("neither pair of scripts, feature and weight"));
    (*set->second)[feature] = *weight;
  }
  return {};
}

}  // namespace

Matcher::Matcher(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::expected<Matcher, lexicon::Error> Matcher::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  if (auto added = add_parts(tables->parts, lexicon); !added) return std::unexpected(added.error());
  if (auto added = add_commonness(tables->parts, lexicon); !added) return std::unexpected(added.error());
  if (auto added = add_originals(tables->parts, lexicon); !added) return std::unexpected(added.error());
  add_nicknames(tables->parts, lexicon);
  for (auto const& row : lexicon.table("world", "transliteration")) {
    const auto folded = text::fold(row.field(0));
    if (row.fields.size() < 2) return std::unexpected(row.error("a letter and its Latin class are wanted"));
    const std::string_view letter = folded.empty() ? row.field(0) : std::string_view(folded);
    tables->key_letters[text::code_point_at(letter, 0).value] = row.field(1);
  }
  auto costs = LetterCosts::compile(lexicon.table("world", "letter-costs"));
  if (!costs) return std::unexpected(costs.error());
  tables->costs = std::move(*costs);
  if (auto added = add_weights(*tables, lexicon); !added) return std::unexpected(added.error());
  return Matcher(std::move(tables));
}

}  // namespace recoupe::name
