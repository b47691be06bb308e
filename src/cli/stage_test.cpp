#include "cli/stage.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <streambuf>

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

std::vector<Answer> counted(Lines const& lines) {
  std::vector<Answer> answers;
  for (auto const& line : lines)
    answers.push_back(line.contains("text") ? Answer(Json{{"of", lines.size()}})
                                            : Answer(std::unexpected(LineError{"missing_field", "no text"})));
  return answers;
}

TEST(RunWaitingStage, AnswersTogetherWhatIsThere) {
  std::istringstream in("{\"id\":1,\"text\":\"a\"}\n{\"id\":2}\nbad\n{\"id\":3,\"text\":\"b\"}");
  std::ostringstream out;
  EXPECT_EQ(run_waiting_stage(in, out, counted), some_refused);
  EXPECT_EQ(out.str(),
            "{\"id\":1,\"of\":3}\n"
            "{\"id\":2,\"line\":2,\"error\":{\"code\":\"missing_field\",\"message\":\"no text\"}}\n"
            "{\"id\":null,\"line\":3,\"error\":{\"code\":\"bad_json\",\"message\":\"the line is not JSON\"}}\n"
            "{\"id\":3,\"of\":3}\n");
}

// Gives a line at a time, as somebody does who waits for each answer.
class Asker : public std::streambuf {
 public:
  explicit Asker(std::vector<std::string> lines) : lines_(std::move(lines)) {}

 private:
  int_type underflow() override {
    if (next_ == lines_.size()) return traits_type::eof();
    auto& line = lines_[next_++];
    setg(line.data(), line.data(), line.data() + line.size());
    return traits_type::to_int_type(line.front());
  }
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
};

TEST(RunWaitingStage, DoesNotWaitForALineBeforeItAnswersTheLast) {
  Asker asker({"{\"text\":\"a\"}\n", "{\"text\":\"b\"}\n"});
  std::istream in(&asker);
  std::ostringstream out;
  EXPECT_EQ(run_waiting_stage(in, out, counted), done);
  EXPECT_EQ(out.str(), "{\"id\":null,\"of\":1}\n{\"id\":null,\"of\":1}\n");
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
