#include <algorithm>

#include "source/chain_builder.hpp"

namespace recoupe::source {
namespace {

// How near an end of its block a signature stands, in tokens.
constexpr std::size_t dateline = 12;
constexpr std::size_t credit = 10;

bool one_of(std::string_view folded, std::initializer_list<std::string_view> signs) {
  return std::ranges::find(signs, folded) != signs.end();
}

class BlockSignatures {
 public:
  BlockSignatures(text::SegmentedText const& text, std::size_t block, Vocabulary::Tables const& tables,
                  LanguageWords const& words, ChainBuilder& chain)
      : text_(text), block_(block), tables_(tables), words_(words), chain_(chain), count_(text.tokens.size()) {}

  void run(bool byline) {
    for (std::size_t at = 0; at < count_; ++at) {
      if (at >= dateline && at + credit <= count_) continue;
      const auto agency = tables_.agencies.longest_at(text_, at, count_, lexicon::Clitics::conjunctions);
      if (!agency || (!text_.tokens[at].arabic && !text_.tokens[at].capitalised)) continue;
      const bool alone = count_ <= 4 && agency->end - at + 2 >= count_;
      if (alone || byline || signs(at, agency->end)) add(at, agency->end, agency->clitics, agency->value());
      at = agency->end - 1;
    }
  }

 private:
  void add(std::size_t at, std::size_t end, std::size_t clitics, Agency const& agency) {
    auto span = text_.span_of(at, end);
    auto name = without_clitics(text_.slice(span), clitics);
    span.begin += clitics;
    chain_.add({Role::agency, std::move(name), agency.id, agency.country, ChainBasis::stated, {block_, span}});
  }

  bool is(std::size_t at, std::initializer_list<std::string_view> signs) const {
    return at < count_ && one_of(text_.tokens[at].folded, signs);
  }

  bool opens(std::size_t at) const { return is(at, {"(", "[", "-", "\u2013", "\u2014", "/", "\u00A9", "|"}); }

  bool signs(std::size_t at, std::size_t end) const {
    if (at == 0) return is(end, {"-", "\u2013", "\u2014", ":"}) && end + 3 < count_;  // "AGENCY – The minister …"
    const bool ends = end == count_ || (end + 1 == count_ && is(end, {".", ")", "]"}));
    const bool closed = is(end, {")", "]", "/", "-", "\u2013", "\u2014", ","}) || ends;
    if (is(at - 1, {"(", "[", "/"})) return is(end, {")", "]", "/", ",", "-", "\u2013"});
    if (is(at - 1, {"-", "\u2013", "\u2014", "|"})) return ends;  // "… – AGENCY"
    if (is(at - 1, {"\u00A9"})) return true;
    if (text_.tokens[at - 1].kind == text::TokenKind::number && at > 1 && is(at - 2, {"\u00A9"})) return true;
    const auto cue = words_.nouns.longest_at(text_, at - 1, at);
    const bool signed_with = cue && std::ranges::find(*cue->values, Cue::signature) != cue->values->end();
    return signed_with && closed && (at == 1 || opens(at - 2));
  }

  text::SegmentedText const& text_;
  std::size_t block_;
  Vocabulary::Tables const& tables_;
  LanguageWords const& words_;
  ChainBuilder& chain_;
  std::size_t count_;
};

}  // namespace

void add_signatures(page::Report const& report, std::string_view language, Vocabulary::Tables const& tables,
                    LanguageWords const& words, ChainBuilder& chain) {
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    auto const& block = report.blocks[i];
    if (block.kind == page::BlockKind::embed || block.kind == page::BlockKind::noise) continue;
    const auto text = text::segment(text::Text::from_utf8(block.text), std::string(language), {});
    BlockSignatures(text, i, tables, words, chain).run(block.kind == page::BlockKind::byline);
  }
}

}  // namespace recoupe::source
