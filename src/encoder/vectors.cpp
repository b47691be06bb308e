#include "encoder/vectors.hpp"

#include <algorithm>

#include "encoder/find_model.hpp"

namespace recoupe::encoder {

std::expected<Encoder const*, Error> Vectors::encoder() {
  const std::scoped_lock lock(loading_);
  if (!encoder_) encoder_ = Encoder::load(find_model(model_));
  if (!*encoder_) return std::unexpected(encoder_->error());
  return &**encoder_;
}

std::optional<Error> Vectors::failure() const {
  const std::scoped_lock lock(loading_);
  if (!encoder_ || *encoder_) return std::nullopt;
  return encoder_->error();
}

std::expected<std::vector<Vector>, Error> Vectors::centred(std::span<const std::string_view> sentences,
                                                           std::string_view language) {
  auto made = of(sentences);
  if (made) *made = centres_.centred(*made, language);
  return made;
}

std::expected<std::vector<Vector>, Error> Vectors::of(std::span<const std::string_view> sentences) {
  const auto with = encoder();
  if (!with) return std::unexpected(with.error());
  std::vector<Vector> made(sentences.size());
  std::vector<std::size_t> missing;
  {
    const std::scoped_lock lock(keeping_);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const auto found = kept_.find(std::string(sentences[i]));
      if (found == kept_.end())
        missing.push_back(i);
      else
        made[i] = found->second;
    }
  }
  if (missing.empty()) return made;
  // Like lengths together: a batch then holds as many sentences as fit, and equal ones stand side by side.
  std::ranges::sort(missing, [&](std::size_t a, std::size_t b) {
    return std::pair(sentences[a].size(), sentences[a]) < std::pair(sentences[b].size(), sentences[b]);
  });
  std::vector<std::string_view> distinct;
  for (auto i : missing) {
    if (distinct.empty() || distinct.back() != sentences[i]) distinct.push_back(sentences[i]);
  }
  const auto vectors = (*with)->encode(distinct);
  std::size_t at = 0;
  for (auto i : missing) {
    if (distinct[at] != sentences[i]) ++at;
    made[i] = vectors[at];
  }
  const std::scoped_lock lock(keeping_);
  if (kept_.size() + distinct.size() > most_kept) kept_.clear();
  for (std::size_t i = 0; i < std::min(distinct.size(), most_kept); ++i) kept_.emplace(distinct[i], vectors[i]);
  return made;
}

}  // namespace recoupe::encoder
