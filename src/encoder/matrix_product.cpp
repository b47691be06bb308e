#include "encoder/matrix_product.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "encoder/rows.hpp"

namespace recoupe::encoder {
namespace {

constexpr float most_weight = 63;  // 2 · 255 · 63 fits in 16 bits
constexpr std::array<std::size_t, 4> kernel_rows = {256, 128, 64, 16};

using Type = dnnl::memory::data_type;
using Tag = dnnl::memory::format_tag;

dnnl::memory::desc matrix(std::size_t rows, std::size_t columns, Type type, Tag tag) {
  return {{static_cast<dnnl_dim_t>(rows), static_cast<dnnl_dim_t>(columns)}, type, tag};
}

struct QuantisedWeights {
  std::vector<std::int8_t> values;  // as the floats: outputs × inputs
  std::vector<float> scale, sum;
};

QuantisedWeights quantised(std::span<const float> weights, std::size_t inputs) {
  QuantisedWeights made;
  made.values.reserve(weights.size());
  for (std::size_t begin = 0; begin < weights.size(); begin += inputs) {
    const auto row = weights.subspan(begin, inputs);
    float most = 0;
    for (auto weight : row) most = std::max(most, std::abs(weight));
    const float scale = most > 0 ? most / most_weight : 1.0F;
    int sum = 0;
    for (auto weight : row) {
      const auto value = static_cast<int>(std::lround(weight / scale));
      made.values.push_back(static_cast<std::int8_t>(value));
      sum += value;
    }
    made.scale.push_back(scale);
    made.sum.push_back(static_cast<float>(sum));
  }
  return made;
}

}  // namespace

MatrixProduct MatrixProduct::make(dnnl::engine const& engine, std::span<const float> weights, std::size_t inputs,
                                  std::vector<float> bias, Precision precision) {
  MatrixProduct made;
  made.engine_ = engine;
  made.precision_ = precision;
  made.inputs_ = inputs;
  made.bias_ = std::move(bias);
  for (auto rows : kernel_rows) made.add_kernel(rows);

  // Weights come as outputs × inputs; the product wants inputs × outputs, in the order that its kernels like best.
  dnnl::stream stream(engine);
  made.weights_ = dnnl::memory(made.kernels_.front().description.weights_desc(), engine);
  const auto reorder = [&](void* values, Type type) {
    dnnl::memory plain(matrix(inputs, made.bias_.size(), type, Tag::ba), engine, values);
    dnnl::reorder(plain, made.weights_).execute(stream, plain, made.weights_);
    stream.wait();
  };
  if (precision == Precision::floating) {
    std::vector<float> values(weights.begin(), weights.end());
    reorder(values.data(), Type::f32);
  } else {
    auto values = quantised(weights, inputs);
    reorder(values.values.data(), Type::s8);
    made.scale_ = std::move(values.scale);
    made.sum_ = std::move(values.sum);
  }
  return made;
}

void MatrixProduct::add_kernel(std::size_t rows) {
  const bool floating = precision_ == Precision::floating;
  const auto in = matrix(rows, inputs_, floating ? Type::f32 : Type::u8, Tag::ab);
  const auto out = matrix(rows, bias_.size(), floating ? Type::f32 : Type::s32, Tag::ab);
  const auto weights = kernels_.empty() ? matrix(inputs_, bias_.size(), floating ? Type::f32 : Type::s8, Tag::any)
                                        : kernels_.front().description.weights_desc();
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  Kernel kernel{rows, {dnnl::matmul::desc(in, weights, out), attributes, engine_}, {}};
  kernel.primitive = dnnl::matmul(kernel.description);
  kernels_.push_back(std::move(kernel));
}

void MatrixProduct::apply_kernel(std::size_t kernel, void* in, void* out, Workspace& workspace) const {
  auto const& [rows, description, primitive] = kernels_[kernel];
  const auto scratchpad = description.scratchpad_desc();
  workspace.scratchpad.resize(std::max(workspace.scratchpad.size(), scratchpad.get_size() + 64));
  auto* start = workspace.scratchpad.data();
  start += (64 - reinterpret_cast<std::uintptr_t>(start) % 64) % 64;
  primitive.execute(workspace.stream, {{DNNL_ARG_SRC, dnnl::memory(description.src_desc(), engine_, in)},
                                       {DNNL_ARG_WEIGHTS, weights_},
                                       {DNNL_ARG_DST, dnnl::memory(description.dst_desc(), engine_, out)},
                                       {DNNL_ARG_SCRATCHPAD, dnnl::memory(scratchpad, engine_, start)}});
  workspace.stream.wait();
}

void MatrixProduct::apply(const float* in, std::size_t rows, float* out, Workspace& workspace) const {
  const auto outputs = bias_.size();
  const bool floating = precision_ == Precision::floating;
  while (rows > 0) {
    std::size_t kernel = 0;
    while (kernel + 1 < kernels_.size() && kernels_[kernel].rows > rows) ++kernel;
    if (kernels_[kernel].rows < rows && kernel > 0 && rows * 4 > kernels_[kernel - 1].rows * 3) --kernel;
    const auto height = kernels_[kernel].rows;
    const auto taken = std::min(rows, height);
    if (floating) {
      std::vector<float> padded(height * (inputs_ + outputs));
      std::copy_n(in, taken * inputs_, padded.data());
      apply_kernel(kernel, padded.data(), padded.data() + height * inputs_, workspace);
      std::copy_n(padded.data() + height * inputs_, taken * outputs, out);
      add_bias(out, taken, bias_);
    } else {
      workspace.quantised.resize(std::max(workspace.quantised.size(), height * inputs_));
      workspace.dot.resize(std::max(workspace.dot.size(), height * outputs));
      workspace.step.resize(std::max(workspace.step.size(), height));
      workspace.low.resize(std::max(workspace.low.size(), height));
      quantise(in, taken, inputs_, workspace.quantised.data(), workspace.step.data(), workspace.low.data());
      apply_kernel(kernel, workspace.quantised.data(), workspace.dot.data(), workspace);
      restore(workspace.dot.data(), taken, workspace.step.data(), workspace.low.data(), {scale_, sum_}, bias_, out);
    }
    in += taken * inputs_;
    out += taken * outputs;
    rows -= taken;
  }
}

}  // namespace recoupe::encoder
