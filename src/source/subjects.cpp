#include "source/subjects.hpp"

#include <algorithm>

namespace recoupe::source {
namespace {

constexpr std::size_t longest_subject = 45;
constexpr std::size_t longest_apposition = 24;

class Chunker {
 public:
  Chunker(MarkedText const& text, text::Sentence const& sentence)
      : text_(text), first_(sentence.first_token), end_(sentence.end_token) {}

  std::optional<TokenSpan> before(std::size_t group) const {
    if (group <= first_) return std::nullopt;
    const auto last = group - 1;
    if (text_.is(last, Word::relative)) return TokenSpan{last, group};
    if (text_.is_comma(last)) return with_apposition(last);
    if (text_.is(last, Word::coordinator)) return subject_of_clause(text_, sentence(), last);
    if (bounds(last) && !text_.is_sign(last, ")")) return std::nullopt;
    if (text_.is(last, Word::pronoun) && !text_.in_name(last)) return TokenSpan{last, group};
    return phrase(group);
  }

  std::optional<TokenSpan> behind(std::size_t at) const {
    while (at < end_ && text_.is(at, Word::adverb) && !text_.in_name(at)) ++at;
    if (at < end_ && text_.opens_quotation(at)) return quoted_name(at);
    if (at >= end_ || !opens_phrase(at)) return std::nullopt;
    if (text_.is(at, Word::pronoun) && !text_.in_name(at)) return TokenSpan{at, at + 1};
    const auto chunk = chunk_behind(at);
    if (chunk.empty()) return std::nullopt;
    return TokenSpan{at, appositions_behind(chunk.end)};
  }

 private:
  text::Sentence sentence() const { return {{}, first_, end_}; }

  // A name between quotation marks, with the conjunction of what is said behind it.
  std::optional<TokenSpan> quoted_name(std::size_t at) const {
    const auto* quotation = text_.quotation_at(at);
    if (!is_short(*quotation) || quotation->end >= end_) return std::nullopt;
    const bool opened = text_.is(quotation->end, Word::complementizer) || text_.opens_quotation(quotation->end);
    if (!opened && !text_.words().verb_first) return std::nullopt;
    return TokenSpan{at + quotation->marks, quotation->end - quotation->marks};
  }

  // «yellow vests»: words of a phrase, not a quotation.
  bool is_short(Quotation const& quotation) const {
    constexpr std::size_t most = 6;
    return quotation.closed && quotation.end <= quotation.open + most && quotation.open >= first_ &&
           !text_.is_comma(quotation.end - 1 - quotation.marks) && !text_.is_stop(quotation.end - 1 - quotation.marks);
  }

  // What no noun phrase goes across.
  bool bounds(std::size_t at) const {
    if (text_.in_name(at)) return false;
    if (const auto* quotation = text_.quotation_at(at); quotation && is_short(*quotation)) return false;
    return text_.is_comma(at) || (text_.is_stop(at) && !abbreviates(at)) || text_.closes_quotation(at) ||
           text_.opens_quotation(at) || text_.is(at, Word::subordinator | Word::complementizer) ||
           text_.is(at, Word::auxiliary | Word::passive) || text_.is_finite(at);
  }

  // The stop of "Mr." and "U.S." ends nothing.
  bool abbreviates(std::size_t at) const {
    constexpr std::size_t longest = 4;
    if (!text_.is_sign(at, ".") || at == first_ || at + 1 >= end_ || text_.token(at).space_before) return false;
    auto const& word = text_.token(at - 1);
    return word.capitalised && word.folded.size() <= longest;
  }

  // The bracket that opens what closes at `at`: "the Council (ABC) said".
  std::size_t bracket_before(std::size_t at) const {
    constexpr std::size_t longest = 10;
    for (auto back = at; back > first_ && back + longest > at; --back) {
      if (text_.is_sign(back - 1, "(")) return back - 1;
    }
    return at;
  }

  std::size_t bracket_behind(std::size_t at) const {
    constexpr std::size_t longest = 10;
    for (auto next = at; next < std::min(end_, at + longest); ++next) {
      if (text_.is_sign(next, ")")) return next + 1;
    }
    return at;
  }

  std::optional<TokenSpan> phrase(std::size_t end) const {
    const auto floor = end > first_ + longest_subject ? end - longest_subject : first_;
    auto from = end;
    auto coordinator = end;
    while (from > floor) {
      if (text_.is_sign(from - 1, ")")) {
        const auto open = bracket_before(from - 1);
        if (open + 1 >= from || open <= floor) break;
        from = open;
        continue;
      }
      if (bounds(from - 1)) break;
      --from;
      if (text_.is(from, Word::coordinator) && coordinator == end) coordinator = from;
    }
    const bool cut_by_verb =
        from > first_ && (text_.is(from - 1, Word::auxiliary | Word::passive) || text_.is_finite(from - 1));
    if (cut_by_verb && coordinator != end) from = coordinator + 1;
    return without_lead({from, end});
  }

  // Drops conjunctions, adverbs and a prepositional phrase before the phrase itself.
  std::optional<TokenSpan> without_lead(TokenSpan span) const {
    while (!span.empty() && !text_.in_name(span.first) &&
           (text_.is(span.first, Word::coordinator | Word::adverb) || text_.is_comma(span.first)))
      ++span.first;
    if (span.empty()) return std::nullopt;
    if (text_.is(span.first, Word::preposition) && !text_.in_name(span.first) &&
        !text_.is(span.first, Word::determiner)) {
      const auto named = last_mention(span);
      if (!named) return std::nullopt;
      return named;
    }
    return span;
  }

  // A mention that ends the phrase.
  std::optional<TokenSpan> last_mention(TokenSpan span) const {
    for (auto at = span.first + 1; at < span.end; ++at) {
      if (text_.mention_end(at) == span.end) return TokenSpan{at, span.end};
      if (text_.is(at, Word::pronoun) && at + 1 == span.end) return TokenSpan{at, span.end};
    }
    return std::nullopt;
  }

  // "NAME, what he is, said": back over what stands between the commas to the phrase that it explains.
  std::optional<TokenSpan> with_apposition(std::size_t comma) const {
    const auto floor = comma > first_ + longest_subject ? comma - longest_subject : first_;
    auto from = comma;
    while (from > floor && !text_.closes_quotation(from - 1) && !opens_sentence(from - 1)) --from;
    TokenSpan span{from, comma};
    while (!span.empty() && (text_.is(span.first, Word::coordinator | Word::adverb) || text_.is_comma(span.first)) &&
           !text_.in_name(span.first))
      ++span.first;
    // What is in front of the phrase: an adverbial, or a whole clause.
    for (;;) {
      const auto next = next_comma(span);
      if (next >= span.end) break;
      if (!is_lead({span.first, next})) break;
      span.first = next + 1;
      while (!span.empty() && text_.is(span.first, Word::coordinator) && !text_.in_name(span.first)) ++span.first;
    }
    if (span.empty() || is_lead(span)) return std::nullopt;
    return span;
  }

  bool opens_sentence(std::size_t at) const {
    return (text_.is_stop(at) && !abbreviates(at) && !text_.is_sign(at, "(") && !text_.is_sign(at, ")")) ||
           text_.is(at, Word::complementizer);
  }

  std::size_t next_comma(TokenSpan span) const {
    auto at = span.first;
    while (at < span.end && !text_.is_comma(at)) ++at;
    return at;
  }

  bool is_lead(TokenSpan span) const {
    if (span.empty()) return true;
    if (text_.in_name(span.first)) return holds_predicate(span);
    if (text_.is(span.first, Word::adverb)) return true;
    if (text_.is(span.first, Word::preposition | Word::subordinator | static_cast<Words>(Word::link)) &&
        !text_.is(span.first, Word::determiner))
      return true;
    if (const auto* verb = text_.verb_at(span.first); verb && verb->verbs.front().form == Form::participle) return true;
    return holds_predicate(span);
  }

  bool holds_predicate(TokenSpan span) const {
    for (auto at = span.first; at < span.end; ++at) {
      if (text_.in_name(at)) continue;
      if (text_.is(at, Word::relative)) return false;  // a predicate of the phrase's own
      if (text_.is(at, Word::auxiliary | Word::passive)) return true;
      if (at > span.first && text_.is_finite(at) && !text_.is(at - 1, Word::determiner | Word::possessive)) return true;
    }
    return false;
  }

  bool opens_phrase(std::size_t at) const {
    if (text_.in_name(at)) return true;
    if (bounds(at)) return false;
    if (text_.is(at, Word::pronoun | Word::determiner)) return true;
    return !text_.is(
        at, Word::preposition | Word::coordinator | Word::question | Word::infinitive | Word::object | Word::relative);
  }

  TokenSpan chunk_behind(std::size_t at) const {
    const auto limit = std::min(end_, at + longest_subject);
    const auto mention = text_.mention_end(at);
    auto last = at;
    while (last < limit) {
      if (text_.in_name(last) || last < mention) {
        ++last;
        continue;
      }
      if (const auto closed = text_.is_sign(last, "(") ? bracket_behind(last) : last; closed > last) {
        last = closed;
        continue;
      }
      if (last > at && (bounds(last) || text_.is(last, Word::question | Word::infinitive) ||
                        (text_.is(last, Word::preposition) && !text_.is(last, Word::link)) ||
                        (text_.is(last, Word::pronoun | Word::object | static_cast<Words>(Word::relative)) &&
                         !text_.is(last, Word::determiner))))
        break;
      ++last;
    }
    // Words without a mark between the name and what is said: the name alone is safe.
    if (mention > at && last < end_ && !marks_an_end(last)) last = mention;
    return {at, last};
  }

  bool marks_an_end(std::size_t at) const {
    return bounds(at) || text_.is(at, Word::preposition | Word::question | Word::infinitive);
  }

  // ", what he is," behind the phrase: up to the next comma, quotation or end.
  std::size_t appositions_behind(std::size_t end) const {
    for (int rounds = 0; rounds < 2 && end < end_ && text_.is_comma(end); ++rounds) {
      const auto from = end + 1;
      if (from >= end_ || !opens_phrase(from) || text_.is(from, Word::pronoun | Word::adverb) || text_.verb_at(from))
        break;
      // Else what was said goes on there: "The port, said X, will stay open".
      const bool explains = text_.is(from, Word::determiner) || text_.mention_end(from) > from || text_.in_name(from) ||
                            text_.token(from).kind == text::TokenKind::number;
      if (!explains && !text_.words().verb_first) break;
      // In Arabic what is said may follow a comma: only names explain one another.
      if (text_.words().verb_first && text_.mention_end(from) == from && !text_.in_name(end - 1)) break;
      auto last = from;
      const auto limit = std::min(end_, from + longest_apposition);
      while (last < limit && !bounds(last)) ++last;
      const bool closed = last < end_ && (text_.is_comma(last) || text_.opens_quotation(last) || text_.is_stop(last) ||
                                          text_.is(last, Word::complementizer));
      if (!closed && last != end_) break;
      end = last;
    }
    return end;
  }

  MarkedText const& text_;
  std::size_t first_;
  std::size_t end_;
};

bool beside_a_verb(MarkedText const& text, std::size_t at) {
  return !text.in_name(at) && text.is(at, Word::auxiliary | Word::passive | static_cast<Words>(Word::adverb) |
                                              static_cast<Words>(Word::object));
}

// "-t-il", "-elle": the pronoun of an inverted verb.
std::optional<TokenSpan> pronoun_behind(MarkedText const& text, std::size_t at, std::size_t end) {
  const auto hyphen = [&](std::size_t i) { return i < end && text.is_sign(i, "-") && !text.token(i).space_before; };
  if (!hyphen(at)) return std::nullopt;
  auto next = at + 1;
  if (next < end && text.is_sign(next, "t") && hyphen(next + 1)) next += 2;
  if (next >= end || text.token(next).space_before || !text.is(next, Word::pronoun)) return std::nullopt;
  return TokenSpan{next, next + 1};
}

}  // namespace

VerbGroup verb_group(MarkedText const& text, text::Sentence const& sentence, std::size_t at, std::size_t end) {
  VerbGroup group{{at, end}, at, end, pronoun_behind(text, end, sentence.end_token)};
  if (group.inverted_pronoun) group.whole.end = group.inverted_pronoun->end;
  auto first = at;
  const auto floor = at > sentence.first_token + 10 ? at - 10 : sentence.first_token;
  while (first > floor) {
    const auto before = first - 1;
    if (beside_a_verb(text, before)) {
      group.has_auxiliary = group.has_auxiliary || text.is(before, Word::auxiliary | Word::passive);
      group.passive = group.passive || text.is(before, Word::passive);
      first = before;
      continue;
    }
    if (text.is(before, Word::infinitive) && first == at) group.infinitive = true;
    // "a-t-il déclaré": the pronoun stands within.
    if (!group.inverted_pronoun && text.is(before, Word::pronoun) && before > floor && text.is_sign(before - 1, "-") &&
        !text.token(before).space_before) {
      auto auxiliary = before - 1;
      if (auxiliary > floor + 1 && text.is_sign(auxiliary - 1, "t")) auxiliary -= 2;
      if (auxiliary > floor && text.is(auxiliary - 1, Word::auxiliary)) {
        group.inverted_pronoun = TokenSpan{before, before + 1};
        group.has_auxiliary = true;
        first = auxiliary - 1;
        continue;
      }
    }
    break;
  }
  group.whole.first = first;
  return group;
}

std::optional<TokenSpan> subject_before(MarkedText const& text, text::Sentence const& sentence, std::size_t group) {
  auto span = Chunker(text, sentence).before(group);
  if (!span) return std::nullopt;
  const auto kept = text.without_stops(*span);
  return kept.empty() ? std::nullopt : std::optional(kept);
}

std::optional<TokenSpan> subject_behind(MarkedText const& text, text::Sentence const& sentence, std::size_t at) {
  auto span = Chunker(text, sentence).behind(at);
  if (!span) return std::nullopt;
  const auto kept = text.without_stops(*span);
  return kept.empty() ? std::nullopt : std::optional(kept);
}

std::optional<TokenSpan> subject_of_clause(MarkedText const& text, text::Sentence const& sentence, std::size_t at) {
  constexpr std::size_t longest = 14;
  auto from = sentence.first_token;
  const auto skips = [&](std::size_t i) {
    return !text.in_name(i) && (text.is(i, Word::coordinator | Word::adverb) || text.is_comma(i));
  };
  while (from < at && skips(from)) ++from;
  const auto fronted = Word::preposition | Word::subordinator | static_cast<Words>(Word::link);
  if (from < at && text.is(from, fronted) && !text.is(from, Word::determiner) && !text.in_name(from)) {
    while (from < at && !text.is_comma(from)) ++from;
    while (from < at && skips(from)) ++from;
  }
  if (from >= at || text.opens_quotation(from)) return std::nullopt;
  if (text.is(from, Word::pronoun)) return TokenSpan{from, from + 1};
  if (const auto end = text.mention_end(from); end > from) return TokenSpan{from, std::min(end, at)};
  auto last = from;
  while (last < at && last < from + longest &&
         !text.is(last, Word::auxiliary | Word::passive | static_cast<Words>(Word::relative)) &&
         !text.is_finite(last) && !text.is_comma(last) && !text.is_stop(last))
    ++last;
  if (last == from || last == from + longest) return std::nullopt;
  return TokenSpan{from, last};
}

}  // namespace recoupe::source
