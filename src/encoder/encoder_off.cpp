// What stands in for the encoder where the program is built without it (RECOUPE_ENCODER=OFF).
#include "encoder/encoder.hpp"

namespace recoupe::encoder {

struct Encoder::Parts {};

Encoder::Encoder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

std::expected<Encoder, Error> Encoder::load(std::filesystem::path const&, Precision) {
  return std::unexpected(Error::built_without);
}

std::vector<Vector> Encoder::encode(std::span<const std::string_view>) const { return {}; }
std::vector<std::uint32_t> Encoder::pieces_of(std::string_view) const { return {}; }
std::string_view Encoder::piece(std::uint32_t) const { return {}; }

}  // namespace recoupe::encoder
