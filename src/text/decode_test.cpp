#include "text/decode.hpp"

#include <gtest/gtest.h>

namespace recoupe::text {
namespace {

TEST(Decode, ValidUtf8WinsOverADeclarationThatLies) {
  const auto page = decode("Été à Rabat", "iso-8859-1");
  EXPECT_EQ(page.utf8, "Été à Rabat");
  EXPECT_EQ(page.charset, "UTF-8");
}

TEST(Decode, ReadsTheDeclaredCharset) {
  EXPECT_EQ(decode("\xC7\xE1\xD1\xC8\xC7\xD8 \xC7\xE1\xED\xE6\xE3", "windows-1256").utf8, "الرباط اليوم");
  EXPECT_EQ(decode("re\xE7u", "ISO-8859-1").utf8, "reçu");
}

TEST(Decode, ByteOrderMarksComeFirst) {
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "abc")
                .utf8,
            "abc");
  EXPECT_EQ(decode(std::string_view("\xFF\xFE"
                                    "a\0b\0",
                                    6))
                .utf8,
            "ab");
}

TEST(Decode, DamagedUtf8StaysUtf8) { EXPECT_EQ(decode("\xC3\xA9t\xC3\xA9 \xC3 \xC3\xA0").charset, "UTF-8"); }

TEST(Decode, GuessesWhereNothingIsSaid) {
  EXPECT_EQ(decode("Le minist\xE8re a \xE9t\xE9 re\xE7u \xE0 l'\xC9lys\xE9"
                   "e par le pr\xE9sident de la R\xE9publique")
                .utf8,
            "Le ministère a été reçu à l'Élysée par le président de la République");
}

}  // namespace
}  // namespace recoupe::text
