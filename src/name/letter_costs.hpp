// What it costs to read one word's letters as another's: chunks of letters, learned from pairs of spellings
// (tools/learn-name-costs writes lexicon/world/letter-costs.tsv).
//
//   costs.between(letters_of("هاينز"), letters_of("haines"))     // about 0.6: nats of the cheapest reading
//
// A chunk of one or two letters is read as none to three of the other word's. The cost of a chunk is how much less
// often it is written so than in its usual way; the usual way costs nothing.
#pragma once

#include <array>
#include <expected>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "name/name_tokens.hpp"

namespace recoupe::name {

// One pair of scripts, from `source` to `target`.
class ChunkCosts {
 public:
  // Within one script every letter is read as itself at no cost, and two neighbours may have changed places.
  explicit ChunkCosts(bool one_script);
  void add(Letters const& source, Letters const& target, float cost);  // source 0..2, target 0..3 letters
  void index();                                                        // after the last add
  // What costs more than `most` need not be told exactly.
  float between(Letters const& source, Letters const& target, float most) const;

  struct Piece {
    std::uint8_t source_end = 0, target_end = 0;
    float cost = 0;
  };
  // The cheapest reading, piece by piece.
  std::vector<Piece> reading(Letters const& source, Letters const& target) const;

 private:
  struct Chunk {
    std::uint32_t place = 0;  // of its source letters and its first target letter
    std::uint8_t size = 0;    // of the target
    Letter second = 0, third = 0;
    float cost = 0;
  };
  using Row = std::array<float, most_letters + 1>;
  using Table = std::array<Row, most_letters + 1>;
  // A letter of the source with what can be read from it; `letter` is 0 behind the last. Null where there are no
  // chunks.
  struct SourceLetter {
    Letter letter = 0, next = 0;
    float unwritten = 0;
    std::uint32_t const* alone = nullptr;
    std::uint32_t const* with_next = nullptr;
  };
  SourceLetter at(Letters const& source, std::size_t i) const;
  // Where the chunks of these source letters begin in chunks_, by their first target letter.
  std::uint32_t const* row(Letter first, Letter second) const;
  struct Columns {
    std::size_t first = 0, end = 0;
  };
  bool fill(Letters const& source, Letters const& target, float most, Table& cost) const;
  void read_letter(SourceLetter const& source, Letters const& target, Columns columns, float most, Row* rows) const;
  void read_chunks(SourceLetter const& source, Letters const& target, std::size_t j, float here, Row* rows) const;
  template <class Reach>
  void read(std::uint32_t const* row, Letters const& target, std::size_t j, Reach reach) const;
  template <class Reach>
  void steps(SourceLetter const& source, Letters const& target, std::size_t j, Reach reach) const;

  std::vector<Chunk> chunks_;            // by row, then by first target letter
  std::vector<std::uint16_t> row_of_;    // of a pair of source letters; 0 has no chunks
  std::vector<std::uint32_t> first_at_;  // the rows, one behind the other
  std::array<float, letter_kinds> unwritten_{}, added_{};
  bool one_script_;
};

struct LetterCosts {
  ChunkCosts arabic_to_latin{false}, latin{true}, arabic{true};

  static std::expected<LetterCosts, lexicon::Error> compile(lexicon::Rows const& rows);
  // Symmetric in its two words. What costs more than `most` is only told to do so, and sooner.
  float between(NameToken const& left, NameToken const& right, float most) const;
  // What of the cheapest reading costs something: "ch=ش 0.31", the left word's letters first.
  std::vector<std::string> pieces(NameToken const& left, NameToken const& right) const;

 private:
  ChunkCosts const& table_for(NameToken const& left, NameToken const& right) const;
};

}  // namespace recoupe::name
