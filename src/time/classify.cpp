#include "time/classify.hpp"

#include <algorithm>
#include <charconv>

namespace recoupe::time {
namespace {

using enum WordClass;

int number_in(std::string const& folded) {
  int number = -1;
  if (folded.size() <= 4) std::from_chars(folded.data(), folded.data() + folded.size(), number);
  return number;
}

// Neither "people" behind 2000 nor "euros" behind 1950; nothing where the language does not tell its counted nouns.
bool is_uncounted(text::Token const& token, LanguageWords const& words) {
  if (token.kind != text::TokenKind::word || words.counted_suffixes.empty()) return false;
  return words.not_counted.contains(token.folded) ||
         std::ranges::none_of(words.counted_suffixes,
                              [&](std::string const& suffix) { return token.folded.ends_with(suffix); });
}

// A month or weekday in capitals behind another name, where such words are written small.
bool is_surname(text::SegmentedText const& body, std::vector<Item> const& items, Item const& item,
                LanguageWords const& words) {
  if (!words.small_letters || items.empty() || (!item.as(month) && !item.as(weekday))) return false;
  auto const& token = body.tokens[item.first];
  if (!token.capitalised || token.all_capitals) return false;
  if (items.back().as(title)) return true;
  auto const& before = body.tokens[item.first - 1];
  return before.kind == text::TokenKind::word && before.capitalised && items.back().word.kind == other;
}

// A month in capitals before another name ("Avril Martin"), where months are written small.
bool is_given_name(text::SegmentedText const& body, Item const& item, LanguageWords const& words) {
  if (!words.small_letters || !item.as(month) || item.end >= body.tokens.size()) return false;
  auto const& token = body.tokens[item.first];
  auto const& behind = body.tokens[item.end];
  return token.capitalised && !token.all_capitals && behind.kind == text::TokenKind::word && behind.capitalised;
}

// How many bytes the last code points of `written` take.
std::size_t bytes_of_last(std::string_view written, std::size_t code_points) {
  std::size_t bytes = 0;
  while (bytes < written.size() && code_points > 0) {
    ++bytes;
    if ((static_cast<unsigned char>(written[written.size() - bytes]) & 0xC0U) != 0x80U) --code_points;
  }
  return bytes;
}

// "Monday's": the word of time without what it owns.
std::optional<Item> possessive_at(text::SegmentedText const& body, std::size_t at, LanguageWords const& words) {
  auto const& token = body.tokens[at];
  for (auto const& ending : words.possessives) {
    if (token.folded.size() <= ending.size() || !token.folded.ends_with(ending)) continue;
    if (auto const* found = words.phrases.find(token.folded.substr(0, token.folded.size() - ending.size())))
      return Item{.word = found->front(),
                  .words = found,
                  .first = at,
                  .end = at + 1,
                  .possessive = bytes_of_last(body.slice(token.span), ending.size())};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Item> classify(text::SegmentedText const& body, text::Sentence const& sentence,
                           LanguageWords const& words) {
  std::vector<Item> items;
  for (auto at = sentence.first_token; at < sentence.end_token;) {
    auto const& token = body.tokens[at];
    Item item{.first = at, .end = at + 1};
    if (token.kind == text::TokenKind::number) {
      const bool of_a_thing = !items.empty() && items.back().as(numbered);
      if (!of_a_thing) item.word = {.kind = number, .value = number_in(token.folded)};
    } else if (const auto hit = words.phrases.longest_at(body, at, sentence.end_token, lexicon::Clitics::all)) {
      item.word = hit->value();
      item.words = hit->values;
      item.end = hit->end;
      item.clitics = hit->clitics > 0;
      if (is_surname(body, items, item, words) || is_given_name(body, item, words)) item = {.first = at, .end = at + 1};
    } else if (auto owner = possessive_at(body, at, words)) {
      item = *owner;
    } else {
      item.uncounted = !items.empty() && items.back().word.kind == number && is_uncounted(token, words);
    }
    items.push_back(item);
    at = item.end;
  }
  return items;
}

}  // namespace recoupe::time
