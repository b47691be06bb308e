// The stage that makes sentence vectors.
#include <cmath>

#include "cli/stages.hpp"

namespace recoupe::cli {
namespace {

double rounded(float value) { return std::round(static_cast<double>(value) * 1e5) / 1e5; }

}  // namespace

std::vector<Answer> encode(Lines const& lines, encoder::Encoder const& encoder) {
  std::vector<Answer> answers;
  std::vector<std::string> sentences;
  for (auto const& line : lines) {
    auto written = required_text(line, "text");
    if (written) {
      answers.emplace_back(Json());
      sentences.push_back(std::move(*written));
    } else {
      answers.emplace_back(std::unexpected(written.error()));
    }
  }
  const std::vector<std::string_view> views(sentences.begin(), sentences.end());
  const auto vectors = encoder.encode(views);
  auto next = vectors.begin();
  for (auto& answer : answers) {
    if (!answer) continue;
    Json vector = Json::array();
    for (auto value : *next++) vector.push_back(rounded(value));
    answer->emplace("vector", std::move(vector));
  }
  return answers;
}

Answer pieces(Json const& line, encoder::Encoder const& encoder) {
  const auto written = required_text(line, "text");
  if (!written) return std::unexpected(written.error());
  Json list = Json::array();
  for (auto number : encoder.pieces_of(*written)) list.push_back(encoder.piece(number));
  return Json{{"pieces", std::move(list)}};
}

}  // namespace recoupe::cli
