#include "encoder/matrix_product.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "encoder/rows.hpp"

namespace recoupe::encoder {
namespace {

constexpr std::array<std::size_t, 4> kernel_rows = {256, 128, 64, 16};

using Type = dnnl::memory::data_type;
using Tag = dnnl::memory::format_tag;

struct Shape {
  dnnl_dim_t rows, inputs, outputs;
  Type in, weights, out;
};

// What is asked of oneDNN.
struct Wanted {
  dnnl::engine engine;
  dnnl::primitive_attr attributes;
  Shape shape;
};

dnnl::matmul::primitive_desc as_product(Wanted const& wanted) {
  auto const& [rows, inputs, outputs, in, weights, out] = wanted.shape;
  return {{{{rows, inputs}, in, Tag::ab}, {{inputs, outputs}, weights, Tag::any}, {{rows, outputs}, out, Tag::ab}},
          wanted.attributes,
          wanted.engine};
}

// Rows as the places of a picture of one column: the numbers of a place lie side by side.
dnnl::convolution_forward::primitive_desc as_convolution(Wanted const& wanted) {
  auto const& [rows, inputs, outputs, in, weights, out] = wanted.shape;
  return {{dnnl::prop_kind::forward_inference,
           dnnl::algorithm::convolution_direct,
           {{1, inputs, rows, 1}, in, Tag::nhwc},
           {{outputs, inputs, 1, 1}, weights, Tag::any},
           {{1, outputs, rows, 1}, out, Tag::nhwc},
           {1, 1},
           {0, 0},
           {0, 0}},
          wanted.attributes,
          wanted.engine};
}

bool packs_weights_at_each_call(dnnl::matmul::primitive_desc const& product) {
  return std::string_view(product.impl_info_str()).starts_with("gemm");
}

template <class Primitive>
Kernel kernel_of(typename Primitive::primitive_desc const& description, Shape const& shape) {
  return {static_cast<std::size_t>(shape.rows),
          Primitive(description),
          description.src_desc(),
          description.dst_desc(),
          description.scratchpad_desc(),
          description.weights_desc(),
          {}};
}

Kernel kernel_of(Wanted const& wanted) {
  const auto product = as_product(wanted);
  return packs_weights_at_each_call(product)
             ? kernel_of<dnnl::convolution_forward>(as_convolution(wanted), wanted.shape)
             : kernel_of<dnnl::matmul>(product, wanted.shape);
}

// The weights, outputs × inputs, as a kernel calls them.
dnnl::memory::desc plain_order(Kernel const& kernel, Shape const& shape) {
  const bool is_product = kernel.weights_order.dims().size() == 2;
  return is_product ? dnnl::memory::desc({shape.inputs, shape.outputs}, shape.weights, Tag::ba)
                    : dnnl::memory::desc({shape.outputs, shape.inputs, 1, 1}, shape.weights, Tag::oihw);
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
    made.add_kernels(values.data());
  } else {
    auto values = quantised(weights, inputs);
    made.add_kernels(values.values.data());
    made.scale_ = std::move(values.scale);
    made.sum_ = std::move(values.sum);
  }
  return made;
}

void MatrixProduct::add_kernels(void* weights) {
  const bool floating = precision_ == Precision::floating;
  Wanted wanted{engine_, {}, {}};
  wanted.attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  dnnl::stream stream(engine_);
  for (auto rows : kernel_rows) {
    wanted.shape = {static_cast<dnnl_dim_t>(rows),         static_cast<dnnl_dim_t>(inputs_),
                    static_cast<dnnl_dim_t>(bias_.size()), floating ? Type::f32 : Type::u8,
                    floating ? Type::f32 : Type::s8,       floating ? Type::f32 : Type::s32};
    auto kernel = kernel_of(wanted);
    const auto same = std::ranges::find(kernels_, kernel.weights_order, &Kernel::weights_order);
    if (same != kernels_.end()) {
      kernel.weights = same->weights;
    } else {
      kernel.weights = dnnl::memory(kernel.weights_order, engine_);
      dnnl::memory plain(plain_order(kernel, wanted.shape), engine_, weights);
      dnnl::reorder(plain, kernel.weights).execute(stream, plain, kernel.weights);
      stream.wait();
    }
    kernels_.push_back(std::move(kernel));
  }
}

void MatrixProduct::apply_kernel(Kernel const& kernel, void* in, void* out, Workspace& workspace) const {
  workspace.scratchpad.resize(std::max(workspace.scratchpad.size(), kernel.scratchpad.get_size() + 64));
  auto* start = workspace.scratchpad.data();
  start += (64 - reinterpret_cast<std::uintptr_t>(start) % 64) % 64;
  kernel.primitive.execute(workspace.stream, {{DNNL_ARG_SRC, dnnl::memory(kernel.in, engine_, in)},
                                              {DNNL_ARG_WEIGHTS, kernel.weights},
                                              {DNNL_ARG_DST, dnnl::memory(kernel.out, engine_, out)},
                                              {DNNL_ARG_SCRATCHPAD, dnnl::memory(kernel.scratchpad, engine_, start)}});
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
      apply_kernel(kernels_[kernel], padded.data(), padded.data() + height * inputs_, workspace);
      std::copy_n(padded.data() + height * inputs_, taken * outputs, out);
      add_bias(out, taken, bias_);
      if (then == Then::gelu) gelu(out, taken * outputs);
    } else {
      workspace.quantised.resize(std::max(workspace.quantised.size(), height * inputs_));
      workspace.dot.resize(std::max(workspace.dot.size(), height * outputs));
      workspace.step.resize(std::max(workspace.step.size(), height));
      workspace.low.resize(std::max(workspace.low.size(), height));
      quantise(in, taken, inputs_, workspace.quantised.data(), workspace.step.data(), workspace.low.data());
      apply_kernel(kernels_[kernel], workspace.quantised.data(), workspace.dot.data(), workspace);
      (then == Then::gelu ? restore_to_gelu : restore)(workspace.dot.data(), taken, workspace.step.data(),
                                                       workspace.low.data(), {scale_, sum_}, bias_, out);
    }
    in += taken * inputs_;
    out += taken * outputs;
    rows -= taken;
  }
}

}  // namespace recoupe::encoder
