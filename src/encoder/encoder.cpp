#include "encoder/encoder.hpp"

#include <cmath>
#include <string>

#include "encoder/model_file.hpp"
#include "encoder/tokenizer.hpp"
#include "encoder/transformer.hpp"

extern "C" {
int omp_get_max_threads(void);
void omp_set_num_threads(int count);
}

namespace recoupe::encoder {
namespace {

constexpr std::string_view instruction = "query: ";  // the model was trained with it in front of each text

// oneDNN asks OpenMP how many threads to use: here, in this thread, one.
class OneThread {
 public:
  OneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
  ~OneThread() { omp_set_num_threads(before_); }
  OneThread(OneThread const&) = delete;
  OneThread& operator=(OneThread const&) = delete;

 private:
  int before_;
};

}  // namespace

struct Encoder::Parts {
  explicit Parts(ModelFile opened) : file(std::move(opened)), tokenizer(file.pieces(), file.normalisation()) {}
  ModelFile file;
  Tokenizer tokenizer;
  Transformer transformer;
};

Encoder::Encoder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

std::expected<Encoder, Error> Encoder::load(std::filesystem::path const& model, Precision precision) {
  auto file = ModelFile::open(model);
  if (!file) return std::unexpected(file.error());
  auto parts = std::make_unique<Parts>(std::move(*file));
  const OneThread one_thread;
  auto transformer = Transformer::make(parts->file, precision);
  if (!transformer) return std::unexpected(transformer.error());
  parts->transformer = std::move(*transformer);
  return Encoder(std::move(parts));
}

std::vector<std::uint32_t> Encoder::pieces_of(std::string_view sentence) const {
  auto const& pieces = parts_->file.pieces();
  const auto most = std::min(longest_sentence, parts_->file.shape().positions) - 2;
  std::string told(instruction);
  told += sentence.substr(0, 64 * longest_sentence);  // no `most` pieces are longer
  std::vector<std::uint32_t> made{pieces.begin};
  const auto found = parts_->tokenizer.pieces_of(told, most);
  made.insert(made.end(), found.begin(), found.end());
  made.push_back(pieces.end);
  return made;
}

std::string_view Encoder::piece(std::uint32_t number) const {
  auto const& pieces = parts_->file.pieces();
  return number < pieces.size() ? pieces[number] : std::string_view();
}

std::vector<Vector> Encoder::encode(std::span<const std::string_view> sentences) const {
  const OneThread one_thread;
  std::vector<std::vector<std::uint32_t>> texts;
  texts.reserve(sentences.size());
  for (auto sentence : sentences) texts.push_back(pieces_of(sentence));
  return parts_->transformer.encode(texts);
}

}  // namespace recoupe::encoder
