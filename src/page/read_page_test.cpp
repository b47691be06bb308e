#include <gtest/gtest.h>

#include <algorithm>

#include "page/report.hpp"

namespace recoupe::page {
namespace {

Vocabulary const& vocabulary() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return Vocabulary::compile(*lexicon::Lexicon::load(folders, Vocabulary::table_names()));
  }();
  return *compiled;
}

std::expected<Report, PageError> read(std::string_view bytes, Limits limits = {}) {
  Source source{};
  source.bytes = bytes;
  source.path = "page";
  return read_page(source, limits, vocabulary());
}

constexpr std::string_view paragraph =
    "<p>La présidente suédoise a reçu mardi à Stockholm le ministre de la Défense pour parler de la frontière.</p>";

TEST(ReadPage, KeepsTheArticleAndDropsTheRest) {
  const auto report = read(
      "<html><head><title>Un titre de trois mots</title></head><body><nav>Accueil Monde</nav><h1>Un titre de trois "
      "mots</h1>" +
      std::string(paragraph) +
      "<div class='related'><p>Le ministre de la Pêche a reçu hier les armateurs du Nord.</p></div></body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->title, "Un titre de trois mots");
  EXPECT_EQ(report->body().find("armateurs"), std::string::npos);
  EXPECT_NE(report->body().find("Stockholm"), std::string::npos);
  EXPECT_EQ(report->language, "fr");
}

TEST(ReadPage, DatesHaveTheirBasis) {
  const auto given = [](std::string_view head) {
    const auto report =
        read("<html><head>" + std::string(head) + "</head><body>" + std::string(paragraph) + "</body></html>");
    return report ? std::pair(report->published.value, report->published.basis)
                  : std::pair(std::string("none"), DateBasis::unknown);
  };
  EXPECT_EQ(given(""), std::pair(std::string(), DateBasis::unknown));
  EXPECT_EQ(given("<meta property='article:published_time' content='2021-04-07T08:00Z'>"),
            std::pair(std::string("2021-04-07"), DateBasis::open_graph));
  EXPECT_EQ(given("<script type='application/ld+json'>{\"datePublished\":\"2021-04-06\"}</script><meta name='date' "
                  "content='2021-01-01'>"),
            std::pair(std::string("2021-04-06"), DateBasis::json_ld));
  EXPECT_EQ(given("<link rel='canonical' href='https://a.example/2021/04/05/x/'>"),
            std::pair(std::string("2021-04-05"), DateBasis::url));
  EXPECT_EQ(given("<meta property='article:published_time' content='2021-13-45'>"),
            std::pair(std::string(), DateBasis::unknown));
}

std::string paragraphs(int count) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all += "<p>Phrase " + std::to_string(i) +
           " : la présidente a parlé, devant les députés, de la frontière et du port.</p>";
  return all;
}

TEST(ReadPage, TheElementWithTheParagraphsIsTheArticle) {
  const auto report =
      read("<html><body><div class='x'><div class='y'>" + paragraphs(5) +
           "</div></div><div class='z'><ul><li><a href='/a'>Un autre titre</a> Le ministre a reçu hier les "
           "armateurs du Nord, dit-il, à Kiel.</li></ul></div></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Phrase 4"), std::string::npos);
  EXPECT_EQ(report->body().find("armateurs"), std::string::npos);
}

TEST(ReadPage, AnArticleCutIntoSectionsIsOne) {
  const auto report = read("<html><body><main><section>" + paragraphs(3) +
                           "</section><section><p>Suite : le ministre a "
                           "répondu, devant les mêmes, que le port restait ouvert.</p><p>Fin : la séance a été levée, "
                           "après trois heures, sans vote.</p></section></main></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Phrase 0"), std::string::npos);
  EXPECT_NE(report->body().find("Fin :"), std::string::npos);
}

TEST(ReadPage, APartWithAMisleadingNameMayHoldTheWholeArticle) {
  const auto report =
      read("<html><body><form action='/x'><div class='sidebar'>" + paragraphs(6) + "</div></form></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Phrase 5"), std::string::npos);
}

TEST(ReadPage, HiddenTextAndCaptionsAreNotTheArticle) {
  const auto report = read("<html><body><article>" + paragraphs(4) +
                           "<p style='display: none'>Un texte que personne ne voit sur cette page, jamais.</p>"
                           "<figure><img src='a.jpg'>Le port de Kiel vu de la mer, un matin.</figure>" +
                           paragraphs(5) + "</article></body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body().find("personne ne voit"), std::string::npos);
  EXPECT_EQ(report->body().find("vu de la mer"), std::string::npos);
}

TEST(ReadPage, ADayBesideTheTitleDatesThePage) {
  const auto report = read("<html><body><article><h1>La présidente parle du port</h1><p>Kiel, le 6 avril 2021</p>" +
                           paragraphs(5) + "<p>Elle avait parlé le 3 mars 2019.</p></article></body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->published.value, "2021-04-06");
  EXPECT_EQ(report->published.basis, DateBasis::text);
}

TEST(ReadPage, TheTitleIsTheHeadingThatTheHeadSaysToo) {
  const auto titled = [](std::string const& head, std::string const& headings) {
    const auto report = read("<html><head>" + head + "</head><body>" + headings + paragraphs(5) + "</body></html>");
    return report ? report->title : std::string("none");
  };
  EXPECT_EQ(
      titled("<title>Le port reste ouvert | Le Courrier</title>", "<h1>Le Courrier</h1><h1>Le port reste ouvert</h1>"),
      "Le port reste ouvert");
  EXPECT_EQ(titled("<title>Le port reste ouvert | Le Courrier</title>", "<h1>Menu</h1>"), "Le port reste ouvert");
  EXPECT_EQ(titled("<meta property='og:title' content='Le port de Kiel reste ouvert'>", "<h1>Actualités</h1>"),
            "Le port de Kiel reste ouvert");
}

TEST(ReadPage, TheLeadBelongsToTheArticleAndAStandfirstDoesNot) {
  const std::string title = "<h1>Le port de Kiel reste ouvert</h1>";
  const auto whole = [&](std::string const& between) {
    return read("<html><body><article><header>" + title + between + "</header><div class='text'>" + paragraphs(5) +
                "</div></article></body></html>");
  };
  const auto lead = whole("<p>Le port de Kiel restera ouvert jusqu'au printemps, a dit la présidente.</p>");
  ASSERT_TRUE(lead);
  EXPECT_TRUE(lead->body().starts_with("Le port de Kiel restera"));
  const auto apart =
      whole("<p class='chapo'>Le port de Kiel restera ouvert jusqu'au printemps, a dit la présidente.</p>");
  ASSERT_TRUE(apart);
  EXPECT_TRUE(apart->body().starts_with("Phrase 0"));
  EXPECT_EQ(std::ranges::count(apart->blocks, BlockKind::standfirst, &Block::kind), 1);
}

TEST(ReadPage, SectionsMadeAlikeAreOneArticle) {
  const auto section = [](std::string const& text) {
    return "<div class='row'><div class='rich'>" + text + "</div></div>";
  };
  const auto report = read(
      "<html><body><h1>Le port de Kiel reste ouvert</h1>" + section(paragraphs(6)) + "<div class='ad'>x</div>" +
      section("<p>Suite et fin : le port restera ouvert jusqu'au printemps prochain, dit-on.</p>") + "</body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Suite et fin"), std::string::npos);
}

TEST(ReadPage, ScriptsWithoutBlanksHaveArticlesToo) {
  const auto report = read(
      "<html><body><h1>港は開いている</h1><div><p>大統領は火曜日に首都で大臣を迎え、国境について話し合った。</p>"
      "<p>会談は二時間続き、双方は協力を続けることで合意した。</p><p>港は春まで開いたままになると大統領は述べた。</p>"
      "</div></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("国境"), std::string::npos);
}

TEST(ReadPage, NothingIsPublishedAfterItWasSaved) {
  const auto bytes =
      "<html><head><meta property='article:published_time' content='2031-01-01'><meta name='date' "
      "content='2021-04-06'></head><body>" +
      paragraphs(5) + "</body></html>";
  Source source{};
  source.bytes = bytes;
  source.saved = "2021-04-09";
  const auto report = read_page(source, {}, vocabulary());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->published.value, "2021-04-06");
}

TEST(ReadPage, DaysThatDifferAreKept) {
  const auto report = read(
      "<html><head><meta property='article:published_time' content='2021-04-07'><meta name='date' "
      "content='2021-04-06'></head><body>" +
      paragraphs(5) + "</body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->published.value, "2021-04-07");
  EXPECT_EQ(report->other_dates, (std::vector<DateSaid>{{"2021-04-06", DateBasis::meta}}));
}

TEST(ReadPage, AQuotedPostStandsApart) {
  const auto report = read("<html><body><h1>Le port de Kiel reste ouvert</h1>" + paragraphs(3) +
                           "<blockquote class='twitter-tweet'><p>Le port reste ouvert, merci à tous.</p>\u2014 Port de "
                           "Kiel (@port) <a href='https://posts.example/port/status/1'>April 6, 2021</a></blockquote>" +
                           paragraphs(3) + "</body></html>");
  ASSERT_TRUE(report);
  const auto post = std::ranges::find(report->blocks, BlockKind::embed, &Block::kind);
  ASSERT_NE(post, report->blocks.end());
  EXPECT_EQ(post->text, "Le port reste ouvert, merci à tous.");
  EXPECT_EQ(post->author, "Port de Kiel (@port)");
  EXPECT_EQ(post->date, "2021-04-06");
  EXPECT_EQ(post->url, "https://posts.example/port/status/1");
}

TEST(ReadPage, AnElementNamedAsAPostMayHoldTheArticle) {
  const auto report = read("<html><body><div class='instagram-media post'>" + paragraphs(60) + "</div></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Phrase 29"), std::string::npos);
  EXPECT_EQ(std::ranges::count(report->blocks, BlockKind::embed, &Block::kind), 0);
}

TEST(ReadPage, ALinkToAnotherPageWithinTheTextDoesNotEndIt) {
  const auto report =
      read("<html><body><article>" + paragraphs(6) +
           "<p><a href='/x'>Lire aussi : un autre article sur un autre port</a></p><p>Le dernier "
           "paragraphe se tient derrière ce lien, et il appartient au texte.</p></article></body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body().find("un autre port"), std::string::npos);
  EXPECT_NE(report->body().find("appartient au texte"), std::string::npos);
}

TEST(ReadPage, AListWrittenWithBreaksIsKeptToItsEnd) {
  const auto report = read("<html><body><article>" + paragraphs(6) +
                           "<p>Les escales prévues dans les ports du Nord sont les suivantes, dans cet ordre.<br>Kiel, "
                           "2 mai<br>Malmö, 3 mai<br>Oslo, 5 mai</p><p>Tags</p></article></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Oslo, 5 mai"), std::string::npos);
  EXPECT_EQ(report->body().find("Tags"), std::string::npos);
}

TEST(ReadPage, ABlankThatDoesNotBreakEndsNoSentence) {
  const auto report = read("<html><head><title>Un titre de cinq mots</title></head><body><article>" + paragraphs(6) +
                           "<p>Ce port restera ouvert.&nbsp;</p></article></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("Ce port restera ouvert."), std::string::npos);
}

TEST(ReadPage, TheLeadStandsBehindATitleInOtherQuotationMarks) {
  const auto report = read(
      "<html><head><meta property='og:title' content='Le port de Kiel \"reste ouvert\" tout l\u2019hiver'></head>"
      "<body><div class='top'><div>Le port de Kiel \u00AB reste ouvert \u00BB tout l'hiver</div><div>La "
      "capitaine du port a reçu mardi les armateurs du Nord et leur a promis un port ouvert.</div></div>"
      "<article>" +
      paragraphs(6) + "</article></body></html>");
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->body().starts_with("La capitaine du port"));
}

TEST(ReadPage, ALanguageThatIsNoneIsNotTaken) {
  const auto report = read("<html lang='\u20AC\u20AC'><body><p>Om, zz.</p><p>Kvj qx, wpl.</p></body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->language.find('\xE2'), std::string::npos);
  const auto french = read("<html lang='FR-ma'><body>" + paragraphs(3) + "</body></html>");
  ASSERT_TRUE(french);
  EXPECT_EQ(french->language, "fr");
}

TEST(ReadPage, HostileMarkupIsReadInBounds) {
  std::string attribute(2'000'000, 'a');
  EXPECT_TRUE(read("<html><body><div class='" + attribute + "' id='" + attribute + "'>" + paragraphs(3) + "</div>"));
  std::string unclosed = "<html><body>";
  for (int i = 0; i < 300; ++i) unclosed += "<p><b><i><td><section>";
  EXPECT_TRUE(read(unclosed + paragraphs(4)));
  EXPECT_TRUE(
      read("<html><body>" + paragraphs(3) + std::string("<p>un\0deux, trois\xC3\x28 quatre, cinq et six.", 40)));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_EQ(read("<html><body>" + deep + paragraphs(3)).error().code, PageErrorCode::too_deep);
}

TEST(ReadPage, EntitiesDoNotMultiply) {
  const auto report = read(
      "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
      "'&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]>"
      "<html><body>" +
      paragraphs(3) + "<p>&e;&e;&e;</p></body></html>");
  ASSERT_TRUE(report);
  EXPECT_LT(report->body().size(), 10'000U);
}

TEST(ReadPage, AnAttributeOfTenMegabytesIsPassedOver) {
  const std::string value(10'000'000, 'a');
  const auto with = [&](std::string const& name) {
    return read("<html><body><div " + name + "='" + value + "'>" + paragraphs(3) + "</div></body></html>");
  };
  for (auto name : {"class", "style", "href", "data-x"}) EXPECT_TRUE(with(name)) << name;
}

TEST(ReadPage, APageOfSixtyMegabytesIsRefusedUnlessTheLimitSaysOtherwise) {
  std::string page = "<html><body>" + paragraphs(5);
  page.append(60'000'000 - page.size(), ' ');
  EXPECT_EQ(read(page).error().code, PageErrorCode::too_large);
  EXPECT_TRUE(read(page, Limits{.bytes = 100'000'000}));
}

TEST(ReadPage, NulsAndMixedEncodingsLeaveTheRestReadable) {
  using namespace std::string_literals;
  const auto report =
      read("<html><body>"s + paragraphs(3) + "<p>Un mot \0caf\xE9\0 et le mot café, écrit deux fois.</p>\xF0\x9F"s);
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("et le mot café, écrit deux fois."), std::string::npos);
  EXPECT_EQ(report->body().find('\0'), std::string::npos);
  EXPECT_FALSE(report->note.empty());
}

TEST(ReadPage, RefusesWithAReason) {
  EXPECT_EQ(read("").error().code, PageErrorCode::empty);
  EXPECT_EQ(read(" \n\t").error().code, PageErrorCode::empty);
  EXPECT_EQ(read(std::string(100, 'x'), Limits{.bytes = 50}).error().code, PageErrorCode::too_large);
  EXPECT_EQ(read(std::string(200, '\x01')).error().code, PageErrorCode::not_text);
  std::string deep = "<html><body>";
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_EQ(read(deep + std::string(paragraph)).error().code, PageErrorCode::too_deep);
  EXPECT_EQ(read("<html><body><nav>Accueil</nav></body></html>").error().code, PageErrorCode::no_article);
}

TEST(ReadPage, ALegacyCharsetIsReadRight) {
  const auto report = read(
      "<html><head><meta charset=windows-1252></head><body><p>Le ministre a \xE9t\xE9 re\xE7u mardi \xE0 Stockholm par "
      "la pr\xE9sidente su\xE9"
      "doise.</p></body></html>");
  ASSERT_TRUE(report);
  EXPECT_NE(report->body().find("été reçu"), std::string::npos);
}

TEST(ReadPage, TheSameBytesHaveTheSameIdAndOthersAnother) {
  EXPECT_EQ(read(paragraph)->id, read(paragraph)->id);
  EXPECT_NE(read(paragraph)->id, read(std::string(paragraph) + " ")->id);
  EXPECT_EQ(read(paragraph)->id.size(), 17U);
}

TEST(ReportProperty, EveryPieceOfTheBodyIsFoundInItsBlock) {
  const auto report = read(
      "Un titre sans point\n\nLa présidente a reçu le ministre à Stockholm mardi matin.\n\nIls ont parlé de la "
      "frontière pendant deux heures entières.\n");
  ASSERT_TRUE(report);
  const auto body = report->body();
  for (std::size_t begin = 0; begin < body.size(); begin += 3) {
    const auto end = std::min(body.find('\n', begin), body.size());
    if (end <= begin) continue;
    const auto found = report->to_block({begin, end});
    ASSERT_EQ(report->blocks[found.block].text.substr(found.span.begin, found.span.size()),
              body.substr(begin, end - begin));
  }
}

}  // namespace
}  // namespace recoupe::page
