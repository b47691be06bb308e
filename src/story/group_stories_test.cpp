#include "story/group_stories.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace recoupe::story {
namespace {

struct Told {
  std::string id, language, title, text;
  std::vector<std::string> names, event_dates;  // each date an event
};

const std::vector<Told> heap{
    {"a",
     "fr",
     "Le pont de Brest fermé",
     "Le pont suspendu de Brest est fermé après la chute d'un câble de 40 mètres.",
     {"brest", "kerguelen", "madec"},
     {"2021-05-04"}},
    {"b",
     "fr",
     "Brest : un câble tombe",
     "Un câble de 40 mètres est tombé du pont suspendu de Brest, désormais fermé.",
     {"brest", "kerguelen", "madec"},
     {"2021-05-04"}},
    {"c",
     "fr",
     "Un marathon sous la pluie",
     "Douze mille coureurs ont pris part au marathon de Lille sous une pluie froide.",
     {"lille"},
     {}},
    {"d",
     "fr",
     "Lille court malgré la pluie",
     "Malgré une pluie froide, douze mille coureurs au marathon de Lille.",
     {"lille"},
     {}},
    {"e", "ar", "إغلاق جسر", "أغلق الجسر المعلق بعد سقوط كابل طوله 40 مترا", {"brest", "kerguelen", "madec"}, {}},
    {"f",
     "fr",
     "Recette de saison",
     "Faire revenir les oignons puis ajouter le bouillon et les herbes du jardin.",
     {},
     {}},
    {"g", "fr", "", "", {}, {}},
};

struct Heap {
  std::vector<text::SegmentedText> bodies;
  std::vector<Item> items;
};

Heap heap_in(std::vector<std::size_t> const& order, std::vector<Told> const& told) {
  Heap made;
  made.bodies.reserve(order.size());
  for (auto index : order) {
    auto const& one = told[index];
    made.bodies.push_back(text::segment(text::Text::from_utf8(one.text), one.language, {}));
    std::vector<Event> events;
    for (auto const& date : one.event_dates) events.push_back({date, {}, {}, false});
    made.items.push_back({one.id, one.title, &made.bodies.back(), "", one.names, {}, std::move(events)});
  }
  return made;
}

std::map<std::string, std::size_t> groups(std::vector<std::size_t> const& order, std::vector<Told> const& told = heap) {
  const auto made = heap_in(order, told);
  const auto numbers = group_stories(made.items);
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < order.size(); ++i) by_id[made.items[i].id] = numbers[i];
  return by_id;
}

std::vector<std::size_t> given_order(std::size_t size = heap.size()) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

TEST(GroupStories, OneEventOneGroup) {
  const auto found = groups(given_order());
  EXPECT_EQ(found.at("a"), 0U);
  EXPECT_EQ(found.at("a"), found.at("b"));
  EXPECT_EQ(found.at("c"), found.at("d"));
  EXPECT_NE(found.at("a"), found.at("c"));
  EXPECT_EQ(found.at("e"), found.at("a")) << "shared marks lead across languages";
  EXPECT_NE(found.at("f"), found.at("a"));
  EXPECT_NE(found.at("g"), found.at("f"));
  EXPECT_TRUE(group_stories({}).empty());
}

TEST(GroupStories, CertainDaysThatDifferKeepLookAlikesApart) {
  auto told = heap;
  told[1].event_dates = {"2021-06-11"};
  EXPECT_NE(groups(given_order(), told).at("a"), groups(given_order(), told).at("b"));
  for (const char* open : {"2021-05", "XXXX-06-11", ""}) {
    told[1].event_dates = {open};
    EXPECT_EQ(groups(given_order(), told).at("a"), groups(given_order(), told).at("b")) << open;
  }
}

TEST(GroupStoriesProperty, AnyOrderGivesTheSamePartition) {
  std::mt19937 random(7);
  auto order = given_order();
  const auto expected = groups(order);
  for (int round = 0; round < 50; ++round) {
    std::ranges::shuffle(order, random);
    const auto found = groups(order);
    EXPECT_EQ(found.at(heap[order[0]].id), 0U);
    for (auto const& one : heap) {
      for (auto const& other : heap) {
        ASSERT_EQ(found.at(one.id) == found.at(other.id), expected.at(one.id) == expected.at(other.id));
      }
    }
  }
}

TEST(GroupStoriesBound, ManyAlikeAndOneLongTextStayQuick) {
  std::vector<Told> told;
  for (int i = 0; i < 600; ++i)
    told.push_back({std::to_string(i), "fr", "", heap[0].text + " Version " + std::to_string(i), {}, {}});
  std::string monotonous;
  while (monotonous.size() < 1'000'000) monotonous += "encore ";
  told.push_back({"long", "fr", "", monotonous, {}, {}});
  const auto found = groups(given_order(told.size()), told);
  EXPECT_NE(found.at("long"), found.at("0"));
}

}  // namespace
}  // namespace recoupe::story
