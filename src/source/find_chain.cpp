#include <algorithm>

#include "source/find_sources.hpp"
#include "source/words.hpp"

namespace recoupe::source {
namespace {

constexpr std::string_view arabic_article = "\u0627\u0644";

// A page that names more has no chain: it is a list.
constexpr std::size_t most_links = 64;

class Chain {
 public:
  Chain(page::Report const& report, text::SegmentedText const& body, name::PageNames const& names,
        Vocabulary::Tables const& tables, LanguageWords const& words)
      : report_(report), body_(body), names_(names), tables_(tables), words_(words) {}

  std::vector<ChainLink> run() {
    outlet();
    signatures();
    for (auto const& sentence : body_.sentences) passing(sentence);
    communiques();
    posts();
    std::ranges::stable_sort(links_, {}, &ChainLink::role);
    return std::move(links_);
  }

 private:
  void add(Role role, std::string name, page::BlockSpan evidence, std::string concept_id = {},
           std::string country = {}) {
    const auto same = [&](ChainLink const& link) {
      return link.role == role &&
             (link.name == name || (!concept_id.empty() && link.concept_id == concept_id) || role == Role::communique);
    };
    if (name.empty() || links_.size() == most_links || std::ranges::any_of(links_, same)) return;
    links_.push_back({role, std::move(name), std::move(concept_id), std::move(country), ChainBasis::stated, evidence});
  }

  void add_in_body(Role role, std::string name, text::ByteSpan span, std::string concept_id = {},
                   std::string country = {}) {
    add(role, std::move(name), report_.to_block(span), std::move(concept_id), std::move(country));
  }

  // The block that names the outlet; metadata alone is no words of the page.
  void outlet() {
    if (report_.outlet.empty()) return;
    for (std::size_t i = 0; i < report_.blocks.size(); ++i) {
      const auto at = report_.blocks[i].text.find(report_.outlet);
      if (at == std::string::npos) continue;
      add(Role::outlet, report_.outlet, {i, {at, at + report_.outlet.size()}});
      return;
    }
  }

  void add_agency(text::SegmentedText const& text, std::size_t at, std::size_t end, Agency const& agency,
                  std::size_t block) {
    const auto span = text.span_of(at, end);
    add(Role::agency, std::string(text.slice(span)), {block, span}, agency.id, agency.country);
  }

  static bool is_bracket(text::Token const& token) {
    return token.folded == "(" || token.folded == "-" || token.folded == "\u2013" || token.folded == "/" ||
           token.folded == "[";
  }

  // "(with AGENCY)", "CITY (AGENCY) –", a block that is nothing but an agency; also in captions and other short blocks.
  void signatures() {
    for (std::size_t b = 0; b < report_.blocks.size(); ++b) {
      auto const& block = report_.blocks[b];
      if (block.kind == page::BlockKind::embed || block.kind == page::BlockKind::noise) continue;
      const auto text = text::segment(text::Text::from_utf8(block.text), body_.language, {});
      const auto count = text.tokens.size();
      for (std::size_t at = 0; at < count; ++at) {
        const bool near_an_end = at < 12 || at + 10 > count;
        if (!near_an_end) continue;
        const auto agency = tables_.agencies.longest_at(text, at, count, lexicon::Clitics::conjunctions);
        if (!agency || (!text.tokens[at].arabic && !text.tokens[at].capitalised)) continue;
        const bool alone = count <= 4 && agency->end - at + 2 >= count;
        if (alone || signed_by(text, at, agency->end)) add_agency(text, at, agency->end, agency->value(), b);
        at = agency->end - 1;
      }
    }
  }

  bool signed_by(text::SegmentedText const& text, std::size_t at, std::size_t end) const {
    const bool closed = end < text.tokens.size() && (text.tokens[end].folded == ")" || text.tokens[end].folded == "]" ||
                                                     text.tokens[end].folded == "/");
    if (!closed || at == 0) return false;
    if (is_bracket(text.tokens[at - 1])) return true;
    const auto cue = words_.nouns.longest_at(text, at - 1, at);
    return cue && cue->value() == Cue::signature && at > 1 && is_bracket(text.tokens[at - 2]);
  }

  // An agency behind "according to" or as what distributed the text: it passes the content on.
  void passing(text::Sentence const& sentence) {
    for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
      const auto nominal = words_.nominals.longest_at(body_, at, sentence.end_token, lexicon::Clitics::conjunctions);
      const auto pass = words_.nouns.longest_at(body_, at, sentence.end_token, lexicon::Clitics::conjunctions);
      const bool passes = pass && pass->value() == Cue::pass;
      if (!nominal && !passes) continue;
      const auto from = nominal ? nominal->end : pass->end;
      for (auto next = from; next < std::min(sentence.end_token, from + 3); ++next) {
        const auto agency = tables_.agencies.longest_at(body_, next, sentence.end_token, lexicon::Clitics::all);
        if (!agency || (!body_.tokens[next].arabic && !body_.tokens[next].capitalised)) continue;
        const auto span = body_.span_of(next, agency->end);
        add_in_body(Role::agency, std::string(body_.slice(span)), span, agency->value().id, agency->value().country);
        break;
      }
    }
  }

  // "a communiqué of the ministry": its noun, and who issued it.
  void communiques() {
    for (std::size_t at = 0; at < body_.tokens.size(); ++at) {
      const auto noun = words_.nouns.longest_at(body_, at, body_.tokens.size(), lexicon::Clitics::conjunctions);
      if (!noun || std::ranges::find(*noun->values, Cue::communique) == noun->values->end()) continue;
      const auto sentence = body_.sentences[body_.sentence_of(at)];
      const auto end = std::min(noun->end, sentence.end_token);
      const auto issuer = issuer_behind(end, sentence.end_token);
      if (!issuer && !attributed(at, sentence)) continue;
      add_in_body(Role::communique, std::string(body_.slice(body_.span_of(at, end))), body_.span_of(at, end));
      if (issuer) add_in_body(Role::authority, issuer->name, issuer->span, issuer->concept_id, issuer->country);
      at = end - 1;
    }
  }

  bool attributed(std::size_t at, text::Sentence const& sentence) const {
    for (auto t = sentence.first_token; t < sentence.end_token; ++t) {
      const bool near = t + 6 > at && t < at + 8;
      if (near && words_.verbs.longest_at(body_, t, sentence.end_token, lexicon::Clitics::conjunctions)) return true;
      if (near && words_.nominals.longest_at(body_, t, sentence.end_token, lexicon::Clitics::conjunctions)) return true;
    }
    return false;
  }

  struct Issuer {
    std::string name;
    text::ByteSpan span;
    std::string concept_id;
    std::string country;
  };

  // The organisation phrase behind a communiqué: a known body with what stands in brackets, or a run of capitals or of
  // words with the article.
  std::optional<Issuer> issuer_behind(std::size_t at, std::size_t end) const {
    if (at >= end) return std::nullopt;
    auto first = at;
    if (const auto link = words_.links.longest_at(body_, first, end)) first = link->end;
    if (first >= end) return std::nullopt;
    const bool linked = first > at || body_.tokens[first].arabic;
    if (!linked) return std::nullopt;
    constexpr auto begin = [](name::Mention const& mention) { return mention.span.begin; };
    auto mention = std::ranges::lower_bound(names_.mentions, body_.tokens[first].span.begin, {}, begin);
    for (; mention != names_.mentions.end() && body_.token_at(mention->span.begin) <= first + 1; ++mention) {
      if (mention->kind == name::MentionKind::organisation) return of_organisation(*mention, first, end);
    }
    return of_words(first, end);
  }

  Issuer of_organisation(name::Mention const& mention, std::size_t first, std::size_t end) const {
    auto const& organisation = names_.organisations[mention.entity];
    auto last = body_.token_at(mention.span.end - 1) + 1;
    if (last + 2 < end && body_.tokens[last].folded == "(" && body_.tokens[last + 2].folded == ")") last += 3;
    const auto span = body_.span_of(std::min(first, body_.token_at(mention.span.begin)), last);
    return {without_preposition(std::string(body_.slice(span))), span, organisation.concept_id, organisation.country};
  }

  std::optional<Issuer> of_words(std::size_t first, std::size_t end) const {
    auto last = first;
    if (body_.tokens[first].arabic) {
      const auto forms = lexicon::without_clitics(body_.tokens[first].folded, lexicon::Clitics::all);
      const bool named = has_article(first) || (forms.size() > 1 && first + 1 < end && has_article(first + 1));
      if (!named) return std::nullopt;
      last = first + 1;
      while (last < end && last < first + 8 && body_.tokens[last].arabic && has_article(last)) ++last;
    } else {
      while (last < end && last < first + 10 && body_.tokens[last].kind == text::TokenKind::word &&
             !opens_content(last, end))
        ++last;
    }
    if (last == first) return std::nullopt;
    const auto span = body_.span_of(first, last);
    return Issuer{without_preposition(std::string(body_.slice(span))), span, {}, {}};
  }

  // A verb of speech or "that": the issuer's name is over.
  bool opens_content(std::size_t token, std::size_t end) const {
    if (words_.verbs.longest_at(body_, token, end)) return true;
    const auto noun = words_.nouns.longest_at(body_, token, end);
    return noun && noun->value() == Cue::that;
  }

  bool has_article(std::size_t token) const {
    for (auto const& form : lexicon::without_clitics(body_.tokens[token].folded, lexicon::Clitics::all)) {
      if (form.word.starts_with(arabic_article)) return true;
    }
    return false;
  }

  // The preposition of an Arabic name is no part of it: before the article it hides the article's first letter.
  static std::string without_preposition(std::string written) {
    constexpr std::string_view lam = "\u0644";
    if (written.starts_with(std::string(lam) + std::string(lam)))
      return std::string(arabic_article) + written.substr(2 * lam.size());
    return written;
  }

  // A post of a body that the page quotes, or that the text says was published on its page.
  void posts() {
    for (std::size_t b = 0; b < report_.blocks.size(); ++b) {
      auto const& block = report_.blocks[b];
      if (block.kind != page::BlockKind::embed || block.author.empty()) continue;
      add(Role::post, block.author, {b, {0, block.text.size()}});
    }
  }

  page::Report const& report_;
  text::SegmentedText const& body_;
  name::PageNames const& names_;
  Vocabulary::Tables const& tables_;
  LanguageWords const& words_;
  std::vector<ChainLink> links_;
};

}  // namespace

std::vector<ChainLink> find_chain(page::Report const& report, text::SegmentedText const& body,
                                  name::PageNames const& names, Sources const& /*sources*/,
                                  Vocabulary const& vocabulary) {
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return {};
  return Chain(report, body, names, vocabulary.tables(), words->second).run();
}

}  // namespace recoupe::source
