#include "source/words.hpp"

#include <optional>
#include <utility>

namespace recoupe::source {
namespace {

constexpr std::pair<std::string_view, Cue> classes[] = {
    {"verb", Cue::verb},      {"nominal", Cue::nominal}, {"communique", Cue::communique},
    {"of", Cue::of},          {"that", Cue::that},       {"same", Cue::same},
    {"post", Cue::post},      {"pass", Cue::pass},       {"signature", Cue::signature},
    {"article", Cue::article}};

std::optional<Cue> cue_of(std::string_view name) {
  for (auto const& [known, cue] : classes) {
    if (known == name) return cue;
  }
  return std::nullopt;
}

lexicon::PhraseTable<Cue>& table_of(LanguageWords& words, Cue cue) {
  switch (cue) {
    case Cue::verb:
      return words.verbs;
    case Cue::nominal:
      return words.nominals;
    case Cue::of:
    case Cue::article:
      return words.links;
    default:
      return words.nouns;
  }
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& language : lexicon.languages()) {
    auto& words = tables->languages[language];
    for (auto const& row : lexicon.table(language, "speech")) {
      const auto cue = cue_of(row.field(1));
      if (!cue) return std::unexpected(row.error("unknown class of a cue"));
      table_of(words, *cue).add(row.field(0), *cue);
    }
  }
  for (auto const& row : lexicon.table("world", "agencies")) {
    if (!tables->agencies.add(row.field(2), {std::string(row.field(0)), std::string(row.field(1))}))
      return std::unexpected(row.error("an agency needs a name"));
  }
  return Vocabulary(std::move(tables));
}

std::string_view name_of(SpeechKind kind) {
  constexpr std::string_view names[] = {"direct", "indirect", "mixed", "nominal"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Role role) {
  constexpr std::string_view names[] = {"outlet", "agency", "communique", "post", "authority"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace recoupe::source
