#include "lexicon/phrase_table.hpp"

#include <array>
#include <functional>
#include <utility>

namespace recoupe::lexicon {
namespace {

constexpr std::array conjunctions{std::string_view{"\u0648"}, std::string_view{"\u0641"}};
constexpr std::array prepositions{std::string_view{"\u0628"}, std::string_view{"\u0643"}};
constexpr std::string_view lam{"\u0644"};
constexpr std::string_view article{"\u0627\u0644"};

constexpr std::size_t letter_bytes = 2;
constexpr std::size_t shortest_rest = 2 * letter_bytes;  // what is left must still be a word

void strip_preposition(std::string_view word, std::size_t stripped, std::vector<Stripped>& out) {
  const auto keep = [&](std::string rest, std::size_t bytes) {
    if (rest.size() >= shortest_rest) out.push_back({std::move(rest), stripped + bytes});
  };
  for (auto preposition : prepositions) {
    if (word.starts_with(preposition)) keep(std::string(word.substr(letter_bytes)), letter_bytes);
  }
  if (!word.starts_with(lam)) return;
  keep(std::string(word.substr(letter_bytes)), letter_bytes);
  // Before the article its alef is not written: للوزير is ل + الوزير.
  if (word.substr(letter_bytes).starts_with(lam))
    keep(std::string(article) + std::string(word.substr(2 * letter_bytes)), letter_bytes);
}

}  // namespace

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (auto& token : text::segment(text::Text::from_utf8(phrase), {}, {}).tokens) {
    if (token.kind == text::TokenKind::newline || token.folded.empty()) continue;
    words.push_back(std::move(token.folded));
  }
  // A word that elides ("l'") has its apostrophe with it in a text, where a letter follows.
  if (words.size() > 1 && words.back() == "'" && phrase.find_last_of(' ') != phrase.size() - 2) {
    words.pop_back();
    words.back() += '\'';
  }
  return words;
}

std::vector<Stripped> without_clitics(std::string_view folded_word, Clitics clitics) {
  std::vector<Stripped> out{{std::string(folded_word), 0}};
  if (clitics == Clitics::none) return out;
  if (clitics == Clitics::all) strip_preposition(folded_word, 0, out);
  for (auto conjunction : conjunctions) {
    if (!folded_word.starts_with(conjunction)) continue;
    const auto rest = folded_word.substr(letter_bytes);
    if (rest.size() < shortest_rest) continue;
    out.push_back({std::string(rest), letter_bytes});
    if (clitics == Clitics::all) strip_preposition(rest, letter_bytes, out);
  }
  return out;
}

std::size_t PhraseTrie::sketch(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
  // In Arabic script every other byte is nearly the same.
  const auto last = word.size() - 1;
  return (word.size() * 271 + byte(0) * 17 + byte(last / 2) * 127 + byte(last) * 599 + byte(last > 0 ? 1 : 0) * 43) %
         sketch_bits;
}

std::size_t PhraseTrie::slot_of(std::uint32_t from, std::string_view word) const {
  constexpr std::size_t spread = 0x9E3779B97F4A7C15ULL;
  const auto last = edges_.size() - 1;
  auto slot = (std::hash<std::string_view>()(word) + from * spread) & last;
  for (;; slot = (slot + 1) & last) {
    auto const& edge = edges_[slot];
    if (edge.from == none) return slot;
    if (edge.from == from && std::string_view(words_).substr(edge.word, edge.size) == word) return slot;
  }
}

std::uint32_t PhraseTrie::follow(std::uint32_t from, std::string_view word) const {
  auto const& edge = edges_[slot_of(from, word)];
  return edge.from == none ? none : edge.to;
}

std::uint32_t PhraseTrie::extend(std::uint32_t from, std::string_view word) {
  if (const auto known = follow(from, word); known != none) return known;
  if (2 * entries_.size() >= edges_.size()) grow();
  const auto to = static_cast<std::uint32_t>(entries_.size());
  edges_[slot_of(from, word)] = {from, to, static_cast<std::uint32_t>(words_.size()),
                                 static_cast<std::uint32_t>(word.size())};
  words_ += word;
  entries_.push_back(none);
  if (from == 0) begins_.set(sketch(word));
  return to;
}

void PhraseTrie::grow() {
  const auto before = std::exchange(edges_, std::vector<Edge>(2 * edges_.size()));
  for (auto const& edge : before) {
    if (edge.from != none) edges_[slot_of(edge.from, std::string_view(words_).substr(edge.word, edge.size))] = edge;
  }
}

void PhraseTrie::add(std::vector<std::string> const& words, std::uint32_t entry) {
  std::uint32_t node = 0;
  for (auto const& word : words) node = extend(node, word);
  entries_[node] = entry;
}

std::optional<PhraseTrie::Hit> PhraseTrie::longest_at(text::SegmentedText const& body, std::size_t token,
                                                      std::size_t end_token, Clitics clitics) const {
  std::optional<Hit> best;
  const auto walk = [&](std::string_view first_word, std::size_t stripped) {
    if (!begins_.test(sketch(first_word))) return;
    std::uint32_t node = 0;
    for (auto at = token; at < end_token; ++at) {
      node = follow(node, at == token ? first_word : std::string_view(body.tokens[at].folded));
      if (node == none) return;
      if (entries_[node] != none && (!best || at + 1 > best->end)) best = Hit{at + 1, entries_[node], stripped};
    }
  };
  if (token >= end_token) return best;
  auto const& first = body.tokens[token];
  if (!first.arabic || clitics == Clitics::none) {
    walk(first.folded, 0);
    return best;
  }
  for (auto const& form : without_clitics(first.folded, clitics)) walk(form.word, form.bytes);
  return best;
}

std::uint32_t PhraseTrie::exact(std::vector<std::string> const& words) const {
  std::uint32_t node = 0;
  for (auto const& word : words) {
    node = follow(node, word);
    if (node == none) return none;
  }
  return entries_[node];
}

}  // namespace recoupe::lexicon
