#include "registry/relink.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

#include "link/describe_people.hpp"
#include "link/describe_reports.hpp"
#include "link/describe_stories.hpp"
#include "link/fingerprint.hpp"
#include "link/link_heap.hpp"
#include "link/page_card.hpp"
#include "link/versions.hpp"
#include "registry/anchoring.hpp"
#include "registry/kept_texts.hpp"
#include "registry/neighbours.hpp"
#include "registry/parallel.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t print_bytes = 8;
constexpr unsigned byte_bits = 8;
constexpr std::size_t at_a_time = 1024;  // of what is made on all cores and then written

void append(std::string& bytes, reuse::Print print) {
  for (std::size_t i = 0; i < print_bytes; ++i) bytes += static_cast<char>(print >> (byte_bits * i) & 0xFFU);
}

reuse::Print print_at(std::string_view bytes, std::size_t at) {
  reuse::Print print = 0;
  for (std::size_t i = 0; i < print_bytes; ++i)
    print |= static_cast<reuse::Print>(static_cast<unsigned char>(bytes[at + i])) << (byte_bits * i);
  return print;
}

using Pair = std::pair<std::size_t, std::size_t>;

std::int64_t fingerprint_of(link::PairAcross const& pair) {
  link::Fingerprint print;
  for (auto const& [left, right] : pair.people) print.add(left).add(right);
  return static_cast<std::int64_t>(print.value());
}

class Relinking {
 public:
  Relinking(store::Session& session, encounter::Words const& words, unsigned jobs)
      : session_(session), words_(words), jobs_(jobs) {}

  void run(std::vector<std::string> added, std::vector<reuse::Printed> removed) {
    load_made();
    load();
    follow_versions(added, removed);
    auto texts_in_order = ids_;
    for (auto const& version : heap_.older) texts_in_order.push_back(version.told.report.id);
    KeptTexts texts(session_, std::move(texts_in_order), words_.abbreviations);
    heap_.page = [&](std::size_t reading) { return texts.page(reading); };
    heap_.text = [&](std::size_t reading) { return texts.text(reading); };
    heap_.vectors = words_.vectors.get();
    load_pairs();
    compare_in_one_language(added, std::move(removed));
    auto reused = found();
    auto anchored = judge();
    const auto of_same = anchored.of_same;
    linked_ = link::link_heap(heap_, reused, words_.matcher, std::move(anchored.judgements));
    for (auto index : linked_.occasions.not_joined) anchored.standing[of_same[index]] = "overruled";
    for (std::size_t c = 0; c < corrections_.size(); ++c)
      session_.put_standing(corrections_[c].id, anchored.standing[c]);
    compare_across_languages(reused);
    reused = found();
    const link::Describer describer(heap_, linked_, reused, words_.matcher);
    write_reports();
    write_people();
    write_encounters(describer);
    write_links(describer);
    write_stories(describer);
    session_.rows().put(link::cover(heap_.readings));
  }

 private:
  struct KnownPair {
    std::int64_t people = 0;
    reuse::Reuse reuse;
  };

  void load() {
    std::vector<link::PageCard> cards;
    std::vector<reuse::Printed> prints;
    session_.each_reading([&](store::Kept const& kept) {
      auto card = link::unpack_card(kept.card);
      if (!card) return;
      cards.push_back(std::move(*card));
      prints.push_back(unpack_prints(kept.prints).value_or(reuse::Printed{}));
    });
    std::vector<link::SavedPage> pages;
    for (std::size_t c = 0; c < cards.size(); ++c) {
      auto const& report = cards[c].reading.report;
      pages.push_back({report.id, report.url, report.title,
                       report.updated.empty() ? report.published.value : report.updated, &prints[c]});
    }
    const auto stands = link::newest_versions(pages);
    std::vector<std::size_t> reading_of(cards.size());  // by card that stands for itself
    for (std::size_t c = 0; c < cards.size(); ++c) {
      if (stands[c] != c) continue;
      reading_of[c] = ids_.size();
      number_[cards[c].reading.report.id] = ids_.size();
      ids_.push_back(cards[c].reading.report.id);
      heap_.readings.push_back(std::move(cards[c].reading));
      heap_.keys.push_back(std::move(cards[c].keys));
      prints_.push_back(std::move(prints[c]));
    }
    for (std::size_t c = 0; c < cards.size(); ++c) {
      if (stands[c] == c) continue;
      auto& told = cards[c].reading;
      const auto content = prints[c].content;
      older_prints_[told.report.id] = std::move(prints[c]);
      heap_.older.push_back({reading_of[stands[c]], std::move(told), content});
    }
    std::ranges::sort(heap_.older, {}, [](link::OlderVersion const& version) {
      return std::tie(version.reading, version.told.report.id);
    });
  }

  // A page that a newer version now stands for goes from what is linked; one that no version stands for any more comes.
  void follow_versions(std::vector<std::string>& added, std::vector<reuse::Printed>& removed) {
    std::set<std::string> fresh(added.begin(), added.end());
    for (auto& [id, printed] : older_prints_) {
      const bool came_now = fresh.erase(id) != 0;
      if (!came_now && made_[store::Kind::report].contains(id)) removed.push_back(std::move(printed));
    }
    for (auto const& id : ids_) {
      if (!made_[store::Kind::report].contains(id)) fresh.insert(id);
    }
    added.assign(fresh.begin(), fresh.end());
    older_prints_.clear();
  }

  // What people said, found in this heap; what tells no encounter is taken out of it.
  Anchored judge() {
    for (auto const& kept : session_.corrections()) {
      if (kept.standing == "undone") continue;
      if (auto one = correction_of(kept.body)) corrections_.push_back(std::move(*one));
    }
    auto anchored = anchor(corrections_, heap_);
    if (anchored.no_encounters.empty()) return anchored;
    // Places shift once tellings go: what is taken out first, then all the rest again.
    auto standing = anchored.standing;
    take_out(heap_, anchored.no_encounters);
    auto again = anchor(corrections_, heap_);
    for (std::size_t c = 0; c < corrections_.size(); ++c) {
      if (corrections_[c].judgement == Judgement::not_an_encounter) again.standing[c] = standing[c];
    }
    return again;
  }

  void load_pairs() {
    std::vector<std::pair<std::string, std::string>> gone;
    session_.each_pair([&](store::KeptPair const& kept) {
      const auto left = number_.find(std::string(kept.source));
      const auto right = number_.find(std::string(kept.target));
      if (left == number_.end() || right == number_.end()) {
        gone.emplace_back(kept.source, kept.target);
      } else if (auto reuse = link::unpack_reuse(kept.reuse)) {
        pairs_[{left->second, right->second}] = {kept.people, std::move(*reuse)};
      }
    });
    for (auto const& [source, target] : gone) erase_pair(source, target);
  }

  void erase_pair(std::string const& source, std::string const& target) {
    session_.erase_pair(source, target);
    session_.rows().erase_reuse(source, target);
  }

  bool one_language(Pair pair) const {
    return heap_.readings[pair.first].report.language == heap_.readings[pair.second].report.language;
  }

  // Only pairs of which one end is new, or was disturbed by what came and went.
  void compare_in_one_language(std::vector<std::string> const& added, std::vector<reuse::Printed> removed) {
    const auto count = ids_.size();
    std::vector<bool> wanted(count, false);
    std::vector<reuse::Change> changes(count + removed.size(), reuse::Change::none);
    for (auto const& id : added) {
      wanted[number_.at(id)] = true;
      changes[number_.at(id)] = reuse::Change::added;
    }
    std::fill(changes.begin() + static_cast<std::ptrdiff_t>(count), changes.end(), reuse::Change::removed);
    auto all = prints_;
    std::ranges::move(removed, std::back_inserter(all));
    for (auto disturbed : reuse::disturbed_by(all, changes)) wanted[disturbed] = true;

    std::set<Pair> candidates;
    std::vector<reuse::Candidate> unknown;
    for (auto const& pair : reuse::candidate_pairs(prints_, wanted)) {
      candidates.insert({pair.left, pair.right});
      if (!pairs_.contains({pair.left, pair.right})) unknown.push_back(pair);
    }
    std::erase_if(pairs_, [&](auto const& known) {
      auto const& pair = known.first;
      if (!one_language(pair) || (!wanted[pair.first] && !wanted[pair.second]) || candidates.contains(pair))
        return false;
      erase_pair(ids_[pair.first], ids_[pair.second]);
      return true;
    });
    compare(
        unknown, [&](reuse::Candidate const& pair) { return link::compare_in_one_language(heap_, pair); },
        [](reuse::Candidate const&) { return std::int64_t{0}; });
    prints_.clear();
  }

  struct Compared {
    link::FoundReuse found;
    std::int64_t people = 0;
    std::optional<link::Reuse> row;  // nothing where they share nothing
  };

  // Some at a time, on all cores, and those of one text together.
  template <class Wanted>
  void compare(std::vector<Wanted> const& wanted, auto const& compared, auto const& people) {
    std::vector<Pair> pairs;
    pairs.reserve(wanted.size());
    for (auto const& one : wanted) pairs.emplace_back(one.left, one.right);
    const auto order = neighbours_together(pairs);
    const auto answer = [&](std::size_t at) {
      Compared made{compared(wanted[at]), people(wanted[at]), std::nullopt};
      if (made.found.reuse.relation != reuse::Relation::none) made.row = link::describe(heap_, made.found);
      return made;
    };
    for (std::size_t begin = 0; begin < order.size() && !session_.failed(); begin += at_a_time) {
      const auto some = std::span(order).subspan(begin, std::min(at_a_time, order.size() - begin));
      for (auto& one : map_values<Compared>(std::vector(some.begin(), some.end()), answer, jobs_)) keep(std::move(one));
    }
  }

  void keep(Compared one) {
    auto const& source = ids_[one.found.left];
    auto const& target = ids_[one.found.right];
    const auto packed = link::pack_reuse(one.found.reuse);
    session_.put_pair({source, target, one.people, packed});
    session_.rows().erase_reuse(source, target);
    if (one.row) session_.rows().put(*one.row);
    pairs_[{one.found.left, one.found.right}] = {one.people, std::move(one.found.reuse)};
  }

  std::vector<link::FoundReuse> found() const {
    std::vector<link::FoundReuse> all;
    for (auto const& [pair, known] : pairs_) {
      if (known.reuse.relation != reuse::Relation::none && (linked_once_ || one_language(pair)))
        all.push_back({pair.first, pair.second, known.reuse});
    }
    return all;
  }

  void compare_across_languages(std::vector<link::FoundReuse> const& reused) {
    linked_once_ = true;
    std::set<Pair> wanted;
    std::vector<link::PairAcross> unknown;
    for (auto& pair : link::pairs_across_languages(heap_, linked_.entities, linked_.occasions, reused)) {
      wanted.insert({pair.left, pair.right});
      const auto known = pairs_.find({pair.left, pair.right});
      if (known == pairs_.end() || known->second.people != fingerprint_of(pair)) unknown.push_back(std::move(pair));
    }
    std::erase_if(pairs_, [&](auto const& known) {
      if (one_language(known.first) || wanted.contains(known.first)) return false;
      erase_pair(ids_[known.first.first], ids_[known.first.second]);
      return true;
    });
    compare(
        unknown, [&](link::PairAcross const& pair) { return link::compare_across_languages(heap_, pair); },
        [](link::PairAcross const& pair) { return fingerprint_of(pair); });
  }

  void load_made() {
    session_.each_made([&](store::KeptMade const& made) { made_[made.kind][std::string(made.id)] = made.fingerprint; });
  }

  // The ids of `now` whose fingerprint is new; what is no more is erased by `erase`, and so is what is to be written
  // again.
  std::vector<std::string> changed(store::Kind kind, std::map<std::string, std::int64_t> const& now,
                                   auto const& erase) {
    std::vector<std::string> ids;
    auto const& before = made_[kind];
    for (auto const& [id, fingerprint] : before) {
      if (now.contains(id)) continue;
      erase(id);
      session_.erase_made(kind, id);
    }
    for (auto const& [id, fingerprint] : now) {
      const auto known = before.find(id);
      if (known != before.end() && known->second == fingerprint) continue;
      if (known != before.end()) erase(id);
      session_.put_made({kind, id, fingerprint});
      ids.push_back(id);
    }
    return ids;
  }

  // Described on all cores, some at a time, and written in order.
  template <class Value>
  void write(std::vector<std::string> const& ids, auto const& describe) {
    for (std::size_t begin = 0; begin < ids.size() && !session_.failed(); begin += at_a_time) {
      const auto end = std::min(ids.size(), begin + at_a_time);
      const auto some = map_values<Value>(
          std::vector<std::string>(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                   ids.begin() + static_cast<std::ptrdiff_t>(end)),
          [&](std::string& id) { return describe(id); }, jobs_);
      for (auto const& one : some) session_.rows().put(one);
    }
  }

  void write_reports() {
    std::map<std::string, std::int64_t> now;
    for (std::size_t r = 0; r < ids_.size(); ++r)
      now[ids_[r]] = static_cast<std::int64_t>(link::fingerprint_of_report(heap_, r));
    const auto ids = changed(store::Kind::report, now, [&](auto const& id) { session_.rows().erase_report(id); });
    write<link::Report>(
        ids, [&](auto const& id) { return link::describe_report(heap_, linked_.occasions, number_.at(id)); });
  }

  void write_people() {
    std::map<std::string, std::int64_t> now;
    std::unordered_map<std::string, std::size_t> entity_of;
    for (std::size_t e = 0; e < linked_.entities.members.size(); ++e) {
      auto const& id = linked_.entities.ids[e];
      if (id.empty()) continue;
      now[id] = static_cast<std::int64_t>(link::fingerprint_of_person(heap_, linked_.entities, e));
      entity_of[id] = e;
    }
    const auto ids = changed(store::Kind::person, now, [&](auto const& id) { session_.rows().erase_person(id); });
    write<link::Person>(
        ids, [&](auto const& id) { return link::describe_person(heap_, linked_.entities, entity_of.at(id)); });
  }

  void write_encounters(link::Describer const& describer) {
    std::map<std::string, std::int64_t> now;
    std::unordered_map<std::string, std::size_t> occasion_of;
    for (std::size_t o = 0; o < describer.count(); ++o) {
      now[describer.ids()[o]] = static_cast<std::int64_t>(describer.fingerprint(o));
      occasion_of[describer.ids()[o]] = o;
    }
    const auto ids = changed(store::Kind::encounter, now, [&](auto const& id) { session_.rows().erase_encounter(id); });
    write<link::Encounter>(ids, [&](auto const& id) { return describer.encounter(occasion_of.at(id)); });
  }

  void write_links(link::Describer const& describer) {
    std::map<std::string, std::int64_t> now;
    std::unordered_map<std::string, link::LinkPlace> places;
    for (auto& place : describer.links()) {
      auto id = place.from + " " + place.to + " " + place.kind;
      now[id] = static_cast<std::int64_t>(
          link::Fingerprint().add(heap_.readings[place.reading].report.id).add(place.index).value());
      places.emplace(std::move(id), std::move(place));
    }
    const auto erase = [&](std::string const& id) {
      const auto first = id.find(' ');
      const auto second = id.find(' ', first + 1);
      session_.rows().erase_link(id.substr(0, first), id.substr(first + 1, second - first - 1), id.substr(second + 1));
    };
    write<link::Link>(changed(store::Kind::link, now, erase),
                      [&](auto const& id) { return describer.link(places.at(id)); });
  }

  using Stories = std::vector<std::vector<std::size_t>>;

  // As they were: by their first report's part.
  std::map<std::string, Stories> known_stories(std::vector<std::string> const& part_of) const {
    std::map<std::string, std::vector<std::size_t>> members;
    std::map<std::string, bool> whole_story;
    session_.each_report_of_stories([&](std::string_view story, std::string_view report) {
      const auto found = number_.find(std::string(report));
      if (found != number_.end()) members[std::string(story)].push_back(found->second);
    });
    std::map<std::string, Stories> stories;
    for (auto& [story, list] : members) {
      std::ranges::sort(list);
      stories[part_of[list.front()]].push_back(std::move(list));
    }
    return stories;
  }

  void write_stories(link::Describer const& describer) {
    const auto parts = link::parts_for_stories(heap_.readings);
    std::map<std::string, std::int64_t> prints;
    std::vector<std::string> part_of(ids_.size());
    for (auto const& [name, part] : parts) {
      prints[name] = static_cast<std::int64_t>(link::fingerprint_of_part(heap_.readings, part));
      for (auto reading : part) part_of[reading] = name;
    }
    const auto again = changed(store::Kind::stories, prints, [](auto const&) {});
    auto known = known_stories(part_of);
    for (auto const& name : again) known[name] = link::stories_of(heap_, parts.at(name));

    std::map<std::string, std::int64_t> now;
    std::unordered_map<std::string, std::vector<std::size_t>> members_of;
    for (auto& [name, stories] : known) {
      if (!parts.contains(name)) continue;
      for (auto& members : stories) {
        auto id = link::id_of_story(heap_, members);
        now[id] = static_cast<std::int64_t>(link::fingerprint_of_story(heap_, members, describer));
        members_of[id] = std::move(members);
      }
    }
    const auto ids = changed(store::Kind::story, now, [&](auto const& id) { session_.rows().erase_story(id); });
    write<link::Story>(
        ids, [&](auto const& id) { return link::describe_story(heap_, members_of.at(id), describer, words_.matcher); });
  }

  store::Session& session_;
  encounter::Words const& words_;
  unsigned jobs_;
  link::Heap heap_;
  std::vector<std::string> ids_;  // of the reports, sorted
  std::unordered_map<std::string, std::size_t> number_;
  std::vector<reuse::Printed> prints_;
  std::map<std::string, reuse::Printed> older_prints_;  // of heap_.older, by id
  std::map<Pair, KnownPair> pairs_;
  std::vector<Correction> corrections_;
  link::Linked linked_;
  bool linked_once_ = false;  // from then on pairs across languages are known to be wanted
  std::map<store::Kind, std::map<std::string, std::int64_t>> made_;
};

}  // namespace

std::string pack_prints(reuse::Printed const& printed) {
  std::string bytes;
  append(bytes, printed.content);
  for (auto print : printed.prints) append(bytes, print);
  return bytes + printed.language;
}

std::optional<reuse::Printed> unpack_prints(std::string_view bytes) {
  if (bytes.size() < print_bytes) return std::nullopt;
  reuse::Printed printed;
  printed.content = print_at(bytes, 0);
  std::size_t at = print_bytes;
  for (; at + print_bytes <= bytes.size(); at += print_bytes) printed.prints.push_back(print_at(bytes, at));
  printed.language = bytes.substr(at);
  return printed;
}

void relink(store::Session& session, encounter::Words const& words, std::vector<std::string> const& added,
            std::vector<reuse::Printed> removed, unsigned jobs) {
  Relinking(session, words, jobs).run(added, std::move(removed));
}

}  // namespace recoupe::registry
