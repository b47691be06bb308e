#include "name/letter_costs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "text/code_point.hpp"

namespace recoupe::name {
namespace {

constexpr float unread = 4.5F;        // a letter that no chunk explains, across scripts
constexpr float unread_vowel = 2.6F;  // where it is a vowel, or a letter that may stand for one
constexpr float slip = 3.5F;          // a letter too many, or one for another, within a script
constexpr float never = 1e9F;
constexpr float swapped = 2.5F;  // two neighbours written in the wrong order

std::uint32_t place_of(Letter first, Letter second, Letter target) {
  return (static_cast<std::uint32_t>(first) * letter_kinds + second) * letter_kinds + target;
}

// "^x" and "x$" are variants of a letter at the beginning and the end of a word; "-" is no letter.
Letters chunk_letters(std::string_view written, Script script) {
  Letters letters;
  const bool first = written.starts_with('^');
  const bool last = written.ends_with('$');
  if (first) written.remove_prefix(1);
  if (last) written.remove_suffix(1);
  if (written == "-") return letters;
  std::size_t at = 0;
  while (at < written.size() && letters.size < most_letters) {
    const auto c = text::code_point_at(written, at);
    const bool at_first = first && at == 0;
    at = c.end;
    letters.at[letters.size++] = script == Script::arabic
                                     ? arabic_letter(c.value, at_first, last && at == written.size())
                                     : letters_of(written.substr(c.begin, c.end - c.begin), Script::latin).at[0];
  }
  return letters;
}

}  // namespace

ChunkCosts::ChunkCosts(bool one_script) : one_script_(one_script) {
  unwritten_.fill(one_script ? slip : unread);
  added_.fill(one_script ? slip : unread);
  if (!one_script) {
    for (const char vowel : std::string_view("aeiouyhw")) added_[static_cast<Letter>(vowel - 'a' + 1)] = unread_vowel;
    for (const std::int32_t vowel : {0x0627, 0x0648, 0x064A, 0x0639, 0x0621, 0x0647}) {
      for (const auto& [first, last] : {std::pair(false, false), {true, false}, {false, true}})
        unwritten_[arabic_letter(vowel, first, last)] = unread_vowel;
    }
  }
  for (Letter letter = 1; one_script && letter < letter_kinds; ++letter)
    chunks_.push_back({place_of(letter, 0, letter), 1, 0, 0, 0});
}

void ChunkCosts::add(Letters const& source, Letters const& target, float cost) {
  if (source.size == 0) {
    added_[target.at[0]] = std::min(added_[target.at[0]], cost);
  } else if (target.size == 0) {
    unwritten_[source.at[0]] = std::min(unwritten_[source.at[0]], cost);
  } else {
    chunks_.push_back(
        {place_of(source.at[0], source.at[1], target.at[0]), target.size, target.at[1], target.at[2], cost});
  }
}

void ChunkCosts::index() {
  std::ranges::stable_sort(chunks_, {}, &Chunk::place);
  row_of_.assign(letter_kinds * letter_kinds, 0);
  std::uint32_t rows = 1;  // the first one is empty
  for (auto const& chunk : chunks_) {
    auto& row = row_of_[chunk.place / letter_kinds];
    if (row == 0) row = static_cast<std::uint16_t>(rows++);
  }
  first_at_.assign(std::size_t{rows} * letter_kinds + 1, 0);
  for (auto const& chunk : chunks_)
    ++first_at_[std::size_t{row_of_[chunk.place / letter_kinds]} * letter_kinds + chunk.place % letter_kinds + 1];
  for (std::size_t i = 1; i < first_at_.size(); ++i) first_at_[i] += first_at_[i - 1];
}

std::uint32_t const* ChunkCosts::row(Letter first, Letter second) const {
  const std::size_t row = row_of_[first * std::size_t{letter_kinds} + second];
  return row == 0 ? nullptr : &first_at_[row * letter_kinds];
}

template <class Reach>
void ChunkCosts::read(std::uint32_t const* row, Letters const& target, std::size_t j, Reach reach) const {
  if (row == nullptr) return;
  for (auto at = row[target.at[j]]; at < row[target.at[j] + 1U]; ++at) {
    auto const& chunk = chunks_[at];
    if (j + chunk.size > target.size) continue;
    if (chunk.size > 1 && chunk.second != target.at[j + 1]) continue;
    if (chunk.size > 2 && chunk.third != target.at[j + 2]) continue;
    reach(chunk.size, chunk.cost);
  }
}

// Every step from letter i of the source and letter j of the target: reach(letters of both, price).
template <class Reach>
void ChunkCosts::steps(SourceLetter const& source, Letters const& target, std::size_t j, Reach reach) const {
  const bool more_target = j < target.size;
  if (more_target) reach(0, 1, added_[target.at[j]]);
  if (source.letter == 0) return;
  reach(1, 0, source.unwritten);
  if (!more_target) return;
  if (one_script_) reach(1, 1, slip);
  read(source.alone, target, j, [&](std::size_t letters, float price) { reach(1, letters, price); });
  read(source.with_next, target, j, [&](std::size_t letters, float price) { reach(2, letters, price); });
  if (one_script_ && source.next != 0 && j + 1 < target.size && source.letter == target.at[j + 1] &&
      source.next == target.at[j])
    reach(2, 2, swapped);
}

ChunkCosts::SourceLetter ChunkCosts::at(Letters const& source, std::size_t i) const {
  SourceLetter here;
  if (i >= source.size) return here;
  here.letter = source.at[i];
  here.unwritten = unwritten_[here.letter];
  here.alone = row(here.letter, 0);
  if (i + 1 >= source.size) return here;
  here.next = source.at[i + 1];
  here.with_next = row(here.letter, here.next);
  return here;
}

// The same steps as above, all of one kind at a time: what leads along a row, what leads to the next, the chunks.
// False where every reading costs more than `most`; then the rest of the table is not made.
bool ChunkCosts::fill(Letters const& source, Letters const& target, float most, Table& cost) const {
  const std::size_t width = target.size;
  const auto clear = [&](std::size_t row) {
    if (row <= source.size) std::fill_n(cost[row].begin(), width + 1, never);
  };
  std::array<float, most_letters> added{};
  for (std::size_t j = 0; j < width; ++j) added[j] = added_[target.at[j]];
  clear(0);
  clear(1);
  cost[0][0] = 0;
  int unreached = 0;  // rows one after the other: no step skips two letters of the source
  for (std::size_t i = 0; i <= source.size; ++i) {
    clear(i + 2);
    auto& here = cost[i];
    for (std::size_t j = 0; j < width; ++j) here[j + 1] = std::min(here[j + 1], here[j] + added[j]);
    // No step costs less than nothing: what costs more already leads nowhere.
    std::size_t first = 0;
    std::size_t end = width + 1;
    while (first < end && here[first] > most) ++first;
    while (end > first && here[end - 1] > most) --end;
    unreached = first == end ? unreached + 1 : 0;
    if (unreached == 2) return false;
    if (i == source.size || first == end) continue;
    read_letter(at(source, i), target, {first, end}, most, &cost[i]);
  }
  return true;
}

void ChunkCosts::read_letter(SourceLetter const& source, Letters const& target, Columns columns, float most,
                             Row* rows) const {
  const std::size_t width = target.size;
  for (auto j = columns.first; j < columns.end; ++j) rows[1][j] = std::min(rows[1][j], rows[0][j] + source.unwritten);
  const auto end = std::min(columns.end, width);
  for (auto j = columns.first; one_script_ && j < end; ++j)
    rows[1][j + 1] = std::min(rows[1][j + 1], rows[0][j] + slip);
  for (auto j = columns.first; j < end; ++j) {
    if (rows[0][j] <= most) read_chunks(source, target, j, rows[0][j], rows);
  }
}

void ChunkCosts::read_chunks(SourceLetter const& source, Letters const& target, std::size_t j, float here,
                             Row* rows) const {
  read(source.alone, target, j, [&](std::size_t letters, float price) {
    auto& there = rows[1][j + letters];
    there = std::min(there, here + price);
  });
  read(source.with_next, target, j, [&](std::size_t letters, float price) {
    auto& there = rows[2][j + letters];
    there = std::min(there, here + price);
  });
  if (one_script_ && source.next != 0 && j + 1 < target.size && source.letter == target.at[j + 1] &&
      source.next == target.at[j])
    rows[2][j + 2] = std::min(rows[2][j + 2], here + swapped);
}

float ChunkCosts::between(Letters const& source, Letters const& target, float most) const {
  Table cost;
  return fill(source, target, most, cost) ? cost[source.size][target.size] : never;
}

std::vector<ChunkCosts::Piece> ChunkCosts::reading(Letters const& source, Letters const& target) const {
  Table cost;
  fill(source, target, never, cost);
  // Backwards over every step that explains the cost.
  std::vector<Piece> pieces;
  std::size_t i = source.size;
  std::size_t j = target.size;
  while (i + j > 0) {
    Piece best{0, 0, never};
    std::size_t from_i = i;
    std::size_t from_j = j;
    for (std::size_t di = 0; di <= std::min<std::size_t>(2, i); ++di) {
      for (std::size_t dj = 0; dj <= std::min<std::size_t>(3, j); ++dj) {
        if (di + dj == 0) continue;
        steps(at(source, i - di), target, j - dj, [&](std::size_t si, std::size_t sj, float price) {
          const float total = cost[i - di][j - dj] + price;
          if (si != di || sj != dj || total > cost[i][j] + 1e-3F || price >= best.cost) return;
          best = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j), price};
          from_i = i - di;
          from_j = j - dj;
        });
      }
    }
    if (from_i == i && from_j == j) break;
    pieces.push_back(best);
    i = from_i;
    j = from_j;
  }
  std::ranges::reverse(pieces);
  return pieces;
}

std::expected<LetterCosts, lexicon::Error> LetterCosts::compile(lexicon::Rows const& rows) {
  LetterCosts costs;
  for (auto const& row : rows) {
    const auto pair = row.field(0);
    const auto source_script = pair == "latin" ? Script::latin : Script::arabic;
    const auto target_script = pair == "arabic" ? Script::arabic : Script::latin;
    if (pair != "latin" && pair != "arabic" && pair != "arabic-latin")
      return std::unexpected(row.error("no pair of scripts"));
    const auto source = chunk_letters(row.field(1), source_script);
    const auto target = chunk_letters(row.field(2), target_script);
    const auto written = row.field(3);
    int hundredths = 0;
    const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), hundredths);
    if (failed != std::errc{} || end != written.data() + written.size() || hundredths < 0)
      return std::unexpected(row.error("the cost is not a number of hundredths"));
    if (source.size > 2 || target.size > 3 || source.size + target.size == 0)
      return std::unexpected(row.error("chunks have at most two and three letters"));
    auto& table = pair == "latin" ? costs.latin : pair == "arabic" ? costs.arabic : costs.arabic_to_latin;
    table.add(source, target, static_cast<float>(hundredths) / 100);
  }
  for (auto* table : {&costs.arabic_to_latin, &costs.latin, &costs.arabic}) table->index();
  return costs;
}

ChunkCosts const& LetterCosts::table_for(NameToken const& left, NameToken const& right) const {
  if (left.script != right.script) return arabic_to_latin;
  return left.script == Script::arabic ? arabic : latin;
}

namespace {

// Whether the left word is what the table reads from: the Arabic one, or the first in the order of letters.
bool reads_from_left(NameToken const& left, NameToken const& right) {
  return left.script == right.script ? left.word < right.word : left.script == Script::arabic;
}

std::string letters_between(NameToken const& token, std::size_t from, std::size_t end) {
  std::string letters;
  for (auto at = from; at < end; ++at) letters += written(token.letters.at[at], token.script);
  return letters.empty() ? "-" : letters;
}

std::string in_hundredths(float cost) {
  std::array<char, 16> digits{};
  const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), cost, std::chars_format::fixed, 2);
  return {digits.data(), done.ptr};
}

}  // namespace

float LetterCosts::between(NameToken const& left, NameToken const& right, float most) const {
  if (left.script == right.script && left.word == right.word) return 0;
  auto const& table = table_for(left, right);
  return reads_from_left(left, right) ? table.between(left.letters, right.letters, most)
                                      : table.between(right.letters, left.letters, most);
}

std::vector<std::string> LetterCosts::pieces(NameToken const& left, NameToken const& right) const {
  std::vector<std::string> told;
  if (left.script == right.script && left.word == right.word) return told;
  const bool from_left = reads_from_left(left, right);
  auto const& source = from_left ? left : right;
  auto const& target = from_left ? right : left;
  constexpr float least_told = 0.05F;
  std::size_t i = 0;
  std::size_t j = 0;
  for (auto const& piece : table_for(left, right).reading(source.letters, target.letters)) {
    auto here = letters_between(source, i, piece.source_end);
    auto there = letters_between(target, j, piece.target_end);
    if (!from_left) std::swap(here, there);
    if (piece.cost >= least_told)
      told.push_back(here.append("=").append(there).append(" ").append(in_hundredths(piece.cost)));
    i = piece.source_end;
    j = piece.target_end;
  }
  return told;
}

}  // namespace recoupe::name
