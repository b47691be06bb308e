#include "name/token_alignment.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace recoupe::name {
namespace {

constexpr float never = 1e9F;
constexpr float joint = 0.6F;         // of two words written as one
constexpr float nickname = 2.4F;      // "Bob" for "Robert"
constexpr float same_initial = 0.8F;  // "J." for "Jane"
constexpr float worst_letter = 2.6F;  // no letter costs more than this on average
constexpr float particle_left_out = 1.0F;
constexpr float word_left_out = 2.0F;  // and for each of its letters
constexpr float letter_left_out = 1.7F;
constexpr float glued_article = 0.8F;  // "Elmasri" for "al-Masri"
constexpr float well_read = 0.5F;      // nats a letter: no other reading is looked for

float left_out(NameToken const& token) {
  if (token.particle) return particle_left_out;
  if (token.initial) return word_left_out;
  return word_left_out + letter_left_out * static_cast<float>(token.letters.size);
}

float mean_letters(NameToken const& left, NameToken const& right) {
  return 0.5F * static_cast<float>(left.letters.size + right.letters.size);
}

// "almasri" without its article, where the other name shows one; else nothing.
std::optional<NameToken> without_glued_article(NameToken const& token, NameToken const& other) {
  constexpr std::size_t shortest = 5;
  if (token.script != Script::latin || token.article || !other.article || token.word.size() < shortest)
    return std::nullopt;
  const auto letter = token.word.find('l');
  if (letter > 1 || (letter == 1 && std::string_view("aeiou").find(token.word[0]) == std::string_view::npos))
    return std::nullopt;
  NameToken cut;
  cut.word = token.word.substr(letter + 1);
  cut.letters = letters_of(cut.word, Script::latin);
  return cut;
}

bool may_be_one_name(NameToken const& left, NameToken const& right) {
  return std::ranges::find_first_of(left.nicknames, right.nicknames) != left.nicknames.end();
}

// What costs more than `limit` need not be told exactly.
float token_cost(NameToken const& left, NameToken const& right, LetterCosts const& costs, float limit = never) {
  const float most = worst_letter * mean_letters(left, right);
  if (left.number != right.number || (left.number && left.word != right.word)) return most;
  if (left.initial != right.initial && left.script == right.script)
    return left.letters.at[0] == right.letters.at[0] ? same_initial : most;
  auto cost = std::min(most, costs.between(left, right, std::min(most, limit)));
  if (cost > nickname && may_be_one_name(left, right)) return nickname;
  if (cost < well_read * mean_letters(left, right) || left.article == right.article) return cost;
  if (const auto cut = without_glued_article(left, right))
    cost = std::min(cost, glued_article + costs.between(*cut, right, cost));
  if (const auto cut = without_glued_article(right, left))
    cost = std::min(cost, glued_article + costs.between(left, *cut, cost));
  return cost;
}

class Aligner {
 public:
  Aligner(std::vector<NameToken> const& left, std::vector<NameToken> const& right, LetterCosts const& costs)
      : left_(left), right_(right), costs_(costs) {}

  TokenAlignment run() {
    for (auto& row : cost_) row.fill(never);
    cost_[0][0] = 0;
    for (std::size_t i = left_.size(); i > 0; --i) left_rest_[i - 1] = left_rest_[i] + left_out(left_[i - 1]);
    for (std::size_t j = right_.size(); j > 0; --j) right_rest_[j - 1] = right_rest_[j] + left_out(right_[j - 1]);
    align_in_order();
    for (std::size_t i = 0; i <= left_.size(); ++i) {
      for (std::size_t j = 0; j <= right_.size(); ++j) step_from(i, j);
    }
    return read_back();
  }

 private:
  using Grid = std::array<std::array<float, most_tokens + 1>, most_tokens + 1>;

  // The first word with the first, the second with the second: no alignment that costs more can be the cheapest.
  void align_in_order() {
    constexpr float rounding = 0.01F;
    const auto both = std::min(left_.size(), right_.size());
    bound_ = left_rest_[both] + right_rest_[both] + rounding;
    for (std::size_t t = 0; t < both; ++t) {
      in_order_[t] = token_cost(left_[t], right_[t], costs_);
      bound_ += in_order_[t];
    }
  }

  // What the words up to i and j may cost together so that the whole stays within the bound.
  float limit_of(std::size_t i, std::size_t j, std::size_t next_i, std::size_t next_j) const {
    const float rest = next_i == left_.size() ? right_rest_[next_j] : next_j == right_.size() ? left_rest_[next_i] : 0;
    return bound_ - cost_[i][j] - rest;
  }

  void reach_together(std::size_t i, std::size_t j) {
    if (i == j) return reach(i, j, 1, 1, in_order_[i]);
    const float limit = limit_of(i, j, i + 1, j + 1);
    if (limit >= 0) reach(i, j, 1, 1, token_cost(left_[i], right_[j], costs_, limit));
  }

  void step_from(std::size_t i, std::size_t j) {
    if (i < left_.size()) reach(i, j, 1, 0, left_out(left_[i]));
    if (j < right_.size()) reach(i, j, 0, 1, left_out(right_[j]));
    if (i == left_.size() || j == right_.size()) return;
    // Far from the diagonal too many words would stay without a counterpart.
    if (i > j + 3 || j > i + 3) {
      const auto spare = left_.size() > right_.size() ? left_.size() - right_.size() : right_.size() - left_.size();
      if ((i > j ? i - j : j - i) > spare + 2) return;
    }
    reach_together(i, j);
    if (i + 1 < left_.size() && may_join(left_[i], left_[i + 1], right_[j])) {
      const float limit = limit_of(i, j, i + 2, j + 1) - joint;
      if (limit >= 0)
        reach(i, j, 2, 1, joint + token_cost(written_together(left_[i], left_[i + 1]), right_[j], costs_, limit));
    }
    if (j + 1 < right_.size() && may_join(right_[j], right_[j + 1], left_[i])) {
      const float limit = limit_of(i, j, i + 1, j + 2) - joint;
      if (limit >= 0)
        reach(i, j, 1, 2, joint + token_cost(left_[i], written_together(right_[j], right_[j + 1]), costs_, limit));
    }
  }

  // Only where the one word is about as long as the two.
  static bool may_join(NameToken const& first, NameToken const& second, NameToken const& other) {
    if (first.initial || second.initial || first.script != second.script) return false;
    const auto together = first.letters.size + second.letters.size;
    return together <= 2 * other.letters.size && other.letters.size <= 2 * together;
  }

  void reach(std::size_t i, std::size_t j, std::size_t di, std::size_t dj, float price) {
    auto& there = cost_[i + di][j + dj];
    if (cost_[i][j] + price >= there) return;
    there = cost_[i][j] + price;
    step_[i + di][j + dj] = {static_cast<std::uint8_t>(di), static_cast<std::uint8_t>(dj)};
    price_[i + di][j + dj] = price;
  }

  TokenAlignment read_back() const {
    TokenAlignment alignment;
    auto i = left_.size();
    auto j = right_.size();
    alignment.total = cost_[i][j];
    while (i + j > 0) {
      const auto [di, dj] = step_[i][j];
      AlignedTokens step;
      step.left = static_cast<std::uint8_t>(i - di);
      step.left_end = static_cast<std::uint8_t>(i);
      step.right = static_cast<std::uint8_t>(j - dj);
      step.right_end = static_cast<std::uint8_t>(j);
      step.cost = price_[i][j];
      float letters = 0;
      for (auto t = step.left; t < step.left_end; ++t) letters += static_cast<float>(left_[t].letters.size);
      for (auto t = step.right; t < step.right_end; ++t) letters += static_cast<float>(right_[t].letters.size);
      step.letters = step.skipped() ? letters : letters / 2;
      if (di == 1 && dj == 1)
        step.letters -= static_cast<float>(std::min(left_[step.left].prefix, right_[step.right].prefix));
      alignment.steps.push_back(step);
      i -= di;
      j -= dj;
    }
    std::ranges::reverse(alignment.steps);
    return alignment;
  }

  std::vector<NameToken> const& left_;
  std::vector<NameToken> const& right_;
  LetterCosts const& costs_;
  Grid cost_{}, price_{};
  std::array<float, most_tokens + 1> left_rest_{}, right_rest_{};  // to leave out this word and all behind it
  std::array<float, most_tokens> in_order_{};
  float bound_ = never;
  std::array<std::array<std::pair<std::uint8_t, std::uint8_t>, most_tokens + 1>, most_tokens + 1> step_{};
};

}  // namespace

float AlignedTokens::per_letter() const { return cost / std::max(letters, 1.0F); }

NameToken written_together(NameToken const& first, NameToken const& second) {
  NameToken both;
  both.word = first.word + second.word;
  both.script = first.script;
  both.letters = letters_of(both.word, both.script);
  return both;
}

TokenAlignment align(std::vector<NameToken> const& left, std::vector<NameToken> const& right,
                     LetterCosts const& costs) {
  return Aligner(left, right, costs).run();
}

}  // namespace recoupe::name
