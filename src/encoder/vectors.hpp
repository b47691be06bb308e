// Sentence vectors, kept by what the sentence says: the encoder is loaded when the first one is asked for.
//
//   Vectors vectors(words.centres);
//   auto made = vectors.of(sentences);               // one for each, or why there are none
//   auto told = vectors.centred(sentences, "fr");    // of the sentences of one text: to compare with another text's
//
// One for a whole run, shared by all threads. Answers depend on the sentences alone.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "encoder/centres.hpp"
#include "encoder/encoder.hpp"

namespace recoupe::encoder {

class Vectors {
 public:
  // An empty path: wherever the model file is (find_model.hpp).
  explicit Vectors(Centres centres = {}, std::filesystem::path model = {})
      : centres_(std::move(centres)), model_(std::move(model)) {}

  std::expected<std::vector<Vector>, Error> of(std::span<const std::string_view> sentences);

  std::expected<std::vector<Vector>, Error> centred(std::span<const std::string_view> sentences,
                                                    std::string_view language);

  // The encoder itself, loaded if it was not.
  std::expected<Encoder const*, Error> encoder();

  // Why vectors that were asked for could not be made.
  std::optional<Error> failure() const;

 private:
  static constexpr std::size_t most_kept = 100'000;  // of 1.5 kB each

  Centres centres_;
  std::filesystem::path model_;
  mutable std::mutex loading_;
  std::optional<std::expected<Encoder, Error>> encoder_;
  std::mutex keeping_;
  std::unordered_map<std::string, Vector> kept_;
};

}  // namespace recoupe::encoder
