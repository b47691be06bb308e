#include "encoder/tokenizer.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

#include "text/code_point.hpp"

namespace recoupe::encoder {
namespace {

constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t blank = 0x20;
constexpr std::uint32_t blank_mark = 0x2581;  // stands for a blank within pieces
constexpr float unknown_penalty = 10;         // below the least probable piece, as the reference has it
constexpr std::size_t longest_piece = 16;     // code points; a bound for what `most` pieces can cover

constexpr std::uint32_t hash_start = 2166136261U;
constexpr std::uint32_t hashed(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
}
constexpr std::uint32_t hashed(std::uint32_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = hashed(hash, byte);
  return hash;
}
constexpr std::size_t beginnings_a_piece = 32;  // bits
// FNV's low bits alone cluster.
constexpr std::uint32_t slot_of(std::uint32_t hash) { return hash ^ (hash >> 15U); }

// The text in UTF-8 and where each of its characters begins, and the end.
struct Characters {
  std::string bytes;
  std::vector<std::uint32_t> begins;
};

Characters characters_of(std::vector<std::uint32_t> const& code_points) {
  Characters made;
  for (auto point : code_points) {
    made.begins.push_back(static_cast<std::uint32_t>(made.bytes.size()));
    text::append_utf8(made.bytes, static_cast<std::int32_t>(point == blank ? blank_mark : point));
  }
  made.begins.push_back(static_cast<std::uint32_t>(made.bytes.size()));
  return made;
}

struct Step {
  float score = -std::numeric_limits<float>::infinity();  // of the best way to here
  std::uint32_t piece = nothing;                          // that it ends with
  std::uint32_t from = 0;                                 // character where that piece begins
};

}  // namespace

Tokenizer::Tokenizer(Pieces const& pieces, Normalisation const& normalisation)
    : pieces_(pieces), normalisation_(normalisation) {
  table_.assign(std::bit_ceil(pieces.size() * 2), nothing);
  beginnings_.assign(std::bit_ceil(pieces.size() * beginnings_a_piece), false);
  const auto mask = static_cast<std::uint32_t>(table_.size() - 1);
  float least = 0;
  for (std::uint32_t piece = 0; piece < pieces.size(); ++piece) {
    least = std::min(least, pieces.scores[piece]);
    const auto bytes = pieces[piece];
    if (bytes.empty() || piece == pieces.unknown) continue;  // the unknown piece stands for what is not written so
    longest_ = std::max(longest_, bytes.size());
    auto hash = hash_start;
    for (const char byte : bytes) {
      hash = hashed(hash, byte);
      beginnings_[beginning(hash)] = true;
    }
    auto slot = slot_of(hash) & mask;
    while (table_[slot] != nothing && pieces[table_[slot]] != bytes) slot = (slot + 1) & mask;
    if (table_[slot] == nothing) table_[slot] = piece;
  }
  unknown_score_ = least - unknown_penalty;
}

std::size_t Tokenizer::beginning(std::uint32_t hash) const { return slot_of(hash) & (beginnings_.size() - 1); }

std::uint32_t Tokenizer::find(std::uint32_t hash, std::string_view piece) const {
  const auto mask = static_cast<std::uint32_t>(table_.size() - 1);
  for (auto slot = slot_of(hash) & mask; table_[slot] != nothing; slot = (slot + 1) & mask) {
    if (pieces_[table_[slot]] == piece) return table_[slot];
  }
  return nothing;
}

void Tokenizer::append_replacement(std::vector<std::uint32_t>& out, std::uint32_t code_point) const {
  const auto put = [&](std::uint32_t point) {
    if (point != blank || out.empty() || out.back() != blank) out.push_back(point);
  };
  const auto found = std::ranges::lower_bound(normalisation_.code_points, code_point);
  if (found == normalisation_.code_points.end() || *found != code_point) return put(code_point);
  const auto entry = static_cast<std::size_t>(found - normalisation_.code_points.begin());
  for (auto i = normalisation_.offsets[entry]; i < normalisation_.offsets[entry + 1]; ++i)
    put(normalisation_.replacements[i]);
}

std::vector<std::uint32_t> Tokenizer::normalised(std::string_view utf8, std::size_t most) const {
  constexpr std::uint32_t replacement = 0xFFFD;
  std::vector<std::uint32_t> out;
  for (std::size_t at = 0; at < utf8.size() && out.size() < most;) {
    const auto point = text::code_point_at(utf8, at);
    at = point.end;
    append_replacement(out, point.value < 0 ? replacement : static_cast<std::uint32_t>(point.value));
  }
  if (out.size() > most) out.resize(most);
  if (out.empty() || out.front() != blank) out.insert(out.begin(), blank);
  return out;
}

std::vector<std::uint32_t> Tokenizer::pieces_of(std::string_view utf8, std::size_t most) const {
  const auto text = characters_of(normalised(utf8, (most + 1) * longest_piece));
  const auto count = text.begins.size() - 1;
  const std::string_view bytes = text.bytes;
  std::vector<Step> steps(count + 1);
  steps[0].score = 0;
  const auto offer = [&](std::size_t from, std::size_t to, std::uint32_t piece, float score) {
    const auto value = steps[from].score + score;
    if (value > steps[to].score) steps[to] = {value, piece, static_cast<std::uint32_t>(from)};
  };
  for (std::size_t from = 0; from < count; ++from) {
    auto hash = hash_start;
    for (auto to = from + 1; to <= count && text.begins[to] - text.begins[from] <= longest_; ++to) {
      hash = hashed(hash, bytes.substr(text.begins[to - 1], text.begins[to] - text.begins[to - 1]));
      if (!beginnings_[beginning(hash)]) break;
      const auto piece = find(hash, bytes.substr(text.begins[from], text.begins[to] - text.begins[from]));
      if (piece != nothing) offer(from, to, piece, pieces_.scores[piece]);
    }
    offer(from, from + 1, pieces_.unknown, unknown_score_);
  }
  std::vector<std::uint32_t> made;
  for (auto at = count; at > 0; at = steps[at].from) made.push_back(steps[at].piece);
  std::ranges::reverse(made);
  if (made.size() > most) made.resize(most);
  return made;
}

}  // namespace recoupe::encoder
