#include "source/contents.hpp"

#include <algorithm>

namespace recoupe::source {
namespace {

constexpr std::size_t farthest_opener = 32;
constexpr std::size_t longest_adjunct = 14;

// "…, adding that", "…, and the minister said": what another attribution of the sentence begins with is no content.
class ContentEnd {
 public:
  ContentEnd(MarkedText const& text, text::Sentence const& sentence) : text_(text), end_(sentence.end_token) {}

  std::size_t from(std::size_t start) const {
    if (text_.opens_quotation(start)) {
      const auto* quotation = text_.quotation_at(start);
      if (quotation->end >= end_ || ends_behind_quotation(quotation->end)) return quotation->end;
    }
    for (auto at = start; at < end_; ++at) {
      if (const auto* quotation = text_.quotation_at(at); quotation && quotation->open >= start) {
        if (quotation->end >= end_ || !quotation->closed) return quotation->end;
        at = quotation->end - 1;
        continue;
      }
      if (at > start && closes(at)) return at;
    }
    return end_;
  }

 private:
  bool ends_behind_quotation(std::size_t at) const {
    if (at + 1 < end_ && text_.is(at, Word::coordinator) && text_.opens_quotation(at + 1)) return false;
    return at >= end_ || text_.is_comma(at) || text_.is_stop(at) || text_.is(at, Word::coordinator) ||
           (at > 1 && (text_.is_comma(at - 2) || text_.is_sign(at - 2, ".")));
  }

  bool closes(std::size_t at) const {
    if (text_.is_sign(at, ";") || text_.is_sign(at, "\u061B")) return true;
    if (!text_.is_comma(at)) return false;
    auto next = at + 1;
    if (next < end_ && text_.is(next, Word::contrast)) return true;
    if (next < end_ && text_.words().nominals.longest_at(text_.body(), next, end_, lexicon::Clitics::conjunctions))
      return true;
    bool coordinated = false;
    while (next < end_ && text_.is(next, Word::coordinator | Word::adverb | Word::auxiliary) && !text_.in_name(next)) {
      coordinated = coordinated || text_.is(next, Word::coordinator);
      ++next;
    }
    if (next >= end_) return false;
    if (const auto* verb = text_.verb_at(next)) {
      const auto form = verb->verbs.front().form;
      const bool arabic = text_.token(next).arabic;
      return form == Form::participle || coordinated || arabic;
    }
    return coordinated && named_speaker(next);
  }

  // "and NAME said"
  bool named_speaker(std::size_t at) const {
    auto next = text_.is(at, Word::pronoun) ? at + 1 : text_.mention_end(at);
    if (next == at) return false;
    while (next < end_ && text_.is(next, Word::auxiliary | Word::adverb)) ++next;
    return next < end_ && text_.is_finite(next);
  }

  MarkedText const& text_;
  std::size_t end_;
};

bool is_predicate(MarkedText const& text, std::size_t at) {
  return !text.in_name(at) && (text.is(at, Word::auxiliary | Word::passive) || text.is_finite(at));
}

// The token that opens what is said where adjuncts or an addressee stand before it.
std::size_t opener(MarkedText const& text, std::size_t at, std::size_t end, VerbClass verb_class) {
  const auto limit = std::min(end, at + farthest_opener);
  const bool adjunct = at < end && (text.is_comma(at) || text.is(at, Word::preposition | Word::adverb | Word::object));
  const bool may_skip = adjunct || verb_class == VerbClass::tell;
  for (auto next = at; next < limit; ++next) {
    if (text.opens_quotation(next)) {
      const auto* quotation = text.quotation_at(next);
      const bool long_enough = quotation->end > next + 5;
      if (next == at || (may_skip && long_enough)) return next;
      if (!may_skip) return end;
      next = quotation->end - 1;
      continue;
    }
    if (text.in_name(next) && next > at) continue;
    if (text.is(next, Word::complementizer)) return next == at || may_skip ? next : end;
    if (text.is_sign(next, ":")) return next + 1;
    if (next == at && text.is(next, Word::question)) return next;
    if (verb_class == VerbClass::tell && next > at && text.is(next, Word::question | Word::infinitive | Word::pronoun))
      return next;
    if (text.is_stop(next) || (!text.words().verb_first && is_predicate(text, next))) return end;
    if (next > at && text.is(next, Word::pronoun) && !text.is(next, Word::object)) return may_skip ? next : end;
  }
  return end;
}

}  // namespace

TokenSpan content_behind(MarkedText const& text, text::Sentence const& sentence, std::size_t at, VerbClass verb_class) {
  const auto end = sentence.end_token;
  while (at < end && text.is(at, Word::adverb) && !text.in_name(at) && !text.is(at, Word::object)) ++at;
  if (at >= end || (text.is_stop(at) && !text.is_sign(at, ":") && !text.is_sign(at, "("))) return {};
  auto start = verb_class == VerbClass::stance ? end : opener(text, at, end, verb_class);
  if (start >= end) {
    start = at;
    if (text.is_comma(start) || text.is_sign(start, ":")) ++start;
    if (start < end && text.is_comma(at) && !text.opens_quotation(start) && !text.words().verb_first) return {};
  }
  if (start >= end) return {};
  return text.without_stops({start, ContentEnd(text, sentence).from(start)});
}

TokenSpan content_before(MarkedText const& text, text::Sentence const& sentence, std::size_t end, std::size_t floor) {
  auto last = end;
  while (last > floor && (text.is_comma(last - 1) || text.is_sign(last - 1, "-") || text.is_sign(last - 1, "\u2013") ||
                          text.is_sign(last - 1, "\u2014")))
    --last;
  if (last == 0) return {};
  const auto* quotation = text.quotation_at(last - 1);
  if (quotation && quotation->end <= end && quotation->end > quotation->open + 2) {
    const bool within = quotation->open > floor && quotation->open >= sentence.first_token;
    const bool whole = !within || quotation->open == floor || text.is_sign(quotation->open - 1, ":") ||
                       quotation->end > quotation->open + 25;
    if (whole) return {quotation->open, last};
  }
  const auto start = std::max(floor, sentence.first_token);
  if (start + 2 > last) return {};
  const auto* opened = text.quotation_at(start);
  return text.without_stops({opened && opened->open < start && opened->end >= last ? opened->open : start, last});
}

bool stops_behind(MarkedText const& text, text::Sentence const& sentence, std::size_t at) {
  const auto end = sentence.end_token;
  if (at >= end || text.is_comma(at) || text.is_stop(at) || text.opens_quotation(at) || text.closes_quotation(at))
    return true;
  if (!text.is(at, Word::preposition | Word::adverb | Word::infinitive | Word::object)) {
    const auto* verb = text.verb_at(at);
    return verb && verb->verbs.front().form == Form::participle;
  }
  const auto limit = std::min(end, at + longest_adjunct);
  for (auto next = at; next < limit; ++next) {
    if (text.is_comma(next) || text.is_stop(next) || text.opens_quotation(next)) return true;
    if (text.in_name(next)) continue;
    if (is_predicate(text, next) || text.is(next, Word::complementizer | Word::pronoun)) return false;
  }
  return limit == end;
}

TokenSpan content_resumed(MarkedText const& text, text::Sentence const& sentence, std::size_t at, bool quoted_before) {
  auto next = at;
  const auto end = sentence.end_token;
  const auto limit = std::min(end, at + longest_adjunct);
  while (next < limit && !text.is_comma(next) && !text.opens_quotation(next) && !text.is_sign(next, ":")) ++next;
  if (next >= end || next >= limit) {
    // The quotation goes on with the next sentence of the paragraph, and nobody else takes it.
    if (!quoted_before || end >= text.body().tokens.size() || !text.opens_quotation(end)) return {};
    const auto* quotation = text.quotation_at(end);
    const bool last =
        quotation->end >= text.body().tokens.size() || text.token(quotation->end).kind == text::TokenKind::newline;
    return last ? TokenSpan{end, quotation->end} : TokenSpan{};
  }
  if (!text.opens_quotation(next)) ++next;
  if (next >= end) return {};
  if (text.opens_quotation(next)) return {next, text.quotation_at(next)->end};
  if (quoted_before || next + 3 > end || (text.verb_at(next) && !text.words().verb_first)) return {};
  return text.without_stops({next, ContentEnd(text, sentence).from(next)});
}

}  // namespace recoupe::source
