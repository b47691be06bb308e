#include "story/division.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "story/table_of_products.hpp"

namespace recoupe::story {
namespace {

struct Heap {
  std::vector<text::SegmentedText> bodies;
  std::vector<Item> items;
};

Heap heap_of(std::vector<std::string> const& texts) {
  Heap made;
  made.bodies.reserve(texts.size());
  for (auto const& written : texts) {
    made.bodies.push_back(text::segment(text::Text::from_utf8(written), "fr", {}));
    made.items.push_back({written, "", &made.bodies.back(), "", {}, {}, {}, {}});
  }
  return made;
}

// A word for each number; no two begin alike.
std::string word(std::size_t number) {
  std::string made;
  for (auto left = number + 17; left > 0; left /= 20) made += "bcdfghjklmnpqrstvwxz"[left % 20];
  return made + "aro ";
}

// What all reports share, what those of one event do, and words of the report's own.
std::string report(std::size_t number, std::size_t event) {
  std::string made;
  for (std::size_t i = 0; i < 12; ++i) made += word(i);
  for (std::size_t i = 0; i < 12; ++i) made += word(100 * event + i);
  for (std::size_t i = 0; i < 40; ++i) made += word(1000 + 50 * number + i);
  return made;
}

std::vector<std::size_t> all_of(Heap const& heap) {
  std::vector<std::size_t> members(heap.items.size());
  std::iota(members.begin(), members.end(), std::size_t{0});
  return members;
}

TEST(Divided, TwoEventsOfOneAffair) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 16; ++i) texts.push_back(report(i, i < 8 ? 1 : 2));
  const auto heap = heap_of(texts);
  const auto parts = divided(heap.items, all_of(heap));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0], (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST(Divided, OneEventStaysWhole) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 12; ++i) texts.push_back(report(i, 1));
  const auto heap = heap_of(texts);
  EXPECT_EQ(divided(heap.items, all_of(heap)).size(), 1U);
  EXPECT_EQ(divided(heap.items, {0, 1, 2}).size(), 1U);
  EXPECT_EQ(divided(heap.items, {}).size(), 1U);
}

TEST(Divided, CopiesAreNoEventOfTheirOwn) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 8; ++i) texts.push_back(report(i, 1));
  for (std::size_t i = 0; i < 6; ++i) texts.push_back(texts[0] + word(3000 + i));
  const auto heap = heap_of(texts);
  EXPECT_EQ(divided(heap.items, all_of(heap)).size(), 1U);
}

TEST(BestCut, BetweenTwoHeapsOnALine) {
  const std::vector<double> places{-5, -4, -4.5, 4, 5, 4.5, 5.5};
  TableOfProducts products(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) products.add(i, j, places[i] * places[j]);
  }
  const auto cut = best_cut(products);
  EXPECT_EQ(cut, (Cut{false, false, false, true, true, true, true}));
  EXPECT_GT(explained_by(products, cut), 5);
  EXPECT_EQ(explained_by(TableOfProducts(3), Cut{false, true, true}), 0);
}

}  // namespace
}  // namespace recoupe::story
