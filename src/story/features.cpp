#include "story/features.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "lexicon/phrase_table.hpp"
#include "text/fold.hpp"

namespace recoupe::story {
namespace {

constexpr std::size_t stem_length = 5;    // code points
constexpr std::size_t shortest_word = 3;  // code points
constexpr double title_counts = 2;        // times
constexpr double unseen_words = 1;
constexpr double unseen_marks = 2;
constexpr std::size_t most_features = 250;  // of an item, the heaviest

using Counts = std::map<std::string, double>;  // feature to how often

// The first five code points; empty for words too short to tell anything.
std::string_view stem(std::string_view folded) {
  std::size_t points = 0;
  std::size_t end = 0;
  while (end < folded.size() && points < stem_length) {
    ++end;
    while (end < folded.size() && (static_cast<unsigned char>(folded[end]) & 0xC0U) == 0x80U) ++end;
    ++points;
  }
  return points < shortest_word ? std::string_view() : folded.substr(0, end);
}

bool is_long_number(std::string_view folded) {
  return folded.size() >= 2 && std::ranges::all_of(folded, [](char c) { return c >= '0' && c <= '9'; });
}

void count_title(Item const& item, Counts& words, Counts& marks) {
  const std::string language = item.body == nullptr ? std::string() : item.body->language;
  for (auto const& word : lexicon::phrase_words(item.title)) {
    if (const auto root = stem(word); !root.empty()) words[language + ':' + std::string(root)] += title_counts;
    if (is_long_number(word)) marks["number:" + word] += 1;
  }
}

void count_body(text::SegmentedText const& body, Counts& words, Counts& marks) {
  const auto end = std::min(body.tokens.size(), longest_body);
  for (std::size_t index = 0; index < end; ++index) {
    auto const& token = body.tokens[index];
    if (token.kind == text::TokenKind::word) {
      if (const auto root = stem(token.folded); !root.empty()) words[body.language + ':' + std::string(root)] += 1;
    } else if (token.kind == text::TokenKind::number && is_long_number(token.folded)) {
      marks["number:" + token.folded] += 1;
    }
  }
}

// Numbers features by their names, so that sums are made in one order whatever the order of the items.
std::vector<Sparse> weighted(std::vector<Counts> const& counts, std::map<std::string, std::size_t> const& totals,
                             std::size_t least_holders) {
  std::map<std::string_view, std::size_t> holders;
  for (auto const& item : counts) {
    for (auto const& [feature, count] : item) ++holders[feature];
  }
  std::map<std::string_view, Weighted> table;
  for (auto const& [feature, count] : holders) {
    if (count < least_holders) continue;
    const auto group = totals.find(std::string(feature.substr(0, feature.find(':'))));
    const auto total = static_cast<double>(group == totals.end() ? counts.size() : group->second);
    table[feature] = {static_cast<std::uint32_t>(table.size()), std::log((total + 1) / static_cast<double>(count))};
  }
  std::vector<Sparse> made;
  for (auto const& item : counts) {
    Sparse vector;
    for (auto const& [feature, count] : item) {
      const auto entry = table.find(feature);
      if (entry == table.end()) continue;
      vector.push_back({entry->second.feature, (1 + std::log(count)) * entry->second.weight});
    }
    made.push_back(std::move(vector));
  }
  return made;
}

// A vector of few or common features stays short of length 1, as if it had `unseen` rare ones that nobody shares.
void keep_heaviest(Sparse& vector, double unseen, double rarest) {
  if (vector.size() > most_features) {
    std::ranges::sort(vector, [](Weighted a, Weighted b) {
      return a.weight != b.weight ? a.weight > b.weight : a.feature < b.feature;
    });
    vector.resize(most_features);
    std::ranges::sort(vector, {}, &Weighted::feature);
  }
  double squares = unseen * rarest * rarest;
  for (auto entry : vector) squares += entry.weight * entry.weight;
  if (squares <= 0) return vector.clear();
  for (auto& entry : vector) entry.weight /= std::sqrt(squares);
}

}  // namespace

std::vector<Features> features_of(std::span<const Item> items, std::size_t least_holders) {
  std::vector<Counts> words(items.size());
  std::vector<Counts> marks(items.size());
  std::map<std::string, std::size_t> of_language;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto const& item = items[i];
    count_title(item, words[i], marks[i]);
    if (item.body != nullptr) count_body(*item.body, words[i], marks[i]);
    for (auto const& name : item.names) marks[i]["name:" + name] += 1;
    for (auto const& date : item.dates) marks[i]["date:" + date] += 1;
    ++of_language[item.body == nullptr ? std::string() : item.body->language];
  }
  auto word_vectors = weighted(words, of_language, least_holders);
  auto mark_vectors = weighted(marks, {}, least_holders);
  const auto rarest = std::log(static_cast<double>(items.size()) + 1);
  std::vector<Features> made(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    keep_heaviest(word_vectors[i], unseen_words, rarest);
    keep_heaviest(mark_vectors[i], unseen_marks, rarest);
    made[i] = {std::move(word_vectors[i]), std::move(mark_vectors[i])};
  }
  return made;
}

double product(Sparse const& left, Sparse const& right) {
  double sum = 0;
  for (auto one = left.begin(), other = right.begin(); one != left.end() && other != right.end();) {
    if (one->feature == other->feature)
      sum += one++->weight * other++->weight;
    else
      ++(one->feature < other->feature ? one : other);
  }
  return sum;
}

}  // namespace recoupe::story
