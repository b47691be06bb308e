#include "lexicon/lexicon.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace recoupe::lexicon {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  void write(std::string const& name, std::string_view content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  fs::path path() const { return path_; }

 private:
  fs::path path_;
};

TEST(Lexicon, LaterFoldersAdd) {
  const Folder folder;
  folder.write("own/fr/weekdays.tsv", "# comment\nlundi\t1\n");
  folder.write("more/fr/weekdays.tsv", "mardi\t2\n");
  folder.write("more/world/places.tsv", "Rabat\tMA\n");
  const fs::path folders[] = {folder.path() / "own", folder.path() / "more"};
  const auto lexicon = Lexicon::load(folders);
  ASSERT_TRUE(lexicon) << lexicon.error().describe();
  EXPECT_EQ(lexicon->languages(), std::vector<std::string>{"fr"});
  ASSERT_EQ(lexicon->table("fr", "weekdays").size(), 2U);
  EXPECT_EQ(lexicon->table("fr", "weekdays")[1].field(1), "2");
  EXPECT_EQ(lexicon->table("world", "places")[0].field(1), "MA");
  EXPECT_TRUE(lexicon->table("ar", "weekdays").empty());
}

TEST(Lexicon, OnlyTheTablesThatAreAskedForAreRead) {
  const Folder folder;
  folder.write("own/fr/weekdays.tsv", "lundi\t1\n");
  folder.write("own/fr/months.tsv", "\tdamaged\n");
  const fs::path folders[] = {folder.path() / "own"};
  constexpr std::string_view only[] = {"weekdays"};
  const auto lexicon = Lexicon::load(folders, only);
  ASSERT_TRUE(lexicon) << lexicon.error().describe();
  EXPECT_EQ(lexicon->table("fr", "weekdays").size(), 1U);
  EXPECT_TRUE(lexicon->table("fr", "months").empty());
  EXPECT_FALSE(Lexicon::load(folders));
}

TEST(Lexicon, ErrorsNameFileAndLine) {
  const Folder folder;
  folder.write("own/fr/weekdays.tsv", "lundi\t1\n\n\t2\n");
  const fs::path folders[] = {folder.path() / "own"};
  const auto lexicon = Lexicon::load(folders);
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().line, 3U);
  EXPECT_NE(lexicon.error().describe().find("weekdays.tsv:3: "), std::string::npos);
}

TEST(Lexicon, AMissingFolderIsAnError) {
  const fs::path folders[] = {"/nowhere/at/all"};
  EXPECT_EQ(Lexicon::load(folders).error().file, "/nowhere/at/all");
}

}  // namespace
}  // namespace recoupe::lexicon
