#include "encounter/reading.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace recoupe::encounter {
namespace {

Words const& words() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Words::compile(*lexicon::Lexicon::load(folders));
  }();
  return *compiled;
}

Reading reading_of(std::string text, std::string language) {
  page::Report report;
  report.language = language;
  report.published = {"2021-04-07", page::DateBasis::given, {}};
  page::Block block;
  block.text = std::move(text);
  block.language = language;
  report.blocks.push_back(std::move(block));
  return read(std::move(report), words());
}

// A page in French around an Arabic post of that day.
Reading reading_around_a_post(std::string text, std::string posted) {
  page::Report report;
  report.language = "fr";
  report.published = {"2021-04-07", page::DateBasis::given, {}};
  page::Block post;
  post.kind = page::BlockKind::embed;
  post.text = "استقبلت رئيسة السويد آنا بيرغ، اليوم، وزير الدفاع الفرنسي بول مارتن، وناقشا أمن الحدود المشتركة.";
  post.language = "ar";
  post.date = std::move(posted);
  page::Block block;
  block.text = std::move(text);
  block.language = "fr";
  report.blocks = {block, post, block};
  report.blocks.back().text = "La suite du texte vient derrière.";
  return read(std::move(report), words());
}

struct Case {
  const char* language;
  const char* written;
  std::size_t tellings;
  Kind kind;
  Status status;
};

class Tells : public testing::TestWithParam<Case> {};

TEST_P(Tells, WhatIsWritten) {
  auto const& c = GetParam();
  const auto told = reading_of(c.written, c.language).tellings.tellings;
  ASSERT_EQ(told.size(), c.tellings) << c.written;
  if (told.empty()) return;
  EXPECT_EQ(told[0].kind, c.kind) << c.written;
  EXPECT_EQ(told[0].status, c.status) << c.written;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Tells,
    testing::Values(
        Case{"fr", "La présidente suédoise Anna Berg a reçu mardi le ministre français Paul Martin.", 1, Kind::audience,
             Status::held},
        Case{"fr", "La présidente suédoise Anna Berg recevra vendredi le ministre français Paul Martin.", 1,
             Kind::audience, Status::announced},
        Case{"fr", "Le ministre français Paul Martin s'est rendu mardi à Stockholm.", 1, Kind::visit, Status::held},
        Case{"en", "Swedish President Anna Berg held talks with French Minister Paul Martin on Tuesday.", 1,
             Kind::talks, Status::held},
        Case{"ar", "أجرى رئيس الحكومة كريم بناني مباحثات مع وزير الخارجية السويدي كارل ليندغرين اليوم.", 1, Kind::talks,
             Status::held},
        Case{"fr", "Le ministre français Paul Martin a reçu une demande mardi.", 0, Kind::other, Status::held},
        Case{"fr", "L'équipe de Paul Martin a rencontré celle de Karl Lindgren en finale de la coupe.", 0, Kind::other,
             Status::held},
        Case{"en", "President Anna Berg has received a letter.", 0, Kind::other, Status::held}));

std::vector<std::string> told_of(std::string text, std::string language) {
  std::vector<std::string> names;
  const auto reading = reading_of(std::move(text), std::move(language));
  for (auto const& telling : reading.tellings.tellings) {
    for (auto const& participant : telling.participants) names.push_back(participant.name);
  }
  return names;
}

TEST(Reading, AGroupIsACounterpartOfAVerbButNotOfANoun) {
  EXPECT_EQ(told_of("La présidente suédoise Anna Berg a reçu les maires mardi à Stockholm.", "fr"),
            (std::vector<std::string>{"Anna Berg", "maires"}));
  EXPECT_TRUE(told_of("Anna Berg said on Tuesday that officials look for a meeting place in Kiel.", "en").empty());
}

TEST(Reading, WhereItWasWrittenIsNotWhereItWas) {
  const auto reading =
      reading_of("STOCKHOLM - Swedish President Anna Berg met French Minister Paul Martin on Tuesday in Kiel.", "en");
  ASSERT_EQ(reading.tellings.tellings.size(), 1U);
  EXPECT_NE(reading.tellings.tellings[0].place.name, "STOCKHOLM");
}

TEST(Reading, WhatIsNotTakenSaysWhy) {
  const auto why = [](std::string text) {
    const auto refusals = reading_of(std::move(text), "en").tellings.refusals;
    return refusals.empty() ? std::string_view("taken") : name_of(refusals[0].why);
  };
  EXPECT_EQ(why("Swedish President Anna Berg met French Minister Paul Martin on Tuesday."), "taken");
  EXPECT_EQ(why("Swedish President Anna Berg held talks on Tuesday."), "one_party");
  EXPECT_EQ(why("Swedish President Anna Berg and French Minister Paul Martin like football."), "no_frame");
}

TEST(Words, ABadRowNamesItsFile) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "bad-frames";
  std::filesystem::create_directories(folder / "fr");
  {
    std::ofstream out(folder / "fr" / "frames.tsv");
    out << "# a frame of no known kind\nrecevoir\tparty\treceive\theld\n";
  }
  const std::filesystem::path folders[] = {folder};
  const auto compiled = Words::compile(*lexicon::Lexicon::load(folders));
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(compiled);
  EXPECT_NE(compiled.error().describe().find("frames.tsv:2"), std::string::npos);
}

// Whatever words come in whatever order: every span lies in the body, and nobody meets nobody.
TEST(ReadingProperty, EvidenceLiesInTheBody) {
  std::mt19937 random(5);
  static constexpr const char* pieces[] = {"La présidente",
                                           "Anna Berg",
                                           "a reçu",
                                           "le ministre",
                                           "Paul Martin",
                                           "mardi",
                                           "à Stockholm",
                                           ",",
                                           ".",
                                           "et",
                                           "avec",
                                           "la visite",
                                           "qui",
                                           "selon",
                                           "un communiqué de la",
                                           "DGST",
                                           "«",
                                           "»",
                                           "a rencontré",
                                           "par",
                                           "les deux responsables",
                                           "ONU"};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) text += std::string(pieces[random() % std::size(pieces)]) + ' ';
    const auto reading = reading_of(text, "fr");
    const auto size = reading.body.text.size();
    for (auto const& telling : reading.tellings.tellings) {
      ASSERT_FALSE(telling.evidence.empty());
      ASSERT_FALSE(telling.participants.empty());
      for (auto const& span : telling.evidence) ASSERT_LE(span.end, size);
      for (auto const& participant : telling.participants) ASSERT_FALSE(participant.name.empty());
    }
    for (auto const& attribution : reading.sources.attributions) {
      for (auto const& content : attribution.content) ASSERT_LE(content.end, size);
    }
  }
}

TEST(Reading, AListOfNamesTellsNothing) {
  std::string list = "Were present: ";
  for (int i = 0; i < 5000; ++i) list += "Anna Berg, Paul Martin and ";
  EXPECT_TRUE(told_of(std::move(list), "en").empty());
}

TEST(Reading, QuotesThatNeverCloseTellNothing) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "« J'ai reçu le ministre Paul Martin, ";
  EXPECT_TRUE(told_of(std::move(text), "fr").empty());
}

TEST(Reading, WhoReceivesAndWhoIsReceived) {
  for (auto const* written :
       {"La présidente suédoise Anna Berg a reçu mardi le ministre français Paul Martin.",
        "Le ministre français Paul Martin a été reçu mardi par la présidente suédoise Anna Berg."}) {
    const auto told = reading_of(written, "fr").tellings.tellings;
    ASSERT_EQ(told.size(), 1U) << written;
    for (auto const& participant : told[0].participants) {
      EXPECT_EQ(participant.role, participant.name == "Anna Berg" ? ParticipantRole::host : ParticipantRole::guest)
          << written;
    }
  }
}

TEST(Reading, EvidenceQuotesWhomItNames) {
  const auto reading = reading_of(
      "Le ministre français Paul Martin est arrivé mardi à Oslo. Il y a rencontré la présidente suédoise Anna Berg.",
      "fr");
  ASSERT_FALSE(reading.tellings.tellings.empty());
  for (auto const& telling : reading.tellings.tellings) {
    for (auto const& participant : telling.participants) {
      EXPECT_EQ(reading.body.slice(participant.evidence), participant.name);
    }
  }
}

TEST(Reading, ASentenceWithoutEndStaysBounded) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "la présidente Anna Berg a rencontré le ministre ";
  EXPECT_LE(reading_of(text, "fr").tellings.tellings.size(), 5U);
}

TEST(EmbeddedPosts, TellWhatTheArticleOnlyCommentsOn) {
  const auto reading =
      reading_around_a_post("Les deux pays sont liés par un accord, rappellent des observateurs.", "2021-04-06");
  ASSERT_EQ(reading.tellings.tellings.size(), 1U);
  auto const& told = reading.tellings.tellings[0];
  EXPECT_EQ(told.date.value, "2021-04-06");
  EXPECT_EQ(told.standing, Standing::main);
  ASSERT_EQ(told.participants.size(), 2U);
  for (auto const& participant : told.participants) {
    const auto quoted = reading.report.to_block(participant.evidence);
    ASSERT_EQ(quoted.block, 1U);
    EXPECT_NE(reading.report.blocks[1].text.substr(quoted.span.begin, quoted.span.size()).find(participant.name),
              std::string::npos);
    EXPECT_EQ(reading.names.people[participant.person].name, participant.name);
  }
  EXPECT_EQ(reading.report.to_block({reading.body.text.view().size() - 3, reading.body.text.view().size()}).block, 2U);
}

TEST(EmbeddedPosts, TellNothingTwice) {
  const auto reading = reading_around_a_post(
      "La présidente suédoise Anna Berg a reçu mardi 6 avril 2021 le ministre français Paul Martin.", "2021-04-06");
  ASSERT_EQ(reading.tellings.tellings.size(), 1U);
  EXPECT_EQ(reading.report.to_block(reading.tellings.tellings[0].evidence.front()).block, 0U);
}

TEST(EmbeddedPosts, AnOldOneIsRecalled) {
  const auto reading = reading_around_a_post("Les deux pays sont liés par un accord.", "2020-02-03");
  ASSERT_EQ(reading.tellings.tellings.size(), 1U);
  EXPECT_EQ(reading.tellings.tellings[0].standing, Standing::background);
}

}  // namespace
}  // namespace recoupe::encounter
