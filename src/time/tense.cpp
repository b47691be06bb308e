#include "time/tense.hpp"

#include <algorithm>

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

// "announced" Monday: a participle right before the date, and no word of what is to come before it.
bool is_told_of_the_past(text::SegmentedText const& body, text::Sentence const& sentence, DateWords const& date,
                         LanguageWords const& words) {
  constexpr std::size_t reach = 4;
  const auto before = date.first - date.lead;
  if (before <= sentence.first_token) return false;
  const auto participle = body.slice(body.tokens[before - 1].span);
  if (std::ranges::none_of(words.past_suffixes, [&](auto const& suffix) { return participle.ends_with(suffix); }))
    return false;
  const auto first = std::max(sentence.first_token, before - std::min(before, reach));
  return std::none_of(body.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      body.tokens.begin() + static_cast<std::ptrdiff_t>(before),
                      [&](text::Token const& token) { return is_future_cue(token, words); });
}

}  // namespace

// The clause around a date speaks of what is to come: a future verb nearby, no comma or conjunction looked for.
bool speaks_of_future(text::SegmentedText const& body, text::Sentence const& sentence, DateWords const& date,
                      LanguageWords const& words) {
  constexpr std::size_t reach = 12;
  if (date.ahead) return true;
  if (is_told_of_the_past(body, sentence, date, words)) return false;
  const auto first = std::max(sentence.first_token, date.first - std::min(date.first, reach));
  const auto end = std::min(sentence.end_token, date.end + reach);
  for (auto at = first; at < end; ++at) {
    if ((at < date.first || at >= date.end) && is_future_cue(body.tokens[at], words)) return true;
  }
  return false;
}

}  // namespace recoupe::time
