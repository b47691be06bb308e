#include "page/words.hpp"

#include <charconv>
#include <utility>

#include "text/fold.hpp"

namespace recoupe::page {
namespace {

constexpr std::pair<std::string_view, Cue> classes[] = {
    {"end", Cue::end},   {"line", Cue::line},           {"holds", Cue::holds},
    {"home", Cue::home}, {"published", Cue::published}, {"rights", Cue::rights},
    {"read", Cue::read}};

std::expected<void, lexicon::Error> add_cues(lexicon::PhraseTable<Cue>& cues, lexicon::Rows const& rows) {
  for (auto const& row : rows) {
    bool known = false;
    for (auto const& [name, cue] : classes) {
      if (name == row.field(1)) known = cues.add(row.field(0), cue);
    }
    if (!known) return std::unexpected(row.error("unknown class of a cue"));
  }
  return {};
}

constexpr std::pair<std::string_view, PartName> part_names[] = {
    {"noise", PartName::noise},     {"noise-name", PartName::noise_alone}, {"body", PartName::body},
    {"caption", PartName::caption}, {"standfirst", PartName::standfirst},  {"lead", PartName::lead},
    {"about", PartName::about}};

std::expected<void, lexicon::Error> add_part_names(PartNames& names, lexicon::Rows const& rows) {
  for (auto const& row : rows) {
    bool known = false;
    for (auto const& [name, says] : part_names) {
      if (name == row.field(1)) known = true;
      if (name == row.field(1)) names.add(row.field(0), says);
    }
    if (!known) return std::unexpected(row.error("none of noise, noise-name, body, caption, standfirst, lead, about"));
  }
  return {};
}

std::expected<void, lexicon::Error> add_months(std::map<std::string, unsigned, std::less<>>& months,
                                               lexicon::Rows const& rows) {
  for (auto const& row : rows) {
    unsigned month = 0;
    const std::string_view number = row.field(1);
    const auto read = std::from_chars(number.data(), number.data() + number.size(), month);
    if (read.ec != std::errc() || month < 1 || month > 12) return std::unexpected(row.error("no month of the year"));
    months.emplace(text::fold(row.field(0)), month);
  }
  return {};
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::vector<std::string_view> Vocabulary::table_names() {
  std::vector<std::string_view> names(std::begin(time::Vocabulary::table_names),
                                      std::end(time::Vocabulary::table_names));
  names.insert(names.end(), {"page-classes", "page-months", "page-cues"});
  return names;
}

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto times = time::Vocabulary::compile(lexicon);
  if (!times) return std::unexpected(times.error());
  auto tables = std::make_unique<Tables>(Tables{{}, {}, {}, std::move(*times), {}});
  std::expected<void, lexicon::Error> added =
      add_part_names(tables->part_names, lexicon.table("world", "page-classes"));
  if (added) added = add_months(tables->months, lexicon.table("world", "page-months"));
  if (added) added = add_cues(tables->cues, lexicon.table("world", "page-cues"));
  for (auto const& language : lexicon.languages()) {
    tables->languages.insert(language);
    if (added) added = add_cues(tables->cues, lexicon.table(language, "page-cues"));
  }
  if (!added) return std::unexpected(added.error());
  return Vocabulary(std::move(tables));
}

std::optional<BlockKind> block_kind(std::string_view name) {
  using enum BlockKind;
  for (auto kind : {headline, standfirst, byline, paragraph, quote, list, caption, embed, noise}) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(BlockKind kind) {
  constexpr std::string_view names[] = {"headline", "standfirst", "byline", "paragraph", "quote",
                                        "list",     "caption",    "embed",  "noise"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(DateBasis basis) {
  constexpr std::string_view names[] = {"unknown", "json_ld", "open_graph", "time_element", "meta",
                                        "url",     "text",    "embed",      "sister",       "given"};
  return names[static_cast<std::size_t>(basis)];
}

}  // namespace recoupe::page
