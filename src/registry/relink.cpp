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
#include "link/versions.hpp"
#include "registry/anchoring.hpp"
#include "registry/compared_pairs.hpp"
#include "registry/kept_texts.hpp"
#include "registry/made_rows.hpp"
#include "registry/parallel.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t at_a_time = 1024;  // of what is made on all cores and then written

class Relinking {
 public:
  Relinking(store::Session& session, encounter::Words const& words, unsigned jobs)
      : session_(session), words_(words), jobs_(jobs), made_(session) {}

  void run(std::vector<KeptCard> cards, std::vector<std::string> added, std::vector<reuse::Printed> removed) {
    load(std::move(cards));
    follow_versions(added, removed);
    auto texts_in_order = reports_.ids;
    for (auto const& version : heap_.older) texts_in_order.push_back(version.told.report.id);
    KeptTexts texts(session_, std::move(texts_in_order), words_.abbreviations);
    heap_.page = [&](std::size_t reading) { return texts.page(reading); };
    heap_.text = [&](std::size_t reading) { return texts.text(reading); };
    heap_.vectors = words_.vectors.get();
    ComparedPairs pairs(session_, heap_, reports_, jobs_);
    pairs.load();
    pairs.compare_in_one_language(std::move(prints_), added, std::move(removed));
    std::vector<link::FoundReuse> reused;
    pairs.add_found(reused);
    auto anchored = judge();
    const auto of_same = anchored.of_same;
    linked_ = link::link_heap(heap_, reused, words_.matcher, std::move(anchored.judgements));
    for (auto index : linked_.occasions.not_joined) anchored.standing[of_same[index]] = "overruled";
    for (std::size_t c = 0; c < corrections_.size(); ++c)
      session_.put_standing(corrections_[c].id, anchored.standing[c]);
    pairs.compare_across_languages(link::pairs_across_languages(heap_, linked_.entities, linked_.occasions, reused));
    pairs.add_found(reused);
    const link::Describer describer(heap_, linked_, reused, words_.matcher);
    write_reports();
    write_people();
    write_encounters(describer);
    write_links(describer);
    write_stories(describer);
    session_.rows().put(link::cover(heap_.readings));
  }

 private:
  void load(std::vector<KeptCard> cards) {
    std::vector<link::SavedPage> pages;
    for (std::size_t c = 0; c < cards.size(); ++c) {
      auto const& report = cards[c].card.reading.report;
      pages.push_back({report.id, report.url, report.title,
                       report.updated.empty() ? report.published.value : report.updated, &cards[c].printed});
    }
    auto& ids = reports_.ids;
    const auto stands = link::newest_versions(pages);
    std::vector<std::size_t> reading_of(cards.size());  // by card that stands for itself
    for (std::size_t c = 0; c < cards.size(); ++c) {
      if (stands[c] != c) continue;
      reading_of[c] = ids.size();
      auto& [reading, keys] = cards[c].card;
      reports_.numbers[reading.report.id] = ids.size();
      ids.push_back(reading.report.id);
      heap_.readings.push_back(std::move(reading));
      heap_.keys.push_back(std::move(keys));
      prints_.push_back(std::move(cards[c].printed));
    }
    for (std::size_t c = 0; c < cards.size(); ++c) {
      if (stands[c] == c) continue;
      auto& told = cards[c].card.reading;
      const auto content = cards[c].printed.content;
      older_prints_[told.report.id] = std::move(cards[c].printed);
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
      if (!came_now && made_.contains(store::Kind::report, id)) removed.push_back(std::move(printed));
    }
    for (auto const& id : reports_.ids) {
      if (!made_.contains(store::Kind::report, id)) fresh.insert(id);
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
    if (corrections_.empty()) return {};
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

  using Rows = std::vector<MadeRows::Row>;

  // Described on all cores, some at a time, and written in order.
  template <class Value>
  void write(std::vector<std::size_t> const& numbers, auto const& describe) {
    for (std::size_t begin = 0; begin < numbers.size() && !session_.failed(); begin += at_a_time) {
      const auto some = std::span(numbers).subspan(begin, std::min(at_a_time, numbers.size() - begin));
      for (auto const& one : map_values<Value>(
               std::vector(some.begin(), some.end()), [&](std::size_t number) { return describe(number); }, jobs_))
        session_.rows().put(one);
    }
  }

  void write_reports() {
    Rows now;
    for (std::size_t r = 0; r < reports_.ids.size(); ++r)
      now.push_back({reports_.ids[r], link::fingerprint_of_report(heap_, r), r});
    const auto erase = [&](std::string const& id) { session_.rows().erase_report(id); };
    write<link::Report>(made_.changed(store::Kind::report, std::move(now), erase),
                        [&](std::size_t reading) { return link::describe_report(heap_, linked_.occasions, reading); });
  }

  void write_people() {
    Rows now;
    for (std::size_t e = 0; e < linked_.entities.members.size(); ++e) {
      auto const& id = linked_.entities.ids[e];
      if (!id.empty()) now.push_back({id, link::fingerprint_of_person(heap_, linked_.entities, e), e});
    }
    const auto erase = [&](std::string const& id) { session_.rows().erase_person(id); };
    write<link::Person>(made_.changed(store::Kind::person, std::move(now), erase),
                        [&](std::size_t entity) { return link::describe_person(heap_, linked_.entities, entity); });
  }

  void write_encounters(link::Describer const& describer) {
    Rows now;
    for (std::size_t o = 0; o < describer.count(); ++o)
      now.push_back({describer.ids()[o], describer.fingerprint(o), o});
    const auto erase = [&](std::string const& id) { session_.rows().erase_encounter(id); };
    write<link::Encounter>(made_.changed(store::Kind::encounter, std::move(now), erase),
                           [&](std::size_t occasion) { return describer.encounter(occasion); });
  }

  void write_links(link::Describer const& describer) {
    const auto places = describer.links();
    std::vector<std::string> ids;
    for (auto const& place : places) ids.push_back(place.from + " " + place.to + " " + place.kind);
    Rows now;
    for (std::size_t i = 0; i < places.size(); ++i) {
      auto const& report = heap_.readings[places[i].reading].report.id;
      now.push_back({ids[i], link::Fingerprint().add(report).add(places[i].index).value(), i});
    }
    const auto erase = [&](std::string const& id) {
      const auto first = id.find(' ');
      const auto second = id.find(' ', first + 1);
      session_.rows().erase_link(id.substr(0, first), id.substr(first + 1, second - first - 1), id.substr(second + 1));
    };
    write<link::Link>(made_.changed(store::Kind::link, std::move(now), erase),
                      [&](std::size_t i) { return describer.link(places[i]); });
  }

  using Stories = std::vector<std::vector<std::size_t>>;

  // As they were: by their first report's part.
  std::map<std::string, Stories> known_stories(std::vector<std::string> const& part_of) const {
    std::map<std::string, std::vector<std::size_t>> members;
    std::map<std::string, bool> whole_story;
    session_.each_report_of_stories([&](std::string_view story, std::string_view report) {
      const auto found = reports_.numbers.find(std::string(report));
      if (found != reports_.numbers.end()) members[std::string(story)].push_back(found->second);
    });
    std::map<std::string, Stories> stories;
    for (auto& [story, list] : members) {
      std::ranges::sort(list);
      stories[part_of[list.front()]].push_back(std::move(list));
    }
    return stories;
  }

  // Grouped anew where something came into their part, or went.
  std::vector<std::vector<std::size_t>> grouped_stories() {
    const auto parts = link::parts_for_stories(heap_.readings);
    std::vector<std::string> part_of(reports_.ids.size());
    Rows now;
    for (auto const& [name, part] : parts) {
      now.push_back({name, link::fingerprint_of_part(heap_.readings, part), part.front()});
      for (auto reading : part) part_of[reading] = name;
    }
    const auto again = made_.changed(store::Kind::stories, std::move(now), [](auto const&) {});
    auto known = known_stories(part_of);
    for (auto first : again) known[part_of[first]] = link::stories_of(heap_, parts.at(part_of[first]));
    std::vector<std::vector<std::size_t>> all;
    for (auto& [name, stories] : known) {
      if (parts.contains(name)) std::ranges::move(stories, std::back_inserter(all));
    }
    return all;
  }

  void write_stories(link::Describer const& describer) {
    const auto stories = grouped_stories();
    std::vector<std::string> ids;
    for (auto const& members : stories) ids.push_back(link::id_of_story(heap_, members));
    Rows now;
    for (std::size_t i = 0; i < stories.size(); ++i)
      now.push_back({ids[i], link::fingerprint_of_story(heap_, stories[i], describer), i});
    const auto erase = [&](std::string const& id) { session_.rows().erase_story(id); };
    write<link::Story>(made_.changed(store::Kind::story, std::move(now), erase), [&](std::size_t i) {
      return link::describe_story(heap_, stories[i], describer, words_.matcher);
    });
  }

  store::Session& session_;
  encounter::Words const& words_;
  unsigned jobs_;
  link::Heap heap_;
  LinkedReports reports_;
  std::vector<reuse::Printed> prints_;
  std::map<std::string, reuse::Printed> older_prints_;  // of heap_.older, by id
  std::vector<Correction> corrections_;
  link::Linked linked_;
  MadeRows made_;
};

}  // namespace

void relink(store::Session& session, encounter::Words const& words, std::vector<KeptCard> cards,
            std::vector<std::string> const& added, std::vector<reuse::Printed> removed, unsigned jobs) {
  Relinking(session, words, jobs).run(std::move(cards), added, std::move(removed));
}

}  // namespace recoupe::registry
