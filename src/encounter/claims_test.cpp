#include "encounter/claims.hpp"

#include <gtest/gtest.h>

#include "encounter/reading.hpp"

namespace recoupe::encounter {
namespace {

Words const& words() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Words::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

std::vector<CountClaim> claims_of(std::string text, std::string language) {
  page::Report report;
  report.language = language;
  report.published = {"2021-04-07", page::DateBasis::given, {}};
  page::Block block;
  block.text = std::move(text);
  block.language = language;
  report.blocks.push_back(std::move(block));
  return read(std::move(report), words()).tellings.claims;
}

struct Case {
  const char* language;
  const char* written;
  Counted counted;
  int ordinal;
  bool anybody;
  const char* within;
  const char* since;
};

class Claims : public testing::TestWithParam<Case> {};

TEST_P(Claims, AreWhatIsWritten) {
  auto const& c = GetParam();
  const auto claims = claims_of(c.written, c.language);
  ASSERT_EQ(claims.size(), 1U) << c.written;
  EXPECT_EQ(claims[0].counted, c.counted) << c.written;
  EXPECT_EQ(claims[0].ordinal, c.ordinal) << c.written;
  EXPECT_EQ(claims[0].anybody, c.anybody) << c.written;
  EXPECT_EQ(claims[0].within, c.within) << c.written;
  EXPECT_EQ(claims[0].since, c.since) << c.written;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Claims,
    testing::Values(
        Case{"fr",
             "La présidente suédoise Anna Berg a reçu mardi à Stockholm le ministre français Paul Martin. Il s'agit de "
             "la "
             "deuxième visite d'un ministre français en moins de trois mois.",
             Counted::visit, 2, true, "P3M", ""},
        Case{"fr",
             "La présidente suédoise Anna Berg a reçu mardi à Stockholm le ministre français Paul Martin, pour leur 3e "
             "rencontre depuis 2019.",
             Counted::meeting, 3, false, "", "2019"},
        Case{"en",
             "Swedish President Anna Berg met French Minister Paul Martin in Stockholm on Tuesday, their first meeting "
             "since May 2019.",
             Counted::meeting, 1, false, "", "2019-05"},
        Case{"ar",
             "استقبلت رئيسة السويد آنا بيرغ، أمس الثلاثاء في ستوكهولم، وزير الدفاع الفرنسي بول مارتن. وتعد هذه ثاني "
             "زيارة له "
             "للسويد في أقل من شهرين.",
             Counted::visit, 2, false, "P2M", ""}));

TEST(Claims, OfOthersAreNotTaken) {
  EXPECT_TRUE(claims_of("La présidente suédoise Anna Berg a reçu mardi à Stockholm le ministre français Paul Martin. "
                        "La troisième visite du directeur a déplu.",
                        "fr")
                  .empty());
  EXPECT_TRUE(claims_of("Swedish President Anna Berg received French Minister Paul Martin in Stockholm on Tuesday. It "
                        "was the second visit in March.",
                        "en")
                  .empty())
      << "what is counted is not counted back from the day";
  EXPECT_TRUE(claims_of("Il s'agit de la deuxième visite du directeur en moins de trois mois.", "fr").empty());
}

}  // namespace
}  // namespace recoupe::encounter
