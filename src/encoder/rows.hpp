// What happens to rows of numbers between two matrix products.
//
// Written so that a compiler makes wide instructions of it and still adds in one order: sums run in `lanes` partial
// sums, products and sums are never fused. So every processor, wide or narrow, gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace recoupe::encoder {

inline constexpr std::size_t lanes = 16;

// Row r as 8 bits: values[c] is about low[r] + step[r] · out[c].
void quantise(const float* values, std::size_t rows, std::size_t columns, std::uint8_t* out, float* step, float* low);

// A weight matrix in 8 bits: weight (i, o) is about scale[o] · quantised; sum[o] adds up the quantised ones.
struct QuantisedColumns {
  std::span<const float> scale;
  std::span<const float> sum;
};
// `weights` holds a row of `inputs` for each output.
void quantise_weights(const float* weights, std::size_t outputs, std::size_t inputs, std::int8_t* out, float* scale,
                      float* sum);

// Undoes quantisation on both sides of a product: out(r, o) = scale[o] · (step[r] · dot(r, o) + low[r] · sum[o]) +
// bias[o].
void restore(const std::int32_t* dot, std::size_t rows, const float* step, const float* low,
             QuantisedColumns const& columns, std::span<const float> bias, float* out);
// The same, and then gelu.
void restore_to_gelu(const std::int32_t* dot, std::size_t rows, const float* step, const float* low,
                     QuantisedColumns const& columns, std::span<const float> bias, float* out);

void add_bias(float* values, std::size_t rows, std::span<const float> bias);

// Gaussian error linear unit: x · Φ(x), in place.
void gelu(float* values, std::size_t count);

// values = normalised(values + added) · weight + bias, row by row; `added` may be null.
void add_and_normalise(float* values, const float* added, std::size_t rows, std::span<const float> weight,
                       std::span<const float> bias, float epsilon);

// One head of attention over one text. Rows of query, key and value lie `stride` apart, those of `out` `out_stride`;
// each head is `width` wide, a multiple of `lanes`. `scratch` holds at least attention_scratch(tokens, width) numbers.
struct Head {
  const float* query;
  const float* key;
  const float* value;
  float* out;
  std::size_t stride;
  std::size_t out_stride;
  std::size_t width;
};
inline constexpr std::size_t together = 4;  // queries
constexpr std::size_t attention_scratch(std::size_t tokens, std::size_t width) {
  const auto padded = (tokens + lanes - 1) / lanes * lanes;
  return padded * (2 * width + together);
}
void attend(Head const& head, std::size_t tokens, float* scratch);

}  // namespace recoupe::encoder
