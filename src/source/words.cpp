#include "source/words.hpp"

#include <array>
#include <optional>
#include <utility>

#include "text/fold.hpp"

namespace recoupe::source {
namespace {

template <class Value, std::size_t count>
std::optional<Value> named(std::array<std::pair<std::string_view, Value>, count> const& names, std::string_view name) {
  for (auto const& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

constexpr auto cues = std::to_array<std::pair<std::string_view, Cue>>({{"nominal", Cue::nominal},
                                                                       {"communique", Cue::communique},
                                                                       {"of", Cue::of},
                                                                       {"that", Cue::that},
                                                                       {"same", Cue::same},
                                                                       {"post", Cue::post},
                                                                       {"pass", Cue::pass},
                                                                       {"signature", Cue::signature},
                                                                       {"article", Cue::article},
                                                                       {"body", Cue::body},
                                                                       {"received", Cue::received},
                                                                       {"interview", Cue::interview}});

constexpr auto verb_classes = std::to_array<std::pair<std::string_view, VerbClass>>({{"say", VerbClass::say},
                                                                                     {"tell", VerbClass::tell},
                                                                                     {"stance", VerbClass::stance},
                                                                                     {"clause", VerbClass::clause},
                                                                                     {"learn", VerbClass::learn}});

constexpr auto forms = std::to_array<std::pair<std::string_view, Form>>({{"finite", Form::finite},
                                                                         {"past", Form::past},
                                                                         {"both", Form::both},
                                                                         {"participle", Form::participle},
                                                                         {"infinitive", Form::infinitive},
                                                                         {"object", Form::object}});

constexpr auto closed_words =
    std::to_array<std::pair<std::string_view, Word>>({{"pronoun", Word::pronoun},
                                                      {"relative", Word::relative},
                                                      {"auxiliary", Word::auxiliary},
                                                      {"passive", Word::passive},
                                                      {"adverb", Word::adverb},
                                                      {"subordinator", Word::subordinator},
                                                      {"coordinator", Word::coordinator},
                                                      {"preposition", Word::preposition},
                                                      {"link", Word::link},
                                                      {"determiner", Word::determiner},
                                                      {"possessive", Word::possessive},
                                                      {"complementizer", Word::complementizer},
                                                      {"question", Word::question},
                                                      {"infinitive", Word::infinitive},
                                                      {"object", Word::object},
                                                      {"from", Word::from},
                                                      {"contrast", Word::contrast},
                                                      {"verb-first", Word::verb_first}});

lexicon::PhraseTable<Cue>& table_of(LanguageWords& words, Cue cue) {
  switch (cue) {
    case Cue::nominal:
      return words.nominals;
    case Cue::of:
    case Cue::article:
      return words.links;
    default:
      return words.nouns;
  }
}

using Loaded = std::expected<void, lexicon::Error>;

Loaded load_cues(lexicon::Rows const& rows, LanguageWords& words) {
  for (auto const& row : rows) {
    const auto cue = named(cues, row.field(1));
    if (!cue) return std::unexpected(row.error("unknown class of a cue"));
    table_of(words, *cue).add(row.field(0), *cue);
  }
  return {};
}

Loaded load_closed(lexicon::Rows const& rows, LanguageWords& words) {
  for (auto const& row : rows) {
    const auto word = named(closed_words, row.field(1));
    if (!word) return std::unexpected(row.error("unknown class of a closed word"));
    if (*word == Word::verb_first) {
      words.verb_first = true;
    } else if (row.field(0).ends_with('~')) {
      words.prefixes.push_back({text::fold(row.field(0).substr(0, row.field(0).size() - 1)), *word});
    } else {
      words.closed.add(row.field(0), {*word, std::string(row.field(0))});
    }
  }
  return {};
}

struct Ending {
  std::string before;  // what the form puts before the stem
  std::string behind;
  Form form;
};
using Paradigms = std::map<std::string, std::vector<Ending>, std::less<>>;

std::expected<Paradigms, lexicon::Error> load_endings(lexicon::Rows const& rows) {
  Paradigms paradigms;
  for (auto const& row : rows) {
    const auto form = named(forms, row.field(2));
    const auto stem = row.field(1).find('~');
    if (!form || stem == std::string_view::npos) return std::unexpected(row.error("not an ending of a verb"));
    paradigms[std::string(row.field(0))].push_back(
        {std::string(row.field(1).substr(0, stem)), std::string(row.field(1).substr(stem + 1)), *form});
  }
  return paradigms;
}

Loaded load_verbs(lexicon::Rows const& rows, Paradigms const& paradigms, LanguageWords& words) {
  for (auto const& row : rows) {
    const auto verb_class = named(verb_classes, row.field(2));
    if (!verb_class) return std::unexpected(row.error("unknown class of a verb"));
    if (const auto form = named(forms, row.field(1)); form && !paradigms.contains(row.field(1))) {
      words.verbs.add(row.field(0), {*verb_class, *form, std::string(row.field(0))});
      continue;
    }
    const auto paradigm = paradigms.find(row.field(1));
    if (paradigm == paradigms.end()) return std::unexpected(row.error("unknown paradigm of a verb"));
    // Endings go to the first word of a phrase: "call for", "called for".
    const auto stem = row.field(0).substr(0, row.field(0).find(' '));
    const auto rest = row.field(0).substr(stem.size());
    for (auto const& ending : paradigm->second) {
      auto form = ending.before;
      form += stem;
      form += ending.behind;
      form += rest;
      words.verbs.add(form, {*verb_class, ending.form, form});
    }
  }
  return {};
}

Loaded load_named(lexicon::Rows const& rows, lexicon::PhraseTable<Agency>& table) {
  for (auto const& row : rows) {
    if (!table.add(row.field(2), {std::string(row.field(0)), std::string(row.field(1))}))
      return std::unexpected(row.error("a name has no words"));
  }
  return {};
}

Loaded load_language(lexicon::Lexicon const& lexicon, std::string const& language, LanguageWords& words) {
  if (auto loaded = load_cues(lexicon.table(language, "speech"), words); !loaded) return loaded;
  if (auto loaded = load_closed(lexicon.table(language, "clause-words"), words); !loaded) return loaded;
  const auto paradigms = load_endings(lexicon.table(language, "speech-endings"));
  if (!paradigms) return std::unexpected(paradigms.error());
  return load_verbs(lexicon.table(language, "speech-verbs"), *paradigms, words);
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& language : lexicon.languages()) {
    const auto loaded = load_language(lexicon, language, tables->languages[language]);
    if (!loaded) return std::unexpected(loaded.error());
  }
  for (auto [name, table] : {std::pair{"agencies", &tables->agencies}, std::pair{"media", &tables->media},
                             std::pair{"seats", &tables->seats}}) {
    if (auto loaded = load_named(lexicon.table("world", name), *table); !loaded) return std::unexpected(loaded.error());
  }
  return Vocabulary(std::move(tables));
}

std::string_view name_of(SpeechKind kind) {
  constexpr std::string_view names[] = {"direct", "indirect", "mixed", "nominal"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Pattern pattern) {
  constexpr std::string_view names[] = {"subject_before", "subject_behind", "inserted", "hanging",
                                        "carried",        "nominal",        "learned",  "headline"};
  return names[static_cast<std::size_t>(pattern)];
}

std::string_view name_of(NotSaid why) {
  constexpr std::string_view names[] = {"noun", "passive", "infinitive", "no_form", "nobody", "nothing"};
  return names[static_cast<std::size_t>(why)];
}

std::string_view name_of(Role role) {
  constexpr std::string_view names[] = {"outlet", "agency", "communique", "post", "authority"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace recoupe::source
