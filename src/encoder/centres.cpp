#include "encoder/centres.hpp"

#include <charconv>
#include <cmath>

namespace recoupe::encoder {
namespace {

void add(Vector& sum, Vector const& more, float times = 1) {
  for (std::size_t i = 0; i < dimensions; ++i) sum[i] += times * more[i];
}

std::expected<Vector, lexicon::Error> read_vector(lexicon::Rows const& rows) {
  Vector made{};
  std::size_t at = 0;
  for (auto const& row : rows) {
    for (auto const& field : row.fields) {
      const auto* end = field.data() + field.size();
      if (at == dimensions || std::from_chars(field.data(), end, made[at]).ptr != end)
        return std::unexpected(row.error("is not a row of a vector's numbers"));
      ++at;
    }
  }
  if (at != dimensions) return std::unexpected(rows.back().error("the vector ends too early"));
  return made;
}

}  // namespace

Vector normalised(Vector vector) {
  const auto length = static_cast<float>(std::sqrt(cosine(vector, vector)));
  for (auto& value : vector) value = length > 0 ? value / length : 0;
  return vector;
}

std::expected<Centres, lexicon::Error> Centres::compile(lexicon::Lexicon const& lexicon) {
  Centres made;
  for (auto const& language : lexicon.languages()) {
    auto const& rows = lexicon.table(language, "mean_vector");
    if (rows.empty()) continue;
    auto mean = read_vector(rows);
    if (!mean) return std::unexpected(mean.error());
    made.means_.emplace(language, *mean);
  }
  for (auto const& [language, mean] : made.means_) add(made.any_, mean, 1.0F / static_cast<float>(made.means_.size()));
  return made;
}

Vector const& Centres::of(std::string_view language) const {
  const auto found = means_.find(language);
  return found == means_.end() ? any_ : found->second;
}

std::vector<Vector> Centres::centred(std::span<const Vector> sentences, std::string_view language) const {
  Vector centre{};
  add(centre, of(language), prior);
  for (auto const& sentence : sentences) add(centre, sentence);
  for (auto& value : centre) value /= static_cast<float>(sentences.size()) + prior;
  std::vector<Vector> made(sentences.begin(), sentences.end());
  for (auto& vector : made) {
    add(vector, centre, -1);
    vector = normalised(vector);
  }
  return made;
}

}  // namespace recoupe::encoder
