// Winnowing (Schleimer, Wilkerson, Aiken 2003) and the pairs that share prints.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "reuse/find_reuse.hpp"
#include "reuse/words.hpp"

namespace recoupe::reuse {
namespace {

constexpr std::size_t shingle = 5;          // words
constexpr std::size_t window = 8;           // shingles
constexpr std::uint32_t least_shared = 2;   // prints
constexpr std::size_t neighbours_kept = 4;  // of a text among those that share a print with too many

using Print = std::uint64_t;

constexpr Print mixed(Print value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

Print hash_of(std::string_view bytes) {
  Print hash = 0xCBF29CE484222325ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return mixed(hash);
}

std::vector<Print> shingles_of(text::SegmentedText const& body) {
  std::vector<Print> words;
  for (auto const& token : body.tokens) {
    if (is_word(token)) words.push_back(hash_of(token.folded));
  }
  std::vector<Print> shingles;
  for (std::size_t at = 0; at + shingle <= words.size(); ++at) {
    Print hash = 0;
    for (std::size_t i = 0; i < shingle; ++i) hash = mixed(hash * 31 + words[at + i]);
    shingles.push_back(hash);
  }
  return shingles;
}

// The least shingle of each window, rightmost on ties; sorted, distinct.
std::vector<Print> prints_of(text::SegmentedText const& body) {
  const auto shingles = shingles_of(body);
  std::vector<Print> prints;
  for (std::size_t begin = 0; begin < shingles.size(); ++begin) {
    const auto end = std::min(begin + window, shingles.size());
    prints.push_back(*std::min_element(shingles.begin() + static_cast<std::ptrdiff_t>(begin),
                                       shingles.begin() + static_cast<std::ptrdiff_t>(end)));
    if (end == shingles.size()) break;
  }
  std::ranges::sort(prints);
  prints.erase(std::ranges::unique(prints).begin(), prints.end());
  return prints;
}

// Texts in an order that only what they hold decides, equal ones by their place in the input.
std::vector<std::size_t> by_content(std::span<const text::SegmentedText* const> texts) {
  std::vector<std::pair<Print, std::size_t>> hashed;
  for (std::size_t i = 0; i < texts.size(); ++i) hashed.emplace_back(hash_of(texts[i]->text.view()), i);
  std::ranges::sort(hashed);
  std::vector<std::size_t> order;
  for (auto const& [hash, index] : hashed) order.push_back(index);
  return order;
}

// For each text, by its rank, the earlier ranks that share at least two prints with it.
class Pairing {
 public:
  Pairing(std::vector<std::vector<Print>> prints, std::size_t hottest)
      : prints_(std::move(prints)), hottest_(hottest), shared_(prints_.size(), 0) {
    for (std::uint32_t rank = 0; rank < prints_.size(); ++rank) {
      for (auto print : prints_[rank]) holders_[print].push_back(rank);
    }
  }

  std::vector<std::uint32_t> earlier_partners(std::uint32_t rank) {
    touched_.clear();
    for (auto print : prints_[rank]) count(holders_.at(print), rank);
    std::vector<std::uint32_t> partners;
    for (auto other : touched_) {
      if (shared_[other] >= least_shared) partners.push_back(other);
      shared_[other] = 0;
    }
    return partners;
  }

 private:
  // A print of too many texts pairs each with its nearest few in the order of content: copies of one text stay
  // connected, and a notice that stands on every page costs no more than its length.
  void count(std::vector<std::uint32_t> const& holders, std::uint32_t rank) {
    const auto own = std::ranges::lower_bound(holders, rank);
    const auto before = static_cast<std::size_t>(own - holders.begin());
    const auto first = holders.size() > hottest_ ? before - std::min(before, neighbours_kept) : 0;
    for (auto i = first; i < before; ++i) {
      if (shared_[holders[i]]++ == 0) touched_.push_back(holders[i]);
    }
  }

  std::vector<std::vector<Print>> prints_;
  std::size_t hottest_;
  std::vector<std::uint32_t> shared_;
  std::vector<std::uint32_t> touched_;
  std::unordered_map<Print, std::vector<std::uint32_t>> holders_;
};

}  // namespace

std::vector<Candidate> candidate_pairs(std::span<const text::SegmentedText* const> texts, std::size_t hottest) {
  std::map<std::string_view, std::vector<std::size_t>> by_language;
  for (auto index : by_content(texts)) by_language[texts[index]->language].push_back(index);

  std::vector<Candidate> pairs;
  for (auto const& [language, members] : by_language) {
    std::vector<std::vector<Print>> prints;
    for (auto index : members) prints.push_back(prints_of(*texts[index]));
    Pairing pairing(std::move(prints), hottest);
    for (std::uint32_t rank = 0; rank < members.size(); ++rank) {
      for (auto other : pairing.earlier_partners(rank))
        pairs.push_back({std::min(members[rank], members[other]), std::max(members[rank], members[other])});
    }
  }
  std::ranges::sort(pairs,
                    [](Candidate a, Candidate b) { return std::tie(a.left, a.right) < std::tie(b.left, b.right); });
  return pairs;
}

}  // namespace recoupe::reuse
