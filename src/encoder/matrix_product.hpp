// Products of activations with one matrix of weights, by oneDNN on the caller's thread.
//
//   auto product = MatrixProduct::make(engine, weights, bias, Precision::eight_bits);
//   product.apply(in, rows, out, workspace);       // out(r, o) = Σ in(r, i) · weights(o, i) + bias[o]
//
// In eight bits each row of activations has a scale of its own and so has each output; weights keep to seven bits,
// because processors without dot products of bytes add pairs of them in 16 bits. Sums of whole numbers are exact, so a
// row's result does not depend on the rows beside it. Where oneDNN's matrix product would pack the weights anew at each
// call, as on processors without AVX-512, its 1 × 1 convolution does the same and keeps them packed.
#pragma once

#include <cstddef>
#include <map>
#include <oneapi/dnnl/dnnl.hpp>
#include <span>
#include <vector>

#include "encoder/encoder.hpp"

namespace recoupe::encoder {

// Buffers of one thread.
struct Workspace {
  explicit Workspace(dnnl::engine const& engine) : stream(engine) {}
  dnnl::stream stream;
  std::vector<std::uint8_t> quantised;
  std::vector<float> step, low;
  std::vector<std::int32_t> dot;
  std::vector<std::uint8_t> scratchpad;
};

// Code for so many rows, made for the processor at hand.
struct Kernel {
  std::size_t rows = 0;
  dnnl::primitive primitive;
  dnnl::memory::desc in, out, scratchpad, weights_order;
  dnnl::memory weights;  // in the order that it likes best; kernels that like the same share them
};

enum class Then { nothing, gelu };  // what becomes of a product's numbers

class MatrixProduct {
 public:
  // `weights` holds bias.size() rows of `inputs` numbers.
  static MatrixProduct make(dnnl::engine const& engine, std::span<const float> weights, std::size_t inputs,
                            std::vector<float> bias, Precision precision);

  void apply(const float* in, std::size_t rows, float* out, Workspace& workspace, Then then = Then::nothing) const;

 private:
  void add_kernels(void* weights);
  void apply_kernel(Kernel const& kernel, void* in, void* out, Workspace& workspace) const;

  dnnl::engine engine_;
  Precision precision_ = Precision::eight_bits;
  std::size_t inputs_ = 0;
  std::vector<float> bias_;
  std::vector<float> scale_, sum_;  // of the quantised weights of each output
  std::vector<Kernel> kernels_;     // most rows first
};

}  // namespace recoupe::encoder
