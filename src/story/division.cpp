#include "story/division.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "encoder/centres.hpp"
#include "story/features.hpp"
#include "story/table_of_products.hpp"

namespace recoupe::story {
namespace {

constexpr double words_count = 1;
constexpr double marks_count = 0.25;
constexpr double meaning_counts = 0.5;
constexpr double one_text = 0.45;        // cosine of the words of two copies
constexpr std::size_t least_texts = 4;   // that are no copies of one another
constexpr std::size_t least_part = 3;    // reports
constexpr std::size_t least_shared = 2;  // reports that a feature must be found in
// What a cut through one event explains by chance: less is asked of it the more texts there are.
constexpr double least_explained = 2.65;
constexpr double each_text = 0.055;
constexpr double least_of_all = 1.4;

using Indices = std::vector<std::size_t>;

std::string_view language_of(Item const& item) {
  return item.body == nullptr ? std::string_view() : std::string_view(item.body->language);
}

std::map<std::string_view, Indices> by_language(std::span<const Item> items) {
  std::map<std::string_view, Indices> groups;
  for (std::size_t i = 0; i < items.size(); ++i) groups[language_of(items[i])].push_back(i);
  return groups;
}

// For each item the one that stands for it: the first one that it is a copy of, or itself.
Indices texts_of(std::span<const Item> items) {
  const auto features = features_of(items);
  std::vector<double> lengths;
  for (auto const& one : features) lengths.push_back(std::sqrt(product(one.words, one.words)));
  Indices stands_for;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto text = i;
    for (std::size_t j = 0; j < i && text == i; ++j) {
      if (stands_for[j] != j) continue;
      const auto shared = product(features[i].words, features[j].words);
      if (shared > 0 && shared >= one_text * lengths[i] * lengths[j]) text = j;
    }
    stands_for.push_back(text);
  }
  return stands_for;
}

// Words of two languages have nothing in common: each language's are counted from their own mean.
void add_words(TableOfProducts& products, std::vector<Features> const& features, Indices const& members) {
  std::map<std::uint32_t, double> mean;
  for (auto i : members) {
    for (auto entry : features[i].words) mean[entry.feature] += entry.weight / static_cast<double>(members.size());
  }
  Sparse centre;
  double square = 0;
  for (auto [feature, weight] : mean) centre.push_back({feature, weight}), square += weight * weight;
  std::map<std::size_t, double> to_centre;
  for (auto i : members) to_centre[i] = product(features[i].words, centre);
  for (std::size_t a = 0; a < members.size(); ++a) {
    for (std::size_t b = 0; b <= a; ++b) {
      const auto one = members[a], other = members[b];
      const auto raw = product(features[one].words, features[other].words);
      products.add(one, other, words_count * (raw - to_centre[one] - to_centre[other] + square));
    }
  }
}

// Counted from the mean of their language, as long as one another; nothing where there is no meaning.
std::vector<encoder::Vector> meanings_of(std::span<const Item> items,
                                         std::map<std::string_view, Indices> const& languages) {
  std::vector<encoder::Vector> made(items.size());
  for (auto const& [language, members] : languages) {
    encoder::Vector mean{};
    float known = 0;
    for (auto i : members) {
      if (!items[i].meaning) continue;
      ++known;
      for (std::size_t d = 0; d < encoder::dimensions; ++d) mean[d] += (*items[i].meaning)[d];
    }
    for (auto i : members) {
      if (!items[i].meaning) continue;
      for (std::size_t d = 0; d < encoder::dimensions; ++d) made[i][d] = (*items[i].meaning)[d] - mean[d] / known;
      made[i] = encoder::normalised(made[i]);
    }
  }
  return made;
}

TableOfProducts products_of(std::span<const Item> items) {
  TableOfProducts products(items.size());
  const auto features = features_of(items, least_shared);
  const auto languages = by_language(items);
  for (auto const& [language, members] : languages) add_words(products, features, members);
  const auto meanings = meanings_of(items, languages);
  for (std::size_t one = 0; one < items.size(); ++one) {
    for (std::size_t other = 0; other <= one; ++other) {
      products.add(one, other,
                   marks_count * product(features[one].marks, features[other].marks) +
                       meaning_counts * encoder::cosine(meanings[one], meanings[other]));
    }
  }
  return products;
}

bool is_clear(TableOfProducts const& products, Cut const& cut) {
  const auto texts = static_cast<double>(products.size());
  return explained_by(products, cut) >= std::max(least_of_all, least_explained - each_text * texts);
}

// The members on either side of a clear cut, else nothing.
std::vector<Indices> cut_in_two(std::span<const Item> items, Indices const& members) {
  std::vector<Item> own;
  for (auto index : members) own.push_back(items[index]);
  const auto text_of = texts_of(own);
  std::vector<Item> texts;
  std::map<std::size_t, std::size_t> place;  // among the texts
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (text_of[i] == i) place[i] = texts.size(), texts.push_back(own[i]);
  }
  if (texts.size() < least_texts) return {};
  const auto products = products_of(texts);
  const auto cut = best_cut(products);
  if (!is_clear(products, cut)) return {};
  std::vector<Indices> parts(2);
  for (std::size_t i = 0; i < own.size(); ++i) parts[cut[place.at(text_of[i])] ? 1 : 0].push_back(members[i]);
  return parts[0].size() < least_part || parts[1].size() < least_part ? std::vector<Indices>() : parts;
}

}  // namespace

std::vector<Indices> divided(std::span<const Item> items, Indices const& members) {
  std::vector<Indices> made;
  std::vector<Indices> waiting{members};
  while (!waiting.empty()) {
    auto next = std::move(waiting.back());
    waiting.pop_back();
    const bool tried = next.size() >= least_divided && next.size() <= most_divided;
    auto parts = tried ? cut_in_two(items, next) : std::vector<Indices>();
    if (parts.empty()) made.push_back(std::move(next));
    for (auto& part : parts) waiting.push_back(std::move(part));
  }
  std::ranges::sort(made);
  return made;
}

}  // namespace recoupe::story
