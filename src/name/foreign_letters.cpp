#include "name/foreign_letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/code_point.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_word = 40;  // code points; the rest is not looked at
constexpr std::uint64_t begins = '^', ends = '$';
constexpr int letter_bits = 21;

std::uint64_t with(std::uint64_t run, std::uint64_t letter) { return (run << letter_bits) | letter; }

std::uint64_t packed(std::string_view letters) {
  std::uint64_t run = 0;
  for (std::size_t at = 0; at < letters.size();) {
    const auto c = text::code_point_at(letters, at);
    at = c.end;
    run = with(run, static_cast<std::uint64_t>(std::max(c.value, 0)));
  }
  return run;
}

}  // namespace

std::expected<ForeignLetters, lexicon::Error> ForeignLetters::compile(lexicon::Rows const& rows) {
  ForeignLetters letters;
  for (auto const& row : rows) {
    const auto written = row.field(1);
    float odds = 0;
    const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), odds);
    if (failed != std::errc{} || end != written.data() + written.size())
      return std::unexpected(row.error("the log odds are not a number"));
    if (row.field(0) == "-")
      letters.of_every_word_ = odds;
    else
      letters.runs_[packed(row.field(0))] = odds;
  }
  return letters;
}

float ForeignLetters::odds(std::string_view folded) const {
  std::array<std::uint64_t, longest_word + 2> letters{};
  std::size_t size = 0;
  letters[size++] = begins;
  for (std::size_t at = 0; at < folded.size() && size <= longest_word;) {
    const auto c = text::code_point_at(folded, at);
    at = c.end;
    letters[size++] = static_cast<std::uint64_t>(std::max(c.value, 0));
  }
  letters[size++] = ends;
  float sum = of_every_word_;
  const auto add = [&](std::uint64_t run) {
    const auto found = runs_.find(run);
    if (found != runs_.end()) sum += found->second;
  };
  for (std::size_t i = 0; i + 1 < size && !runs_.empty(); ++i) {
    const auto two = with(letters[i], letters[i + 1]);
    add(two);
    if (i + 2 < size) add(with(two, letters[i + 2]));
  }
  return sum;
}

}  // namespace recoupe::name
