#include "registry/build.hpp"

#include <gtest/gtest.h>

namespace recoupe::registry {
namespace {

TEST(Build, AStopLeavesNothingBehind) {
  const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
  const auto words = encounter::Words::compile(*lexicon::Lexicon::load(folders));
  const auto target = std::filesystem::temp_directory_path() / "recoupe-stopped.db";
  std::filesystem::remove(target);
  const std::atomic<bool> stop = true;
  const Options options{{}, store::Existing::replace, 1, &stop};
  const auto outcome = build({RECOUPE_SOURCE_DIR "/examples/public"}, target, options, *words);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("is as it was"), std::string::npos) << outcome.error().message;
  EXPECT_FALSE(std::filesystem::exists(target));
}

}  // namespace
}  // namespace recoupe::registry
