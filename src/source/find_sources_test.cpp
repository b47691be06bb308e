#include "source/find_sources.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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

// What is read grows with the text, whatever stands in it: no attribution takes more than a sentence and a quotation.
class HostileText : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(HostileText, IsReadInBoundedSteps) {
  constexpr std::size_t words = 100'000;
  std::string text;
  while (text.size() < words * 3) text += GetParam().second;
  const auto body = text::segment(text::Text::from_utf8(text), GetParam().first, {});
  const auto found = find_sources(body, name::find_names(body, vocabularies().names), vocabularies().sources);
  EXPECT_LE(found.attributions.size(), body.tokens.size());
  for (auto const& attribution : found.attributions) {
    for (auto const& content : attribution.content) {
      EXPECT_LE(content.end, text.size());
      EXPECT_LT(content.begin, content.end);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sources, HostileText,
                         testing::Values(std::pair{"en", "he said that she said, "}, std::pair{"en", "\"said ' ''"},
                                         std::pair{"en", "and Anna Berg, "}, std::pair{"en", "((((, said "},
                                         std::pair{"fr", "« a-t-il dit, \u201C"}, std::pair{"fr", "selon selon, "},
                                         std::pair{"ar", "قال إن \u00AB أكد، "}, std::pair{"ar", "بيان بلاغ ل"}));

TEST(SourceVocabulary, ARowThatNobodyReadsIsAnErrorWithItsPlace) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "source-words";
  std::filesystem::create_directories(folder / "xx");
  const std::pair<const char*, const char*> broken[] = {{"speech.tsv", "a\tno-such-class\n"},
                                                        {"speech-verbs.tsv", "sa\tno-such-paradigm\tsay\n"},
                                                        {"speech-endings.tsv", "er\twithout-a-stem\tfinite\n"},
                                                        {"clause-words.tsv", "a\tno-such-class\n"}};
  for (auto const& [file, row] : broken) {
    std::ofstream(folder / "xx" / file) << "# head\n" << row;
    const std::filesystem::path folders[] = {folder};
    const auto lexicon = lexicon::Lexicon::load(folders);
    ASSERT_TRUE(lexicon) << file;
    const auto compiled = Vocabulary::compile(*lexicon);
    ASSERT_FALSE(compiled) << file;
    EXPECT_EQ(compiled.error().line, 2U) << file;
    EXPECT_TRUE(compiled.error().file.ends_with(file)) << compiled.error().file;
    std::filesystem::remove(folder / "xx" / file);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace recoupe::source
