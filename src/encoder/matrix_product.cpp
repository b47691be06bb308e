#include "encoder/matrix_product.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "encoder/rows.hpp"

namespace recoupe::encoder {
namespace {

constexpr std::array<std::size_t, 4> kernel_rows = {256, 128, 64, 16};

using Type = dnnl::memory::data_type;
using Tag = dnnl::memory::format_tag;

// Rows as the places of a picture of one column: numbers of one row lie side by side.
dnnl::memory::desc rows_of(std::size_t rows, std::size_t columns, Type type) {
  return {{1, static_cast<dnnl_dim_t>(columns), static_cast<dnnl_dim_t>(rows), 1}, type, Tag::nhwc};
}

dnnl::memory::desc weights_of(std::size_t outputs, std::size_t inputs, Type type, Tag tag) {
  return {{static_cast<dnnl_dim_t>(outputs), static_cast<dnnl_dim_t>(inputs), 1, 1}, type, tag};
}

struct QuantisedWeights {
  std::vector<std::int8_t> values;  // as the floats: outputs × inputs
  std::vector<float> scale, sum;
};

QuantisedWeights quantised(std::span<const float> weights, std::size_t inputs) {
  const auto outputs = weights.size() / inputs;
  QuantisedWeights made{std::vector<std::int8_t>(weights.size()), std::vector<float>(outputs),
                        std::vector<float>(outputs)};
  quantise_weights(weights.data(), outputs, inputs, made.values.data(), made.scale.data(), made.sum.data());
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
  if (precision == Precision::floating) {
    std::vector<float> values(weights.begin(), weights.end());
    made.add_kernels(values.data(), Type::f32);
  } else {
    auto values = quantised(weights, inputs);
    made.add_kernels(values.values.data(), Type::s8);
    made.scale_ = std::move(values.scale);
    made.sum_ = std::move(values.sum);
  }
  return made;
}

void MatrixProduct::add_kernels(void* weights, Type type) {
  const bool floating = precision_ == Precision::floating;
  dnnl::stream stream(engine_);
  dnnl::memory plain(weights_of(bias_.size(), inputs_, type, Tag::oihw), engine_, weights);
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  for (auto rows : kernel_rows) {
    const dnnl::convolution_forward::desc wanted(
        dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct,
        rows_of(rows, inputs_, floating ? Type::f32 : Type::u8), weights_of(bias_.size(), inputs_, type, Tag::any),
        rows_of(rows, bias_.size(), floating ? Type::f32 : Type::s32), {1, 1}, {0, 0}, {0, 0});
    Kernel kernel{rows, {wanted, attributes, engine_}, {}, {}};
    kernel.primitive = dnnl::convolution_forward(kernel.description);
    const auto order = kernel.description.weights_desc();
    const auto same =
        std::ranges::find_if(kernels_, [&](Kernel const& one) { return one.weights.get_desc() == order; });
    if (same != kernels_.end()) {
      kernel.weights = same->weights;
    } else {
      kernel.weights = dnnl::memory(order, engine_);
      dnnl::reorder(plain, kernel.weights).execute(stream, plain, kernel.weights);
      stream.wait();
    }
    kernels_.push_back(std::move(kernel));
  }
}

void MatrixProduct::apply_kernel(std::size_t kernel, void* in, void* out, Workspace& workspace) const {
  auto const& [rows, description, primitive, weights] = kernels_[kernel];
  const auto scratchpad = description.scratchpad_desc();
  workspace.scratchpad.resize(std::max(workspace.scratchpad.size(), scratchpad.get_size() + 64));
  auto* start = workspace.scratchpad.data();
  start += (64 - reinterpret_cast<std::uintptr_t>(start) % 64) % 64;
  primitive.execute(workspace.stream, {{DNNL_ARG_SRC, dnnl::memory(description.src_desc(), engine_, in)},
                                       {DNNL_ARG_WEIGHTS, weights},
                                       {DNNL_ARG_DST, dnnl::memory(description.dst_desc(), engine_, out)},
                                       {DNNL_ARG_SCRATCHPAD, dnnl::memory(scratchpad, engine_, start)}});
  workspace.stream.wait();
}

void MatrixProduct::apply(const float* in, std::size_t rows, float* out, Workspace& workspace, Then then) const {
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
      if (then == Then::gelu) gelu(out, taken * outputs);
    } else {
      workspace.quantised.resize(std::max(workspace.quantised.size(), height * inputs_));
      workspace.dot.resize(std::max(workspace.dot.size(), height * outputs));
      workspace.step.resize(std::max(workspace.step.size(), height));
      workspace.low.resize(std::max(workspace.low.size(), height));
      quantise(in, taken, inputs_, workspace.quantised.data(), workspace.step.data(), workspace.low.data());
      apply_kernel(kernel, workspace.quantised.data(), workspace.dot.data(), workspace);
      (then == Then::gelu ? restore_to_gelu : restore)(workspace.dot.data(), taken, workspace.step.data(),
                                                       workspace.low.data(), {scale_, sum_}, bias_, out);
    }
    in += taken * inputs_;
    out += taken * outputs;
    rows -= taken;
  }
}

}  // namespace recoupe::encoder
