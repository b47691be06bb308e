#include "name/match_features.hpp"

#include <algorithm>

namespace recoupe::name {
namespace {

constexpr float bad_from = 0.45F;  // nats a letter: spellings of one name seldom cost more
constexpr float broken_from = 0.9F;
constexpr float other_from = 1.6F;
constexpr float most_counted_cost = 16;
constexpr float usual_cost = 4;
constexpr float most_counted_letters = 24;
constexpr float usual_letters = 12;

struct Sums {
  float cost = 0, letters = 0, commonness = 0;
  float matched = 0;
  float left_out[2] = {0, 0};
  float particles = 0;
};

enum class Ending : std::uint8_t { consonant, open, relative, any };

// How a word ends, for both scripts. A French mute e says nothing.
Ending ending_of(NameToken const& token) {
  const auto last = token.letters.at[token.letters.size - 1U];
  if (token.script == Script::latin) {
    switch (token.word.back()) {
      case 'a':
        return Ending::open;
      case 'i':
      case 'y':
        return Ending::relative;
      case 'e':
      case 'o':
      case 'u':
      case 'h':
      case 'w':
        return Ending::any;
      default:
        return Ending::consonant;
    }
  }
  if (last == arabic_letter(0x0647, false, true) || last == arabic_letter(0x0627, false, true)) return Ending::open;
  // The relative ending and alef maqsura are one letter when folded.
  if (last == arabic_letter(0x064A, false, true)) return Ending::relative;
  const bool soft = last == arabic_letter(0x0639, false, true) || last == arabic_letter(0x0621, false, true) ||
                    last == arabic_letter(0x0648, false, true) || last == arabic_letter(0x062D, false, true);
  return soft ? Ending::any : Ending::consonant;
}

bool differ_by_nisba(NameToken const& a, NameToken const& b) {
  const auto left = ending_of(a);
  const auto right = ending_of(b);
  return (left == Ending::relative && right == Ending::consonant) ||
         (left == Ending::consonant && right == Ending::relative);
}

bool differ_by_ending(NameToken const& a, NameToken const& b) {
  const auto left = ending_of(a);
  const auto right = ending_of(b);
  if (left == Ending::any || right == Ending::any || left == right) return false;
  // "Salma" with alef maqsura.
  const auto arabic = a.script == Script::arabic ? left : right;
  return left == Ending::consonant || right == Ending::consonant || a.script == b.script || arabic == Ending::open;
}

class Reader {
 public:
  Reader(TokenAlignment const& alignment, std::vector<NameToken> const& left, std::vector<NameToken> const& right)
      : alignment_(alignment), left_(left), right_(right) {}

  Features run(bool reordered) {
    const bool any = std::ranges::any_of(alignment_.steps, [](AlignedTokens const& step) { return !step.skipped(); });
    for (auto const& step : alignment_.steps) step.skipped() ? left_out(step) : matched(step);
    const bool right_spare = sums_.left_out[1] > sums_.left_out[0];
    set(Feature::always, 1);
    set(Feature::mean_cost, any ? sums_.cost / std::max(sums_.letters, 1.0F) : 3);
    const float worst = any ? worst_[0] : 3;
    set(Feature::worst_cost, worst);
    set(Feature::bad_word, std::max(0.0F, worst - bad_from));
    set(Feature::broken_word, std::max(0.0F, worst - broken_from));
    set(Feature::other_word, std::max(0.0F, worst - other_from));
    set(Feature::worst_letters, std::min(worst_total_, most_counted_cost) / usual_cost);
    set(Feature::second_worst, worst_[1]);
    set(Feature::first_cost, first_);
    set(Feature::last_cost, last_);
    set(Feature::unmatched, std::min(sums_.left_out[0], sums_.left_out[1]));
    set(Feature::spare, std::max(sums_.left_out[0], sums_.left_out[1]));
    ends(right_spare ? 1 : 0);
    set(Feature::spare_particles, sums_.particles);
    set(Feature::matched_letters, std::min(sums_.letters, most_counted_letters) / usual_letters);
    set(Feature::one_word, sums_.matched <= 1 ? 1 : 0);
    set(Feature::common_words, sums_.commonness / std::max(sums_.matched, 1.0F));
    set(Feature::reordered, reordered ? 1 : 0);
    return features_;
  }

 private:
  void set(Feature feature, float value) { features_[static_cast<std::size_t>(feature)] = value; }
  void increase(Feature feature) { features_[static_cast<std::size_t>(feature)] += 1; }

  void left_out(AlignedTokens const& step) {
    const bool on_right = step.left == step.left_end;
    auto const& token = on_right ? right_[step.right] : left_[step.left];
    if (token.particle)
      sums_.particles += 1;
    else
      sums_.left_out[on_right ? 1 : 0] += token.initial ? 0.3F : 1;
  }

  void matched(AlignedTokens const& step) {
    auto const& left = left_[step.left];
    auto const& right = right_[step.right];
    const float cost = step.per_letter();
    worst_total_ = std::max(worst_total_, step.cost);
    sums_.cost += step.cost;
    sums_.letters += step.letters;
    sums_.matched += 1;
    sums_.commonness += std::max(left.commonness, right.commonness);
    if (cost > worst_[0])
      worst_ = {cost, worst_[0]};
    else
      worst_[1] = std::max(worst_[1], cost);
    if (sums_.matched == 1) first_ = cost;
    last_ = cost;
    if (step.left_end - step.left > 1 || step.right_end - step.right > 1) increase(Feature::joined);
    if (left.initial != right.initial) increase(Feature::initials);
    const bool one_word_each = step.left_end - step.left == 1 && step.right_end - step.right == 1;
    if (one_word_each && differ_by_ending(left, right)) increase(Feature::ending);
    if (one_word_each && differ_by_nisba(left, right)) increase(Feature::nisba);
  }

  // Where the words stand that the longer name has more.
  void ends(int side) {
    bool seen = false;
    for (auto const& step : alignment_.steps) {
      if (!step.skipped()) {
        seen = true;
        set(Feature::spare_last, 0);
        continue;
      }
      const bool on_right = step.left == step.left_end;
      auto const& token = on_right ? right_[step.right] : left_[step.left];
      if (on_right != (side == 1) || token.particle || token.initial) continue;
      set(seen ? Feature::spare_last : Feature::spare_first, 1);
      if (!seen) set(Feature::spare_given, 1 - token.commonness);
    }
  }

  TokenAlignment const& alignment_;
  std::vector<NameToken> const& left_;
  std::vector<NameToken> const& right_;
  Sums sums_;
  std::array<float, 2> worst_{0, 0};
  float first_ = 0, last_ = 0, worst_total_ = 0;
  Features features_{};
};

}  // namespace

std::string_view name_of(Feature feature) {
  static constexpr std::array<std::string_view, feature_count> names{
      "always",        "mean_cost",    "worst_cost",      "bad_word",        "broken_word", "other_word",
      "worst_letters", "second_worst", "first_cost",      "last_cost",       "unmatched",   "spare",
      "spare_first",   "spare_last",   "spare_particles", "matched_letters", "one_word",    "common_words",
      "joined",        "initials",     "reordered",       "nisba",           "spare_given", "ending"};
  return names[static_cast<std::size_t>(feature)];
}

Features features_of(TokenAlignment const& alignment, std::vector<NameToken> const& left,
                     std::vector<NameToken> const& right, bool reordered) {
  return Reader(alignment, left, right).run(reordered);
}

}  // namespace recoupe::name
