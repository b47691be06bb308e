#include "time/find_times.hpp"

#include <algorithm>

#include "time/classify.hpp"
#include "time/edtf.hpp"
#include "time/read_date.hpp"
#include "time/resolve.hpp"
#include "time/words.hpp"

namespace recoupe::time {
namespace {

struct Found {
  DateWords words;
  std::size_t sentence;
};

// A sentence that says at its beginning that it recalls what is older.
bool recalls(std::vector<Item> const& items) {
  constexpr std::size_t reach = 4;
  return std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(std::min(reach, items.size())),
                     [](Item const& item) { return item.as(WordClass::recall); });
}

// "by" Friday, "from" Friday "on"
bool is_ahead(std::vector<Item> const& items, std::size_t at) {
  if (at > 0 && items[at - 1].as(WordClass::day_word)) --at;
  return items[at].as(WordClass::ahead) || (at > 0 && items[at - 1].as(WordClass::ahead));
}

std::vector<Found> read_dates(text::SegmentedText const& body, LanguageWords const& words) {
  std::vector<Found> found;
  for (std::size_t s = 0; s < body.sentences.size(); ++s) {
    const auto items = classify(body, body.sentences[s], words);
    const bool recalled = recalls(items);
    for (std::size_t at = 0; at < items.size();) {
      auto date = read_date(body, items, at, words.month_first);
      if (date) {
        date->ahead = is_ahead(items, at);
        date->recalled = recalled;
        found.push_back({*date, s});
      }
      const auto end = date ? date->end : items[at].end;
      while (at < items.size() && items[at].first < end) ++at;
    }
  }
  return found;
}

// A full date that the text itself calls today.
std::vector<Found>::const_iterator called_today(std::vector<Found> const& found) {
  return std::ranges::find_if(found, [](Found const& one) {
    auto const& words = one.words;
    if (!words.today || !words.year || !words.month || words.days.size() != 1) return false;
    return std::chrono::year_month_day{std::chrono::year{*words.year} / *words.month / words.days.front()}.ok();
  });
}

// A full date between signs among the first words, without its weekday: "TUNIS, 4 March 2021 -", "(4 March 2021)".
bool in_dateline(text::SegmentedText const& body, DateWords const& words) {
  constexpr std::size_t reach = 8;
  if (words.first == 0 || words.first > reach || words.end >= body.tokens.size() || words.weekday) return false;
  const auto is_sign = [&](std::size_t token) { return body.tokens[token].kind == text::TokenKind::punctuation; };
  return is_sign(words.first - 1) && is_sign(words.end) && body.slice(body.tokens[words.end].span) != ",";
}

// Where nobody says when the text was published, the day that it calls today does, else its dateline.
Anchor anchor_in_text(text::SegmentedText const& body, std::vector<Found> const& found) {
  auto today = called_today(found);
  if (today == found.end()) {
    today = std::ranges::find_if(found, [&](Found const& one) {
      auto const& words = one.words;
      return words.year && words.month && words.days.size() == 1 && in_dateline(body, words) &&
             (std::chrono::year{*words.year} / *words.month / words.days.front()).ok();
    });
  }
  if (today == found.end()) return std::nullopt;
  return std::chrono::year{*today->words.year} / *today->words.month / today->words.days.front();
}

// A day that the text itself dates in full: near it a weekday still chooses the year of another day.
Anchor first_full_day(std::vector<Found> const& found) {
  for (auto const& [words, sentence] : found) {
    if (!words.year || !words.month || words.days.empty()) continue;
    const std::chrono::year_month_day day = std::chrono::year{*words.year} / *words.month / words.days.front();
    if (day.ok()) return day;
  }
  return std::nullopt;
}

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
  return plain && matches(token.folded, words);
}

// "announced" Monday: a participle right before the date, and no word of what is to come before it.
bool is_told_of_the_past(text::SegmentedText const& body, Found const& found, LanguageWords const& words) {
  constexpr std::size_t reach = 4;
  auto const& sentence = body.sentences[found.sentence];
  const auto before = found.words.first;
  if (before == sentence.first_token) return false;
  const auto participle = body.slice(body.tokens[before - 1].span);
  if (std::ranges::none_of(words.past_suffixes, [&](auto const& suffix) { return participle.ends_with(suffix); }))
    return false;
  const auto first = std::max(sentence.first_token, before - std::min(before, reach));
  return std::none_of(body.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      body.tokens.begin() + static_cast<std::ptrdiff_t>(before),
                      [&](text::Token const& token) { return is_future_cue(token, words); });
}

// The clause around a date speaks of what is to come: a future verb nearby, no comma or conjunction looked for.
bool speaks_of_future(text::SegmentedText const& body, Found const& found, LanguageWords const& words) {
  constexpr std::size_t reach = 12;
  if (found.words.ahead) return true;
  if (is_told_of_the_past(body, found, words)) return false;
  auto const& sentence = body.sentences[found.sentence];
  const auto first = std::max(sentence.first_token, found.words.first - std::min(found.words.first, reach));
  const auto end = std::min(sentence.end_token, found.words.end + reach);
  for (auto at = first; at < end; ++at) {
    if ((at < found.words.first || at >= found.words.end) && is_future_cue(body.tokens[at], words)) return true;
  }
  return false;
}

}  // namespace

std::vector<TimeExpression> find_times(text::SegmentedText const& body, Anchor anchor, Vocabulary const& vocabulary) {
  std::vector<TimeExpression> times;
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return times;

  const auto found = read_dates(body, words->second);
  Context context{.anchor = anchor, .last_day = {}, .near = {}, .future = false};
  if (!anchor) context.anchor = anchor_in_text(body, found);
  if (!context.anchor) context.near = first_full_day(found);
  for (auto const& one : found) {
    context.future = speaks_of_future(body, one, words->second);
    auto expression = resolve(one.words, context);
    if (!expression) continue;
    expression->span = body.span_of(one.words.first, one.words.end);
    expression->span.end -= one.words.possessive;
    if (const auto day = day_of(expression->value)) context.last_day = day;
    times.push_back(std::move(*expression));
  }
  return times;
}

std::optional<TimeExpression> own_day(text::SegmentedText const& body, Vocabulary const& vocabulary) {
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return std::nullopt;
  const auto found = read_dates(body, words->second);
  const auto today = called_today(found);
  if (today == found.end()) return std::nullopt;
  auto day = resolve(today->words, {});
  if (day) day->span = body.span_of(today->words.first, today->words.end);
  return day;
}

}  // namespace recoupe::time
