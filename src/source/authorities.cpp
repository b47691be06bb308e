#include <algorithm>

#include "source/chain_builder.hpp"

namespace recoupe::source {
namespace {

// The headline, the standfirst and the first sentence of a report tell what it is about.
constexpr std::size_t lead_sentences = 5;

struct Body {
  std::size_t first = 0;
  std::size_t end = 0;
  std::string concept_id;
  std::string country;
};

class Authorities {
 public:
  Authorities(text::SegmentedText const& body, name::PageNames const& names, Vocabulary::Tables const& tables,
              LanguageWords const& words)
      : body_(body), names_(names), tables_(tables), words_(words) {}

  // A public body that the source names: a seat, an organisation, or a noun such as "ministry" that leads it.
  std::optional<Body> in(text::ByteSpan source) const {
    const auto first = body_.token_at(source.begin);
    const auto end = body_.token_at(source.end - 1) + 1;
    if (passes_on(first, end)) return std::nullopt;
    const auto lead = is_determiner(first) ? first + 1 : first;
    if (lead < end) {
      const auto noun = words_.nouns.longest_at(body_, lead, end, lexicon::Clitics::conjunctions);
      if (noun && std::ranges::find(*noun->values, Cue::body) != noun->values->end()) return Body{lead, end, {}, {}};
    }
    for (auto at = first; at < end; ++at) {
      if (const auto seat = tables_.seats.longest_at(body_, at, end, lexicon::Clitics::conjunctions);
          seat && (body_.tokens[at].arabic || body_.tokens[at].capitalised || seat->end > at + 1))
        return Body{at, seat->end, seat->value().id, seat->value().country};
    }
    return organisation_in(source, first, end);
  }

 private:
  // A communiqué, an agency or another medium: a link of its own, not who stands behind it.
  bool passes_on(std::size_t first, std::size_t end) const {
    for (auto at = first; at < end; ++at) {
      const auto noun = words_.nouns.longest_at(body_, at, end, lexicon::Clitics::conjunctions);
      if (noun && std::ranges::find(*noun->values, Cue::communique) != noun->values->end()) return true;
      if (tables_.agencies.longest_at(body_, at, end) || tables_.media.longest_at(body_, at, end)) return true;
    }
    return false;
  }

  bool is_determiner(std::size_t at) const {
    const auto closed = words_.closed.longest_at(body_, at, at + 1);
    return closed &&
           std::ranges::any_of(*closed->values, [](ClosedWord const& word) { return word.word == Word::determiner; });
  }

  std::optional<Body> organisation_in(text::ByteSpan source, std::size_t first, std::size_t end) const {
    constexpr auto begin = [](name::Mention const& mention) { return mention.span.begin; };
    auto mention = std::ranges::lower_bound(names_.mentions, source.begin, {}, begin);
    for (; mention != names_.mentions.end() && mention->span.begin < source.end; ++mention) {
      // What a person says is no word of the body that employs him.
      if (mention->kind == name::MentionKind::person || mention->kind == name::MentionKind::office) return std::nullopt;
      if (mention->kind != name::MentionKind::organisation) continue;
      auto const& organisation = names_.organisations[mention->entity];
      const auto from = std::max(first, body_.token_at(mention->span.begin));
      if (from > first + 2) return std::nullopt;
      return Body{from, end, organisation.concept_id, organisation.country};
    }
    return std::nullopt;
  }

  text::SegmentedText const& body_;
  name::PageNames const& names_;
  Vocabulary::Tables const& tables_;
  LanguageWords const& words_;
};

}  // namespace

void add_authorities(text::SegmentedText const& body, name::PageNames const& names, Sources const& sources,
                     Vocabulary::Tables const& tables, LanguageWords const& words, ChainBuilder& chain) {
  const Authorities authorities(body, names, tables, words);
  const auto lead = std::min(body.sentences.size(), lead_sentences);
  if (lead == 0) return;
  const auto end = body.sentences[lead - 1].span.end;
  for (auto const& attribution : sources.attributions) {
    if (attribution.cue.begin >= end) return;
    if (!attribution.source) continue;
    const auto found = authorities.in(*attribution.source);
    if (!found) continue;
    const auto span = body.span_of(found->first, found->end);
    chain.add_in_body(Role::authority, std::string(body.slice(span)), span, found->concept_id, found->country);
    return;
  }
}

}  // namespace recoupe::source
