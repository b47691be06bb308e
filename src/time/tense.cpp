#include "time/tense.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace recoupe::time {
namespace {

bool matches(std::string const& folded, LanguageWords const& words) {
  if (words.not_future.contains(folded)) return false;
  const auto is_word = [&](std::string const& word) { return folded == word; };
  const auto begins = [&](std::string const& prefix) {
    return folded.size() > prefix.size() + 3 && folded.starts_with(prefix);
  };
  const auto ends = [&](std::string const& suffix) {
    return folded.size() > suffix.size() + 2 && folded.ends_with(suffix);
  };
  return std::ranges::any_of(words.future_words, is_word) || std::ranges::any_of(words.future_prefixes, begins) ||
         std::ranges::any_of(words.future_suffixes, ends);
}

bool is_future_cue(text::Token const& token, LanguageWords const& words) {
  const bool plain = token.kind == text::TokenKind::word && (!token.capitalised || token.all_capitals);
  if (!plain || !token.arabic) return plain && matches(token.folded, words);
  return std::ranges::any_of(lexicon::without_clitics(token.folded, lexicon::Clitics::conjunctions),
                             [&](lexicon::Stripped const& form) { return matches(form.word, words); });
}

bool is_past_cue(std::string_view written, text::Token const& token, LanguageWords const& words, bool right_before) {
  if (token.kind != text::TokenKind::word || (token.capitalised && !right_before)) return false;
  if (words.past_words.contains(token.folded)) return true;
  return right_before &&
         std::ranges::any_of(words.past_suffixes, [&](auto const& suffix) { return written.ends_with(suffix); });
}

// The nearest word before the date that tells: "announced" Monday, "will" meet Monday, "to be signed" Monday.
Tense tense_before(text::SegmentedText const& body, std::size_t first, std::size_t before, LanguageWords const& words) {
  constexpr std::size_t auxiliaries = 4;
  for (auto at = before; at-- > first;) {
    auto const& token = body.tokens[at];
    if (is_future_cue(token, words)) return Tense::future;
    if (!is_past_cue(body.slice(token.span), token, words, at + 1 == before)) continue;
    for (auto left = at; left-- > std::max(first, at - std::min(at, auxiliaries));) {
      if (is_future_cue(body.tokens[left], words)) return Tense::future;
    }
    return Tense::past;
  }
  return Tense::unknown;
}

}  // namespace

Tense tense_of_clause(text::SegmentedText const& body, text::Sentence const& sentence, DateWords const& date,
                      LanguageWords const& words) {
  constexpr std::size_t reach = 12;
  const auto before = date.first - std::min(date.lead, date.first - sentence.first_token);
  if (date.ahead) {  // "arrested as early as Tuesday"
    const bool participle = before > sentence.first_token &&
                            is_past_cue(body.slice(body.tokens[before - 1].span), body.tokens[before - 1], words, true);
    return participle ? Tense::past : Tense::future;
  }
  const auto told = tense_before(body, std::max(sentence.first_token, before - std::min(before, reach)), before, words);
  if (told != Tense::unknown) return told;
  const auto end = std::min(sentence.end_token, date.end + reach);
  for (auto at = date.end; at < end; ++at) {
    if (is_future_cue(body.tokens[at], words)) return Tense::future;
    if (is_past_cue({}, body.tokens[at], words, false)) return Tense::past;
  }
  return Tense::unknown;
}

}  // namespace recoupe::time
