#include "encoder/rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

// The same code for narrow and wide processors, chosen when the program starts; this file is compiled without fused
// multiply-add (CMakeLists.txt).
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define RECOUPE_EVERY_WIDTH __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define RECOUPE_INLINE inline __attribute__((always_inline))
#else
#define RECOUPE_EVERY_WIDTH
#define RECOUPE_INLINE inline
#endif

namespace recoupe::encoder {
namespace {

using Lanes = std::array<float, lanes>;
// The same as one value, read from and written to any address.
typedef float Wide __attribute__((vector_size(lanes * sizeof(float)), aligned(alignof(float)), may_alias));

RECOUPE_INLINE float total(Lanes const& partial) {
  float sum = 0;
  for (auto value : partial) sum += value;
  return sum;
}

// e to the x for x <= 0, to seven digits: 2^n · e^r with a polynomial for r (Cephes' coefficients for expf).
RECOUPE_INLINE float exp_of(float x) {
  constexpr float to_integer = 12582912.0F;  // adding it leaves no fraction
  x = std::max(x, -87.0F);
  const float n = (x * 1.44269504088896341F + to_integer) - to_integer;
  const float r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
  float p = 1.9875691500e-4F;
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  const float mantissa = (p * r * r + r) + 1.0F;
  const auto exponent = (static_cast<std::int32_t>(n) + 127) << 23;
  return mantissa * std::bit_cast<float>(exponent);
}

// Abramowitz and Stegun 7.1.26, within 1.5e-7.
RECOUPE_INLINE float gelu_of(float x) {
  const float z = std::abs(x) * 0.70710678118654752F;
  const float t = 1.0F / (1.0F + 0.3275911F * z);
  float p = 1.061405429F;
  p = p * t - 1.453152027F;
  p = p * t + 1.421413741F;
  p = p * t - 0.284496736F;
  p = p * t + 0.254829592F;
  const float tail = 0.5F * p * t * exp_of(-z * z);  // of the normal distribution beyond |x|
  return x * (x < 0 ? tail : 1.0F - tail);
}

// Softmax of the first `tokens` values, zero behind them.
RECOUPE_INLINE void to_shares(float* values, std::size_t tokens, std::size_t padded) {
  float most = values[0];
  for (std::size_t s = 1; s < tokens; ++s) most = values[s] > most ? values[s] : most;
  for (std::size_t s = 0; s < padded; ++s) values[s] = exp_of(std::min(values[s] - most, 0.0F));
  for (std::size_t s = tokens; s < padded; ++s) values[s] = 0;
  Lanes sums{};
  for (std::size_t s = 0; s < padded; s += lanes) {
    for (std::size_t i = 0; i < lanes; ++i) sums[i] += values[s + i];
  }
  const float inverse = 1.0F / total(sums);
  for (std::size_t s = 0; s < padded; ++s) values[s] *= inverse;
}

}  // namespace

RECOUPE_EVERY_WIDTH
void quantise(const float* values, std::size_t rows, std::size_t columns, std::uint8_t* out, float* step, float* low) {
  for (std::size_t r = 0; r < rows; ++r, values += columns, out += columns) {
    Lanes least, most;
    least.fill(std::numeric_limits<float>::max());
    most.fill(std::numeric_limits<float>::lowest());
    for (std::size_t c = 0; c < columns; c += lanes) {
      for (std::size_t i = 0; i < lanes; ++i) {
        const float value = values[c + i];
        least[i] = value < least[i] ? value : least[i];
        most[i] = value > most[i] ? value : most[i];
      }
    }
    const float bottom = *std::min_element(least.begin(), least.end());
    const float width = *std::max_element(most.begin(), most.end()) - bottom;
    step[r] = width / 255.0F;
    low[r] = bottom;
    const float per_step = width > 0 ? 255.0F / width : 0.0F;
    // Never below zero, so that cutting rounds; a call for each value would not be vectorised.
    // NOLINTBEGIN(bugprone-incorrect-roundings)
    for (std::size_t c = 0; c < columns; ++c)
      out[c] = static_cast<std::uint8_t>(static_cast<std::int32_t>((values[c] - bottom) * per_step + 0.5F));
    // NOLINTEND(bugprone-incorrect-roundings)
  }
}

RECOUPE_EVERY_WIDTH
void restore(const std::int32_t* dot, std::size_t rows, const float* step, const float* low,
             QuantisedColumns const& columns, std::span<const float> bias, float* out) {
  const auto count = bias.size();
  const float* scale = columns.scale.data();
  const float* sum = columns.sum.data();
  const float* shift = bias.data();
  for (std::size_t r = 0; r < rows; ++r, dot += count, out += count) {
    const float by = step[r];
    const float base = low[r];
    for (std::size_t o = 0; o < count; ++o)
      out[o] = scale[o] * (by * static_cast<float>(dot[o]) + base * sum[o]) + shift[o];
  }
}

RECOUPE_EVERY_WIDTH
void add_bias(float* values, std::size_t rows, std::span<const float> bias) {
  const float* shift = bias.data();
  for (std::size_t r = 0; r < rows; ++r, values += bias.size()) {
    for (std::size_t o = 0; o < bias.size(); ++o) values[o] += shift[o];
  }
}

RECOUPE_EVERY_WIDTH
void gelu(float* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) values[i] = gelu_of(values[i]);
}

RECOUPE_EVERY_WIDTH
void add_and_normalise(float* values, const float* added, std::size_t rows, std::span<const float> weight,
                       std::span<const float> bias, float epsilon) {
  const auto columns = weight.size();
  const float* by = weight.data();
  const float* shift = bias.data();
  for (std::size_t r = 0; r < rows; ++r, values += columns) {
    if (added != nullptr) {
      for (std::size_t c = 0; c < columns; ++c) values[c] += added[c];
      added += columns;
    }
    Lanes sums{};
    for (std::size_t c = 0; c < columns; c += lanes) {
      for (std::size_t i = 0; i < lanes; ++i) sums[i] += values[c + i];
    }
    const float mean = total(sums) / static_cast<float>(columns);
    Lanes squares{};
    for (std::size_t c = 0; c < columns; c += lanes) {
      for (std::size_t i = 0; i < lanes; ++i) {
        const float off = values[c + i] - mean;
        squares[i] += off * off;
      }
    }
    const float inverse = 1.0F / std::sqrt(total(squares) / static_cast<float>(columns) + epsilon);
    for (std::size_t c = 0; c < columns; ++c) values[c] = (values[c] - mean) * inverse * by[c] + shift[c];
  }
}

// Queries are taken `together` at a time, so that each key and value is loaded once for all of them; the last ones may
// be done twice.
RECOUPE_EVERY_WIDTH
void attend(Head const& head, std::size_t tokens, float* scratch) {
  const auto padded = (tokens + lanes - 1) / lanes * lanes;
  const auto width = head.width;
  float* keys = scratch;                     // transposed: width rows of `padded`
  float* shares = scratch + padded * width;  // how much each token is looked at; a row for each query
  for (std::size_t e = 0; e < width; ++e) {
    for (std::size_t s = 0; s < tokens; ++s) keys[e * padded + s] = head.key[s * head.stride + e];
    for (std::size_t s = tokens; s < padded; ++s) keys[e * padded + s] = 0;
  }
  const float scale = 1.0F / std::sqrt(static_cast<float>(width));
  for (std::size_t first = 0; first < tokens; first += together) {
    const auto token = [&](std::size_t q) { return std::min(first + q, tokens - 1); };
    const float* query[together];
    for (std::size_t q = 0; q < together; ++q) query[q] = head.query + token(q) * head.stride;
    for (std::size_t s = 0; s < padded; s += lanes) {
      Wide sum[together] = {};
      for (std::size_t e = 0; e < width; ++e) {
        const Wide key = *reinterpret_cast<const Wide*>(keys + e * padded + s);
        for (std::size_t q = 0; q < together; ++q) sum[q] += key * query[q][e];
      }
      for (std::size_t q = 0; q < together; ++q) *reinterpret_cast<Wide*>(shares + q * padded + s) = sum[q] * scale;
    }
    for (std::size_t q = 0; q < together; ++q) to_shares(shares + q * padded, tokens, padded);
    for (std::size_t e = 0; e < width; e += lanes) {
      Wide sum[together] = {};
      for (std::size_t s = 0; s < tokens; ++s) {
        const Wide value = *reinterpret_cast<const Wide*>(head.value + s * head.stride + e);
        for (std::size_t q = 0; q < together; ++q) sum[q] += value * shares[q * padded + s];
      }
      for (std::size_t q = 0; q < together; ++q)
        *reinterpret_cast<Wide*>(head.out + token(q) * head.out_stride + e) = sum[q];
    }
  }
}

}  // namespace recoupe::encoder
