#include "encoder/transformer.hpp"

#include <algorithm>
#include <cmath>

#include "encoder/rows.hpp"

namespace recoupe::encoder {
namespace {

constexpr std::size_t batch_rows = 256;         // pieces at a time: what is known of them stays in a near cache
constexpr std::size_t feed_forward_rows = 128;  // the widest of what they become stays in the cache

void append(std::vector<float>& all, std::vector<float> const& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

struct Transformer::Activations {
  explicit Activations(dnnl::engine const& engine) : workspace(engine) {}
  std::vector<float> rows;     // what each piece means so far
  std::vector<float> looks;    // its query, key and value
  std::vector<float> context;  // what it saw
  std::vector<float> wide;
  std::vector<float> change;
  std::vector<float> scratch;
  Workspace workspace;
};

std::expected<Transformer, Error> Transformer::make(ModelFile const& file, Precision precision) {
  if (file.shape().hidden != dimensions) return std::unexpected(Error::not_a_model);
  try {
    Transformer made;
    made.engine_ = dnnl::engine(dnnl::engine::kind::cpu, 0);
    made.shape_ = file.shape();
    if (!made.read_embeddings(file)) return std::unexpected(Error::not_a_model);
    for (std::size_t layer = 0; layer < made.shape_.layers; ++layer) {
      if (!made.read_layer(file, "l" + std::to_string(layer), precision)) return std::unexpected(Error::not_a_model);
    }
    return made;
  } catch (dnnl::error const&) {  // oneDNN's only way to say so
    return std::unexpected(Error::no_engine);
  }
}

bool Transformer::read_embeddings(ModelFile const& file) {
  const auto hidden = shape_.hidden;
  words_ = file.packed("emb.word", shape_.words * hidden);
  positions_ = file.floats("emb.pos", shape_.positions * hidden);
  const auto type = file.floats("emb.type", 2 * hidden);
  after_embedding_ = {file.floats("emb.ln.w", hidden), file.floats("emb.ln.b", hidden)};
  if (words_.empty() || positions_.empty() || type.empty() || after_embedding_.weight.empty() ||
      after_embedding_.bias.empty())
    return false;
  for (std::size_t i = 0; i < positions_.size(); ++i) positions_[i] += type[i % hidden];
  return true;
}

bool Transformer::read_layer(ModelFile const& file, std::string const& name, Precision precision) {
  const auto hidden = shape_.hidden;
  const auto wide = shape_.feed_forward;
  bool sound = true;
  const auto floats = [&](const char* part, std::size_t count) {
    auto read = file.floats(name + part, count);
    sound = sound && !read.empty();
    return read;
  };
  const auto product = [&](std::vector<float> const& weights, std::size_t inputs, std::vector<float> bias) {
    return sound ? MatrixProduct::make(engine_, weights, inputs, std::move(bias), precision) : MatrixProduct();
  };
  auto looks = floats(".q.w", hidden * hidden);
  append(looks, floats(".k.w", hidden * hidden));
  append(looks, floats(".v.w", hidden * hidden));
  auto looks_bias = floats(".q.b", hidden);
  append(looks_bias, floats(".k.b", hidden));
  append(looks_bias, floats(".v.b", hidden));
  Layer layer;
  layer.looks = product(looks, hidden, std::move(looks_bias));
  const auto gathers = floats(".ao.w", hidden * hidden);
  layer.gathers = product(gathers, hidden, floats(".ao.b", hidden));
  layer.after_attention = {floats(".aln.w", hidden), floats(".aln.b", hidden)};
  const auto widens = floats(".fi.w", hidden * wide);
  layer.widens = product(widens, hidden, floats(".fi.b", wide));
  const auto narrows = floats(".fo.w", hidden * wide);
  layer.narrows = product(narrows, wide, floats(".fo.b", hidden));
  layer.after_feed_forward = {floats(".oln.w", hidden), floats(".oln.b", hidden)};
  layers_.push_back(std::move(layer));
  return sound;
}

void Transformer::embed(std::span<const std::vector<std::uint32_t>> texts, std::vector<float>& rows) const {
  const auto hidden = shape_.hidden;
  const auto row_bytes = hidden / block_weights * block_bytes;
  float* out = rows.data();
  for (auto const& text : texts) {
    for (std::size_t place = 0; place < text.size(); ++place, out += hidden) {
      const auto row = words_.subspan(text[place] * row_bytes, row_bytes);
      for (std::size_t block = 0; block < hidden / block_weights; ++block) {
        unpack_block(row.subspan(block * block_bytes).first<block_bytes>(),
                     std::span<float, block_weights>(out + block * block_weights, block_weights));
      }
      const float* position = positions_.data() + place * hidden;
      for (std::size_t i = 0; i < hidden; ++i) out[i] += position[i];
    }
  }
}

void Transformer::attend_all(std::span<const std::vector<std::uint32_t>> texts, Activations& activations) const {
  const auto hidden = shape_.hidden;
  const auto width = hidden / shape_.heads;
  const float* looks = activations.looks.data();
  float* out = activations.context.data();
  for (auto const& text : texts) {
    const auto wanted = attention_scratch(text.size(), width);
    activations.scratch.resize(std::max(activations.scratch.size(), wanted));
    for (std::size_t head = 0; head < shape_.heads; ++head) {
      const float* query = looks + head * width;
      attend({query, query + hidden, query + 2 * hidden, out + head * width, 3 * hidden, hidden, width}, text.size(),
             activations.scratch.data());
    }
    looks += text.size() * 3 * hidden;
    out += text.size() * hidden;
  }
}

void Transformer::encode_batch(std::span<const std::vector<std::uint32_t>> texts, Activations& activations,
                               std::vector<Vector>& made) const {
  std::size_t count = 0;
  for (auto const& text : texts) count += text.size();
  const auto hidden = shape_.hidden;
  auto& [rows, looks, context, wide, change, scratch, workspace] = activations;
  rows.resize(count * hidden);
  looks.resize(count * hidden * 3);
  context.resize(count * hidden);
  wide.resize(std::min(count, feed_forward_rows) * shape_.feed_forward);
  change.resize(count * hidden);

  embed(texts, rows);
  const auto normalise = [&](const float* added, Normaliser const& by) {
    add_and_normalise(rows.data(), added, count, by.weight, by.bias, shape_.epsilon);
  };
  normalise(nullptr, after_embedding_);
  for (auto const& layer : layers_) {
    layer.looks.apply(rows.data(), count, looks.data(), workspace);
    attend_all(texts, activations);
    layer.gathers.apply(context.data(), count, change.data(), workspace);
    normalise(change.data(), layer.after_attention);
    for (std::size_t first = 0; first < count; first += feed_forward_rows) {
      const auto some = std::min(feed_forward_rows, count - first);
      layer.widens.apply(rows.data() + first * hidden, some, wide.data(), workspace, Then::gelu);
      layer.narrows.apply(wide.data(), some, change.data() + first * hidden, workspace);
    }
    normalise(change.data(), layer.after_feed_forward);
  }

  const float* row = rows.data();
  for (auto const& text : texts) {
    Vector sum{};
    for (std::size_t place = 0; place < text.size(); ++place, row += hidden) {
      for (std::size_t i = 0; i < hidden; ++i) sum[i] += row[i];
    }
    double square = 0;
    for (auto value : sum) square += static_cast<double>(value) * static_cast<double>(value);
    const auto length = static_cast<float>(std::sqrt(std::max(square, 1e-24)));
    for (auto& value : sum) value /= length;
    made.push_back(sum);
  }
}

std::vector<Vector> Transformer::encode(std::span<const std::vector<std::uint32_t>> texts) const {
  std::vector<Vector> made;
  made.reserve(texts.size());
  Activations activations(engine_);
  for (std::size_t first = 0; first < texts.size();) {
    auto end = first;
    std::size_t rows = 0;
    while (end < texts.size() && (end == first || rows + texts[end].size() <= batch_rows)) rows += texts[end++].size();
    encode_batch(texts.subspan(first, end - first), activations, made);
    first = end;
  }
  return made;
}

}  // namespace recoupe::encoder
