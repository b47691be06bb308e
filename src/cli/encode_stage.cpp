// The stage that makes sentence vectors.
#include <cmath>

#include "cli/stages.hpp"

namespace recoupe::cli {
namespace {

double rounded(float value) { return std::round(static_cast<double>(value) * 1e5) / 1e5; }

}  // namespace

Answer encode(Json const& line, encoder::Encoder const& encoder, bool pieces) {
  const auto written = required_text(line, "text");
  if (!written) return std::unexpected(written.error());
  if (pieces) {
    Json list = Json::array();
    for (auto number : encoder.pieces_of(*written)) list.push_back(encoder.piece(number));
    return Json{{"pieces", std::move(list)}};
  }
  const std::string_view sentence = *written;
  Json vector = Json::array();
  const auto vectors = encoder.encode({&sentence, 1});
  for (auto value : vectors.front()) vector.push_back(rounded(value));
  return Json{{"vector", std::move(vector)}};
}

}  // namespace recoupe::cli
