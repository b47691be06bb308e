// Any bytes as pieces of a vocabulary.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "encoder/find_model.hpp"
#include "encoder/tokenizer.hpp"

using namespace recoupe;

namespace {

// Where the model file is not there, a vocabulary of all single bytes of ASCII and some pairs.
struct Small {
  Small() {
    pieces.offsets.push_back(0);
    const auto add = [&](std::string const& piece) {
      bytes += piece;
      pieces.offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
      pieces.scores.push_back(-static_cast<float>(pieces.scores.size() % 17));
    };
    add("<unk>");
    for (char c = '!'; c < 127; ++c) add({c}), add({c, c}), add({'e', c});
    pieces.bytes = bytes;
    normalisation = {{0x09, 0xFDFA}, {0, 1, 5}, {0x20, 0x61, 0x20, 0x62, 0x63}};
  }
  std::string bytes;
  encoder::Pieces pieces;
  encoder::Normalisation normalisation;
};

void check(encoder::Tokenizer const& tokenizer, encoder::Pieces const& pieces, std::string_view bytes) {
  constexpr std::size_t most = 200;
  const auto made = tokenizer.pieces_of(bytes, most);
  if (made.empty() || made.size() > most) std::abort();
  for (auto piece : made) {
    if (piece >= pieces.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Small small;
  static const encoder::Tokenizer tokenizer(small.pieces, small.normalisation);
  check(tokenizer, small.pieces, bytes);
  static const auto file = encoder::ModelFile::open(encoder::find_model());
  if (file) {
    static const encoder::Tokenizer real(file->pieces(), file->normalisation());
    check(real, file->pieces(), bytes);
  }
  return 0;
}
