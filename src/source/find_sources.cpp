#include "source/find_sources.hpp"

#include <algorithm>

#include "source/words.hpp"

namespace recoupe::source {
namespace {

bool is_one_of(std::string_view folded, std::initializer_list<std::string_view> signs) {
  return std::ranges::find(signs, folded) != signs.end();
}

bool opens_quote(std::string_view folded) { return is_one_of(folded, {"\u00AB", "\u201C", "\"", "\u201E"}); }
bool closes_quote(std::string_view folded) { return is_one_of(folded, {"\u00BB", "\u201D", "\""}); }
bool is_comma(std::string_view folded) { return is_one_of(folded, {",", "\u060C"}); }

struct CueHit {
  Cue cue;
  std::size_t first;
  std::size_t end;
};

// Attributions of one sentence.
class Sentence {
 public:
  Sentence(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words,
           text::Sentence const& sentence)
      : body_(body), words_(words), first_(sentence.first_token), end_(sentence.end_token) {
    constexpr auto begin = [](name::Mention const& mention) { return mention.span.begin; };
    auto mention = std::ranges::lower_bound(names.mentions, sentence.span.begin, {}, begin);
    for (; mention != names.mentions.end() && mention->span.begin < sentence.span.end; ++mention) {
      if (mention->kind != name::MentionKind::place) speakers_.push_back(mention->whole);
      if (mention->kind != name::MentionKind::office) named_.push_back(mention->whole);
    }
  }

  std::optional<Attribution> read() {
    for (auto at = first_; at < end_; ++at) {
      if (const auto hit = words_.nominals.longest_at(body_, at, end_, lexicon::Clitics::conjunctions))
        return nominal({Cue::nominal, at, hit->end});
    }
    for (auto at = first_; at < end_; ++at) {
      if (inside_a_name(at)) continue;
      if (const auto hit = words_.verbs.longest_at(body_, at, end_, lexicon::Clitics::conjunctions)) {
        if (auto found = verb({Cue::verb, at, hit->end})) return found;
      }
    }
    return std::nullopt;
  }

 private:
  bool inside_a_name(std::size_t token) const {
    return std::ranges::any_of(named_, [&](auto whole) { return whole.contains(body_.tokens[token].span); });
  }

  text::ByteSpan span(std::size_t first, std::size_t end) const { return body_.span_of(first, end); }

  // Without the commas, quotation marks and final stop at its ends.
  std::optional<text::ByteSpan> trimmed(std::size_t first, std::size_t end) const {
    const auto drops = [&](std::size_t at) {
      return is_comma(body_.tokens[at].folded) || is_one_of(body_.tokens[at].folded, {".", "-", "\u2013", ":"});
    };
    while (first < end && drops(first)) ++first;
    while (first < end && drops(end - 1)) --end;
    if (first >= end) return std::nullopt;
    return span(first, end);
  }

  std::size_t next_comma(std::size_t at) const {
    while (at < end_ && !is_comma(body_.tokens[at].folded)) ++at;
    return at;
  }

  // "according to the ministry, …" and "…, according to the ministry."
  std::optional<Attribution> nominal(CueHit cue) const {
    Attribution found;
    found.kind = SpeechKind::nominal;
    found.cue = span(cue.first, cue.end);
    const auto comma = next_comma(cue.end);
    found.source = trimmed(cue.end, comma);
    if (!found.source) return std::nullopt;
    if (cue.first > first_) {
      if (const auto before = trimmed(first_, cue.first)) found.content.push_back(*before);
    }
    if (comma < end_) {
      if (const auto behind = trimmed(comma, end_)) found.content.push_back(*behind);
    }
    if (found.content.empty()) return std::nullopt;
    return found;
  }

  // The noun phrase that says it: a mention or a communiqué that touches the verb on that side.
  std::optional<text::ByteSpan> speaker(std::size_t first, std::size_t end, bool behind) const {
    std::optional<text::ByteSpan> best;
    const auto consider = [&](text::ByteSpan candidate) {
      const auto from = body_.token_at(candidate.begin);
      if (from < first || from >= end) return;
      if (!best || (behind ? candidate.begin < best->begin : candidate.begin > best->begin)) best = candidate;
    };
    for (auto whole : speakers_) consider(whole);
    for (auto at = first; at < end; ++at) {
      if (const auto noun = words_.nouns.longest_at(body_, at, end, lexicon::Clitics::conjunctions)) {
        if (noun->value() == Cue::communique || noun->value() == Cue::same)
          consider(span(at, issuer_end(noun->end, end)));
      }
    }
    return best;
  }

  // A communiqué with who issued it.
  std::size_t issuer_end(std::size_t at, std::size_t end) const {
    for (auto whole : speakers_) {
      const auto from = body_.token_at(whole.begin);
      if (from >= at && from <= at + 3) return std::min(end, body_.token_at(whole.end - 1) + 1);
    }
    return at;
  }

  std::optional<Attribution> verb(CueHit cue) const {
    Attribution found;
    found.cue = span(cue.first, cue.end);
    const auto that = that_behind(cue.end);
    const auto quoted = quote(cue);
    if (that) {
      found.source = speaker(first_, cue.first, false);
      if (const auto after = speaker(cue.end, *that, true)) found.source = after;
      if (const auto content = trimmed(*that, end_)) found.content.push_back(*content);
      found.kind = quoted ? SpeechKind::mixed : SpeechKind::indirect;
    } else if (cue.first > first_ &&
               (is_comma(body_.tokens[cue.first - 1].folded) || closes_quote(body_.tokens[cue.first - 1].folded))) {
      // "…, says the ministry."
      found.source = speaker(cue.end, end_, true);
      if (const auto content = trimmed(first_, cue.first)) found.content.push_back(*content);
      const auto comma = next_comma(cue.end);
      if (comma + 3 < end_) {
        if (const auto more = trimmed(comma, end_)) found.content.push_back(*more);
      }
      found.kind = quoted ? SpeechKind::direct : SpeechKind::indirect;
    } else if (quoted) {
      found.source = speaker(first_, cue.first, false);
      if (!found.source) found.source = speaker(cue.end, end_, true);
      found.content.push_back(*quoted);
      found.kind = SpeechKind::direct;
    } else if (cue.first >= first_ + 2 && is_comma(body_.tokens[cue.first - 2].folded)) {
      // "…, he said." · "…, the minister said."
      found.source = speaker(cue.first - 1, cue.first, false);
      if (!found.source) found.source = body_.tokens[cue.first - 1].span;
      if (const auto content = trimmed(first_, cue.first - 2)) found.content.push_back(*content);
    }
    if (found.content.empty()) return std::nullopt;
    return found;
  }

  std::optional<std::size_t> that_behind(std::size_t at) const {
    const auto limit = std::min(end_, at + 40);
    for (; at < limit; ++at) {
      if (opens_quote(body_.tokens[at].folded)) return std::nullopt;
      const auto hit = words_.nouns.longest_at(body_, at, limit, lexicon::Clitics::none);
      if (hit && hit->value() == Cue::that) return hit->end < end_ ? std::optional(hit->end) : std::nullopt;
      if (body_.tokens[at].kind == text::TokenKind::punctuation && !is_comma(body_.tokens[at].folded))
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<text::ByteSpan> quote(CueHit cue) const {
    std::optional<std::size_t> open;
    for (auto at = first_; at < end_; ++at) {
      auto const& folded = body_.tokens[at].folded;
      if (!open && opens_quote(folded)) {
        open = at;
      } else if (open && closes_quote(folded)) {
        const bool holds_the_cue = *open < cue.first && at > cue.first;
        if (!holds_the_cue && at > *open + 2) return span(*open, at + 1);
        open.reset();
      }
    }
    return std::nullopt;
  }

  text::SegmentedText const& body_;
  LanguageWords const& words_;
  std::size_t first_;
  std::size_t end_;
  std::vector<text::ByteSpan> speakers_;  // who is named in the sentence and can speak
  std::vector<text::ByteSpan> named_;     // what no verb of the sentence can stand in
};

bool is_reference(text::SegmentedText const& body, text::ByteSpan source, LanguageWords const& words) {
  const auto first = body.token_at(source.begin);
  const auto end = body.token_at(source.end - 1) + 1;
  for (auto at = first; at < end; ++at) {
    const auto hit = words.nouns.longest_at(body, at, end, lexicon::Clitics::all);
    if (hit && std::ranges::find(*hit->values, Cue::same) != hit->values->end()) return hit->end == end;
  }
  return false;
}

}  // namespace

Sources find_sources(text::SegmentedText const& body, name::PageNames const& names, Vocabulary const& vocabulary) {
  Sources sources;
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return sources;
  std::optional<std::size_t> last_source;
  for (auto const& sentence : body.sentences) {
    auto found = Sentence(body, names, words->second, sentence).read();
    if (!found) continue;
    if (found->source && is_reference(body, *found->source, words->second)) {
      found->refers_to = last_source;
    } else if (found->source) {
      last_source = sources.attributions.size();
    }
    sources.attributions.push_back(std::move(*found));
  }
  return sources;
}

}  // namespace recoupe::source
