// Winnowing (Schleimer, Wilkerson, Aiken 2003) and the pairs that share prints.
#include <algorithm>
#include <map>
#include <tuple>

#include "reuse/prints.hpp"
#include "reuse/words.hpp"

namespace recoupe::reuse {
namespace {

constexpr std::size_t shingle = 5;          // words
constexpr std::size_t window = 8;           // shingles
constexpr std::uint32_t least_shared = 2;   // prints
constexpr std::size_t neighbours_kept = 4;  // of a text among those that share a print with too many

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

// Who holds which print, among the texts of one language, by their rank in the order of content.
class Index {
 public:
  struct Entry {
    Print print;
    std::uint32_t rank;
    auto operator<=>(Entry const&) const = default;
  };
  using Holders = std::span<const Entry>;

  // Prints of texts that `asked` names; the rest would never be looked up.
  Index(std::vector<Printed const*> const& texts, std::vector<bool> const& asked) {
    std::vector<Print> wanted;
    for (std::size_t rank = 0; rank < texts.size(); ++rank) {
      if (asked[rank]) wanted.insert(wanted.end(), texts[rank]->prints.begin(), texts[rank]->prints.end());
    }
    std::ranges::sort(wanted);
    wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
    for (std::uint32_t rank = 0; rank < texts.size(); ++rank) {
      auto at = wanted.begin();
      for (auto print : texts[rank]->prints) {
        if (!asked[rank]) {
          at = std::lower_bound(at, wanted.end(), print);
          if (at == wanted.end()) break;
          if (*at != print) continue;
        }
        entries_.push_back({print, rank});
      }
    }
    std::ranges::sort(entries_);
  }

  Holders holders(Print print) const {
    const auto found = std::ranges::equal_range(entries_, print, {}, &Entry::print);
    return {found.begin(), found.end()};
  }

 private:
  std::vector<Entry> entries_;
};

// For a text, by its rank, the others that share at least two prints with it.
class Pairing {
 public:
  Pairing(std::vector<Printed const*> const& texts, Index const& index, std::size_t hottest)
      : texts_(texts), index_(index), hottest_(hottest), shared_(texts.size(), 0) {}

  std::vector<std::uint32_t> partners(std::uint32_t rank) {
    touched_.clear();
    for (auto print : texts_[rank]->prints) count(index_.holders(print), rank);
    std::vector<std::uint32_t> found;
    for (auto other : touched_) {
      if (shared_[other] >= least_shared) found.push_back(other);
      shared_[other] = 0;
    }
    return found;
  }

 private:
  // A print of too many texts pairs each with its nearest few in the order of content: copies of one text stay
  // connected, and a notice that stands on every page costs no more than its length.
  void count(Index::Holders holders, std::uint32_t rank) {
    const auto own =
        static_cast<std::size_t>(std::ranges::lower_bound(holders, rank, {}, &Index::Entry::rank) - holders.begin());
    const bool hot = holders.size() > hottest_;
    const auto first = hot ? own - std::min(own, neighbours_kept) : 0;
    const auto end = hot ? std::min(holders.size(), own + neighbours_kept + 1) : holders.size();
    for (auto i = first; i < end; ++i) {
      if (i != own && shared_[holders[i].rank]++ == 0) touched_.push_back(holders[i].rank);
    }
  }

  std::vector<Printed const*> const& texts_;
  Index const& index_;
  std::size_t hottest_;
  std::vector<std::uint32_t> shared_;
  std::vector<std::uint32_t> touched_;
};

// The texts of one language in an order that only what they hold decides, equal ones by their place in the input.
std::map<std::string_view, std::vector<std::size_t>> by_language_and_content(std::span<const Printed> texts) {
  std::map<std::string_view, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < texts.size(); ++i) members[texts[i].language].push_back(i);
  for (auto& [language, list] : members) {
    std::ranges::sort(list, {}, [&](std::size_t i) { return std::pair(texts[i].content, i); });
  }
  return members;
}

}  // namespace

Printed printed(text::SegmentedText const& body) { return {body.language, hash_of(body.text.view()), prints_of(body)}; }

std::vector<Candidate> candidate_pairs(std::span<const Printed> texts, std::vector<bool> const& wanted,
                                       std::size_t hottest) {
  std::vector<Candidate> pairs;
  for (auto const& [language, members] : by_language_and_content(texts)) {
    std::vector<Printed const*> ranked;
    std::vector<bool> asked;
    for (auto index : members) {
      ranked.push_back(&texts[index]);
      asked.push_back(wanted[index]);
    }
    const Index index(ranked, asked);
    Pairing pairing(ranked, index, hottest);
    for (std::uint32_t rank = 0; rank < members.size(); ++rank) {
      if (!asked[rank]) continue;
      for (auto other : pairing.partners(rank)) {
        if (!asked[other] || other < rank)
          pairs.push_back({std::min(members[rank], members[other]), std::max(members[rank], members[other])});
      }
    }
  }
  std::ranges::sort(pairs,
                    [](Candidate a, Candidate b) { return std::tie(a.left, a.right) < std::tie(b.left, b.right); });
  return pairs;
}

std::vector<std::size_t> disturbed_by(std::span<const Printed> texts, std::vector<Change> const& changes,
                                      std::size_t hottest) {
  std::vector<std::size_t> disturbed;
  for (auto const& [language, members] : by_language_and_content(texts)) {
    std::vector<Printed const*> ranked;
    std::vector<bool> asked;
    for (auto index : members) {
      ranked.push_back(&texts[index]);
      asked.push_back(changes[index] != Change::none);
    }
    const Index index(ranked, asked);
    const auto change_at = [&](Index::Entry const& holder) { return changes[members[holder.rank]]; };
    const auto disturb = [&](Index::Entry const& holder) {
      if (change_at(holder) == Change::none) disturbed.push_back(members[holder.rank]);
    };
    for (std::uint32_t rank = 0; rank < members.size(); ++rank) {
      if (!asked[rank]) continue;
      for (auto print : ranked[rank]->prints) {
        const auto holders = index.holders(print);
        if (holders.size() <= hottest) continue;
        const auto added = std::ranges::count(holders, Change::added, change_at);
        const auto removed = std::ranges::count(holders, Change::removed, change_at);
        const bool before = holders.size() - static_cast<std::size_t>(added) > hottest;
        const bool after = holders.size() - static_cast<std::size_t>(removed) > hottest;
        if (before != after) {
          std::ranges::for_each(holders, disturb);
          continue;
        }
        const auto own = std::ranges::lower_bound(holders, rank, {}, &Index::Entry::rank) - holders.begin();
        std::size_t seen = 0;
        for (auto i = own - 1; i >= 0 && seen < neighbours_kept; --i) {
          seen += change_at(holders[static_cast<std::size_t>(i)]) == Change::none ? 1 : 0;
          disturb(holders[static_cast<std::size_t>(i)]);
        }
        seen = 0;
        for (auto i = static_cast<std::size_t>(own) + 1; i < holders.size() && seen < neighbours_kept; ++i) {
          seen += change_at(holders[i]) == Change::none ? 1 : 0;
          disturb(holders[i]);
        }
      }
    }
  }
  std::ranges::sort(disturbed);
  disturbed.erase(std::ranges::unique(disturbed).begin(), disturbed.end());
  return disturbed;
}

std::vector<Candidate> candidate_pairs(std::span<const text::SegmentedText* const> texts, std::size_t hottest) {
  std::vector<Printed> prints;
  for (auto const* body : texts) prints.push_back(printed(*body));
  return candidate_pairs(prints, std::vector<bool>(prints.size(), true), hottest);
}

}  // namespace recoupe::reuse
