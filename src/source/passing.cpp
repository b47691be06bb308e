#include <algorithm>

#include "source/chain_builder.hpp"

namespace recoupe::source {
namespace {

// Of what a text attributes far behind its beginning, the medium passes on nothing of what the report tells.
constexpr std::size_t nearest_sentences = 60;
constexpr std::size_t shortest_word = 5;  // letters of an Arabic name that is no everyday word

class Passing {
 public:
  Passing(text::SegmentedText const& body, Sources const& sources, Vocabulary::Tables const& tables,
          LanguageWords const& words, ChainBuilder& chain)
      : body_(body), sources_(sources), tables_(tables), words_(words), chain_(chain) {}

  void run() {
    const auto count = std::min(body_.sentences.size(), nearest_sentences);
    for (std::size_t i = 0; i < body_.sentences.size(); ++i) {
      auto const& sentence = body_.sentences[i];
      const bool attributed = is_attributed(sentence, sources_);
      for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
        const bool interviewed = behind(Cue::interview, at, sentence);
        if (!attributed && !interviewed && !behind(Cue::pass, at, sentence)) continue;
        if (const auto end = agency(at, sentence)) {
          at = end - 1;
        } else if (i < count) {
          if (const auto past = medium(at, sentence)) at = past - 1;
        }
      }
      if (attributed && i < nearest_posts) post(sentence);
    }
  }

 private:
  static constexpr std::size_t nearest_posts = 4;

  // A cue such as "distributed by" stands before `at`, with an article and a noun between at most.
  bool behind(Cue cue, std::size_t at, text::Sentence const& sentence) const {
    constexpr std::size_t nearest = 7;
    for (std::size_t back = 1; back <= nearest && at >= sentence.first_token + back; ++back) {
      const auto found = words_.nouns.longest_at(body_, at - back, sentence.end_token, lexicon::Clitics::conjunctions);
      const auto farthest = cue == Cue::interview ? nearest : 3U;
      if (found && found->end <= at && found->end + farthest > at &&
          std::ranges::find(*found->values, cue) != found->values->end())
        return true;
    }
    return false;
  }

  bool looks_like_a_name(std::size_t at, std::size_t end) const {
    auto const& token = body_.tokens[at];
    if (!token.arabic) return token.capitalised;
    return end > at + 1 || token.folded.size() >= 2 * shortest_word;
  }

  template <class Table>
  auto named(Table const& table, std::size_t at, std::size_t end) const {
    auto hit = table.longest_at(body_, at, end, lexicon::Clitics::all);
    return hit && looks_like_a_name(at, hit->end) ? hit : std::nullopt;
  }

  void add(Role role, std::size_t at, std::size_t end, std::size_t clitics, Agency const& found) {
    auto span = body_.span_of(at, end);
    auto name = without_clitics(body_.slice(span), clitics);
    span.begin += clitics;
    chain_.add_in_body(role, std::move(name), span, found.id, found.country);
  }

  std::size_t agency(std::size_t at, text::Sentence const& sentence) {
    const auto hit = named(tables_.agencies, at, sentence.end_token);
    if (!hit) return 0;
    add(Role::agency, at, hit->end, hit->clitics, hit->value());
    return hit->end;
  }

  // "according to MEDIUM", "MEDIUM reported", "said on MEDIUM": a medium that is cited, not one that is told about.
  std::size_t medium(std::size_t at, text::Sentence const& sentence) {
    const auto hit = named(tables_.media, at, sentence.end_token);
    if (!hit) return 0;
    const auto span = body_.span_of(at, hit->end);
    if (behind(Cue::received, at, sentence)) {
      add(Role::outlet, at, hit->end, hit->clitics, hit->value());  // who received it is who prints it
    } else if (speaks(span) || follows_preposition(at, sentence.first_token) || behind(Cue::interview, at, sentence)) {
      add(Role::agency, at, hit->end, hit->clitics, hit->value());
    }
    return hit->end;
  }

  bool speaks(text::ByteSpan span) const {
    return std::ranges::any_of(sources_.attributions, [&](Attribution const& attribution) {
      return attribution.source && attribution.source->overlaps(span) &&
             attribution.source->size() <= span.size() + 2 * span.size();
    });
  }

  bool follows_preposition(std::size_t at, std::size_t first) const {
    if (at == first) return false;
    auto before = at - 1;
    if (body_.tokens[before].kind == text::TokenKind::punctuation && before > first) --before;
    return is_closed(before, {Word::preposition, Word::link});
  }

  bool is_closed(std::size_t at, std::initializer_list<Word> wanted) const {
    const auto closed = words_.closed.longest_at(body_, at, at + 1);
    return closed && std::ranges::any_of(*closed->values, [&](ClosedWord const& word) {
             return std::ranges::find(wanted, word.word) != wanted.end();
           });
  }

  // What somebody wrote on a network.
  void post(text::Sentence const& sentence) {
    for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
      const auto noun = words_.nouns.longest_at(body_, at, sentence.end_token, lexicon::Clitics::conjunctions);
      if (!noun || std::ranges::find(*noun->values, Cue::post) == noun->values->end()) continue;
      auto first = at;
      while (first + 1 < noun->end && is_closed(first, {Word::preposition, Word::determiner})) ++first;
      const auto span = body_.span_of(first, noun->end);
      chain_.add_in_body(Role::post, std::string(body_.slice(span)), span);
      return;
    }
  }

  text::SegmentedText const& body_;
  Sources const& sources_;
  Vocabulary::Tables const& tables_;
  LanguageWords const& words_;
  ChainBuilder& chain_;
};

}  // namespace

void add_passing(text::SegmentedText const& body, Sources const& sources, Vocabulary::Tables const& tables,
                 LanguageWords const& words, ChainBuilder& chain) {
  Passing(body, sources, tables, words, chain).run();
}

}  // namespace recoupe::source
