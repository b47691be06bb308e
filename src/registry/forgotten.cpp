#include "registry/forgotten.hpp"

#include <algorithm>
#include <optional>

#include "lexicon/phrase_table.hpp"
#include "link/fingerprint.hpp"
#include "text/segment.hpp"

namespace recoupe::registry {
namespace {

constexpr std::string_view block = "\u2588";

std::int64_t hash_of(auto begin, auto end) {
  link::Fingerprint print;
  for (; begin != end; ++begin) print.add(*begin);
  return static_cast<std::int64_t>(print.value());
}

std::vector<text::Token> words_of(std::string_view written) {
  std::vector<text::Token> words;
  for (auto& token : text::segment(text::Text::from_utf8(written), {}, {}).tokens) {
    if (token.kind == text::TokenKind::word || token.kind == text::TokenKind::number) words.push_back(std::move(token));
  }
  return words;
}

// The span of a name of `names` that begins at this word, which in Arabic may carry a conjunction or preposition.
std::optional<text::ByteSpan> name_at(std::vector<text::Token> const& words, std::size_t at,
                                      std::multimap<std::size_t, std::int64_t> const& names) {
  for (auto const& [count, hash] : names) {
    if (at + count > words.size()) continue;
    std::vector<std::string> phrase;
    for (std::size_t i = 0; i < count; ++i) phrase.push_back(words[at + i].folded);
    const auto clitics = words[at].arabic ? lexicon::Clitics::all : lexicon::Clitics::none;
    for (auto const& form : lexicon::without_clitics(words[at].folded, clitics)) {
      phrase[0] = form.word;
      if (hash_of(phrase.begin(), phrase.end()) == hash)
        return text::ByteSpan{words[at].span.begin, words[at + count - 1].span.end};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<store::KeptForgotten> entries_of(std::string_view name) {
  std::vector<std::string> folded;
  for (auto& word : words_of(name)) folded.push_back(std::move(word.folded));
  std::vector<store::KeptForgotten> entries;
  if (folded.empty()) return entries;
  entries.push_back({"name", static_cast<std::int64_t>(folded.size()), hash_of(folded.begin(), folded.end()), true});
  if (folded.size() > 1) entries.push_back({"name", 1, hash_of(std::prev(folded.end()), folded.end()), false});
  return entries;
}

Forgotten::Forgotten(std::vector<store::KeptForgotten> const& kept) {
  for (auto const& one : kept) (one.alone ? whole_ : beside_).emplace(static_cast<std::size_t>(one.words), one.hash);
}

bool Forgotten::in(std::string_view text) const {
  if (empty()) return false;
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (name_at(words, at, whole_)) return true;
  }
  return false;
}

bool Forgotten::redact(std::string& written, Names const& names) const {
  if (names.empty()) return false;
  const auto text = text::Text::from_utf8(written);
  const auto words = words_of(text.view());
  std::vector<text::ByteSpan> spans;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto span = name_at(words, at, names)) spans.push_back(*span);
  }
  std::string redacted(text.view());
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    if (span->end > redacted.size()) continue;
    const auto points = text.code_points(*span);
    std::string blocks;
    for (auto i = points.begin; i < points.end; ++i) blocks += block;
    redacted.replace(span->begin, span->size(), blocks);
  }
  if (spans.empty()) return false;
  written = std::move(redacted);
  return true;
}

bool Forgotten::redact(page::Report& report) const {
  if (empty()) return false;
  const auto everywhere = [&](Names const& names) {
    bool found = redact(report.title, names);
    found = redact(report.byline, names) || found;
    for (auto& one : report.blocks) {
      found = redact(one.text, names) || found;
      found = redact(one.author, names) || found;
    }
    return found;
  };
  if (!everywhere(whole_)) return false;
  everywhere(beside_);
  report.published.evidence.reset();  // it may have moved
  return true;
}

}  // namespace recoupe::registry
