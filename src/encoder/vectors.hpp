// Sentence vectors, kept by what the sentence says: the encoder is loaded when the first one is asked for.
//
//   Vectors vectors(find_model());
//   auto made = vectors.of(sentences);      // one for each, or why there are none
//
// One for a whole run, shared by all threads. Answers depend on the sentences alone.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "encoder/encoder.hpp"

namespace recoupe::encoder {

class Vectors {
 public:
  // An empty path: wherever the model file is (find_model.hpp).
  explicit Vectors(std::filesystem::path model = {}) : model_(std::move(model)) {}

  std::expected<std::vector<Vector>, Error> of(std::span<const std::string_view> sentences);

  // The encoder itself, loaded if it was not.
  std::expected<Encoder const*, Error> encoder();

  // Why vectors that were asked for could not be made.
  std::optional<Error> failure() const;

 private:
  static constexpr std::size_t most_kept = 100'000;  // of 1.5 kB each

  std::filesystem::path model_;
  mutable std::mutex loading_;
  std::optional<std::expected<Encoder, Error>> encoder_;
  std::mutex keeping_;
  std::unordered_map<std::string, Vector> kept_;
};

}  // namespace recoupe::encoder
