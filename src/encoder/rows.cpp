#include "encoder/rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

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

constexpr float most_weight = 63;  // 2 · 255 · 63 fits in 16 bits

using Lanes = std::array<float, lanes>;
// Several numbers as one value: as many as one register of AVX2 holds.
typedef float Wide __attribute__((vector_size(8 * sizeof(float))));
constexpr std::size_t wide = sizeof(Wide) / sizeof(float);

RECOUPE_INLINE float total(Lanes const& partial) {
  float sum = 0;
  for (auto value : partial) sum += value;
  return sum;
}

struct Extremes {
  float least, most;
};

// Of `count` numbers, a multiple of `wide`.
RECOUPE_INLINE Extremes least_and_most(const float* values, std::size_t count) {
  Wide least, most;
  std::memcpy(&least, values, sizeof(Wide));
  most = least;
  for (std::size_t at = wide; at < count; at += wide) {
    Wide some;
    std::memcpy(&some, values + at, sizeof(Wide));
    least = some < least ? some : least;
    most = some > most ? some : most;
  }
  Extremes all{least[0], most[0]};
  for (std::size_t i = 1; i < wide; ++i) {
    all.least = std::min<float>(all.least, least[i]);
    all.most = std::max<float>(all.most, most[i]);
  }
  return all;
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
  for (std::size_t s = tokens; s < padded; ++s) values[s] = values[0];
  const float most = least_and_most(values, padded).most;
  for (std::size_t s = 0; s < padded; ++s) values[s] = exp_of(std::min(values[s] - most, 0.0F));
  for (std::size_t s = tokens; s < padded; ++s) values[s] = 0;
  Lanes sums{};
  for (std::size_t s = 0; s < padded; s += lanes) {
    for (std::size_t i = 0; i < lanes; ++i) sums[i] += values[s + i];
  }
  const float inverse = 1.0F / total(sums);
  for (std::size_t s = 0; s < padded; ++s) values[s] *= inverse;
}

template <class Then>
RECOUPE_INLINE void restore_each(const std::int32_t* dot, std::size_t rows, const float* step, const float* low,
                                 QuantisedColumns const& columns, std::span<const float> bias, float* out, Then then) {
  const auto count = bias.size();
  const float* scale = columns.scale.data();
  const float* sum = columns.sum.data();
  const float* shift = bias.data();
  for (std::size_t r = 0; r < rows; ++r, dot += count, out += count) {
    const float by = step[r];
    const float base = low[r];
    for (std::size_t o = 0; o < count; ++o)
      out[o] = then(scale[o] * (by * static_cast<float>(dot[o]) + base * sum[o]) + shift[o]);
  }
}

}  // namespace

RECOUPE_EVERY_WIDTH
void quantise(const float* values, std::size_t rows, std::size_t columns, std::uint8_t* out, float* step, float* low) {
  for (std::size_t r = 0; r < rows; ++r, values += columns, out += columns) {
    const auto [bottom, top] = least_and_most(values, columns);
    const float width = top - bottom;
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
void quantise_weights(const float* weights, std::size_t outputs, std::size_t inputs, std::int8_t* out, float* scale,
                      float* sum) {
  for (std::size_t o = 0; o < outputs; ++o, weights += inputs, out += inputs) {
    const auto [least, most] = least_and_most(weights, inputs);
    const float widest = std::max(-least, most);
    const float step = widest > 0 ? widest / most_weight : 1.0F;
    std::int32_t all = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
      // To the nearest, halves away from zero; a call for each would not be vectorised.
      const float steps = std::abs(weights[i] / step);
      const auto whole = static_cast<std::int32_t>(steps);
      const std::int32_t size = whole + (steps - static_cast<float>(whole) >= 0.5F ? 1 : 0);
      const std::int32_t value = weights[i] < 0 ? -size : size;
      out[i] = static_cast<std::int8_t>(value);
      all += value;
    }
    scale[o] = step;
    sum[o] = static_cast<float>(all);
  }
}

RECOUPE_EVERY_WIDTH
void restore(const std::int32_t* dot, std::size_t rows, const float* step, const float* low,
             QuantisedColumns const& columns, std::span<const float> bias, float* out) {
  restore_each(dot, rows, step, low, columns, bias, out, [](float value) { return value; });
}

RECOUPE_EVERY_WIDTH
void restore_to_gelu(const std::int32_t* dot, std::size_t rows, const float* step, const float* low,
                     QuantisedColumns const& columns, std::span<const float> bias, float* out) {
  restore_each(dot, rows, step, low, columns, bias, out, [](float value) { return gelu_of(value); });
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

namespace {

// Sums of `count` products for `together` queries and two registers of columns: each number of `columns` is loaded once
// for all queries. Each sum runs over its products in their order, however wide a register is.
template <class Factor>
RECOUPE_INLINE void sum_products(const float* columns, std::size_t stride, std::size_t count, Factor factor, Wide* left,
                                 Wide* right) {
  Wide l0{}, l1{}, l2{}, l3{}, r0{}, r1{}, r2{}, r3{};
  for (std::size_t i = 0; i < count; ++i, columns += stride) {
    Wide a, b;
    std::memcpy(&a, columns, sizeof(Wide));
    std::memcpy(&b, columns + wide, sizeof(Wide));
    l0 += a * factor(0, i);
    r0 += b * factor(0, i);
    l1 += a * factor(1, i);
    r1 += b * factor(1, i);
    l2 += a * factor(2, i);
    r2 += b * factor(2, i);
    l3 += a * factor(3, i);
    r3 += b * factor(3, i);
  }
  left[0] = l0, left[1] = l1, left[2] = l2, left[3] = l3;
  right[0] = r0, right[1] = r1, right[2] = r2, right[3] = r3;
}

}  // namespace

// Queries are taken `together` at a time; the last ones may be done twice.
RECOUPE_EVERY_WIDTH
void attend(Head const& head, std::size_t tokens, float* scratch) {
  static_assert(together == 4 && lanes % (2 * wide) == 0);
  constexpr auto step = 2 * wide;
  const auto padded = (tokens + lanes - 1) / lanes * lanes;
  const auto width = head.width;
  float* keys = scratch;                    // of `step` tokens at a time, transposed: width rows of `step`
  float* values = keys + padded * width;    // side by side: rows far apart push one another out of the nearest cache
  float* shares = values + padded * width;  // how much each token is looked at; a row for each query
  const auto column = [&](std::size_t s) { return keys + s / step * step * width + s % step; };
  for (std::size_t s = 0; s < tokens; ++s) {
    const float* key = head.key + s * head.stride;
    const float* value = head.value + s * head.stride;
    for (std::size_t e = 0; e < width; ++e) column(s)[e * step] = key[e];
    for (std::size_t e = 0; e < width; e += wide) std::memcpy(values + s * width + e, value + e, sizeof(Wide));
  }
  for (std::size_t s = tokens; s < padded; ++s) {
    for (std::size_t e = 0; e < width; ++e) column(s)[e * step] = 0;
  }
  const float scale = 1.0F / std::sqrt(static_cast<float>(width));
  for (std::size_t first = 0; first < tokens; first += together) {
    const float* query[together];
    float* out[together];
    for (std::size_t q = 0; q < together; ++q) {
      const auto token = std::min(first + q, tokens - 1);
      query[q] = head.query + token * head.stride;
      out[q] = head.out + token * head.out_stride;
    }
    Wide left[together], right[together];
    for (std::size_t s = 0; s < padded; s += step) {
      sum_products(
          keys + s * width, step, width, [&](std::size_t q, std::size_t e) { return query[q][e]; }, left, right);
      for (std::size_t q = 0; q < together; ++q) {
        left[q] *= scale;
        right[q] *= scale;
        std::memcpy(shares + q * padded + s, &left[q], sizeof(Wide));
        std::memcpy(shares + q * padded + s + wide, &right[q], sizeof(Wide));
      }
    }
    for (std::size_t q = 0; q < together; ++q) to_shares(shares + q * padded, tokens, padded);
    for (std::size_t e = 0; e < width; e += step) {
      const auto share = [&](std::size_t q, std::size_t s) { return shares[q * padded + s]; };
      sum_products(values + e, width, tokens, share, left, right);
      for (std::size_t q = 0; q < together; ++q) {
        std::memcpy(out[q] + e, &left[q], sizeof(Wide));
        std::memcpy(out[q] + e + wide, &right[q], sizeof(Wide));
      }
    }
  }
}

}  // namespace recoupe::encoder
