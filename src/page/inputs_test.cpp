#include "page/inputs.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace recoupe::page {
namespace {

namespace fs = std::filesystem;

class InputsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("inputs-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(std::string const& name, std::string_view content) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  static std::vector<std::string> labels(Inputs inputs, fs::path const& below) {
    std::vector<std::string> all;
    while (auto next = inputs.next()) {
      const auto label = *next ? (*next)->label : "refused " + next->error().label;
      const auto at = label.find(below.string());
      all.push_back(at == std::string::npos ? label
                                            : label.substr(0, at) + label.substr(at + below.string().size() + 1));
    }
    return all;
  }

  fs::path folder_;
};

TEST_F(InputsTest, AFolderIsWalkedInOrderWithoutWhatIsNoPage) {
  write("b.html", "<p>b");
  write("a.txt", "a");
  write("a_files/script.html", "x");
  write("photo.jpg", "x");
  write("deeper/c.HTM", "c");
  write(".hidden.txt", "h");
  EXPECT_EQ(labels(Inputs({folder_}, {}), folder_), (std::vector<std::string>{"a.txt", "b.html", "deeper/c.HTM"}));
}

TEST_F(InputsTest, ALinkThatTurnsInACircleIsNotFollowed) {
  write("a.txt", "a");
  fs::create_directory_symlink(folder_, folder_ / "again");
  EXPECT_EQ(labels(Inputs({folder_}, {}), folder_), std::vector<std::string>{"a.txt"});
}

TEST_F(InputsTest, WhatCannotBeReadIsNamedAndTheRestGoesOn) {
  const auto page = write("a.txt", "a");
  const auto large = write("large.txt", std::string(100, 'x'));
  fs::create_directory(folder_ / "empty");
  Inputs inputs({folder_ / "missing.html", large, folder_ / "empty", page}, Limits{.bytes = 50});
  EXPECT_EQ(inputs.next()->error().code, RefusalCode::not_found);
  EXPECT_EQ(inputs.next()->error().code, RefusalCode::too_large);
  EXPECT_EQ(inputs.next()->error().code, RefusalCode::no_pages);
  EXPECT_EQ((*inputs.next())->bytes, "a");
  EXPECT_FALSE(inputs.next());
}

TEST_F(InputsTest, JsonLinesCarryPages) {
  const auto lines = write("heap.jsonl", R"({"id":"1","text":"un texte","url":"https://a.example/1"})"
                                         "\n\nnot json\n"
                                         R"({"id":7,"html":"<p>deux"})"
                                         "\n"
                                         R"({"id":"3"})");
  Inputs inputs({lines}, {});
  const auto first = inputs.next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->url, "https://a.example/1");
  EXPECT_EQ((*first)->form, Form::text);
  const auto second = inputs.next();
  ASSERT_TRUE(second && !*second);
  EXPECT_EQ(second->error().line, 3U);
  const auto third = inputs.next();
  ASSERT_TRUE(third && *third);
  EXPECT_EQ((*third)->id, "7");
  EXPECT_EQ(inputs.next()->error().id, "3");
  EXPECT_FALSE(inputs.next());
}

}  // namespace
}  // namespace recoupe::page
