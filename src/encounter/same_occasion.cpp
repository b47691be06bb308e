#include "encounter/same_occasion.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "encounter/participants.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

bool is_visit(Telling const& telling) { return telling.kind == Kind::visit; }

bool is_named(Participant const& participant) { return participant.person != name::no_entity; }

// Several people, none of them named: what names them is their office.
bool is_group(Participant const& participant) {
  return !is_named(participant) && participant.office == participant.name;
}

// The words of an office that say something, folded.
std::set<std::string> words_of(std::string_view office) {
  constexpr std::size_t short_word = 4;
  std::set<std::string> words;
  std::string word;
  for (auto c : text::fold(office) + " ") {
    if (c != ' ' && c != '\'' && c != '-') {
      word += c;
      continue;
    }
    if (word.size() >= short_word) words.insert(word);
    word.clear();
  }
  return words;
}

// "the prime minister" beside "Prime Minister X": one office in other words.
bool may_be(Participant const& a, Participant const& b) {
  if (is_named(a) && is_named(b)) return false;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  const auto left = words_of(a.office.empty() ? a.name : a.office);
  const auto right = words_of(b.office.empty() ? b.name : b.office);
  const auto shared = static_cast<std::size_t>(
      std::ranges::count_if(left, [&](std::string const& word) { return right.contains(word); }));
  // Of two groups, or two offices, the head alone says little: "representatives of …".
  const bool unnamed = !is_named(a) && !is_named(b);
  return unnamed ? shared * 2 > std::min(left.size(), right.size()) : shared > 0;
}

struct Match {
  std::size_t strong = 0;     // the same person, or the same words
  std::size_t weak = 0;       // may be
  std::size_t open_left = 0;  // named, and without a match
  std::size_t open_right = 0;
};

Match match_of(std::vector<Participant> const& left, std::vector<Participant> const& right) {
  Match match;
  std::vector<bool> taken_left(left.size()), taken_right(right.size());
  const auto pair = [&](auto const& agree, std::size_t& count) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      for (std::size_t j = 0; j < right.size() && !taken_left[i]; ++j) {
        if (taken_right[j] || !agree(left[i], right[j])) continue;
        taken_left[i] = taken_right[j] = true;
        ++count;
      }
    }
  };
  pair(same_participant, match.strong);
  pair(may_be, match.weak);
  for (std::size_t i = 0; i < left.size(); ++i) match.open_left += !taken_left[i] && is_named(left[i]);
  for (std::size_t j = 0; j < right.size(); ++j) match.open_right += !taken_right[j] && is_named(right[j]);
  return match;
}

bool places_agree(TellingPlace const& a, TellingPlace const& b) {
  if (a.country.empty() || b.country.empty()) return true;
  return a.country == b.country;
}

bool dates_agree(TellingDate const& a, TellingDate const& b) {
  if (a.relative && b.relative) return *a.relative == *b.relative;
  return time::compatible(a.value, b.value);
}

bool same_day(TellingDate const& a, TellingDate const& b) { return time::is_exact(a.value) && a.value == b.value; }

bool same_place(TellingPlace const& a, TellingPlace const& b) { return !a.name.empty() && a.name == b.name; }

// "the president received his predecessor" and "X lunched with Y", both on one day at one place.
bool same_people_otherwise_called(Telling const& a, Telling const& b) {
  const auto offices = [](Telling const& t) { return std::ranges::none_of(t.participants, is_named); };
  const auto bare_names = [](Telling const& t) {
    return std::ranges::all_of(t.participants, [](Participant const& p) { return is_named(p) && p.office.empty(); });
  };
  const bool otherwise_called = (offices(a) && bare_names(b)) || (offices(b) && bare_names(a));
  return otherwise_called && a.participants.size() == b.participants.size() && same_day(a.date, b.date) &&
         same_place(a.place, b.place);
}

// What was announced and is called off in the next sentence is one; so is what both put on one day.
bool statuses_agree(SentenceTelling const& known, SentenceTelling const& told, Match const& match) {
  auto const& a = known.telling;
  auto const& b = told.telling;
  if (a.status == b.status) return true;
  const auto fewer = std::min(a.participants.size(), b.participants.size());
  // One sentence that tells both "met" and "will visit" tells two, and so do two where the second says when.
  const auto comes_and_was = [](Telling const& one, Telling const& other) {
    return one.status == Status::held && other.status == Status::announced;
  };
  const bool one_sentence = told.sentence == known.sentence;
  const bool two =
      (comes_and_was(a, b) && (one_sentence || !b.date.value.empty())) || (comes_and_was(b, a) && one_sentence);
  const bool near = !two && told.sentence <= known.sentence + 1 && (a.date.value.empty() || b.date.value.empty());
  return match.strong > 0 && match.strong + match.weak >= fewer && (near || same_day(a.date, b.date));
}

// "X spoke with Y" and "Z received X and Y": those whom a third one received met him, not each other.
bool received_by_a_third(Telling const& two, Telling const& received) {
  if (two.participants.size() != 2) return false;
  const auto is_guest = [&](Participant const& one) {
    return std::ranges::any_of(received.participants, [&](Participant const& other) {
      return other.role == ParticipantRole::guest && same_participant(one, other);
    });
  };
  return std::ranges::all_of(two.participants, is_guest) &&
         std::ranges::any_of(received.participants,
                             [](Participant const& other) { return other.role == ParticipantRole::host; });
}

// Each tells of a group that is none of the other's: one who receives the unions and then the employers.
bool met_other_groups(Telling const& a, Telling const& b) {
  const auto has_another = [](Telling const& one, Telling const& other) {
    return std::ranges::any_of(one.participants, [&](Participant const& group) {
      const auto known = std::ranges::count_if(other.participants, [](auto const& p) { return !p.kinds.empty(); });
      return known > 0 && known == std::ranges::count_if(other.participants, [&](Participant const& p) {
                            return are_of_other_kinds(group, p);
                          });
    });
  };
  return has_another(a, b) && has_another(b, a);
}

}  // namespace

bool share_somebody(Telling const& a, Telling const& b) { return match_of(a.participants, b.participants).strong > 0; }

bool same_occasion(SentenceTelling const& known, SentenceTelling const& told) {
  auto const& a = known.telling;
  auto const& b = told.telling;
  if (!dates_agree(a.date, b.date) || met_other_groups(a, b)) return false;
  if (received_by_a_third(a, b) || received_by_a_third(b, a)) return false;
  const auto gathers = [](Telling const& telling) { return telling.kind == Kind::multilateral; };
  if ((known.beside && gathers(b)) || (told.beside && gathers(a))) return false;
  const auto match = match_of(a.participants, b.participants);
  if (known.recalled != told.recalled && !same_day(a.date, b.date)) return false;
  if ((a.kind == Kind::call) != (b.kind == Kind::call) && !same_day(a.date, b.date)) return false;
  if (!statuses_agree(known, told, match)) return false;
  const bool where = places_agree(a.place, b.place) || is_visit(a) != is_visit(b);
  if (same_people_otherwise_called(a, b)) return true;
  const auto fewer = std::min(a.participants.size(), b.participants.size());
  if (match.strong >= 1 && match.strong + match.weak >= fewer) return where;
  if (match.strong >= 2) return where;
  // Nobody in one of them has a name, or the only ones unmatched have none: the same day, or the next sentence.
  const bool unnamed = match.open_left == 0 || match.open_right == 0;
  const bool close = told.sentence <= known.sentence + 1;
  if (match.strong + match.weak >= 1 && unnamed) return where && (same_day(a.date, b.date) || close);
  return match.strong + match.weak >= fewer && fewer >= 2 && where;
}

namespace {

// Of two sides that both tellings have on one day, one is the same: so is the other, which only one of them names.
Participant* the_other_side(Telling& into, Participant const& participant, bool same_day_of_two) {
  if (!same_day_of_two || !is_named(participant)) return nullptr;
  const auto open = std::ranges::find_if(into.participants, [](Participant const& p) { return !is_named(p); });
  return open == into.participants.end() ? nullptr : &*open;
}

}  // namespace

void merge(SentenceTelling& known, SentenceTelling told) {
  auto& into = known.telling;
  auto& from = told.telling;
  const bool otherwise_called = same_people_otherwise_called(into, from);
  if (otherwise_called && std::ranges::none_of(into.participants, is_named))
    std::swap(into.participants, from.participants);
  for (auto& span : from.evidence) {
    if (std::ranges::find(into.evidence, span) == into.evidence.end()) into.evidence.push_back(span);
  }
  const bool same_day_of_two = into.participants.size() == 2 && from.participants.size() == 2 &&
                               same_day(into.date, from.date) && share_somebody(into, from);
  const bool names_more = !told.noun || into.participants.size() < 2;
  for (auto& participant : otherwise_called ? std::vector<Participant>{} : std::move(from.participants)) {
    auto there = std::ranges::find_if(into.participants,
                                      [&](Participant const& other) { return same_participant(other, participant); });
    if (there == into.participants.end())
      there =
          std::ranges::find_if(into.participants, [&](Participant const& other) { return may_be(other, participant); });
    if (there != into.participants.end()) {
      if (!is_named(*there) && is_named(participant)) {
        if (participant.office.empty()) {
          participant.office = there->office;
          participant.office_evidence = there->office_evidence;
        }
        if (participant.role == ParticipantRole::participant) participant.role = there->role;
        *there = std::move(participant);
      } else if (is_group(*there) && is_group(participant) && participant.name.size() > there->name.size()) {
        participant.role = there->role;
        *there = std::move(participant);
      } else if (there->role == ParticipantRole::participant) {
        there->role = participant.role;
      }
    } else if (auto* open = the_other_side(into, participant, same_day_of_two)) {
      participant.role = open->role;
      if (participant.office.empty())
        participant.office = open->office, participant.office_evidence = open->office_evidence;
      *open = std::move(participant);
    } else if (names_more) {
      into.participants.push_back(std::move(participant));
    }
  }
  if (is_visit(into) && !is_visit(from) && from.kind != Kind::other) into.kind = from.kind;
  if (into.place.name.empty() && into.place.venue.empty()) into.place = from.place;
  const bool dateless = into.date.value.empty() && !into.date.relative;
  if (dateless || (!time::is_exact(into.date.value) && time::is_exact(from.date.value))) into.date = from.date;
  if (from.status == Status::cancelled || from.status == Status::denied) into.status = from.status;
  std::ranges::move(from.topics, std::back_inserter(into.topics));
}

}  // namespace recoupe::encounter
