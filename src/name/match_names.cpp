#include "name/match_names.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "name/match_tables.hpp"
#include "text/code_point.hpp"

namespace recoupe::name {
namespace {

constexpr double odds_apart = -4;   // of names that numbers or legal forms tell apart
constexpr double odds_unlike = -1;  // of names that may be akin but are not one
constexpr double odds_equal = 6;    // of what is written the same
constexpr double odds_other = -3;   // added where two words are known to stand for different ones
constexpr double same_from = 0.5;
constexpr float parent = 0.45F;  // nats a letter: spellings of one name seldom cost more
constexpr float like = 1.2F;     // nats a letter: no word that costs more is tried in another place

struct Judged {
  TokenAlignment alignment;
  // As aligned: of the prepared names, or `turned`, which owns the right ones in another order.
  std::vector<NameToken> const* left = nullptr;
  std::vector<NameToken> const* right = nullptr;
  std::shared_ptr<std::vector<NameToken>> turned;
  Features features{};
  double odds = odds_apart;
  bool other_original = false;  // of two words that are aligned
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

// In Latin: by a word that such names have often, the article, or "abd".
bool is_arab_name(std::vector<NameToken> const& tokens) {
  return std::ranges::any_of(
      tokens, [](NameToken const& token) { return token.commonness > 0 || token.article || token.prefix > 0; });
}

Weights const& weights_for(PreparedName const& left, PreparedName const& right, MatchKind kind,
                           Matcher::Tables const& tables) {
  const bool a = has_arabic(left.tokens);
  const bool b = has_arabic(right.tokens);
  if (a != b) return tables.arabic_latin;
  if (a) return tables.arabic;
  if (kind == MatchKind::organisation) return tables.organisation;
  return is_arab_name(left.tokens) && is_arab_name(right.tokens) ? tables.arab_in_latin : tables.latin;
}

// Words of the two names that stand for each other by their letters and are known to be others.
bool has_other_original(Judged const& judged, Originals const& originals) {
  return std::ranges::any_of(judged.alignment.steps, [&](AlignedTokens const& step) {
    return step.left_end - step.left == 1 && step.right_end - step.right == 1 &&
           originals.are_apart((*judged.left)[step.left], (*judged.right)[step.right]);
  });
}

Judged judge(std::vector<NameToken> const& left, std::vector<NameToken> const& right, bool reordered,
             Matcher::Tables const& tables, Weights const& weights) {
  Judged judged;
  judged.alignment = align(left, right, tables.costs);
  judged.features = features_of(judged.alignment, left, right, reordered);
  judged.odds = odds_of(judged.features, weights);
  judged.left = &left;
  judged.right = &right;
  judged.other_original = has_other_original(judged, tables.parts.originals);
  if (judged.other_original) judged.odds += odds_other;
  return judged;
}

float unmatched(Judged const& judged) { return judged.features[static_cast<std::size_t>(Feature::unmatched)]; }

// The names as they stand; and where words stay over on both sides, with the last or the first word of one moved.
Judged best_order(PreparedName const& left, PreparedName const& right, Matcher::Tables const& tables,
                  Weights const& weights) {
  auto best = judge(left.tokens, right.tokens, false, tables, weights);
  if (best.odds > 0 || left.tokens.size() < 2 || right.tokens.size() < 2) return best;
  for (const bool move_last : {true, false}) {
    // Only where the word that would come first, or last, has its like there.
    auto const& moved = move_last ? right.tokens.back() : right.tokens.front();
    auto const& other_end = move_last ? left.tokens.front() : left.tokens.back();
    const float most = like * static_cast<float>(other_end.letters.size);
    if (tables.costs.between(moved, other_end, most) > most) continue;
    auto turned = std::make_shared<std::vector<NameToken>>(right.tokens);
    std::rotate(turned->begin(), move_last ? turned->end() - 1 : turned->begin() + 1, turned->end());
    auto other = judge(left.tokens, *turned, true, tables, weights);
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
  if (!left.characters.empty() && !right.characters.empty() && left.characters != right.characters) return "characters";
  if (kind == MatchKind::organisation && !one_is_within(left.legal_forms, right.legal_forms) &&
      !one_is_within(right.legal_forms, left.legal_forms))
    return "legal forms";
  // "Northern Bank" is not Northern Bank Chile; in another script the country may be an adjective.
  if (kind == MatchKind::organisation && left.countries != right.countries && !has_arabic(left.tokens) &&
      !has_arabic(right.tokens))
    return "countries";
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

// "Majid Talal Arslan" is a child of Talal Arslan: a given name before all words of the other. "Mohammed" alone comes
// and goes.
bool is_child_of(Judged const& judged) {
  constexpr float comes_and_goes = 0.25F;
  const auto feature = [&](Feature which) { return judged.features[static_cast<std::size_t>(which)]; };
  if (feature(Feature::spare_first) == 0 || feature(Feature::unmatched) > 0 || feature(Feature::one_word) > 0)
    return false;
  return feature(Feature::spare_given) > comes_and_goes && is_arab_name(*judged.left) && is_arab_name(*judged.right);
}

// "Rashid bin Omar" and "Omar bin Rashid": words left over on both sides that are one word, with a "bin" between.
bool is_parent_of(Judged const& judged, LetterCosts const& costs) {
  const auto has_particle = [](std::vector<NameToken> const& tokens) {
    return std::ranges::any_of(tokens, &NameToken::particle);
  };
  if (!is_arab_name(*judged.left) || !is_arab_name(*judged.right) || !has_particle(*judged.left) ||
      !has_particle(*judged.right))
    return false;
  for (auto const& one : judged.alignment.steps) {
    if (one.left == one.left_end || one.right != one.right_end || (*judged.left)[one.left].particle) continue;
    for (auto const& other : judged.alignment.steps) {
      if (other.left != other.left_end || other.right == other.right_end) continue;
      auto const& left = (*judged.left)[one.left];
      auto const& right = (*judged.right)[other.right];
      const float most = parent * static_cast<float>(left.letters.size);
      if (!right.particle && costs.between(left, right, most) <= most) return true;
    }
  }
  return false;
}

// What the alignment shows and no weight should outweigh.
std::optional<std::string_view> told_apart_by(Judged const& judged, MatchKind kind, LetterCosts const& costs) {
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
  if (is_child_of(judged)) return "the name of a child";
  if (is_parent_of(judged, costs)) return "the order of father and son";
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

bool has_letters(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = text::code_point_at(folded, at);
    at = c.end;
    if (c.value > 0 && u_isalpha(c.value)) return true;
  }
  return false;
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

}  // namespace

PreparedName prepare(std::string_view name, MatchKind kind, Matcher const& matcher) {
  return prepare(name, kind, matcher.tables().parts);
}

Match match_prepared(PreparedName const& left, PreparedName const& right, MatchKind kind, Matcher const& matcher) {
  if (left.tokens.empty() || right.tokens.empty())
    return left.folded == right.folded && has_letters(left.folded) ? match_of(odds_equal) : Match{};
  if (!in_order(left, right)) return match_prepared(right, left, kind, matcher);
  if (told_apart_by(left, right, kind)) return match_of(odds_apart);
  auto const& tables = matcher.tables();
  const auto judged = best_order(left, right, tables, weights_for(left, right, kind, tables));
  return match_of(told_apart_by(judged, kind, tables.costs) ? std::min(judged.odds, odds_unlike) : judged.odds);
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
  const auto judged = best_order(a, b, tables, weights);
  MatchExplanation told;
  told.left_words = words_of(turned ? b.tokens : a.tokens);
  told.right_words = words_of(turned ? a.tokens : b.tokens);
  for (auto const& step : judged.alignment.steps) {
    MatchExplanation::Step words;
    for (auto t = step.left; t < step.left_end; ++t) words.left.push_back((*judged.left)[t].word);
    for (auto t = step.right; t < step.right_end; ++t) words.right.push_back((*judged.right)[t].word);
    words.cost = static_cast<double>(step.per_letter());
    if (turned) std::swap(words.left, words.right);
    if (step.left_end - step.left == 1 && step.right_end - step.right == 1) {
      auto const& one = (*judged.left)[step.left];
      auto const& other = (*judged.right)[step.right];
      words.pieces = turned ? tables.costs.pieces(other, one) : tables.costs.pieces(one, other);
    }
    told.steps.push_back(std::move(words));
  }
  for (std::size_t i = 0; i < feature_count; ++i) {
    const auto feature = static_cast<double>(judged.features[i]);
    if (feature == 0) continue;
    const std::string name(name_of(static_cast<Feature>(i)));
    told.features.emplace_back(name, feature);
    told.terms.emplace_back(name, feature * static_cast<double>(weights[i]));
  }
  if (judged.other_original) {
    told.features.emplace_back("other_original", 1);
    told.terms.emplace_back("other_original", odds_other);
  }
  auto veto = told_apart_by(a, b, kind);
  if (!veto) veto = told_apart_by(judged, kind, tables.costs);
  told.decided_by = veto ? std::string(*veto) : "score";
  const auto differ = [&](PreparedName const& name) {
    return veto == "numbers"       ? name.numbers
           : veto == "legal forms" ? name.legal_forms
           : veto == "countries"   ? name.countries
                                   : std::set<std::string>{};
  };
  const auto left_differ = differ(turned ? b : a);
  const auto right_differ = differ(turned ? a : b);
  told.left_differ.assign(left_differ.begin(), left_differ.end());
  told.right_differ.assign(right_differ.begin(), right_differ.end());
  told.match = match_prepared(a, b, kind, matcher);
  return told;
}

}  // namespace recoupe::name
