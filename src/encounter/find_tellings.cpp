#include <algorithm>
#include <set>

#include "encounter/read_sentence.hpp"
#include "encounter/telling.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

using Key = std::set<std::string>;

// Who took part, as keys: a person by index, an office by its words.
Key who(Telling const& telling) {
  Key key;
  for (auto const& participant : telling.participants) {
    key.insert(participant.person != name::no_entity ? "#" + std::to_string(participant.person) : participant.name);
  }
  return key;
}

std::size_t shared(Key const& a, Key const& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](auto const& one) { return b.contains(one); }));
}

bool is_visit(Telling const& telling) { return telling.kind == Kind::visit; }

bool places_agree(TellingPlace const& a, TellingPlace const& b) {
  if (a.country.empty() || b.country.empty()) return true;
  return a.country == b.country;
}

bool dates_agree(TellingDate const& a, TellingDate const& b) {
  if (a.relative && b.relative) return *a.relative == *b.relative;
  return time::compatible(a.value, b.value);
}

// Two sentences that tell one occasion: the same people, nothing that speaks against it.
bool same_occasion(SentenceTelling const& known, SentenceTelling const& told) {
  auto const& a = known.telling;
  auto const& b = told.telling;
  if (!dates_agree(a.date, b.date)) return false;
  const auto left = who(a);
  const auto right = who(b);
  const auto both = shared(left, right);
  if (both == 0) return false;
  const bool either_recalled = known.recalled != told.recalled;
  if (either_recalled && (a.date.value.empty() || b.date.value.empty() || a.date.value != b.date.value)) return false;
  if ((a.kind == Kind::call) != (b.kind == Kind::call)) return false;
  if (a.status != b.status && both < std::min(left.size(), right.size())) return false;
  if (both == std::min(left.size(), right.size())) return places_agree(a.place, b.place) || is_visit(a) != is_visit(b);
  return both >= 2 && places_agree(a.place, b.place);
}

bool same_participant(Participant const& a, Participant const& b) {
  return b.person != name::no_entity ? a.person == b.person : a.name == b.name;
}

void merge(SentenceTelling& known, SentenceTelling told) {
  auto& into = known.telling;
  auto& from = told.telling;
  for (auto& span : from.evidence) {
    if (std::ranges::find(into.evidence, span) == into.evidence.end()) into.evidence.push_back(span);
  }
  const bool names_more = !told.noun || into.participants.size() < 2;
  for (auto& participant : from.participants) {
    const auto same = [&](Participant const& other) {
      return participant.person != name::no_entity ? other.person == participant.person
                                                   : other.name == participant.name;
    };
    if (const auto there = std::ranges::find_if(into.participants, same); there != into.participants.end()) {
      if (there->role == ParticipantRole::participant) there->role = participant.role;
    } else if (names_more) {
      into.participants.push_back(std::move(participant));
    }
  }
  if (is_visit(into) && !is_visit(from) && from.kind != Kind::other) into.kind = from.kind;
  if (into.place.name.empty()) into.place = from.place;
  if (into.date.value.empty() && !into.date.relative) into.date = from.date;
  std::ranges::move(from.topics, std::back_inserter(into.topics));
}

// More than a page of news can tell: each telling is compared with those before it.
constexpr std::size_t most_tellings = 200;

class Assembler {
 public:
  explicit Assembler(Page const& page) : page_(page) {}

  Tellings run() {
    for (std::size_t s = 0; s < page_.body.sentences.size(); ++s) take_sentence(s);
    carry_over_the_lead();
    const auto parts = told_.size();
    std::ranges::move(each_, std::back_inserter(told_));
    stand();
    for (auto part = parts; part < told_.size(); ++part) {
      if (parts > 0)
        links_.push_back({part, whole_of(told_[part], parts), LinkKind::part_of, told_[part].telling.evidence.front()});
    }
    Tellings result;
    for (auto& one : told_) result.tellings.push_back(std::move(one.telling));
    result.links = std::move(links_);
    result.refusals = std::move(refusals_);
    return result;
  }

 private:
  void take_sentence(std::size_t sentence) {
    const auto found = words_of(page_, sentence);
    auto tellings = read_sentence(page_, sentence, found);
    if (!tellings) {
      if (found.has(Cue::same) && last_) {
        extend_last(sentence, found);
      } else if (!found.frames.empty() || found.actors.size() >= 2) {
        refusals_.push_back({page_.body.sentences[sentence].span, tellings.error()});
      }
      return;
    }
    for (auto& telling : *tellings) {
      for (auto& one : with_each(page_, sentence, found, telling.telling)) {
        if (each_.size() == most_tellings) break;
        each_.push_back({std::move(one), sentence, telling.noun, telling.recalled, false});
      }
      if (const auto known = known_as(telling)) {
        merge(told_[*known], std::move(telling));
        last_ = *known;
      } else if (!acceptable(telling)) {
        refusals_.push_back({page_.body.sentences[sentence].span, NotTaken::undated_noun});
      } else if (told_.size() < most_tellings) {
        told_.push_back(std::move(telling));
        last_ = told_.size() - 1;
      }
    }
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
    const bool one_side = t.kind == Kind::visit || t.kind == Kind::multilateral;
    if (one_side) return t.date.value.size() >= 7 && t.place.evidence.has_value();
    return t.date.evidence.has_value() || t.place.evidence.has_value();
  }

  // "This meeting …": more about the encounter just told.
  void extend_last(std::size_t sentence, SentenceWords const& found) {
    auto& telling = told_[*last_].telling;
    if (found.has(Cue::sport) || found.has(Cue::request)) return;
    telling.evidence.push_back(page_.body.sentences[sentence].span);
    if (telling.topics.empty()) telling.topics = topics_of(page_, sentence, found);
    for (auto& participant : present(page_, sentence, found)) {
      const auto known = [&](Participant const& other) { return same_participant(other, participant); };
      if (std::ranges::none_of(telling.participants, known)) telling.participants.push_back(std::move(participant));
    }
  }

  // What the lead says of place and date holds for what is told first.
  void carry_over_the_lead() {
    for (auto& one : told_) {
      auto& telling = one.telling;
      if (one.recalled || one.sentence > 3) continue;
      for (auto const& other : told_) {
        if (&other == &one || other.recalled || other.sentence > 3) continue;
        if (telling.date.value.empty() && !telling.date.relative && shared(who(telling), who(other.telling)) > 0)
          telling.date = other.telling.date;
        if (telling.place.name.empty() && shared(who(telling), who(other.telling)) > 0)
          telling.place = other.telling.place;
      }
    }
  }

  bool is_long_before(Telling const& telling, Telling const& main) const {
    const auto a = time::days_of(telling.date.value);
    const auto b = time::days_of(main.date.value);
    return a && b && a->year_known && b->year_known && a->last + std::chrono::days{10} < b->first;
  }

  void stand() {
    const auto main = std::ranges::find_if(told_, [](SentenceTelling const& one) { return !one.recalled; });
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

  static void grade(SentenceTelling& one) {
    auto& telling = one.telling;
    const bool named = std::ranges::count_if(telling.participants,
                                             [](Participant const& p) { return p.person != name::no_entity; }) >= 2;
    const bool dated = time::is_exact(telling.date.value);
    if (!one.noun) telling.because.emplace_back("verb_frame");
    if (one.noun) telling.because.emplace_back("noun_frame");
    if (named) telling.because.emplace_back("two_named");
    if (dated) telling.because.emplace_back("exact_date");
    if (telling.place.evidence) telling.because.emplace_back("place_told");
    telling.certainty = !one.noun && named && dated ? Certainty::sure
                        : one.noun && !dated        ? Certainty::to_check
                                                    : Certainty::likely;
  }

  Page const& page_;
  std::vector<SentenceTelling> told_;
  std::vector<SentenceTelling> each_;  // one for each country of a group
  std::vector<TellingLink> links_;
  std::vector<Refusal> refusals_;
  std::optional<std::size_t> last_;
};

}  // namespace

Tellings find_tellings(text::SegmentedText const& body, std::string_view /*title*/,
                       std::vector<time::TimeExpression> const& times, name::PageNames const& names,
                       Vocabulary const& vocabulary) {
  const auto words = vocabulary.tables().languages.find(body.language);
  if (words == vocabulary.tables().languages.end()) return {};
  return Assembler(Page{body, times, names, words->second}).run();
}

}  // namespace recoupe::encounter
