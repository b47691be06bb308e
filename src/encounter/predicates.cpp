// Verbs with their auxiliaries, and nouns: what a sentence says that happened.
#include <algorithm>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {
namespace {

struct AuxiliaryHit {
  std::vector<Auxiliary> const* values = nullptr;
  std::size_t first = 0;
};

// The longest auxiliary that ends before each token of the sentence. Of "will hold" both the whole, for "will hold a
// banquet", and "will", for "will | hold talks".
std::vector<AuxiliaryHit> auxiliaries_by_end(Page const& page, Sentence const& sentence) {
  const auto takes_noun = [](Auxiliary const& auxiliary) { return auxiliary.takes == Mood::noun; };
  std::vector<AuxiliaryHit> by_end(sentence.end - sentence.first + 1);
  for (auto at = sentence.first; at < sentence.end; ++at) {
    if (sentence.mark(at).actor) continue;
    for (auto end = sentence.end; end > at;) {
      const auto hit = page.words.auxiliaries.longest_at(page.body, at, end, lexicon::Clitics::conjunctions);
      if (!hit) break;
      const bool of_verbs = std::ranges::none_of(*hit->values, takes_noun);
      auto& slot = by_end[hit->end - sentence.first];
      if (slot.values == nullptr && (end == sentence.end || of_verbs)) slot = {hit->values, at};
      end = hit->end - 1;
    }
  }
  return by_end;
}

// Reads the words before a frame, from right to left.
class Chain {
 public:
  Chain(Page const& page, Sentence const& sentence, std::vector<AuxiliaryHit> const& by_end)
      : page_(page), sentence_(sentence), by_end_(by_end) {}

  // What the auxiliaries before `core` make of a frame of mood `mood`.
  Predicate read(Frame const& frame, std::size_t core, std::size_t end) {
    Predicate predicate{frame, Told::open, false, false, false, core, core, end};
    auto mood = frame.mood;
    bool negated = false;
    constexpr int deepest = 4;
    for (int depth = 0; depth < deepest; ++depth) {
      const auto found = next(predicate.first, mood, negated);
      if (!found) break;
      predicate.first = found->first;
      predicate.passive = predicate.passive || found->auxiliary.passive;
      predicate.governed = true;
      predicate.infinitive = found->auxiliary.own == Mood::infinitive;
      if (found->auxiliary.told != Told::open) predicate.told = outer(predicate.told, found->auxiliary.told);
      if (!found->auxiliary.own) break;
      mood = *found->auxiliary.own;
    }
    const bool verb = frame.mood != Mood::noun;
    if (negated || (verb && denied_just_before(predicate.first))) predicate.told = Told::cancelled;
    return predicate;
  }

 private:
  struct Found {
    Auxiliary auxiliary;
    std::size_t first = 0;
  };

  // An outer word outweighs an inner one, save "was": "was to be received".
  static Told outer(Told inner, Told outer) { return outer == Told::held && inner != Told::open ? inner : outer; }

  bool skips(std::size_t token, Mood mood) const {
    auto const& mark = sentence_.mark(token);
    if (mark.actor) return false;
    if (mark.is(Cue::adverb) || mark.is(Cue::negation) || mark.time || mark.is(Cue::article) ||
        mark.is(Cue::possessive))
      return true;
    auto const& written = page_.body.tokens[token];
    if (is_comma(written)) return mood == Mood::participle;
    if (written.folded == "\"" || written.folded == "\u00AB" || written.folded == "\u201C") return true;
    // Before a noun stand adjectives and other words.
    return mood == Mood::noun && written.kind == text::TokenKind::word && !mark.is(Cue::boundary);
  }

  std::optional<Found> next(std::size_t before, Mood mood, bool& negated) const {
    std::size_t reach = mood == Mood::noun ? 4 : 7;
    bool negation = false;
    for (auto end = before; end > sentence_.first && end + reach > before; --end) {
      auto const& hit = by_end_[end - sentence_.first];
      if (hit.values != nullptr) {
        for (auto const& auxiliary : *hit.values) {
          if (auxiliary.takes == mood) {
            negated = negated || negation;
            return Found{auxiliary, hit.first};
          }
        }
      }
      // "did X a visit", where the verb comes first.
      const bool between = page_.words.verb_first && mood == Mood::noun && is_who_when_or_where(end - 1);
      if (between) ++reach;
      if (!between && !skips(end - 1, mood)) return std::nullopt;
      negation = negation || (sentence_.mark(end - 1).is(Cue::negation) && mood != Mood::noun);
    }
    return std::nullopt;
  }

  // "held X, the head of government, on Monday in Rome, talks": who, a day or place, and the commas behind them or
  // before a day or place.
  bool is_who_when_or_where(std::size_t token) const {
    const auto told = [&](std::size_t at) { return sentence_.mark(at).time || sentence_.mark(at).place; };
    if (sentence_.mark(token).actor || told(token)) return true;
    if (!is_comma(page_.body.tokens[token])) return false;
    const bool behind = token > sentence_.first && (sentence_.mark(token - 1).actor || told(token - 1));
    const bool before = token + 1 < sentence_.end && told(token + 1) && !sentence_.mark(token + 1).actor;
    return behind || before;
  }

  bool denied_just_before(std::size_t first) const {
    return first > sentence_.first && sentence_.mark(first - 1).is(Cue::negation);
  }

  Page const& page_;
  Sentence const& sentence_;
  std::vector<AuxiliaryHit> const& by_end_;
};

bool is_behind_comma(Page const& page, Sentence const& sentence, std::size_t token) {
  return token != sentence.first && is_comma(page.body.tokens[token - 1]);
}

// "received on Monday by", not "received a delegation led by".
bool is_done_by_somebody(Sentence const& sentence, Predicate const& predicate) {
  constexpr std::size_t reach = 12;
  for (auto at = predicate.end; at < sentence.end && at < predicate.end + reach; ++at) {
    auto const& mark = sentence.mark(at);
    if (mark.is(Cue::by) && !mark.is(Cue::led)) return true;
  }
  return false;
}

// Whether a form can be a predicate as it stands.
bool stands(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  switch (predicate.frame.mood) {
    case Mood::participle: {
      if (predicate.governed) return true;
      return (predicate.frame.shape == Shape::receive || predicate.frame.shape == Shape::visit) &&
             is_done_by_somebody(sentence, predicate);
    }
    case Mood::infinitive:
      return predicate.governed;
    case Mood::gerund:
      return predicate.governed || is_behind_comma(page, sentence, predicate.first) ||
             (predicate.first == sentence.first && predicate.frame.shape == Shape::receive);
    case Mood::past:
    case Mood::present:
    case Mood::future:
    case Mood::noun:
      return true;
  }
  return false;
}

Told by_mood(Predicate const& predicate) {
  if (predicate.told != Told::open) return predicate.told;
  switch (predicate.frame.mood) {
    case Mood::past:
      return Told::held;
    case Mood::future:
      return Told::announced;
    default:
      return Told::open;
  }
}

// "first meeting between X and Y", "a short meeting of X with Y": what stands behind a noun, not behind a verb that
// takes an object.
bool has_complement(Page const& page, Sentence const& sentence, std::size_t core, std::size_t end) {
  if (end >= sentence.end) return false;
  auto const& behind = sentence.mark(end);
  if (behind.is(Cue::between) || behind.is(Cue::with)) return true;
  if (!behind.is(Cue::genitive) || behind.is(Cue::article) || core == sentence.first) return false;
  auto const& before = sentence.mark(core - 1);
  return before.cues.none() && !before.actor && !before.time && !before.place &&
         page.body.tokens[core - 1].kind == text::TokenKind::word;
}

bool takes_object(Predicate const& predicate) {
  const bool finite = predicate.frame.mood == Mood::present || predicate.frame.mood == Mood::past;
  return finite && (predicate.frame.shape == Shape::mutual || predicate.frame.shape == Shape::receive);
}

// A word that may be several forms is the one that its neighbours allow: a verb under its auxiliary, a noun behind an
// article, else what comes first in the lexicon.
std::optional<Predicate> best_of(Page const& page, Sentence const& sentence, Chain& chain,
                                 std::vector<Frame> const& frames, std::size_t core, std::size_t end) {
  const bool behind_article =
      core > sentence.first && (sentence.mark(core - 1).is(Cue::article) ||
                                sentence.mark(core - 1).is(Cue::possessive) || sentence.mark(core - 1).is(Cue::owner));
  const bool complement = has_complement(page, sentence, core, end);
  std::optional<Predicate> best;
  int best_rank = -1;
  for (auto const& frame : frames) {
    auto predicate = chain.read(frame, core, end);
    if (!stands(page, sentence, predicate)) continue;
    predicate.told = by_mood(predicate);
    if (frame.mood == Mood::participle && !predicate.governed) predicate.passive = true;
    const bool no_verb = behind_article || (complement && takes_object(predicate));
    const int rank = predicate.is_noun() ? (behind_article ? 3 : 1) : predicate.governed ? 4 : no_verb ? 0 : 2;
    if (rank > best_rank) best = predicate, best_rank = rank;
  }
  if (best && best->passive && best->frame.shape == Shape::receive) best->frame.shape = Shape::received;
  return best;
}

}  // namespace

std::vector<Predicate> find_predicates(Page const& page, Sentence const& sentence) {
  const auto by_end = auxiliaries_by_end(page, sentence);
  Chain chain(page, sentence, by_end);
  std::vector<Predicate> predicates;
  for (auto at = sentence.first; at < sentence.end;) {
    auto next = at + 1;
    // The longest form that can stand here: folded, a participle with what belongs to it looks like a longer present.
    for (auto end = sentence.mark(at).actor ? at : sentence.end; end > at;) {
      const auto hit = page.words.frames.longest_at(page.body, at, end, lexicon::Clitics::all);
      if (!hit) break;
      next = std::max(next, hit->end);
      if (hit->value().shape == Shape::none || sentence.is_adjective(at, hit->end)) break;
      if (const auto predicate = best_of(page, sentence, chain, *hit->values, at, hit->end)) {
        predicates.push_back(*predicate);
        break;
      }
      end = hit->end - 1;
    }
    at = next;
  }
  return predicates;
}

}  // namespace recoupe::encounter
