#include "store/search_words.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "store/database.hpp"
#include "store/store.hpp"

namespace recoupe::store {
namespace {

TEST(SearchWords, FoldsEveryScriptAndOpensArabicWords) {
  EXPECT_EQ(search_words("L'Été, à Göteborg!"), "l ete a goteborg");
  EXPECT_EQ(search_words("والوزير"), "والوزير وزير الوزير");
  EXPECT_EQ(search_words("… — !"), "");
}

TEST(MatchQuery, QuotesWhatWasTyped) {
  EXPECT_EQ(match_query("Sánch rab"), "\"sanch\" \"rab\" *");
  EXPECT_EQ(match_query("الوزير"), "\"وزير\" *");
  EXPECT_EQ(match_query("\" OR NEAR("), "\"or\" \"near\" *");
  EXPECT_EQ(match_query("-- *"), "");
}

// What was typed in any of its forms finds what was written in any.
TEST(MatchQuery, FindsWhatSearchWordsFiled) {
  auto database = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->run("CREATE VIRTUAL TABLE t USING fts5(words, tokenize='unicode61 remove_diacritics 0')"));
  const auto put = database->prepare_all("INSERT INTO t VALUES (?)");
  for (auto const* text : {"استقبل الملك للوزير بالرباط", "Entretien à l'Élysée avec Olena Šimková"})
    ASSERT_TRUE(database->insert(put->front(), {std::string_view(search_words(text))}));
  const auto ask = database->prepare_all("SELECT count(*) FROM t WHERE t MATCH ?");
  const auto hits = [&](std::string_view typed) {
    std::int64_t count = -1;
    EXPECT_TRUE(database->rows(ask->front(), {std::string_view(match_query(typed))},
                               [&](Row const& row) { count = row.number(0); }));
    return count;
  };
  for (auto const* typed : {"وزير", "الوزير", "الرباط", "رباط الملك", "elysee", "L'Elysée", "simkova ol"})
    EXPECT_EQ(hits(typed), 1) << typed;
  EXPECT_EQ(hits("سفير"), 0);
}

}  // namespace
}  // namespace recoupe::store
