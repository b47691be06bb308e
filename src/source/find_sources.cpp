#include "source/find_sources.hpp"

#include <algorithm>
#include <iterator>

#include "source/contents.hpp"

namespace recoupe::source {
namespace {

bool has_form(std::vector<Verb> const& verbs, Form form) {
  return std::ranges::any_of(verbs, [&](Verb const& verb) { return verb.form == form; });
}

// Of a quotation that holds its own cue, no more than this is read back.
constexpr std::size_t most_tokens = 600;

// The attributions of one sentence, in the order of their cues.
class SentenceReader {
 public:
  SentenceReader(MarkedText const& text, text::Sentence const& sentence)
      : text_(text), sentence_(sentence), first_(sentence.first_token), end_(sentence.end_token), floor_(first_) {}

  void read(Sources& into) {
    headline();
    for (auto at = first_; at < end_; ++at) {
      if (const auto* quotation = text_.quotation_at(at); quotation && quotation->end > quotation->open + 6) {
        inside(*quotation, at);
        at = std::min(quotation->end, end_) - 1;
        continue;
      }
      if (const auto hit = text_.words().nominals.longest_at(text_.body(), at, end_, lexicon::Clitics::conjunctions)) {
        at = nominal({at, hit->end}) - 1;
      } else if (const auto* verb = text_.verb_at(at); verb && !text_.in_name(at) && verb->end <= end_) {
        predicate(at, *verb);
        at = verb->end - 1;
      }
    }
    std::ranges::move(found_, std::back_inserter(into.attributions));
    std::ranges::move(refusals_, std::back_inserter(into.refusals));
  }

 private:
  // "… , he says, …" within the marks of what he says.
  void inside(Quotation const& quotation, std::size_t from) {
    const auto end = std::min(quotation.end, end_);
    for (auto at = from; at < end; ++at) {
      const auto* verb = text_.verb_at(at);
      if (!verb || verb->end > end) continue;
      const auto group = verb_group(text_, sentence_, at, verb->end);
      const auto left = group.whole.first;
      if (!group.inverted_pronoun || left <= quotation.open + 1 ||
          !(text_.is_comma(left - 1) || text_.is_stop(left - 1)))
        continue;
      const auto first = std::max(quotation.open, left > most_tokens ? left - most_tokens : 0);
      add(*group.inverted_pronoun, {group.verb, group.verb_end},
          {text_.without_stops({first, left}),
           text_.without_stops({std::min(group.whole.end, quotation.end), quotation.end})},
          Pattern::inserted);
      keep_floor();
      return;
    }
  }

  void add(std::optional<TokenSpan> source, TokenSpan cue, std::vector<TokenSpan> const& contents, Pattern pattern) {
    Attribution made;
    bool quoted = false;
    bool all_quoted = true;
    for (auto const& content : contents) {
      if (content.empty()) continue;
      made.content.push_back(text_.span(content));
      for (auto at = content.first; at < content.end; ++at) quoted = quoted || text_.opens_quotation(at);
      all_quoted = all_quoted && text_.opens_quotation(content.first);
    }
    if (made.content.empty()) return refuse(cue, NotSaid::nothing);
    std::ranges::sort(made.content);
    if (source && !source->empty()) made.source = text_.span(*source);
    made.cue = text_.span(cue);
    made.pattern = pattern;
    made.kind = pattern == Pattern::nominal ? SpeechKind::nominal
                : !quoted                   ? SpeechKind::indirect
                : quoted && all_quoted      ? SpeechKind::direct
                                            : SpeechKind::mixed;
    last_source_ = source;
    found_.push_back(std::move(made));
  }

  void refuse(TokenSpan cue, NotSaid why) { refusals_.push_back({text_.span(cue), why}); }

  // "NAME: what is said"
  void headline() {
    const auto named = text_.mention_end(first_);
    const bool opens_line = first_ == 0 || text_.token(first_ - 1).kind == text::TokenKind::newline;
    if (!opens_line || named == first_ || named + 3 > end_ || !text_.is_sign(named, ":")) return;
    add(TokenSpan{first_, named}, {named, named + 1}, {text_.without_stops({named + 1, end_})}, Pattern::headline);
  }

  // "according to the ministry, …" and "…, according to the ministry": one past the source.
  std::size_t nominal(TokenSpan cue) {
    if (const auto* verb = cue.end < end_ ? text_.verb_at(cue.end) : nullptr) cue.end = verb->end;
    if (cue.end < end_ && text_.opens_quotation(cue.end) && text_.quotation_at(cue.end)->end < end_)
      return quoted_authority(cue);
    auto last = cue.end;
    while (last < end_ && !text_.is_comma(last) && !ends_source(last)) ++last;
    const bool leads = cue.first < first_ + 4;
    if (!leads && last < end_ && text_.is_comma(last) && explains(last + 1)) last = end_;
    const auto source = text_.trimmed({cue.end, last});
    if (source.empty()) return cue.end;
    std::vector<TokenSpan> contents;
    if (!leads) contents.push_back(content_before(text_, sentence_, cue.first, first_));
    if (last < end_) contents.push_back(text_.without_stops({last, end_}));
    add(source, cue, contents, Pattern::nominal);
    return leads ? last : cue.end;
  }

  // 'according to "The Courier"'
  std::size_t quoted_authority(TokenSpan cue) {
    const auto* quotation = text_.quotation_at(cue.end);
    const bool leads = cue.first < first_ + 4;
    const auto content =
        leads ? text_.without_stops({quotation->end, end_}) : content_before(text_, sentence_, cue.first, floor_);
    add(TokenSpan{quotation->open + quotation->marks, quotation->end - quotation->marks}, cue, {content},
        Pattern::nominal);
    return quotation->end;
  }

  bool ends_source(std::size_t at) const {
    return text_.opens_quotation(at) || text_.is_sign(at, ";") || text_.is_sign(at, ":") ||
           (text_.is_sign(at, ".") && at + 1 == end_);
  }

  // What stands behind the comma tells who the source is.
  bool explains(std::size_t at) const {
    if (at >= end_ || end_ > at + 24) return false;
    if (text_.is(at, Word::relative)) return true;
    for (auto next = at; next < end_; ++next) {
      if (text_.is(next, Word::auxiliary | Word::passive | static_cast<Words>(Word::pronoun)) || text_.is_finite(next))
        return false;
    }
    return text_.is(at, Word::determiner) || text_.in_name(at);
  }

  void predicate(std::size_t at, MarkedText::VerbHit const& hit) {
    const auto group = verb_group(text_, sentence_, at, hit.end);
    auto const& verbs = hit.verbs;
    const auto verb_class = verbs.front().verb_class;
    const bool finite = has_form(verbs, Form::finite) || has_form(verbs, Form::both);
    const bool participle = has_form(verbs, Form::participle) && !group.has_auxiliary;
    const bool past = has_form(verbs, Form::past) || has_form(verbs, Form::both);
    if (group.infinitive) return refuse(group.whole, NotSaid::infinitive);
    if (group.passive && past) return refuse(group.whole, NotSaid::passive);
    if (!finite && !participle && !(has_form(verbs, Form::past) && group.has_auxiliary) &&
        !(has_form(verbs, Form::participle) && group.has_auxiliary))
      return refuse(group.whole, NotSaid::no_form);
    if (finite && is_noun(group)) return refuse(group.whole, NotSaid::noun);
    if (verb_class == VerbClass::learn) return learned(group);
    if (participle && !finite) return hanging(group, verb_class);
    if (group.inverted_pronoun) {
      if (bounded(group.whole.first)) inserted(*group.inverted_pronoun, group, group.whole.first, group.whole.end);
      return;
    }
    text_.words().verb_first ? verb_first(group, verb_class, hit.coordinated) : subject_first(group, verb_class);
  }

  // "the report": a form that may be a noun, behind what no verb stands behind.
  bool is_noun(VerbGroup const& group) const {
    if (text_.words().verb_first || group.verb == first_) return false;
    const auto before = group.verb - 1;
    if (text_.in_name(before) || text_.is(before, Word::pronoun)) return false;
    // A clitic has the form of an article: it stands behind a pronoun or another clitic.
    if (text_.is(before, Word::object))
      return text_.is(before, Word::determiner) && before > first_ &&
             !text_.is(before - 1, Word::pronoun | Word::adverb | static_cast<Words>(Word::relative));
    if (group.whole.first != group.verb) return false;
    return text_.is(before, Word::determiner | Word::possessive | Word::preposition);
  }

  bool bounded(std::size_t at) const {
    return at == first_ || text_.is_comma(at - 1) || text_.is_stop(at - 1) || text_.closes_quotation(at - 1) ||
           text_.is_sign(at - 1, "-");
  }

  void subject_first(VerbGroup const& group, VerbClass verb_class) {
    const auto begin = group.whole.first;
    if (bounded(begin) && verb_class != VerbClass::stance) {
      const auto behind = subject_behind(text_, sentence_, group.whole.end);
      if (behind && stops_behind(text_, sentence_, past_mark(behind->end)) && inverts(begin, *behind)) {
        if (begin > floor_ || quoted_before(begin)) return inserted(behind, group, begin, past_mark(behind->end));
        return;
      }
    }
    const bool coordinated = begin > first_ && text_.is(begin - 1, Word::coordinator) && !found_.empty();
    const auto subject = coordinated ? last_source_ : subject_before(text_, sentence_, begin);
    if (!subject) return refuse(group.whole, NotSaid::nobody);
    const auto left = subject->first;
    const bool behind_quotation = left > 0 && closing_before(left);
    const bool behind_comma = left > floor_ + 2 && text_.is_comma(left - 1);
    const auto opens = group.whole.end < end_ && text_.is(group.whole.end, Word::complementizer);
    if (subject->end == begin && !opens && verb_class != VerbClass::stance &&
        (behind_quotation || (behind_comma && stops_behind(text_, sentence_, group.whole.end))))
      return inserted(subject, group, left, group.whole.end);
    add(subject, {group.whole.first, group.verb_end}, {content_of(group.whole.end, verb_class)},
        coordinated ? Pattern::carried : Pattern::subject_before);
    keep_floor();
  }

  // Behind the mark that closes a name in quotation marks.
  std::size_t past_mark(std::size_t at) const { return at < end_ && text_.closes_quotation(at) ? at + 1 : at; }

  // Behind a quotation, or where no phrase before the verb could be its subject, or a speaker stands behind it.
  bool inverts(std::size_t begin, TokenSpan behind) const {
    if (quoted_before(begin)) return true;
    if (behind.end < end_ && text_.opens_quotation(behind.end)) return false;
    return opens_name(behind.first) || (behind.end > behind.first + 1 && opens_name(behind.first + 1)) ||
           is_document(behind) || !subject_before(text_, sentence_, begin);
  }

  bool opens_name(std::size_t at) const { return text_.in_name(at) || text_.mention_end(at) > at; }

  // A communiqué, a ministry or "the same source": what speaks without a name.
  bool is_document(TokenSpan span) const {
    for (auto at = span.first; at < span.end; ++at) {
      const auto noun = text_.words().nouns.longest_at(text_.body(), at, span.end);
      if (noun && (noun->value() == Cue::communique || noun->value() == Cue::same || noun->value() == Cue::body))
        return true;
    }
    return false;
  }

  bool quoted_before(std::size_t at) const { return at > 0 && text_.closes_quotation(at - 1); }

  bool closing_before(std::size_t at) const {
    if (text_.closes_quotation(at - 1)) return true;
    return at > 1 && text_.is_comma(at - 1) && text_.closes_quotation(at - 2);
  }

  void verb_first(VerbGroup const& group, VerbClass verb_class, bool coordinated) {
    auto after = group.whole.end;
    auto subject = subject_behind(text_, sentence_, after);
    const bool opens_clause = coordinated || bounded(group.whole.first);
    if (const auto before = opens_clause ? std::nullopt : subject_before(text_, sentence_, group.whole.first);
        before && opens_clause_at(before->first) && !(subject && opens_content(past_mark(subject->end))))
      subject = before;
    if (subject && subject->first >= after) {
      after = past_mark(subject->end);
    } else if (!subject && bounded(group.whole.first) && !coordinated) {
      subject = subject_before(text_, sentence_, group.whole.first);
    }
    auto pattern = subject && subject->first >= group.whole.end ? Pattern::subject_behind : Pattern::subject_before;
    if (!subject) {
      pattern = Pattern::carried;
      if (!found_.empty()) subject = last_source_;
    }
    const bool inside = group.whole.first > first_ + 1 && text_.is_comma(group.whole.first - 1);
    const bool closed = after >= end_ || text_.is_comma(after) || text_.is_stop(after);
    const auto content = content_of(after, verb_class);
    const bool opened = !content.empty() && (text_.is(content.first, Word::complementizer) ||
                                             text_.opens_quotation(content.first) || !closed);
    if (subject && subject->first >= group.whole.end && !opened && (inside || quoted_before(group.whole.first)))
      return inserted(subject, group, group.whole.first, after);
    if (content.empty() && quoted_before(group.whole.first)) return inserted(subject, group, group.whole.first, after);
    add(subject, {group.whole.first, group.verb_end}, {content}, pattern);
    keep_floor();
  }

  TokenSpan content_of(std::size_t at, VerbClass verb_class) const {
    const auto content = content_behind(text_, sentence_, at, verb_class);
    if (verb_class != VerbClass::clause || content.empty()) return content;
    return opens_content(content.first) || text_.is(content.first, Word::question) ? content : TokenSpan{};
  }

  bool opens_clause_at(std::size_t at) const { return bounded(at) || text_.is(at - 1, Word::complementizer); }

  bool opens_content(std::size_t at) const {
    return at < end_ && (text_.is(at, Word::complementizer) || text_.opens_quotation(at) || text_.is_sign(at, ":"));
  }

  // "…, adding that …"
  void hanging(VerbGroup const& group, VerbClass verb_class) {
    auto subject = found_.empty() ? governing_subject(group.whole.first) : last_source_;
    if (found_.empty() && !text_.words().verb_first) {
      if (const auto before = subject_before(text_, sentence_, group.whole.first);
          before && group.whole.first > first_ && !text_.is_comma(group.whole.first - 1))
        subject = before;
    }
    const auto content = content_of(group.whole.end, verb_class);
    if (!subject && !text_.words().verb_first) return refuse(group.whole, NotSaid::nobody);
    add(subject, {group.whole.first, group.verb_end}, {content}, Pattern::hanging);
    keep_floor();
  }

  // The subject of the predicate before a participle; that of the clause where no predicate is known.
  std::optional<TokenSpan> governing_subject(std::size_t participle) const {
    for (auto at = participle; at > first_; --at) {
      const auto predicate = at - 1;
      if (text_.in_name(predicate) || text_.quotation_at(predicate)) continue;
      if (!text_.is(predicate, Word::auxiliary | Word::passive) && !text_.is_finite(predicate)) continue;
      const auto group = verb_group(text_, sentence_, predicate, predicate + 1);
      if (const auto subject = subject_before(text_, sentence_, group.whole.first)) return subject;
    }
    return subject_of_clause(text_, sentence_, participle);
  }

  // "…, X said, …"
  void inserted(std::optional<TokenSpan> const& subject, VerbGroup const& group, std::size_t left, std::size_t after) {
    const auto before = content_before(text_, sentence_, left, floor_);
    const bool quoted = !before.empty() && text_.opens_quotation(before.first);
    const auto resumed = content_resumed(text_, sentence_, after, quoted);
    const auto cue_begin = group.inverted_pronoun ? group.verb : group.whole.first;
    add(subject, {cue_begin, group.verb_end}, {before, resumed}, Pattern::inserted);
    keep_floor();
  }

  // "… was learned from X"
  void learned(VerbGroup const& group) {
    const auto limit = std::min(end_, group.whole.end + 6);
    for (auto at = group.whole.end; at < limit; ++at) {
      if (!text_.is(at, Word::from)) continue;
      while (at < limit && text_.is(at, Word::from)) ++at;
      const auto subject = subject_behind(text_, sentence_, at);
      if (subject)
        add(subject, {group.verb, group.verb_end}, {content_before(text_, sentence_, group.whole.first, floor_)},
            Pattern::learned);
      return;
    }
  }

  // A later insertion does not take what an attribution before it took.
  void keep_floor() {
    if (found_.empty()) return;
    const auto last = found_.back().content.back().end;
    const auto token = text_.body().token_at(last);
    if (token < end_) floor_ = std::max(floor_, token);
  }

  MarkedText const& text_;
  text::Sentence const& sentence_;
  std::size_t first_;
  std::size_t end_;
  std::size_t floor_;  // where what has not been attributed yet begins
  std::vector<Attribution> found_;
  std::vector<Refusal> refusals_;
  std::optional<TokenSpan> last_source_;
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
  const MarkedText text(body, names, words->second);
  std::optional<std::size_t> last_source;
  for (auto const& sentence : body.sentences) {
    const auto before = sources.attributions.size();
    SentenceReader(text, sentence).read(sources);
    for (auto at = before; at < sources.attributions.size(); ++at) {
      auto& found = sources.attributions[at];
      if (!found.source || is_reference(body, *found.source, words->second)) {
        found.refers_to = last_source;
      } else {
        last_source = at;
      }
    }
  }
  return sources;
}

}  // namespace recoupe::source
