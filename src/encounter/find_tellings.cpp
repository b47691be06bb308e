#include <algorithm>

#include "encounter/dates_of_page.hpp"
#include "encounter/details.hpp"
#include "encounter/known_heads.hpp"
#include "encounter/participants.hpp"
#include "encounter/place_and_date.hpp"
#include "encounter/read_sentence.hpp"
#include "encounter/resolve_heads.hpp"
#include "encounter/same_occasion.hpp"
#include "encounter/telling.hpp"
#include "encounter/yearly_gatherings.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

// More than a page of news can tell: each telling is compared with those before it.
constexpr std::size_t most_tellings = 200;

constexpr std::size_t sentences_of_a_lead = 4;

bool is_unplaced(Telling const& telling) { return telling.place.name.empty() && telling.place.venue.empty(); }

class Assembler {
 public:
  explicit Assembler(Page const& page) : page_(page) {}

  Tellings run() {
    for (std::size_t s = 0; s < page_.body.sentences.size(); ++s) take_sentence(s);
    date_by_sentences_that_tell_it_again(page_, told_);
    date_by_yearly_gatherings(page_, told_);
    carry_over_the_lead();
    place_by_the_lead();
    join_alike();
    date_by_the_only_day(page_, told_);
    leave_out_memories_of_others();
    const auto parts = told_.size();
    std::ranges::move(each_, std::back_inserter(told_));
    stand();
    place_by_the_only_venue();
    for (auto part = parts; part < told_.size(); ++part) {
      if (parts == 0) continue;
      const auto whole = whole_of(told_[part], parts);
      auto& telling = told_[part].telling;
      if (telling.place.name.empty()) telling.place = told_[whole].telling.place;
      if (telling.date.value.empty()) telling.date = told_[whole].telling.date;
      links_.push_back({part, whole, LinkKind::part_of, telling.evidence.front()});
    }
    Tellings result;
    for (auto& one : told_) result.tellings.push_back(std::move(one.telling));
    result.links = std::move(links_);
    result.refusals = std::move(refusals_);
    return result;
  }

 private:
  void take_sentence(std::size_t index) {
    const auto sentence = sentence_of(page_, index);
    if (sentence.has(Cue::same) && sentence.has(Cue::presence) && last_) return extend_last(sentence);
    add_who_attends(sentence);
    auto tellings = read_sentence(page_, sentence, spoken_of_);
    if (!tellings) {
      refuse(sentence, tellings.error());
    } else {
      for (auto& telling : *tellings) {
        telling.guessed = telling.implied && several_spoken_of_ && sentence.has(Cue::third);
        take(sentence, std::move(telling));
      }
    }
    remember(sentence);
  }

  void refuse(Sentence const& sentence, NotTaken why) {
    if (sentence.has(Cue::same) && last_) {
      extend_last(sentence);
    } else if (!sentence.predicates.empty() || sentence.actors.size() >= 2) {
      refusals_.push_back({sentence.span, why});
    }
  }

  // "On the sidelines of the summit": when and where that was which the sentence before told.
  void put_beside_the_gathering(Sentence const& sentence, SentenceTelling& one) const {
    if (told_.empty() || !sentence.has(Cue::sidelines) || one.telling.kind == Kind::multilateral) return;
    auto const& before = told_.back();
    if (before.telling.kind != Kind::multilateral || before.sentence + 1 != sentence.index) return;
    one.beside = true;
    if (is_undated(one.telling)) {
      one.telling.date = before.telling.date;
      one.recalled = one.recalled || before.recalled;
    }
    if (is_unplaced(one.telling)) one.telling.place = before.telling.place;
  }

  void take(Sentence const& sentence, SentenceTelling telling) {
    put_beside_the_gathering(sentence, telling);
    if (telling.telling.status == Status::announced && is_called_off(sentence))
      telling.telling.status = Status::cancelled;
    for (auto& one : with_each(page_, sentence, telling.telling)) {
      if (each_.size() == most_tellings) break;
      each_.push_back({std::move(one), sentence.index, telling.noun, telling.recalled, false, false});
    }
    if (telling.again && !telling.recalled && last_ && may_be_last(telling)) return extend_last(sentence);
    if (const auto known = known_as(telling)) {
      merge(told_[*known], std::move(telling));
      if (!told_[*known].recalled) last_ = *known;
    } else if (!acceptable(telling)) {
      refusals_.push_back({sentence.span, NotTaken::undated_noun});
    } else if (told_.size() < most_tellings) {
      told_.push_back(std::move(telling));
      if (!told_.back().recalled) last_ = told_.size() - 1;
    }
  }

  // "This meeting between …" tells the last one again, unless it names two others.
  bool may_be_last(SentenceTelling const& telling) const {
    auto const& last = told_[*last_].telling;
    const auto named = [](Participant const& p) { return p.person != name::no_entity; };
    return share_somebody(last, telling.telling) || std::ranges::count_if(telling.telling.participants, named) < 2;
  }

  // Whom a sentence speaks of: its first actor that no preposition governs. "She will meet Y" still speaks of her.
  void remember(Sentence const& sentence) {
    if (sentence.actors.empty()) return;
    const auto is_person = [&](Actor const& one) {
      return one.mention != name::no_entity && page_.names.mentions[one.mention].kind == name::MentionKind::person;
    };
    several_spoken_of_ = std::ranges::count_if(sentence.actors, is_person) > 1;
    auto const& actor = sentence.actors.front();
    const auto tells = [&](Predicate const& predicate) { return !predicate.is_noun() && predicate.end <= actor.first; };
    const bool of_a_pronoun = !page_.words.verb_first && sentence.mark(sentence.first).is(Cue::third);
    if (of_a_pronoun && std::ranges::any_of(sentence.predicates, tells)) return;
    spoken_of_.clear();
    if (actor.governor == Governor::none && !actor.owns)
      add_actor(page_, actor, ParticipantRole::participant, spoken_of_);
  }

  // What encounters told together are part of: the telling that has their sentence, else the first.
  std::size_t whole_of(SentenceTelling const& part, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      auto const& evidence = told_[i].telling.evidence;
      if (std::ranges::find(evidence, part.telling.evidence.front()) != evidence.end()) return i;
    }
    return 0;
  }

  std::optional<std::size_t> known_as(SentenceTelling const& telling) const {
    for (std::size_t i = 0; i < told_.size(); ++i) {
      if (same_occasion(told_[i], telling)) return i;
    }
    return std::nullopt;
  }

  // A noun alone tells an encounter only with who and when or where; the rest of a sentence may only mention it.
  static bool acceptable(SentenceTelling const& telling) {
    if (!telling.noun) return true;
    auto const& t = telling.telling;
    const bool two_sides = t.kind == Kind::multilateral && t.participants.size() >= 2;
    const bool one_side = t.kind == Kind::visit || t.kind == Kind::multilateral;
    if (one_side && !two_sides)
      return t.status != Status::held || (t.date.value.size() >= 7 && t.place.evidence.has_value()) ||
             is_taken_for_granted(telling);
    if (telling.loose && !t.date.evidence && !t.place.evidence) return false;
    if (t.status != Status::held) return true;
    const auto named = [](Participant const& p) { return p.person != name::no_entity; };
    if (std::ranges::count_if(t.participants, named) >= 2) return true;
    if (std::ranges::none_of(t.participants, named)) return t.date.evidence && t.place.evidence;
    return t.date.evidence.has_value() || t.place.evidence.has_value();
  }

  // "During the visit of the president X to Y".
  static bool is_taken_for_granted(SentenceTelling const& telling) {
    auto const& t = telling.telling;
    const auto in_office = [](Participant const& p) { return p.person != name::no_entity && !p.office.empty(); };
    return telling.during && !telling.implied && !telling.loose && !telling.recalled && t.kind == Kind::visit &&
           !t.place.name.empty() && std::ranges::any_of(t.participants, in_office);
  }

  // "This meeting …": more about the encounter just told.
  void extend_last(Sentence const& sentence) {
    auto& telling = told_[*last_].telling;
    if (sentence.has(Cue::sport) || sentence.has(Cue::request)) return;
    if (telling.evidence.back() != sentence.span) telling.evidence.push_back(sentence.span);
    if (is_called_off(sentence)) telling.status = Status::cancelled;
    if (is_undated(telling)) telling.date = in_tense(date_of_same(page_, sentence), telling.status, page_.published);
    if (telling.topics.empty()) telling.topics = topics_of(page_, sentence);
    for (auto& participant : present(page_, sentence)) add_participant(std::move(participant), telling.participants);
  }

  // "The minister X will be present.": at what the sentence before told.
  void add_who_attends(Sentence const& sentence) {
    if (!last_ || sentence.index == 0 || !sentence.has(Cue::attends)) return;
    auto& telling = told_[*last_].telling;
    if (telling.evidence.back() != page_.body.sentences[sentence.index - 1].span) return;
    auto attending_it = attending(page_, sentence);
    if (attending_it.empty()) return;
    telling.evidence.push_back(sentence.span);
    for (auto& participant : attending_it) add_participant(std::move(participant), telling.participants);
  }

  // "The meeting was put off": right behind its noun.
  static bool is_called_off(Sentence const& sentence) {
    constexpr std::size_t reach = 4;
    return std::ranges::any_of(sentence.cues, [&](CueHit const& hit) {
      return hit.cue == Cue::same && sentence.has_between(Cue::cancelled, hit.end, hit.end + reach) &&
             !sentence.has_between(Cue::negation, hit.end, hit.end + reach) &&
             !sentence.has_between(Cue::conditional, hit.end, hit.end + reach);
    });
  }

  // What the lead says of place and date holds for what is told first.
  void carry_over_the_lead() {
    for (auto& one : told_) {
      auto& telling = one.telling;
      if (one.recalled || one.sentence >= sentences_of_a_lead) continue;
      for (auto const& other : told_) {
        if (&other == &one || other.recalled || other.sentence >= sentences_of_a_lead) continue;
        if (other.telling.status != telling.status || !share_somebody(telling, other.telling)) continue;
        if (is_long_before(telling, other.telling) || is_long_before(other.telling, telling)) continue;
        if (is_undated(telling)) telling.date = other.telling.date;
        if (is_unplaced(telling)) telling.place = other.telling.place;
      }
    }
  }

  // Day and city of the first sentences that name somebody of it, also where they only tell that something was said.
  void place_by_the_lead() {
    for (std::size_t s = 0; s < std::min(page_.body.sentences.size(), sentences_of_a_lead); ++s) {
      const auto lead = sentence_of(page_, s);
      if (dates_a_telling(lead)) continue;
      const auto date = date_of_lead(page_, lead);
      const auto place = place_of_lead(page_, lead);
      for (auto& one : told_) {
        auto& telling = one.telling;
        if (one.recalled || telling.status != Status::held || named_in(page_, lead, telling) == 0) continue;
        if (is_undated(telling)) telling.date = date;
        if (is_unplaced(telling)) telling.place = place;
      }
    }
  }

  // What the lead tells without a place, at the one venue that the page names.
  void place_by_the_only_venue() {
    const auto open = [](SentenceTelling const& one) {
      auto const& telling = one.telling;
      const bool indoors = telling.kind == Kind::audience || telling.kind == Kind::talks;
      return one.sentence < sentences_of_a_lead && indoors && time::is_exact(telling.date.value) &&
             telling.standing == Standing::main && is_unplaced(telling);
    };
    if (std::ranges::none_of(told_, open)) return;
    const auto venue = only_venue_of(page_);
    for (auto& one : told_) {
      if (open(one)) one.telling.place = venue;
    }
  }

  // What such a sentence says of when and where belongs to the encounter that it tells.
  bool dates_a_telling(Sentence const& sentence) const {
    return std::ranges::any_of(told_, [&](SentenceTelling const& one) {
      auto const& date = one.telling.date.evidence;
      auto const& place = one.telling.place.evidence;
      return (date && sentence.span.contains(*date)) || (place && sentence.span.contains(*place));
    });
  }

  // Tellings that became one as later sentences said more of them.
  void join_alike() {
    for (std::size_t i = 0; i < told_.size(); ++i) {
      for (auto j = i + 1; j < told_.size();) {
        if (!same_occasion(told_[i], told_[j])) {
          ++j;
          continue;
        }
        merge(told_[i], std::move(told_[j]));
        told_.erase(told_.begin() + static_cast<std::ptrdiff_t>(j));
      }
    }
  }

  // A memory of people of whom the page tells nothing else, on no day and at no place.
  void leave_out_memories_of_others() {
    std::vector<SentenceTelling> kept;
    for (auto const& one : told_) {
      auto const& telling = one.telling;
      const bool known = !one.recalled || telling.date.evidence || telling.place.evidence ||
                         std::ranges::any_of(told_, [&](SentenceTelling const& other) {
                           return !other.recalled && share_somebody(other.telling, telling);
                         });
      if (known) kept.push_back(one);
      if (!known) refusals_.push_back({telling.evidence.front(), NotTaken::history});
    }
    if (kept.size() == told_.size()) return;
    told_ = std::move(kept);
    std::ranges::sort(refusals_, {},
                      [](Refusal const& refusal) { return std::pair(refusal.sentence.begin, refusal.why); });
  }

  static bool is_long_before(Telling const& telling, Telling const& main) {
    const auto a = time::days_of(telling.date.value);
    const auto b = time::days_of(main.date.value);
    return a && b && a->year_known && b->year_known && a->last + std::chrono::days{10} < b->first;
  }

  // Over a month before the report: where it tells anything nearer, that is the news.
  bool is_old(SentenceTelling const& one) const {
    constexpr std::chrono::days month{31};
    const auto told = time::days_of(one.telling.date.value);
    return told && told->year_known && page_.published && told->last + month < std::chrono::sys_days(*page_.published);
  }

  void stand() {
    auto main = std::ranges::find_if(told_, [&](SentenceTelling const& one) { return !one.recalled && !is_old(one); });
    if (main == told_.end())
      main = std::ranges::find_if(told_, [](SentenceTelling const& one) { return !one.recalled; });
    for (std::size_t i = 0; i < told_.size(); ++i) {
      auto& one = told_[i];
      const bool before = main != told_.end() && &one != &*main && is_long_before(one.telling, main->telling);
      if (one.recalled || before) one.telling.standing = Standing::background;
      grade(one);
      if (one.telling.standing == Standing::background && main != told_.end()) {
        const auto kind = one.follows ? LinkKind::follows : LinkKind::recalls;
        links_.push_back({static_cast<std::size_t>(main - told_.begin()), i, kind, one.telling.evidence.front()});
      }
    }
  }

  void grade(SentenceTelling& one) const {
    auto& telling = one.telling;
    // A full name, or an office beside it: a lone surname may be anybody's, or no name at all.
    const auto known = [](Participant const& p) {
      return p.person != name::no_entity && (!p.office.empty() || p.name.find(' ') != std::string::npos);
    };
    const auto named = [](Participant const& p) { return p.person != name::no_entity; };
    const auto holds_office = [&](Participant const& p) { return named(p) && !p.office.empty(); };
    auto const& all = telling.participants;
    const bool two_named = std::ranges::count_if(all, named) >= 2;
    const bool all_known = std::ranges::all_of(all, [&](Participant const& p) { return !named(p) || known(p); });
    const bool dated = time::is_exact(telling.date.value);
    // Carried over from another sentence, it may be of another encounter.
    const bool own_date = std::ranges::any_of(telling.evidence, [&](text::ByteSpan span) {
      return telling.date.evidence && span.contains(*telling.date.evidence);
    });
    const bool placed = telling.place.evidence.has_value();
    // A single counterpart without a name is known too little; of a group nobody asks the names.
    const auto open = [&](Participant const& p) {
      return !named(p) && p.mention != name::no_entity &&
             page_.names.mentions[p.mention].kind == name::MentionKind::office;
    };
    const bool one_side_named =
        std::ranges::any_of(all, holds_office) && all.size() >= 2 && placed && std::ranges::none_of(all, open);
    const bool both_in_office = std::ranges::count_if(all, holds_office) >= 2 && placed;
    if (!one.noun) telling.because.emplace_back("verb_frame");
    if (one.noun) telling.because.emplace_back("noun_frame");
    if (two_named) telling.because.emplace_back("two_named");
    if (dated) telling.because.emplace_back("exact_date");
    if (placed) telling.because.emplace_back("place_told");
    const bool who = two_named || one_side_named;
    const bool certain_day = dated && !one.only_day && (own_date || placed);
    const bool of_a_verb = !one.noun && all_known && ((certain_day && who) || both_in_office);
    // A noun only where nothing is missing.
    const bool of_a_noun = one.noun && all_known && dated && own_date && both_in_office;
    const bool sure = !one.quoted && !one.guessed && (of_a_verb || of_a_noun);
    telling.certainty = sure ? Certainty::sure : one.noun && !dated ? Certainty::to_check : Certainty::likely;
  }

  Page const& page_;
  std::vector<SentenceTelling> told_;
  std::vector<SentenceTelling> each_;  // one for each country of a group
  std::vector<TellingLink> links_;
  std::vector<Refusal> refusals_;
  std::optional<std::size_t> last_;
  std::vector<Participant> spoken_of_;
  bool several_spoken_of_ = false;  // somebody else whom that sentence names may be meant
};

// A page without its day was written on the last day that it tells, or later.
time::Anchor newest_of(std::vector<time::TimeExpression> const& times) {
  time::Anchor newest;
  for (auto const& time : times) {
    const auto day = time.basis == time::Basis::written ? time::day_of(time.value) : std::nullopt;
    if (day && (!newest || std::chrono::sys_days(*newest) < std::chrono::sys_days(*day))) newest = *day;
  }
  return newest;
}

}  // namespace

Tellings find_tellings(text::SegmentedText const& body, std::string_view /*title*/,
                       std::vector<time::TimeExpression> const& times, name::PageNames const& names,
                       Vocabulary const& vocabulary, time::Anchor published) {
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return {};
  auto known = known_heads(body, names, words->second);
  auto const& of_known = known.resolved ? *known.resolved : names;
  const auto resolved = resolve_heads(body, of_known, words->second);
  const bool states = speaks_of_states(body, names, words->second);
  return Assembler(Page{.body = body,
                        .times = times,
                        .names = resolved ? *resolved : of_known,
                        .words = words->second,
                        .published = published,
                        .speaks_of_states = states,
                        .newest = newest_of(times),
                        .heads = std::move(known.people)})
      .run();
}

}  // namespace recoupe::encounter
