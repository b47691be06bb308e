// The layers of the encoder: pieces to vectors.
//
//   auto transformer = Transformer::make(file, Precision::eight_bits);
//   transformer->encode(texts);       // each text a row of pieces; one vector for each
//
// A BERT encoder (Devlin et al. 2019) with mean pooling. Pieces of many texts lie behind one another in one matrix, so
// that weights are read once for all of them; nothing is padded, and attention stays within a text.
#pragma once

#include <expected>
#include <oneapi/dnnl/dnnl.hpp>
#include <span>
#include <vector>

#include "encoder/matrix_product.hpp"
#include "encoder/model_file.hpp"

namespace recoupe::encoder {

class Transformer {
 public:
  // Refers to the file, which must outlive it.
  static std::expected<Transformer, Error> make(ModelFile const& file, Precision precision);

  // Texts of at least one and at most shape().positions pieces.
  std::vector<Vector> encode(std::span<const std::vector<std::uint32_t>> texts) const;

 private:
  struct Normaliser {
    std::vector<float> weight, bias;
  };
  struct Layer {
    MatrixProduct looks;  // query, key and value side by side
    MatrixProduct gathers;
    Normaliser after_attention;
    MatrixProduct widens;
    MatrixProduct narrows;
    Normaliser after_feed_forward;
  };
  struct Activations;

  bool read_embeddings(ModelFile const& file);
  bool read_layer(ModelFile const& file, std::string const& name, Precision precision);
  void embed(std::span<const std::vector<std::uint32_t>> texts, std::vector<float>& rows) const;
  void attend_all(std::span<const std::vector<std::uint32_t>> texts, Activations& activations) const;
  void encode_batch(std::span<const std::vector<std::uint32_t>> texts, Activations& activations,
                    std::vector<Vector>& made) const;

  dnnl::engine engine_;
  Shape shape_;
  std::span<const std::uint8_t> words_;  // packed
  std::vector<float> positions_;         // with the type of all tokens added
  Normaliser after_embedding_;
  std::vector<Layer> layers_;
};

}  // namespace recoupe::encoder
