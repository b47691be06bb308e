#include "encounter/embedded_posts.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t most_posts = 8;       // of a page
constexpr std::size_t longest_post = 4000;  // bytes
constexpr days still_news{3};               // between a post and the article around it

void shift(text::ByteSpan& span, std::size_t by) { span = {span.begin + by, span.end + by}; }

void shift(std::optional<text::ByteSpan>& span, std::size_t by) {
  if (span) shift(*span, by);
}

void shift(Telling& telling, std::size_t by) {
  for (auto& participant : telling.participants) {
    shift(participant.evidence, by);
    shift(participant.office_evidence, by);
  }
  shift(telling.place.evidence, by);
  shift(telling.date.evidence, by);
  for (auto& topic : telling.topics) shift(topic.evidence, by);
  for (auto& span : telling.evidence) shift(span, by);
}

bool is_recalled(time::Anchor posted, time::Anchor published) {
  return posted && published && std::chrono::abs(sys_days{*posted} - sys_days{*published}) > still_news;
}

// Whether a telling may be of the same days as one that is known.
bool may_be_known(Telling const& told, std::vector<Telling> const& known) {
  return std::ranges::any_of(known, [&](Telling const& other) {
    return other.standing == Standing::main && time::compatible(told.date.value, other.date.value);
  });
}

class Posts {
 public:
  Posts(Reading& reading, Words const& words) : reading_(reading), words_(words) {}

  void add(std::size_t block) {
    auto const& post = reading_.report.blocks[block];
    const auto published = time::day_of(reading_.report.published.value);
    const auto posted = post.date.empty() ? published : time::day_of(post.date);
    const auto body = text::segment(text::Text::from_utf8(post.text), post.language, words_.abbreviations);
    const auto times = time::find_times(body, posted, words_.times);
    auto names = name::find_names(body, words_.names);
    auto found = find_tellings(body, {}, times, names, words_.encounters, posted);
    const auto place = reading_.report.place_of(block);
    for (auto& telling : found.tellings) {
      if (telling.standing != Standing::main || may_be_known(telling, reading_.tellings.tellings)) continue;
      if (is_recalled(posted, published)) telling.standing = Standing::background;
      shift(telling, place);
      take_people(names, telling, place);
      reading_.tellings.tellings.push_back(std::move(telling));
    }
  }

 private:
  // Those who take part become people of the page.
  void take_people(name::PageNames& names, Telling& telling, std::size_t place) {
    auto& people = reading_.names.people;
    std::map<std::size_t, std::size_t> number;
    for (auto& participant : telling.participants) {
      participant.mention = name::no_entity;  // those of the post are no mentions of the body
      if (participant.person == name::no_entity) continue;
      const auto [known, added] = number.try_emplace(participant.person, people.size());
      if (added) {
        people.push_back(names.people[participant.person]);
        for (auto& office : people.back().offices) shift(office.evidence, place);
      }
      participant.person = known->second;
    }
  }

  Reading& reading_;
  Words const& words_;
};

}  // namespace

void add_embedded_posts(Reading& reading, Words const& words) {
  Posts posts(reading, words);
  std::size_t read = 0;
  for (std::size_t block = 0; block < reading.report.blocks.size() && read < most_posts; ++block) {
    auto const& post = reading.report.blocks[block];
    if (post.kind != page::BlockKind::embed || post.text.size() > longest_post) continue;
    posts.add(block);
    ++read;
  }
}

}  // namespace recoupe::encounter
