#include "cli/stage.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace recoupe::cli {
namespace {

Answer length(Json const& line) {
  const auto text = required_text(line, "text");
  if (!text) return std::unexpected(text.error());
  return Json{{"length", text->size()}};
}

TEST(RunStage, AnswersEveryLineInOrderAndNamesBadOnes) {
  std::istringstream in("{\"id\":1,\"text\":\"abc\"}\n\nnonsense\n{\"id\":\"x\"}\n{\"id\":2,\"text\":7}\n");
  std::ostringstream out;
  EXPECT_EQ(run_stage(in, out, length), some_refused);
  EXPECT_EQ(out.str(),
            "{\"id\":1,\"length\":3}\n"
            "{\"id\":null,\"line\":3,\"error\":{\"code\":\"bad_json\",\"message\":\"the line is not JSON\"}}\n"
            "{\"id\":\"x\",\"line\":4,\"error\":{\"code\":\"missing_field\",\"message\":\"\\\"text\\\" is missing\"}}\n"
            "{\"id\":2,\"line\":5,\"error\":{\"code\":\"bad_field\",\"message\":\"\\\"text\\\" is not a string\"}}\n");
}

TEST(RunStage, NothingDoneIsSaidByTheExitCode) {
  std::istringstream in("[]\n");
  std::ostringstream out;
  EXPECT_EQ(run_stage(in, out, length), nothing_done);
  std::istringstream nothing;
  EXPECT_EQ(run_stage(nothing, out, length), done);
}

TEST(RunWholeStage, KeepsPlacesOfRefusedLines) {
  std::istringstream in("{\"id\":1}\nbad\n{\"id\":2}\n");
  std::ostringstream out;
  const auto count = [](Lines const& lines) { return std::vector<Json>(lines.size(), Json{{"of", lines.size()}}); };
  EXPECT_EQ(run_whole_stage(in, out, count), some_refused);
  EXPECT_EQ(
      out.str(),
      "{\"id\":1,\"of\":2}\n{\"id\":null,\"line\":2,\"error\":{\"code\":\"bad_json\",\"message\":\"the line is not "
      "JSON\"}}\n{\"id\":2,\"of\":2}\n");
}

}  // namespace
}  // namespace recoupe::cli
