#include "lexicon/phrase_table.hpp"

#include <array>

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

bool PhraseTrie::add(std::string_view phrase, std::uint32_t entry) {
  const auto words = phrase_words(phrase);
  if (words.empty()) return false;
  std::uint32_t node = 0;
  for (auto const& word : words) {
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    const auto [found, added] = nodes_[node].next.try_emplace(word, next);
    node = found->second;
    if (added) nodes_.emplace_back();
  }
  nodes_[node].entry = entry;
  return true;
}

std::optional<PhraseTrie::Hit> PhraseTrie::longest_at(text::SegmentedText const& body, std::size_t token,
                                                      std::size_t end_token, Clitics clitics) const {
  std::optional<Hit> best;
  const auto walk = [&](std::string const& first_word, std::size_t stripped) {
    std::uint32_t node = 0;
    for (auto at = token; at < end_token; ++at) {
      auto const& next = nodes_[node].next;
      const auto found = next.find(at == token ? first_word : body.tokens[at].folded);
      if (found == next.end()) return;
      node = found->second;
      if (nodes_[node].entry != none && (!best || at + 1 > best->end)) best = Hit{at + 1, nodes_[node].entry, stripped};
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
    const auto found = nodes_[node].next.find(word);
    if (found == nodes_[node].next.end()) return none;
    node = found->second;
  }
  return nodes_[node].entry;
}

}  // namespace recoupe::lexicon
