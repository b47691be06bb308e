#include <algorithm>

#include "source/chain_builder.hpp"

namespace recoupe::source {
namespace {

constexpr std::string_view arabic_article = "\u0627\u0644";
constexpr std::string_view lam = "\u0644";
constexpr std::size_t letter_bytes = 2;
constexpr std::size_t longest_issuer = 10;

struct Issuer {
  std::string name;
  text::ByteSpan span;
  std::string concept_id;
  std::string country;
};

class Issuers {
 public:
  Issuers(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words)
      : body_(body), names_(names), words_(words) {}

  // Who issued what ends at token `at`: a known body with what stands in brackets, or a run of words that a name is
  // made of.
  std::optional<Issuer> behind(std::size_t at, std::size_t end) const {
    auto first = at;
    if (const auto link = words_.links.longest_at(body_, first, end)) first = link->end;
    while (first < end && is(first, Word::link) && !body_.tokens[first].capitalised) ++first;
    if (first >= end) return std::nullopt;
    const bool linked = first > at || body_.tokens[first].arabic;
    if (!linked || is(first, Word::relative | Word::preposition | static_cast<Words>(Word::auxiliary) |
                                 static_cast<Words>(Word::adverb) | static_cast<Words>(Word::complementizer)))
      return std::nullopt;
    if (const auto organisation = organisation_at(first, end)) return organisation;
    return of_words(first, end);
  }

 private:
  bool is(std::size_t at, Words wanted) const {
    const auto closed = words_.closed.longest_at(body_, at, at + 1);
    return closed && std::ranges::any_of(*closed->values, [&](ClosedWord const& word) {
             return (static_cast<Words>(word.word) & wanted) != 0;
           });
  }
  bool is(std::size_t at, Word word) const { return is(at, static_cast<Words>(word)); }

  std::optional<Issuer> organisation_at(std::size_t first, std::size_t end) const {
    constexpr auto begin = [](name::Mention const& mention) { return mention.span.begin; };
    auto mention = std::ranges::lower_bound(names_.mentions, body_.tokens[first].span.begin, {}, begin);
    for (; mention != names_.mentions.end() && body_.token_at(mention->span.begin) <= first + 1; ++mention) {
      if (mention->kind != name::MentionKind::organisation) continue;
      auto const& organisation = names_.organisations[mention->entity];
      auto last = body_.token_at(mention->span.end - 1) + 1;
      if (last + 2 < end && body_.tokens[last].folded == "(" && body_.tokens[last + 2].folded == ")") last += 3;
      const auto span = body_.span_of(std::min(first, body_.token_at(mention->span.begin)), last);
      return named(span, organisation.concept_id, organisation.country);
    }
    return std::nullopt;
  }

  std::optional<Issuer> of_words(std::size_t first, std::size_t end) const {
    const auto last = body_.tokens[first].arabic ? arabic_run(first, end) : latin_run(first, end);
    if (last == first) return std::nullopt;
    return named(body_.span_of(first, last), {}, {});
  }

  std::size_t arabic_run(std::size_t first, std::size_t end) const {
    const auto forms = lexicon::without_clitics(body_.tokens[first].folded, lexicon::Clitics::all);
    const bool opens = has_article(first) || (forms.size() > 1 && first + 1 < end && has_article(first + 1));
    if (!opens || opens_content(first, end)) return first;
    auto last = first + 1;
    while (last < end && last < first + longest_issuer && body_.tokens[last].arabic && has_article(last) &&
           !is_day(last))
      ++last;
    return last;
  }

  // Without a capital or the noun of a body there is no name in it: "communiqué de presse".
  std::size_t latin_run(std::size_t first, std::size_t end) const {
    auto last = first;
    bool capital = is_body(first);
    while (last < end && last < first + longest_issuer && body_.tokens[last].kind == text::TokenKind::word &&
           !opens_content(last, end) && !(is(last, Word::preposition) && !is(last, Word::link)) && !is_day(last)) {
      capital = capital || body_.tokens[last].capitalised;
      ++last;
    }
    while (last > first && !body_.tokens[last - 1].capitalised &&
           is(last - 1, Word::link | Word::determiner | static_cast<Words>(Word::preposition)))
      --last;
    return capital ? last : first;
  }

  bool is_day(std::size_t token) const { return is(token, Word::adverb); }

  // A verb of speech or "that": the issuer's name is over.
  bool opens_content(std::size_t token, std::size_t end) const {
    return words_.verbs.longest_at(body_, token, end) || is(token, Word::complementizer | Word::relative);
  }

  bool has_article(std::size_t token) const {
    for (auto const& form : lexicon::without_clitics(body_.tokens[token].folded, lexicon::Clitics::all)) {
      if (form.word.starts_with(arabic_article)) return true;
    }
    return false;
  }

  // Behind a communiqué's noun the preposition of an Arabic name is no part of it.
  Issuer named(text::ByteSpan span, std::string concept_id, std::string country) const {
    const auto written = body_.slice(span);
    const auto token = body_.token_at(span.begin);
    const bool prefixed = written.starts_with(lam) && !is_body(token);
    const std::size_t clitics = prefixed ? letter_bytes : 0;
    return {
        without_clitics(written, clitics), {span.begin + clitics, span.end}, std::move(concept_id), std::move(country)};
  }

  // The noun of a body that itself begins with the letter of the preposition ("committee").
  bool is_body(std::size_t token) const {
    const auto noun = words_.nouns.longest_at(body_, token, token + 1);
    return noun && std::ranges::find(*noun->values, Cue::body) != noun->values->end();
  }

  text::SegmentedText const& body_;
  name::PageNames const& names_;
  LanguageWords const& words_;
};

// "the communiqué": its noun alone, without article.
std::string noun_of(std::string_view written) {
  std::string noun;
  while (!written.empty()) {
    const auto end = std::min(written.find(' '), written.size());
    auto word = written.substr(0, end);
    if (word.starts_with(arabic_article)) word.remove_prefix(arabic_article.size());
    if (!noun.empty()) noun += ' ';
    noun += word;
    written.remove_prefix(std::min(end + 1, written.size()));
  }
  return noun;
}

}  // namespace

void add_communiques(text::SegmentedText const& body, name::PageNames const& names, Sources const& sources,
                     LanguageWords const& words, ChainBuilder& chain) {
  const Issuers issuers(body, names, words);
  for (auto const& sentence : body.sentences) {
    for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
      const auto noun = words.nouns.longest_at(body, at, sentence.end_token, lexicon::Clitics::conjunctions);
      if (!noun || std::ranges::find(*noun->values, Cue::communique) == noun->values->end()) continue;
      const auto issuer = issuers.behind(noun->end, sentence.end_token);
      if (!issuer && !is_attributed(sentence, sources)) continue;
      auto span = body.span_of(at, noun->end);
      span.begin += noun->clitics;
      chain.add_in_body(Role::communique, noun_of(body.slice(span)), span);
      if (issuer) chain.add_in_body(Role::authority, issuer->name, issuer->span, issuer->concept_id, issuer->country);
      at = noun->end - 1;
    }
  }
}

}  // namespace recoupe::source
