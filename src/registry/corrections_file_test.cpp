#include "registry/corrections_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace recoupe::registry {
namespace {

namespace fs = std::filesystem;

Correction said(std::string const& why) {
  Correction made{{}, "K", "2024-05-02", why, Judgement::unsure, {}, {}, {}};
  made.about = {{"r1", "", "met in Paris"}, {"r2", "", "received him"}};
  return *correction_of(to_line(made));
}

class CorrectionsFile : public testing::Test {
 protected:
  void TearDown() override { fs::remove(file_); }
  std::vector<std::string> whys() const {
    std::vector<std::string> all;
    const auto said = read_corrections(file_);
    for (auto const& one : *said) all.push_back(one.why);
    return all;
  }
  fs::path file_ = fs::temp_directory_path() / ("recoupe-said-" + std::to_string(::getpid()) + ".jsonl");
};

TEST_F(CorrectionsFile, GrowsLineByLine) {
  ASSERT_TRUE(append_correction(file_, said("one")));
  ASSERT_TRUE(append_correction(file_, said("two\nlines")));
  EXPECT_EQ(whys(), (std::vector<std::string>{"one", "two\nlines"}));
}

TEST_F(CorrectionsFile, EndsALineThatAnEditorLeftOpen) {
  std::ofstream(file_) << to_line(said("one"));
  ASSERT_TRUE(append_correction(file_, said("two")));
  EXPECT_EQ(whys(), (std::vector<std::string>{"one", "two"}));
}

TEST_F(CorrectionsFile, LosesOnlyWhatIsWithdrawn) {
  for (const auto* why : {"one", "two", "three"}) ASSERT_TRUE(append_correction(file_, said(why)));
  ASSERT_TRUE(withdraw_correction(file_, said("two").id));
  EXPECT_EQ(whys(), (std::vector<std::string>{"one", "three"}));
  ASSERT_TRUE(withdraw_correction(file_, "c0"));
  EXPECT_EQ(whys().size(), 2U);
}

TEST_F(CorrectionsFile, SaysWhichLineIsNone) {
  std::ofstream(file_) << to_line(said("one")) << "\n\nagree\n";
  EXPECT_EQ(read_corrections(file_).error(), file_.string() + ":3: it is no JSON object");
  ASSERT_TRUE(withdraw_correction(file_, said("one").id));
  EXPECT_NE(read_corrections(file_).error().find("no JSON object"), std::string::npos);
  EXPECT_FALSE(append_correction("/nowhere/said.jsonl", said("one")));
  EXPECT_FALSE(read_corrections("/nowhere/said.jsonl"));
}

}  // namespace
}  // namespace recoupe::registry
