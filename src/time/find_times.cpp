#include "time/find_times.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>

#include "time/classify.hpp"
#include "time/edtf.hpp"
#include "time/read_date.hpp"
#include "time/resolve.hpp"
#include "time/tense.hpp"
#include "time/words.hpp"

namespace recoupe::time {
namespace {

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

// The tokens before a date that belong to it and stand for nothing: articles, prepositions, "by".
std::size_t tokens_before(std::vector<Item> const& items, std::size_t at) {
  auto first = at;
  if (first > 0 && items[first - 1].as(WordClass::day_word)) --first;
  if (first > 0 && items[first - 1].as(WordClass::ahead)) --first;
  return items[at].first - items[first].first;
}

// Reads the dates of a text in order and keeps none: visit(date, sentence) says whether to go on.
template <class Visit>
void for_each_date(text::SegmentedText const& body, LanguageWords const& words, Visit visit) {
  for (auto const& sentence : body.sentences) {
    const auto items = classify(body, sentence, words);
    const bool recalled = recalls(items);
    for (std::size_t at = 0; at < items.size();) {
      auto date = read_date(body, items, at, words.month_first);
      const auto end = date ? date->end : items[at].end;
      if (date) {
        date->ahead = is_ahead(items, at);
        date->recalled = recalled;
        date->lead = tokens_before(items, at);
        if (!visit(*date, sentence)) return;
      }
      while (at < items.size() && items[at].first < end) ++at;
    }
  }
}

// The day that the words date in full, the first of several.
Anchor full_day(DateWords const& words) {
  if (!words.year || !words.month || words.days.empty()) return std::nullopt;
  const std::chrono::year_month_day day = std::chrono::year{*words.year} / *words.month / words.days.front();
  return day.ok() ? Anchor(day) : std::nullopt;
}

// A full date between signs among the first words, without its weekday: "TUNIS, 4 March 2021 -", "(4 March 2021)".
bool in_dateline(text::SegmentedText const& body, DateWords const& words) {
  constexpr std::size_t reach = 8;
  if (words.first == 0 || words.first > reach || words.end >= body.tokens.size() || words.weekday) return false;
  const auto is_sign = [&](std::size_t token) { return body.tokens[token].kind == text::TokenKind::punctuation; };
  return is_sign(words.first - 1) && is_sign(words.end) && body.slice(body.tokens[words.end].span) != ",";
}

// What a text without a day of publication says of it: the day that it calls today, else its dateline; and any day
// that it dates in full, near which a weekday still chooses the year of another day.
Context context_in_text(text::SegmentedText const& body, LanguageWords const& words) {
  Anchor today;
  Anchor dateline;
  Anchor near;
  for_each_date(body, words, [&](DateWords const& date, text::Sentence const&) {
    const auto day = full_day(date);
    if (!day) return true;
    if (!near) near = day;
    if (date.days.size() > 1) return true;
    if (!dateline && in_dateline(body, date)) dateline = day;
    if (date.today) today = day;
    return !today;
  });
  Context context;
  context.anchor = today ? today : dateline;
  if (!context.anchor) context.near = near;
  return context;
}

}  // namespace

std::vector<TimeExpression> find_times(text::SegmentedText const& body, Anchor anchor, Vocabulary const& vocabulary) {
  std::vector<TimeExpression> times;
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return times;

  Context context;
  if (anchor) {
    context.anchor = anchor;
  } else {
    context = context_in_text(body, words->second);
  }
  for_each_date(body, words->second, [&](DateWords const& date, text::Sentence const& sentence) {
    const auto tense = tense_of_clause(body, sentence, date, words->second);
    context.future = tense == Tense::future;
    context.tensed = tense != Tense::unknown;
    auto expression = resolve(date, context);
    if (!expression) return true;
    expression->span = body.span_of(date.first, date.end);
    expression->span.end -= date.possessive;
    if (const auto day = day_of(expression->value)) {
      context.last_day = day;
      if (date.weekday) context.told_weekdays[std::chrono::weekday{*day}.iso_encoding()] = day;
    }
    times.push_back(std::move(*expression));
    return true;
  });
  return times;
}

std::string edtf_with_hour(TimeExpression const& expression) {
  auto const& [value, timex] = std::tie(expression.value, expression.timex);
  const bool hour = timex.size() > value.size() + 1 && timex.starts_with(value + "T") &&
                    std::isdigit(static_cast<unsigned char>(timex[value.size() + 1]));
  return hour && !value.empty() ? timex : value;
}

std::optional<TimeExpression> own_day(text::SegmentedText const& body, Vocabulary const& vocabulary) {
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return std::nullopt;
  std::optional<TimeExpression> day;
  for_each_date(body, words->second, [&](DateWords const& date, text::Sentence const&) {
    if (!date.today || !full_day(date)) return true;
    day = resolve(date, {});
    if (day) day->span = body.span_of(date.first, date.end);
    return false;
  });
  return day;
}

}  // namespace recoupe::time
