#include "link/versions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace recoupe::link {
namespace {

using testing::ElementsAre;

reuse::Printed printed(std::vector<reuse::Print> prints) {
  reuse::Printed made;
  for (auto print : prints) made.content = made.content * 31 + print;
  made.prints = std::move(prints);
  return made;
}

TEST(ArticleAddress, LeavesOutWhatSavingsOfOnePageDifferIn) {
  EXPECT_EQ(article_address("https://www.Gazette.example/news/12/?utm_source=post&page=2#talks"),
            "gazette.example/news/12?page=2");
  EXPECT_EQ(article_address("http://gazette.example/news/12"), "gazette.example/news/12");
  EXPECT_EQ(article_address("https://gazette.example/?p=12&fbclid=abc"), "gazette.example?p=12");
}

TEST(ArticleAddress, OfAWholeSiteIsNone) {
  EXPECT_EQ(article_address("https://www.gazette.example/"), "");
  EXPECT_EQ(article_address("https://gazette.example?utm_source=x"), "");
  EXPECT_EQ(article_address("/news/12"), "");
  EXPECT_EQ(article_address(""), "");
}

TEST(NewestVersions, TheOneChangedLastStandsForTheOthers) {
  const auto text = printed({1, 2, 3, 4, 5});
  const auto longer = printed({1, 2, 3, 4, 5, 6, 7});
  const std::vector<SavedPage> pages{{"r1", "https://a.example/x", "Talks", "2031-05-02", &longer},
                                     {"r2", "http://a.example/x/", "Talks end", "2031-05-03", &text},
                                     {"r3", "https://a.example/y", "Talks", "2031-05-04", &text}};
  EXPECT_THAT(newest_versions(pages), ElementsAre(1, 1, 2));
}

TEST(NewestVersions, OfOneDayTheLongestThenTheFirstId) {
  const auto text = printed({1, 2, 3});
  const auto longer = printed({1, 2, 3, 4});
  const std::vector<SavedPage> pages{{"r3", "https://a.example/x", "", "", &text},
                                     {"r2", "https://a.example/x", "", "", &longer},
                                     {"r1", "https://a.example/x", "", "", &longer}};
  EXPECT_THAT(newest_versions(pages), ElementsAre(2, 2, 2));
}

TEST(NewestVersions, PagesThatShareAnAddressAloneAreOthers) {
  const auto one = printed({1, 2, 3, 4});
  const auto other = printed({5, 6, 7, 8});
  const auto nothing = printed({});
  const std::vector<SavedPage> pages{{"r1", "https://a.example/news", "Talks in Oslo", "", &one},
                                     {"r2", "https://a.example/news", "Rain in Bergen", "", &other},
                                     {"r3", "https://a.example/news", "", "", &nothing}};
  EXPECT_THAT(newest_versions(pages), ElementsAre(0, 1, 2));
}

TEST(NewestVersions, AreReachedThroughOneAnotherInAnyOrder) {
  const auto first = printed({1, 2, 3, 4});
  const auto second = printed({3, 4, 5, 6});
  const auto third = printed({5, 6, 7, 8});
  std::vector<SavedPage> pages{{"r1", "https://a.example/x", "a", "2031-05-01", &first},
                               {"r2", "https://a.example/x", "b", "2031-05-02", &second},
                               {"r3", "https://a.example/x", "c", "2031-05-03", &third}};
  do {
    const auto stands = newest_versions(pages);
    for (auto newest : stands) EXPECT_EQ(pages[newest].id, "r3");
  } while (std::ranges::next_permutation(pages, {}, &SavedPage::id).found);
}

TEST(NewestVersions, OneAddressOfHundredsOfPagesIsNoneOfAnArticle) {
  const auto text = printed({1, 2, 3});
  std::vector<std::string> ids;
  for (int i = 0; i < 300; ++i) ids.push_back("r" + std::to_string(i));
  std::vector<SavedPage> pages;
  for (auto const& id : ids) pages.push_back({id, "https://a.example/news", "Talks", "", &text});
  const auto stands = newest_versions(pages);
  for (std::size_t p = 0; p < pages.size(); ++p) EXPECT_EQ(stands[p], p);
}

PageText text_of(std::string const& body) {
  PageText made;
  made.report.id = "r1";
  made.report.title = "Talks";
  made.report.language = "en";
  made.body = text::segment(text::Text::from_utf8(body), "en", {});
  return made;
}

TEST(DescribeVersion, NamesTheSentencesThatOnlyOneHas) {
  const auto now = text_of("The two met. They spoke of trade. They spoke of fish. They spoke of fish.");
  const auto then = text_of("The two will meet. They spoke of fish. They spoke of trade.");
  const auto version = describe_version(now, then);
  EXPECT_EQ(version.title, "Talks");
  EXPECT_THAT(version.added, ElementsAre("The two met.", "They spoke of fish."));
  EXPECT_THAT(version.removed, ElementsAre("The two will meet."));
}

}  // namespace
}  // namespace recoupe::link
