#include "encounter/claims.hpp"

#include <algorithm>
#include <charconv>

#include "encounter/words.hpp"

namespace recoupe::encounter {
namespace {

constexpr std::size_t most_words_between = 1;  // "the second official visit"
constexpr int greatest_ordinal = 999;

class ClaimFinder {
 public:
  ClaimFinder(text::SegmentedText const& body, std::vector<time::TimeExpression> const& times,
              std::vector<Telling> const& tellings, LanguageWords const& words)
      : body_(body), times_(times), tellings_(tellings), words_(words) {}

  std::vector<CountClaim> run() const {
    std::vector<CountClaim> found;
    for (auto const& sentence : body_.sentences) {
      const auto telling = told_by(sentence);
      if (!telling) continue;
      for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
        auto claim = claim_at(at, sentence);
        if (!claim) continue;
        claim->telling = *telling;
        found.push_back(std::move(*claim));
        break;
      }
    }
    return found;
  }

 private:
  struct Ordinal {
    int value = 0;
    std::size_t end = 0;
  };

  ClaimWord const* word_at(std::size_t at, std::size_t end, ClaimWord::Class wanted,
                           std::size_t* behind = nullptr) const {
    const auto hit = words_.claims.longest_at(body_, at, end, lexicon::Clitics::all);
    if (!hit) return nullptr;
    const auto found = std::ranges::find(*hit->values, wanted, &ClaimWord::kind);
    if (found == hit->values->end()) return nullptr;
    if (behind != nullptr) *behind = hit->end;
    return &*found;
  }

  bool has(text::Sentence const& sentence, ClaimWord::Class wanted) const {
    for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
      if (word_at(at, sentence.end_token, wanted) != nullptr) return true;
    }
    return false;
  }

  // The telling that the sentence is about: one that it tells as news, else the page's first if it points at one.
  std::optional<std::size_t> told_by(text::Sentence const& sentence) const {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < tellings_.size(); ++i) {
      if (tellings_[i].standing != Standing::main) continue;
      if (!first) first = i;
      const auto within = [&](text::ByteSpan span) { return span.shared_with(sentence.span) > 0; };
      if (std::ranges::any_of(tellings_[i].evidence, within)) return i;
    }
    return first && has(sentence, ClaimWord::Class::pointing) ? first : std::nullopt;
  }

  // "second", "2nd"
  std::optional<Ordinal> ordinal_at(std::size_t at, std::size_t end) const {
    Ordinal found;
    if (auto const* word = word_at(at, end, ClaimWord::Class::ordinal, &found.end)) {
      found.value = word->value;
      return found;
    }
    auto const& token = body_.tokens[at];
    if (token.kind != text::TokenKind::number || at + 1 >= end || body_.tokens[at + 1].space_before)
      return std::nullopt;
    if (word_at(at + 1, end, ClaimWord::Class::suffix, &found.end) == nullptr) return std::nullopt;
    auto const& digits = token.folded;
    std::from_chars(digits.data(), digits.data() + digits.size(), found.value);
    return found.value > 0 && found.value <= greatest_ordinal ? std::optional(found) : std::nullopt;
  }

  // Behind the ordinal, or right before it where the language puts it so.
  std::optional<Counted> counted(std::size_t ordinal, std::size_t behind, text::Sentence const& sentence) const {
    const auto noun_at = [&](std::size_t at) -> std::optional<Counted> {
      if (word_at(at, sentence.end_token, ClaimWord::Class::visit) != nullptr) return Counted::visit;
      if (word_at(at, sentence.end_token, ClaimWord::Class::meeting) != nullptr) return Counted::meeting;
      return std::nullopt;
    };
    const auto last = std::min(behind + most_words_between + 1, sentence.end_token);
    for (auto at = behind; at < last && body_.tokens[at].kind == text::TokenKind::word; ++at) {
      if (auto noun = noun_at(at)) return noun;
    }
    if (ordinal > sentence.first_token && words_.verb_first) return noun_at(ordinal - 1);
    return std::nullopt;
  }

  // The time that a word before it introduces.
  time::TimeExpression const* introduced(ClaimWord::Class by, time::TimeType type, std::size_t from,
                                         text::Sentence const& sentence) const {
    for (auto at = from; at < sentence.end_token; ++at) {
      std::size_t behind = 0;
      if (word_at(at, sentence.end_token, by, &behind) == nullptr) continue;
      for (auto next = behind; next < std::min(behind + 2, sentence.end_token); ++next) {
        const auto byte = body_.tokens[next].span.begin;
        const auto holds = [&](time::TimeExpression const& one) {
          return one.type == type && one.span.begin <= byte && byte < one.span.end;
        };
        if (const auto found = std::ranges::find_if(times_, holds); found != times_.end()) return &*found;
      }
    }
    return nullptr;
  }

  std::optional<CountClaim> claim_at(std::size_t at, text::Sentence const& sentence) const {
    const auto ordinal = ordinal_at(at, sentence.end_token);
    if (!ordinal) return std::nullopt;
    const auto noun = counted(at, ordinal->end, sentence);
    if (!noun) return std::nullopt;
    CountClaim claim;
    claim.counted = *noun;
    claim.ordinal = ordinal->value;
    claim.anybody = has(sentence, ClaimWord::Class::anybody);
    claim.evidence = sentence.span;
    // A span that was read as a date ("in March") is none of those that can be counted back from the day.
    if (introduced(ClaimWord::Class::within, time::TimeType::date, at, sentence) != nullptr) return std::nullopt;
    if (auto const* time = introduced(ClaimWord::Class::within, time::TimeType::duration, at, sentence))
      claim.within = time->timex;
    if (auto const* time = introduced(ClaimWord::Class::since, time::TimeType::date, at, sentence))
      claim.since = time->value;
    return claim;
  }

  text::SegmentedText const& body_;
  std::vector<time::TimeExpression> const& times_;
  std::vector<Telling> const& tellings_;
  LanguageWords const& words_;
};

}  // namespace

std::vector<CountClaim> find_claims(text::SegmentedText const& body, std::vector<time::TimeExpression> const& times,
                                    std::vector<Telling> const& tellings, Vocabulary const& vocabulary) {
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end() || words->second.claims.empty()) return {};
  return ClaimFinder(body, times, tellings, words->second).run();
}

}  // namespace recoupe::encounter
