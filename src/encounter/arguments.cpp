#include "encounter/arguments.hpp"

#include <algorithm>
#include <optional>

#include "encounter/actor_rows.hpp"

namespace recoupe::encounter {
namespace {

class Finder {
 public:
  Finder(Page const& page, Sentence const& sentence, Predicate const& predicate)
      : page_(page), sentence_(sentence), predicate_(predicate) {}

  Arguments find() {
    if (predicate_.is_noun()) {
      noun();
    } else if (page_.words.verb_first) {
      verb_first();
    } else {
      subject_first();
    }
    return std::move(found_);
  }

 private:
  std::vector<Actor> const& actors() const { return sentence_.actors; }

  // The last actor that ends at or before the token.
  std::optional<std::size_t> left_of(std::size_t token) const {
    std::optional<std::size_t> left;
    for (std::size_t i = 0; i < actors().size() && actors()[i].end <= token; ++i) left = i;
    return left;
  }

  // The first actor that begins at or behind the token.
  std::optional<std::size_t> right_of(std::size_t token) const {
    const auto found = std::ranges::lower_bound(actors(), token, {}, &Actor::first);
    return found == actors().end() ? std::nullopt : std::optional<std::size_t>(found - actors().begin());
  }

  // Another verb, or a word that begins another clause, between the two tokens.
  bool clause_between(std::size_t from, std::size_t to) const {
    if (sentence_.has_between(Cue::boundary, from, to)) return true;
    return std::ranges::any_of(sentence_.predicates, [&](Predicate const& other) {
      return !other.is_noun() && other.core != predicate_.core && other.first >= from && other.end <= to;
    });
  }

  // "X, the head of Y, has met": the one whom the office behind the comma belongs to.
  std::size_t who_is(std::size_t at) const {
    if (at == 0 || actors()[at - 1].owns) return at;
    auto const& left = actors()[at - 1];
    const auto gap = gap_of(page_, sentence_, left.end, actors()[at].first);
    const bool adjacent = left.end == actors()[at].first;
    const bool beside = (gap.comma || adjacent) && !gap.broken && gap.plain == 0;
    return beside && is_apposition(page_, left, actors()[at], gap) ? at - 1 : at;
  }

  // Those joined to the left of an actor: "X, Y and Z met".
  std::vector<Actor> joined_left(std::size_t at) const {
    std::vector<Actor> row{actors()[at]};
    bool joined = actors()[at].governor == Governor::coordination;
    while (at > 0 && row.size() < most_in_a_row) {
      auto const& left = actors()[at - 1];
      const auto gap = gap_of(page_, sentence_, left.end, actors()[at].first);
      joined = joined || gap.coordination;
      if (gap.broken || gap.plain > 1 || !joined ||
          (!gap.comma && !gap.coordination && actors()[at].governor != Governor::coordination))
        break;
      --at;
      row.insert(row.begin(), left);
    }
    return row;
  }

  // ---- the subject of a verb that stands behind it

  void subject_first() {
    subject();
    second_side(predicate_.end);
    const bool without_subject = found_.first.empty() && !found_.first_person && !found_.second.empty();
    if (without_subject && (reduced() || !finite()) && predicate_.told != Told::purpose && opens_the_sentence()) {
      subject_behind();
      found_.implied = found_.implied && found_.first.empty();
    }
  }

  // "one of those received by Y": a participle without an auxiliary.
  bool reduced() const { return predicate_.passive && !predicate_.governed; }

  // Nothing but small words before it.
  bool opens_the_sentence() const {
    for (auto at = sentence_.first; at < predicate_.first; ++at) {
      auto const& mark = sentence_.mark(at);
      if (mark.actor || mark.is(Cue::boundary)) return false;
      if (mark.cues.none() && !mark.time && !mark.place && page_.body.tokens[at].kind == text::TokenKind::word)
        return false;
    }
    return true;
  }

  // "by X, Y said", "by X and Y, Z said", "by X, Y and Z said": where, behind a comma, another row begins; the size of
  // the row where none does.
  std::size_t first_of_next_row(std::vector<Actor> const& row) const {
    auto at = row.size() - 1;
    if (at == 0) return row.size();
    if (!is_coordinated(row, at)) return at;
    while (at > 1 && !is_coordinated(row, at - 1)) --at;
    return is_coordinated(row, at) ? row.size() : at;
  }

  bool is_coordinated(std::vector<Actor> const& row, std::size_t at) const {
    return row[at].governor == Governor::coordination ||
           gap_of(page_, sentence_, row[at - 1].end, row[at].first).coordination;
  }

  // "Received by X, Y said", "Hosting Y in Rome, X said": whoever stands behind the comma.
  void subject_behind() {
    auto& row = found_.second;
    if (const auto subjects = first_of_next_row(row); subjects < row.size()) {
      // "by X, Y, Z said": nobody can say where the hosts end.
      if (subjects > 1 && !is_coordinated(row, subjects - 1)) return;
      found_.first = {row.begin() + static_cast<std::ptrdiff_t>(subjects), row.end()};
      row.resize(subjects);
      return;
    }
    for (auto const& actor : actors()) {
      if (actor.first < row.back().end) continue;
      const auto gap = gap_of(page_, sentence_, row.back().end, actor.first);
      if (is_apposition(page_, row.back(), actor, gap)) continue;
      const bool subject = actor.governor == Governor::none && !actor.owns && gap.comma;
      if (subject && !clause_between(row.back().end, actor.first)) found_.first = {actor};
      return;
    }
  }

  // "the visit made by X"
  void made_by() {
    for (auto const& actor : actors()) {
      if (actor.first < predicate_.end || actor.governor != Governor::by) continue;
      found_.first = {actor};
      return;
    }
  }

  // The word just before the verb, over adverbs and times.
  std::optional<std::size_t> word_before() const {
    for (auto at = predicate_.first; at > sentence_.first; --at) {
      auto const& mark = sentence_.mark(at - 1);
      if (mark.actor || !(mark.is(Cue::adverb) || mark.is(Cue::negation) || mark.time)) return at - 1;
    }
    return std::nullopt;
  }

  // "X, who has received", not "the house of X in the street that has received".
  bool belongs_to(std::size_t relative, Actor const& actor) const {
    constexpr std::size_t most_plain = 5;  // what the names leave of a long title
    const auto gap = gap_of(page_, sentence_, actor.end, relative);
    return gap.plain <= most_plain && !gap.broken && !clause_between(actor.end, relative);
  }

  void subject() {
    if (predicate_.frame.shape == Shape::visit && reduced()) return made_by();
    const auto before = word_before();
    if (before && !sentence_.mark(*before).actor) {
      auto const& mark = sentence_.mark(*before);
      if (mark.is(Cue::first)) {
        found_.first_person = true;
        return;
      }
      if (mark.is(Cue::third)) {
        found_.implied = true;
        return;
      }
      if (mark.is(Cue::relative)) {
        if (const auto left = left_of(*before); left && belongs_to(*before, actors()[*left]))
          found_.first = joined_left(who_is(*left));
        return;
      }
    }
    const bool behind_comma = before && is_comma(page_.body.tokens[*before]);
    for (auto left = left_of(subject_stands_before()); left;
         left = *left > 0 ? std::optional(*left - 1) : std::nullopt) {
      auto const& actor = actors()[*left];
      const bool free = actor.governor == Governor::none || actor.governor == Governor::coordination;
      if (!free || actor.owns) continue;
      if (behind_comma && inside_relative(actor)) continue;
      // "X met one of those received by Y": the participle says it of the word before it.
      if (reduced() && clause_between(actor.end, predicate_.first)) return;
      if (!behind_comma && finite() && sentence_.has_between(Cue::boundary, actor.end, predicate_.first)) return;
      found_.first = joined_left(who_is(*left));
      return;
    }
    found_.implied = before && sentence_.mark(*before).is(Cue::after);
  }

  // "after meeting", "to meet", ", meeting": such a verb has the subject of the verb before it.
  bool finite() const {
    return !predicate_.infinitive && predicate_.frame.mood != Mood::gerund && predicate_.told != Told::purpose &&
           !sentence_.mark(predicate_.first).is(Cue::after);
  }

  // "X received Y after meeting Z": such a clause has the subject of the verb that it belongs to, not its object.
  std::size_t subject_stands_before() const {
    const bool beside = predicate_.told == Told::purpose || sentence_.mark(predicate_.first).is(Cue::after);
    auto before = predicate_.first;
    if (!beside) return before;
    for (auto const& other : sentence_.predicates) {
      if (other.first >= predicate_.first) break;
      if (!other.is_noun() && !sentence_.has_between(Cue::boundary, other.end, predicate_.first)) before = other.first;
    }
    return before;
  }

  // "X, who …, has received": what stands in the clause of "who" is not its subject.
  bool inside_relative(Actor const& actor) const {
    for (auto at = actor.first; at > sentence_.first; --at) {
      if (sentence_.mark(at - 1).is(Cue::relative)) {
        const auto left = left_of(at - 1);
        return left.has_value();
      }
    }
    return false;
  }

  // ---- the other side

  Governor wanted() const {
    switch (predicate_.frame.shape) {
      case Shape::received:
        return Governor::by;
      case Shape::with:
        return Governor::with;
      default:
        return predicate_.passive ? Governor::by : Governor::none;
    }
  }

  // Whether an actor may be the first of the other side.
  bool opens(Actor const& actor, std::size_t from) const {
    if (actor.owns) return false;
    const auto want = wanted();
    if (actor.governor == want) return want != Governor::none || gap_of(page_, sentence_, from, actor.first).plain <= 3;
    if (want != Governor::none) return false;
    if (actor.governor == Governor::with) return true;
    // "des motards": the plural without an article of its own.
    return actor.group && actor.governor == Governor::genitive &&
           gap_of(page_, sentence_, from, actor.first).plain <= 2;
  }

  void second_side(std::size_t from) {
    if (predicate_.frame.shape == Shape::visit) return visited(from);
    if (predicate_.frame.shape == Shape::attend) return beside(from);
    for (std::size_t i = 0; i < actors().size(); ++i) {
      auto const& actor = actors()[i];
      if (actor.first < from) continue;
      if (clause_between(from, actor.first)) return;
      if (predicate_.frame.shape == Shape::with && noun_between(from, actor.first)) return;
      if (opens(actor, from)) {
        found_.second = row_of(page_, sentence_, i);
        return;
      }
      if (wanted() == Governor::none) return;
    }
  }

  // "chaired with Y the meeting of": right behind the verb.
  void beside(std::size_t from) {
    const auto right = right_of(from);
    if (page_.words.verb_first || !right) return;
    auto const& actor = actors()[*right];
    const bool right_behind = actor.governor == Governor::with && !noun_between(from, actor.first) &&
                              gap_of(page_, sentence_, from, actor.first).plain == 0;
    if (right_behind) found_.second = row_of(page_, sentence_, *right);
  }

  // "to discuss the meeting with Y": it is the meeting that was with Y.
  bool noun_between(std::size_t from, std::size_t to) const {
    return std::ranges::any_of(sentence_.predicates, [&](Predicate const& other) {
      return other.is_noun() && other.core >= from && other.end <= to;
    });
  }

  // "visited X in Rome": somebody right behind the verb.
  void visited(std::size_t from) {
    const auto right = right_of(from);
    if (page_.words.verb_first || !right) return;
    auto const& actor = actors()[*right];
    const auto gap = gap_of(page_, sentence_, from, actor.first);
    const bool object = actor.governor == Governor::none || actor.governor == Governor::genitive ||
                        actor.governor == Governor::preposition;
    const bool right_behind = object && gap.plain <= 1 && !gap.comma && !gap.coordination &&
                              !sentence_.has_between(Cue::boundary, from, actor.first) &&
                              !place_between(from, actor.first);
    if (right_behind && !actor.owns) found_.second = {actor};
  }

  bool place_between(std::size_t from, std::size_t to) const {
    for (auto at = from; at < to; ++at) {
      if (sentence_.mark(at).place || sentence_.mark(at).time) return true;
    }
    return false;
  }

  // ---- languages whose verb comes first

  void verb_first() {
    if (const auto left = left_of(predicate_.first); left && adjoins(actors()[*left])) {
      found_.first = joined_left(who_is(*left));
      second_side(predicate_.end);
      return;
    }
    const auto subject = right_of(predicate_.end);
    if (!subject || clause_between(predicate_.end, actors()[*subject].first)) {
      found_.implied = !follows_unknown_subject();
      return;
    }
    auto const& actor = actors()[*subject];
    if (predicate_.frame.shape == Shape::received) {  // "there to receive him was X"
      found_.implied = true;
      found_.second = row_of(page_, sentence_, *subject);
      return;
    }
    if (predicate_.frame.shape == Shape::receive && received_by(*subject)) return;
    if (actor.governor == Governor::with || actor.governor == Governor::by || actor.governor == Governor::preposition) {
      found_.implied = true;
      second_side(predicate_.end);
      return;
    }
    auto row = row_of(page_, sentence_, *subject, true);
    // Without a word between them, the second of two is whom the first one meets.
    const bool takes_object = predicate_.frame.shape == Shape::receive || predicate_.frame.shape == Shape::mutual;
    std::size_t subjects = 1;
    while (subjects < row.size() && row[subjects].governor == Governor::coordination) ++subjects;
    if (!takes_object) {
      found_.first = {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(subjects)};
      second_side(found_.first.back().end);
      return;
    }
    if (subjects == row.size()) {
      found_.first = std::move(row);
      second_side(found_.first.back().end);
      if (found_.second.empty() && found_.first.size() == 1) {
        found_.second = std::move(found_.first);
        found_.first.clear();
        found_.implied = !follows_unknown_subject();
      }
      return;
    }
    found_.first = {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(subjects)};
    found_.second = {row.begin() + static_cast<std::ptrdiff_t>(subjects), row.end()};
  }

  // "that a team arrived": somebody stands before the verb, though nobody whom the names know.
  bool follows_unknown_subject() const {
    if (predicate_.first == sentence_.first) return false;
    if (sentence_.mark(predicate_.first).is(Cue::boundary)) return false;  // "when he meets"
    auto const& mark = sentence_.mark(predicate_.first - 1);
    // "the country which hosts"
    if (mark.is(Cue::relative) && predicate_.first > sentence_.first + 1 && sentence_.mark(predicate_.first - 2).place)
      return true;
    const bool where = mark.place && is_led(predicate_.first - 1);  // "a visit to Tokyo, meets": no place does it
    return page_.body.tokens[predicate_.first - 1].kind == text::TokenKind::word && mark.cues.none() && !mark.time &&
           !where;
  }

  // Whether a preposition leads to the place that ends with the token.
  bool is_led(std::size_t token) const {
    while (token > sentence_.first && sentence_.mark(token - 1).place) --token;
    return token > sentence_.first && sentence_.mark(token - 1).is(Cue::preposition);
  }

  // "received X … by Y" where no form of the verb tells the passive.
  bool received_by(std::size_t subject) {
    for (auto by = subject + 1; by < actors().size(); ++by) {
      if (clause_between(actors()[subject].end, actors()[by].first)) return false;
      if (actors()[by].governor != Governor::by) continue;
      found_.first = {actors()[subject]};
      found_.second = row_of(page_, sentence_, by);
      found_.turned = true;
      return true;
    }
    return false;
  }

  // "X meets", "X, who has received": nothing but such words between the two.
  bool adjoins(Actor const& actor) const {
    for (auto at = actor.end; at < predicate_.first; ++at) {
      auto const& mark = sentence_.mark(at);
      const bool light = mark.is(Cue::relative) || mark.is(Cue::adverb) || mark.time ||
                         (is_comma(page_.body.tokens[at]) && at + 1 < predicate_.first);
      if (!light) return false;
    }
    return actor.governor == Governor::none || sentence_.has_between(Cue::relative, actor.end, predicate_.first);
  }

  // ---- nouns

  // "X …, with Y, … their talks": the last two who are told before it, where there are two.
  void both() {
    for (auto left = left_of(predicate_.core); left; left = *left > 0 ? std::optional(*left - 1) : std::nullopt) {
      auto const& actor = actors()[who_is(*left)];
      if (actor.group || actor.governor == Governor::genitive || actor.owns) continue;
      auto& side = found_.second.empty() ? found_.second : found_.first;
      side = {actor};
      if (!found_.first.empty()) return;
      left = who_is(*left);
      if (*left == 0) return;
    }
  }

  void noun() {
    if (predicate_.frame.shape == Shape::both) return both();
    if (predicate_.frame.kind != Kind::visit && between()) return;
    if (told_by_its_verb()) return;
    const auto with = predicate_.frame.shape == Shape::mutual ? object_at() : with_at();
    owner(with);
    if (with) found_.second = row_of(page_, sentence_, *with);
    if (found_.first.empty() && (with || predicate_.frame.kind == Kind::visit)) around(with);
    if (found_.first.empty() && found_.second.empty() && !found_.implied) subjects_of_its_sentence();
  }

  // "In a phone call, X and Y discussed": who did something together in it.
  void subjects_of_its_sentence() {
    if (!opens_the_sentence() || !sentence_.has_between(Cue::after, sentence_.first, predicate_.core)) return;
    const auto right = right_of(predicate_.end);
    if (!right) return;
    auto const& actor = actors()[*right];
    const auto gap = gap_of(page_, sentence_, predicate_.end, actor.first);
    const bool subject = actor.governor == Governor::none && !actor.owns && gap.comma && gap.plain <= 1;
    if (!subject || clause_between(predicate_.end, actor.first)) return;
    auto row = row_of(page_, sentence_, *right);
    if (row.size() > 1) found_.second = std::move(row);
  }

  // "the talks that X held with Y": where the verb tells it, the noun need not.
  bool told_by_its_verb() const {
    constexpr std::size_t reach = 4;
    return std::ranges::any_of(sentence_.predicates, [&](Predicate const& other) {
      return !other.is_noun() && other.core >= predicate_.end && other.core <= predicate_.end + reach &&
             (other.frame.shape == Shape::with || other.frame.shape == Shape::visit) &&
             sentence_.has_between(Cue::relative, predicate_.end, other.core);
    });
  }

  // "his meeting X": a noun with an object of its own.
  std::optional<std::size_t> object_at() const {
    const auto right = right_of(predicate_.end);
    if (!right) return std::nullopt;
    const auto first = actors()[*right].first;
    const bool near = gap_of(page_, sentence_, predicate_.end, first).plain <= 2;
    return near && !clause_between(predicate_.end, first) ? right : std::nullopt;
  }

  // "talks between X and Y"
  bool between() {
    constexpr std::size_t reach = 10;
    for (std::size_t i = 0; i < actors().size(); ++i) {
      auto const& actor = actors()[i];
      if (actor.first < predicate_.end) continue;
      if (actor.first > predicate_.end + reach || clause_between(predicate_.end, actor.first)) return false;
      if (actor.governor != Governor::between) continue;
      found_.second = row_of(page_, sentence_, i);
      if (found_.second.size() == 1 && i + 1 < actors().size() && !clause_between(actor.end, actors()[i + 1].first) &&
          !gap_of(page_, sentence_, actor.end, actors()[i + 1].first).comma &&
          (page_.words.verb_first || actors()[i + 1].governor != Governor::preposition))
        found_.second.push_back(actors()[i + 1]);
      return true;
    }
    return false;
  }

  // The first actor behind "with", over a relative clause: "the talks that X held with Y".
  std::optional<std::size_t> with_at() const {
    constexpr std::size_t reach = 30;
    if (predicate_.frame.kind == Kind::visit) return std::nullopt;
    for (std::size_t i = 0; i < actors().size(); ++i) {
      auto const& actor = actors()[i];
      if (actor.first < predicate_.end) continue;
      if (actor.first > predicate_.end + reach || sentence_.has_between(Cue::boundary, predicate_.end, actor.first))
        return std::nullopt;
      if (actor.governor == Governor::with) return i;
      if (actor.governor == Governor::by && predicate_.frame.kind == Kind::audience) return i;
    }
    return std::nullopt;
  }

  void owner(std::optional<std::size_t> with) {
    constexpr std::size_t reach = 6;
    if (const auto left = left_of(predicate_.core)) {
      auto const& actor = actors()[*left];
      if ((actor.owns && actor.end + reach > predicate_.core) || actor.end == predicate_.core) {
        found_.first = joined_left(*left);
        return;
      }
    }
    const auto end = with ? actors()[*with].first : sentence_.end;
    for (std::size_t i = 0; i < actors().size(); ++i) {
      auto const& actor = actors()[i];
      if (actor.first < predicate_.end || actor.end > end) continue;
      if (with && i == *with) return;
      if (sentence_.has_between(Cue::invitation, predicate_.end, actor.first)) return;
      const auto gap = gap_of(page_, sentence_, predicate_.end, actor.first);
      // "the visit to Rome, after the protest of X": what another noun owns.
      if (!page_.words.verb_first && gap.comma && sentence_.has_between(Cue::after, predicate_.end, actor.first))
        return;
      const bool owns = actor.governor == Governor::genitive || actor.governor == Governor::by ||
                        (page_.words.verb_first && actor.governor == Governor::none) ||
                        (with && sentence_.has_between(Cue::relative, predicate_.end, actor.first));
      if (!owns || (gap.plain > reach && !with) || clause_between(predicate_.end, actor.first)) return;
      const auto row = row_of(page_, sentence_, i);
      found_.first = {row.front()};
      return;
    }
  }

  // No owner beside the noun: whom the clause is about, before it or behind its comma.
  void around(std::optional<std::size_t> with) {
    if (is_topic()) return;
    constexpr std::size_t reach = 3;
    const auto from = predicate_.first > sentence_.first + reach ? predicate_.first - reach : sentence_.first;
    found_.loose = !sentence_.has_between(Cue::after, from, predicate_.core);
    if (is_of_the_subject()) {
      found_.first = {actors().front()};
      return;
    }
    // Where the verb comes first, its subject stands between it and the noun: "held X, the head of government, talks".
    const auto before = page_.words.verb_first ? predicate_.core : predicate_.first;
    for (auto left = left_of(before); left; left = *left > 0 ? std::optional(*left - 1) : std::nullopt) {
      auto const& actor = actors()[*left];
      if (actor.governor != Governor::none && actor.governor != Governor::coordination && !actor.owns) continue;
      found_.first = joined_left(*left);
      return;
    }
    const auto behind = with ? row_of(page_, sentence_, *with).back().end : predicate_.end;
    for (auto const& actor : actors()) {
      if (actor.first < behind || actor.governor != Governor::none) continue;
      if (quotation_between(behind, actor.first)) return;
      found_.first = {actor};
      return;
    }
    // "It was the object of a meeting with Y and Z": two are enough.
    found_.implied = found_.second.size() < 2 && !is_of_a_state();
  }

  // "North Korea pledged in a meeting with Y": a country is what the sentence is about, not who was told before.
  bool is_of_a_state() const {
    return std::ranges::any_of(sentence_.places, [&](std::size_t index) {
      auto const& mention = page_.names.mentions[index];
      auto at = page_.body.token_at(mention.whole.begin);
      if (!page_.names.places[mention.entity].is_country || page_.words.verb_first || sentence_.mark(at).actor)
        return false;
      while (at > sentence_.first && sentence_.mark(at - 1).is(Cue::article) &&
             !sentence_.mark(at - 1).is(Cue::genitive))
        --at;
      return at == sentence_.first || page_.body.tokens[at - 1].kind == text::TokenKind::punctuation;
    });
  }

  // "X met Y on his first trip": what "his" stands before is of whom the sentence is about.
  bool is_of_the_subject() const {
    constexpr std::size_t reach = 3;
    const auto from = predicate_.core > sentence_.first + reach ? predicate_.core - reach : sentence_.first;
    if (page_.words.verb_first || !sentence_.has_between(Cue::possessive, from, predicate_.core)) return false;
    auto const& front = actors().front();
    return front.end <= predicate_.first && front.governor == Governor::none && !front.owns && !front.group;
  }

  // "to discuss the meeting with Y": what is talked about is not what the subject does.
  bool is_topic() const {
    constexpr std::size_t reach = 4;
    const auto from = predicate_.first > sentence_.first + reach ? predicate_.first - reach : sentence_.first;
    return sentence_.has_between(Cue::topic, from, predicate_.core) &&
           !sentence_.has_between(Cue::boundary, from, predicate_.core);
  }

  // Who speaks behind a quotation is not of what is told within it.
  bool quotation_between(std::size_t from, std::size_t to) const {
    for (auto at = from; at < to; ++at) {
      auto const& folded = page_.body.tokens[at].folded;
      if (folded == "\"" || folded == "\u201D" || folded == "\u00BB") return true;
    }
    return false;
  }

  Page const& page_;
  Sentence const& sentence_;
  Predicate const& predicate_;
  Arguments found_;
};

}  // namespace

Arguments arguments_of(Page const& page, Sentence const& sentence, Predicate const& predicate) {
  return Finder(page, sentence, predicate).find();
}

}  // namespace recoupe::encounter
