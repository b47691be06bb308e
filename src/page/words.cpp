#include "page/words.hpp"

#include <utility>

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

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto times = time::Vocabulary::compile(lexicon);
  if (!times) return std::unexpected(times.error());
  auto tables = std::make_unique<Tables>(Tables{{}, {}, {}, {}, {}, {}, {}, {}, std::move(*times), {}});
  for (auto const& language : lexicon.languages()) {
    tables->languages.insert(language);
    if (auto added = add_cues(tables->cues, lexicon.table(language, "page-cues")); !added)
      return std::unexpected(added.error());
  }
  if (auto added = add_cues(tables->cues, lexicon.table("world", "page-cues")); !added)
    return std::unexpected(added.error());
  for (auto const& row : lexicon.table("world", "page-classes")) {
    auto* set = row.field(1) == "noise"        ? &tables->noise_classes
                : row.field(1) == "noise-name" ? &tables->noise_names
                : row.field(1) == "body"       ? &tables->body_classes
                : row.field(1) == "caption"    ? &tables->caption_classes
                : row.field(1) == "standfirst" ? &tables->standfirst_classes
                : row.field(1) == "lead"       ? &tables->lead_classes
                : row.field(1) == "about"      ? &tables->about_classes
                                               : nullptr;
    if (set == nullptr)
      return std::unexpected(row.error("none of noise, noise-name, body, caption, standfirst, lead, about"));
    set->emplace(row.field(0));
  }
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
