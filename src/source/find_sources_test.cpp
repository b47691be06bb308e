#include "source/find_sources.hpp"

#include <gtest/gtest.h>

namespace recoupe::source {
namespace {

struct Vocabularies {
  name::Vocabulary names;
  Vocabulary sources;
};

Vocabularies const& vocabularies() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    const auto lexicon = lexicon::Lexicon::load(folders);
    return Vocabularies{std::move(*name::Vocabulary::compile(*lexicon)), std::move(*Vocabulary::compile(*lexicon))};
  }();
  return compiled;
}

struct Case {
  const char* language;
  const char* written;
  const char* source;
  SpeechKind kind;
};

class FindSources : public testing::TestWithParam<Case> {};

TEST_P(FindSources, NamesWhoSaysIt) {
  auto const& c = GetParam();
  const auto body = text::segment(text::Text::from_utf8(c.written), c.language, {});
  const auto found =
      find_sources(body, name::find_names(body, vocabularies().names), vocabularies().sources).attributions;
  ASSERT_EQ(found.size(), 1U) << c.written;
  ASSERT_TRUE(found[0].source) << c.written;
  EXPECT_EQ(body.slice(*found[0].source), c.source);
  EXPECT_EQ(found[0].kind, c.kind) << c.written;
}

INSTANTIATE_TEST_SUITE_P(
    Speech, FindSources,
    testing::Values(Case{"fr", "Selon le ministère, la visite est finie.", "le ministère", SpeechKind::nominal},
                    Case{"fr", "Ils ont parlé de la frontière, précise le communiqué.", "le communiqué",
                         SpeechKind::indirect},
                    Case{"en", "Karl Lindgren said that the visit was over.", "Karl Lindgren", SpeechKind::indirect},
                    Case{"en", "\"We agree on most things,\" Karl Lindgren said.", "Karl Lindgren", SpeechKind::direct},
                    Case{"ar", "وأوضح كارل ليندغرين أن الزيارة انتهت.", "كارل ليندغرين", SpeechKind::indirect}));

TEST(FindSources, TheSameSourceIsTheOneBefore) {
  const auto body = text::segment(
      text::Text::from_utf8("Ils se sont vus, indique un communiqué de la DGST. Ils ont parlé, ajoute la même source."),
      "fr", {});
  const auto found =
      find_sources(body, name::find_names(body, vocabularies().names), vocabularies().sources).attributions;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].refers_to, 0U);
}

TEST(FindChain, FromTheOutletToTheAuthority) {
  page::Report report;
  report.language = "fr";
  report.outlet = "Le Courrier";
  for (auto [kind, text] :
       {std::pair{page::BlockKind::paragraph, "Ils se sont vus mardi, indique un communiqué de la DGST."},
        {page::BlockKind::paragraph, "(avec AFP)"},
        {page::BlockKind::noise, "© Le Courrier"}}) {
    page::Block block;
    block.kind = kind;
    block.text = text;
    report.blocks.push_back(block);
  }
  const auto body = text::segment(text::Text::from_utf8(report.body()), "fr", {});
  const auto names = name::find_names(body, vocabularies().names);
  const auto chain =
      find_chain(report, body, names, find_sources(body, names, vocabularies().sources), vocabularies().sources);
  std::vector<std::string> told;
  for (auto const& link : chain) {
    told.push_back(std::string(name_of(link.role)) + " " + link.name);
    auto const& evidence = link.evidence;
    EXPECT_FALSE(report.blocks[evidence.block].text.substr(evidence.span.begin, evidence.span.size()).empty());
  }
  EXPECT_EQ(told,
            (std::vector<std::string>{"outlet Le Courrier", "agency AFP", "communique communiqué", "authority DGST"}));
}

TEST(FindSources, QuotesThatNeverCloseStayBounded) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "« il a dit ";
  const auto body = text::segment(text::Text::from_utf8(text), "fr", {});
  std::size_t said = 0;
  for (auto const& found : find_sources(body, {}, vocabularies().sources).attributions) {
    for (auto const& content : found.content) said += content.size();
  }
  EXPECT_LE(said, 2 * text.size());  // nothing is content of every quotation before it
}

}  // namespace
}  // namespace recoupe::source
