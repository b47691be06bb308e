#include "store/store.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "link/register_json.hpp"

namespace recoupe::store {
namespace {

namespace fs = std::filesystem;

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("store-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path file() const { return folder_ / "register.db"; }
  fs::path folder_;
};

link::Register example() {
  link::Register made;
  const link::Evidence evidence{"r1", 0, 3, 9, "a \"quote\"", "before", "السلام"};
  link::Report report;
  report.id = "r1";
  report.path = "a.html";
  report.language = "fr";
  report.text = "text";
  report.blocks.push_back({"paragraph", "text\u0001", "fr", "", "", ""});
  report.published = "2021-04-07";
  report.published_basis = "json_ld";
  report.chain.push_back({"authority", "DGST", "stated", evidence});
  made.reports.push_back(report);
  made.people.push_back({"p1",
                         {{"Arab", "كريم"}, {"Latn", "Karim"}},
                         {"Karim"},
                         {{{{"fr", "ministre"}}, "", "MA", {"2021-04-07"}, {evidence}}}});
  link::Encounter encounter;
  encounter.id = "e1";
  encounter.kind = "audience";
  encounter.status = "held";
  encounter.place = {"Rabat", "", "MA", 34.0, -6.8};
  encounter.certainty = "sure";
  encounter.participants.push_back({"p1", "Karim", "ministre", "", "MA", "host", "sure"});
  encounter.tellings.push_back(
      {"t1", "r1", "main", {evidence}, {}, {}, {}, {{"date", "2021-04-06", "written", {evidence}}}});
  encounter.origins.push_back({"communique", "DGST", "host", {"r1"}});
  encounter.independent_origins = 1;
  made.encounters.push_back(encounter);
  made.links.push_back({"e1", "e1", "recalls", std::nullopt});
  made.stories.push_back({"s1", {"r1"}, {"e1"}, {}, 0});
  made.reuse.push_back({"r1", "r1", "verbatim", "unknown", 0.5, {{0, 1, 2, 3, "verbatim"}}});
  made.coverage = {{{"fr", 1}}, {{"", 1}}, {{"2021-04", 1}}, 1, 0};
  return made;
}

std::string dumped(link::Register const& made) {
  std::string all;
  for (auto const& one : made.reports) all += link::to_json(one).dump();
  for (auto const& one : made.people) all += link::to_json(one).dump();
  for (auto const& one : made.encounters) all += link::to_json(one).dump();
  for (auto const& one : made.links) all += link::to_json(one).dump();
  for (auto const& one : made.stories) all += link::to_json(one).dump();
  for (auto const& one : made.reuse) all += link::to_json(one).dump();
  return all + link::to_json(made.coverage).dump();
}

TEST_F(StoreTest, ComesBackWhole) {
  const auto written = write(file(), example(), Existing::refuse);
  ASSERT_TRUE(written) << written.error().message;
  const auto back = read(file());
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(dumped(*back), dumped(example()));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}), 1) << "nothing is left beside it";
}

TEST_F(StoreTest, AnExistingFileIsReplacedOnlyWhenAsked) {
  std::ofstream(file()) << "kept";
  EXPECT_EQ(write(file(), example(), Existing::refuse).error().code, ErrorCode::exists);
  EXPECT_EQ(fs::file_size(file()), 4U);
  EXPECT_TRUE(write(file(), example(), Existing::replace));
  EXPECT_TRUE(read(file()));
}

TEST_F(StoreTest, SaysWhatIsNoRegister) {
  EXPECT_EQ(read(file()).error().code, ErrorCode::not_found);
  std::ofstream(file()) << "not a database, but long enough to be looked at as one";
  EXPECT_EQ(read(file()).error().code, ErrorCode::not_a_register);
}

TEST_F(StoreTest, ADamagedRegisterIsNamed) {
  ASSERT_TRUE(write(file(), example(), Existing::refuse));
  fs::resize_file(file(), fs::file_size(file()) / 2);
  EXPECT_EQ(read(file()).error().code, ErrorCode::not_a_register);
}

TEST_F(StoreTest, AFolderThatIsNotThereIsAnErrorNotACrash) {
  EXPECT_EQ(write(folder_ / "nowhere" / "register.db", example(), Existing::refuse).error().code, ErrorCode::io);
}

TEST_F(StoreTest, APathThatCannotBeIsAnErrorNotACrash) {
  const auto path = folder_ / std::string(300, 'x');
  EXPECT_EQ(write(path, example(), Existing::refuse).error().code, ErrorCode::io);
  EXPECT_EQ(write(path, example(), Existing::replace).error().code, ErrorCode::io);
  EXPECT_EQ(read(path).error().code, ErrorCode::io);
}

}  // namespace
}  // namespace recoupe::store
