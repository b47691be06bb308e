#include "source/marked_text.hpp"

#include <algorithm>

namespace recoupe::source {
namespace {

bool one_of(std::string_view folded, std::initializer_list<std::string_view> signs) {
  return std::ranges::find(signs, folded) != signs.end();
}

bool same_letters(std::string_view left, std::string_view right) {
  constexpr auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(left, right, {}, lower, lower);
}

// The readings that are spelt so, accents and all; all of them where none is.
template <class Value>
std::vector<Value> as_written(std::vector<Value> const& values, std::string_view written) {
  if (values.size() == 1) return values;
  std::vector<Value> exact;
  std::ranges::copy_if(values, std::back_inserter(exact),
                       [&](Value const& value) { return same_letters(value.written, written); });
  return exact.empty() ? values : exact;
}

}  // namespace

MarkedText::MarkedText(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words)
    : body_(body),
      words_(words),
      quotations_(find_quotations(body)),
      marks_(body.tokens.size() + 1),
      mention_ends_(body.tokens.size() + 1) {
  mark_words();
  mark_names(names);
  mark_quotations();
}

void MarkedText::mark_words() {
  for (std::size_t at = 0; at < body_.tokens.size(); ++at) {
    if (body_.tokens[at].kind != text::TokenKind::word) continue;
    mark_closed(at);
    mark_verb(at);
  }
}

void MarkedText::mark_closed(std::size_t at) {
  auto const& token = body_.tokens[at];
  for (auto const& prefix : words_.prefixes) {
    constexpr std::size_t shortest_rest = 4;
    if (token.folded.size() >= prefix.folded.size() + shortest_rest && token.folded.starts_with(prefix.folded))
      marks_[at].words = marks_[at].words | prefix.word;
  }
  const auto hit = words_.closed.longest_at(body_, at, body_.tokens.size(), lexicon::Clitics::conjunctions);
  if (!hit) return;
  Words bits = 0;
  for (auto const& closed : as_written(*hit->values, body_.slice(body_.span_of(at, hit->end))))
    bits = bits | closed.word;
  for (auto inside = at; inside < hit->end; ++inside) marks_[inside].words = marks_[inside].words | bits;
}

void MarkedText::mark_verb(std::size_t at) {
  const auto hit = words_.verbs.longest_at(body_, at, body_.tokens.size(), lexicon::Clitics::conjunctions);
  if (!hit) return;
  verbs_.push_back({hit->end, hit->clitics > 0, as_written(*hit->values, body_.slice(body_.span_of(at, hit->end)))});
  marks_[at].verb = static_cast<std::uint32_t>(verbs_.size());
}

void MarkedText::mark_names(name::PageNames const& names) {
  for (auto const& mention : names.mentions) {
    const auto first = body_.token_at(mention.whole.begin);
    const auto end = body_.token_at(mention.whole.end - 1) + 1;
    if (first >= body_.tokens.size() || end > body_.tokens.size()) continue;
    mention_ends_[first] = std::max(mention_ends_[first], end);
    if (mention.kind == name::MentionKind::office) continue;
    for (auto at = first; at < end; ++at) marks_[at].in_name = true;
  }
}

void MarkedText::mark_quotations() {
  for (std::size_t i = 0; i < quotations_.size(); ++i) {
    for (auto at = quotations_[i].open; at < quotations_[i].end; ++at)
      marks_[at].quotation = static_cast<std::uint32_t>(i + 1);
  }
}

MarkedText::VerbHit const* MarkedText::verb_at(std::size_t at) const {
  return marks_[at].verb == 0 ? nullptr : &verbs_[marks_[at].verb - 1];
}

bool MarkedText::is_finite(std::size_t at) const {
  const auto* hit = verb_at(at);
  return hit && std::ranges::any_of(
                    hit->verbs, [](Verb const& verb) { return verb.form == Form::finite || verb.form == Form::both; });
}

Quotation const* MarkedText::quotation_at(std::size_t at) const {
  const auto index = marks_[at].quotation;
  return index == 0 ? nullptr : &quotations_[index - 1];
}

bool MarkedText::opens_quotation(std::size_t at) const {
  const auto* quotation = quotation_at(at);
  return quotation && quotation->open == at;
}

bool MarkedText::closes_quotation(std::size_t at) const {
  const auto* quotation = quotation_at(at);
  return quotation && quotation->closed && quotation->end == at + 1;
}

bool MarkedText::is_comma(std::size_t at) const { return one_of(token(at).folded, {",", "\u060C"}); }

bool MarkedText::is_stop(std::size_t at) const {
  return token(at).kind == text::TokenKind::newline ||
         one_of(token(at).folded, {";", ":", ".", "!", "?", "\u061B", "\u061F", "\u2014", "\u2013", "...", "(", ")"});
}

bool MarkedText::is_sign(std::size_t at, std::string_view sign) const { return token(at).folded == sign; }

TokenSpan MarkedText::without_stops(TokenSpan span) const {
  const auto drops = [&](std::size_t at) { return is_comma(at) || is_stop(at) || is_sign(at, "-"); };
  while (span.first < span.end && drops(span.first) && !is_sign(span.first, "(")) ++span.first;
  while (span.first < span.end && drops(span.end - 1) && !is_sign(span.end - 1, ")")) --span.end;
  return span;
}

TokenSpan MarkedText::trimmed(TokenSpan span) const {
  for (;;) {
    const auto before = span;
    span = without_stops(span);
    while (span.first < span.end && (opens_quotation(span.first) || is_sign(span.first, "'"))) ++span.first;
    while (span.first < span.end && closes_quotation(span.end - 1)) --span.end;
    if (before.first == span.first && before.end == span.end) return span;
  }
}

}  // namespace recoupe::source
