#include "name/match_names.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "name/match_tables.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"

namespace recoupe::name {
namespace {

constexpr double odds_apart = -4;   // of names that numbers or legal forms tell apart
constexpr double odds_unlike = -1;  // of names that may be akin but are not one
constexpr double same_from = 0.5;
constexpr float like = 1.2F;  // nats a letter: no word that costs more is tried in another place

struct Judged {
  TokenAlignment alignment;
  // As aligned: of the prepared names, or `turned`, which owns the right ones in another order.
  std::vector<NameToken> const* left = nullptr;
  std::vector<NameToken> const* right = nullptr;
  std::shared_ptr<std::vector<NameToken>> turned;
  Features features{};
  double odds = odds_apart;
};

double odds_of(Features const& features, Weights const& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < feature_count; ++i)
    sum += static_cast<double>(features[i]) * static_cast<double>(weights[i]);
  return sum;
}

bool has_arabic(std::vector<NameToken> const& tokens) {
  return std::ranges::any_of(tokens, [](NameToken const& token) { return token.script == Script::arabic; });
}

Weights const& weights_for(PreparedName const& left, PreparedName const& right, MatchKind kind,
                           Matcher::Tables const& tables) {
  const bool a = has_arabic(left.tokens);
  const bool b = has_arabic(right.tokens);
  if (a != b) return tables.arabic_latin;
  if (a) return tables.arabic;
  return kind == MatchKind::organisation ? tables.organisation : tables.latin;
}

Judged judge(std::vector<NameToken> const& left, std::vector<NameToken> const& right, bool reordered,
             LetterCosts const& costs, Weights const& weights) {
  Judged judged;
  judged.alignment = align(left, right, costs);
  judged.features = features_of(judged.alignment, left, right, reordered);
  judged.odds = odds_of(judged.features, weights);
  judged.left = &left;
  judged.right = &right;
  return judged;
}

float unmatched(Judged const& judged) { return judged.features[static_cast<std::size_t>(Feature::unmatched)]; }

// The names as they stand; and where words stay over on both sides, with the last or the first word of one moved.
Judged best_order(PreparedName const& left, PreparedName const& right, LetterCosts const& costs,
                  Weights const& weights) {
  auto best = judge(left.tokens, right.tokens, false, costs, weights);
  if (best.odds > 0 || left.tokens.size() < 2 || right.tokens.size() < 2) return best;
  for (const bool move_last : {true, false}) {
    // Only where the word that would come first, or last, has its like there.
    auto const& moved = move_last ? right.tokens.back() : right.tokens.front();
    auto const& other_end = move_last ? left.tokens.front() : left.tokens.back();
    if (costs.between(moved, other_end) > like * static_cast<float>(other_end.letters.size)) continue;
    auto turned = std::make_shared<std::vector<NameToken>>(right.tokens);
    std::rotate(turned->begin(), move_last ? turned->end() - 1 : turned->begin() + 1, turned->end());
    auto other = judge(left.tokens, *turned, true, costs, weights);
    other.turned = std::move(turned);
    if (unmatched(other) == 0 && other.odds > best.odds) best = std::move(other);
  }
  return best;
}

bool one_is_within(std::set<std::string> const& few, std::set<std::string> const& many) {
  return std::ranges::includes(many, few);
}

// What no spelling explains.
std::optional<std::string_view> told_apart_by(PreparedName const& left, PreparedName const& right, MatchKind kind) {
  if (left.numbers != right.numbers) return "numbers";
  if (kind == MatchKind::organisation && !one_is_within(left.legal_forms, right.legal_forms) &&
      !one_is_within(right.legal_forms, left.legal_forms))
    return "legal forms";
  return std::nullopt;
}

// "Samira" is not Samir: in one script, a given name that has the other's letters and the feminine ending.
bool is_feminine_of(NameToken const& a, NameToken const& b) {
  auto const& few = a.word.size() < b.word.size() ? a.word : b.word;
  auto const& many = a.word.size() < b.word.size() ? b.word : a.word;
  constexpr std::size_t shortest = 4;
  if (a.script != b.script || few.size() < shortest || !many.starts_with(few)) return false;
  const auto ending = std::string_view(many).substr(few.size());
  return ending == "a" ? std::string_view("aeiouy").find(few.back()) == std::string_view::npos : ending == "\u0647";
}

// What the alignment shows and no weight should outweigh.
std::optional<std::string_view> told_apart_by(Judged const& judged, MatchKind kind) {
  if (kind == MatchKind::organisation || kind == MatchKind::place) return std::nullopt;
  const auto words = [](std::vector<NameToken> const& tokens) {
    return std::ranges::count_if(tokens, [](NameToken const& token) { return !token.particle; });
  };
  if ((words(*judged.left) <= 1) != (words(*judged.right) <= 1) && judged.alignment.steps.size() > 1 &&
      judged.features[static_cast<std::size_t>(Feature::joined)] == 0)
    return "a bare name";
  // "Ali Hassan" is not Hassan Ali: the second is the father's name.
  constexpr float common_given = 0.25F;
  const auto is_common = [](NameToken const& token) { return token.commonness > common_given; };
  if (judged.features[static_cast<std::size_t>(Feature::reordered)] > 0 && std::ranges::all_of(*judged.left, is_common))
    return "the order of two given names";
  for (auto const& step : judged.alignment.steps) {
    if (step.skipped()) continue;
    if (is_feminine_of((*judged.left)[step.left], (*judged.right)[step.right])) return "the feminine ending";
    break;
  }
  return std::nullopt;
}

Match match_of(double odds) {
  const double score = 1 / (1 + std::exp(-odds));
  return {score, score >= same_from};
}

// In one order, so that the score is symmetric.
bool in_order(PreparedName const& left, PreparedName const& right) {
  return std::ranges::lexicographical_compare(left.tokens, right.tokens, {}, &NameToken::word, &NameToken::word) ||
         !std::ranges::lexicographical_compare(right.tokens, left.tokens, {}, &NameToken::word, &NameToken::word);
}

std::vector<std::string> words_of(std::vector<NameToken> const& tokens) {
  std::vector<std::string> words;
  for (auto const& token : tokens) words.push_back(token.word);
  return words;
}

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
  return {};
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

std::expected<void, lexicon::Error> add_weights(Matcher::Tables& tables, lexicon::Lexicon const& lexicon) {
  const std::map<std::string_view, Weights*> sets{{"arabic-latin", &tables.arabic_latin},
                                                  {"latin", &tables.latin},
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

PreparedName prepare(std::string_view name, MatchKind kind, Matcher const& matcher) {
  return prepare(name, kind, matcher.tables().parts);
}

Match match_prepared(PreparedName const& left, PreparedName const& right, MatchKind kind, Matcher const& matcher) {
  if (left.tokens.empty() || right.tokens.empty()) return {};
  if (!in_order(left, right)) return match_prepared(right, left, kind, matcher);
  if (told_apart_by(left, right, kind)) return match_of(odds_apart);
  auto const& tables = matcher.tables();
  const auto judged = best_order(left, right, tables.costs, weights_for(left, right, kind, tables));
  return match_of(told_apart_by(judged, kind) ? std::min(judged.odds, odds_unlike) : judged.odds);
}

Match match_names(std::string_view left, std::string_view right, MatchKind kind, Matcher const& matcher) {
  return match_prepared(prepare(left, kind, matcher), prepare(right, kind, matcher), kind, matcher);
}

MatchExplanation explain_match(std::string_view left, std::string_view right, MatchKind kind, Matcher const& matcher) {
  auto a = prepare(left, kind, matcher);
  auto b = prepare(right, kind, matcher);
  const bool turned = !in_order(a, b);
  if (turned) std::swap(a, b);
  auto const& tables = matcher.tables();
  auto const& weights = weights_for(a, b, kind, tables);
  const auto judged = best_order(a, b, tables.costs, weights);
  MatchExplanation told;
  told.left_words = words_of(turned ? b.tokens : a.tokens);
  told.right_words = words_of(turned ? a.tokens : b.tokens);
  for (auto const& step : judged.alignment.steps) {
    MatchExplanation::Step words;
    for (auto t = step.left; t < step.left_end; ++t) words.left.push_back((*judged.left)[t].word);
    for (auto t = step.right; t < step.right_end; ++t) words.right.push_back((*judged.right)[t].word);
    words.cost = static_cast<double>(step.per_letter());
    if (turned) std::swap(words.left, words.right);
    told.steps.push_back(std::move(words));
  }
  for (std::size_t i = 0; i < feature_count; ++i) {
    const auto feature = static_cast<double>(judged.features[i]);
    if (feature == 0) continue;
    const std::string name(name_of(static_cast<Feature>(i)));
    told.features.emplace_back(name, feature);
    told.terms.emplace_back(name, feature * static_cast<double>(weights[i]));
  }
  auto veto = told_apart_by(a, b, kind);
  if (!veto) veto = told_apart_by(judged, kind);
  told.decided_by = veto ? std::string(*veto) : "score";
  told.match = match_prepared(a, b, kind, matcher);
  return told;
}

}  // namespace recoupe::name
