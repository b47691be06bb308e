#include "store/rows.hpp"

#include <algorithm>
#include <set>

#include "link/register_json.hpp"
#include "sql/write.hpp"
#include "store/search_words.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::store {

enum Rows::Written : std::size_t {
  report,
  person,
  person_name,
  encounter,
  encounter_alias,
  encounter_facet,
  participant,
  telling,
  link_row,
  story,
  story_report,
  story_encounter,
  reuse,
  coverage,
  meta,
  no_report,
  no_person,
  no_encounter,
  no_link,
  no_story,
  no_reuse,
  no_coverage,
  names_of_person,
  label_of_report,
  head_of_report,
};

namespace {

std::string dumped(link::Json const& json) { return json.dump(-1, ' ', false, link::Json::error_handler_t::replace); }

struct DayRange {
  std::string first, last;  // empty where unknown
};

DayRange days_of(std::string const& edtf) {
  const auto days = time::days_of(edtf);
  if (!days || !days->year_known) return {};
  return {time::to_edtf(days->first), time::to_edtf(days->last)};
}

// The host of a URL, for a report whose page names no outlet.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return std::string(url);
}

std::string one_side(link::Encounter const& made) {
  std::set<std::string> sides;
  for (auto const& origin : made.origins) sides.insert(origin.side);
  const bool one = sides.size() == 1 && (sides.contains("host") || sides.contains("guest"));
  return one ? *sides.begin() : std::string();
}

std::int64_t reports_of(link::Encounter const& made) {
  std::set<std::string_view> reports;
  for (auto const& told : made.tellings) reports.insert(told.report);
  return static_cast<std::int64_t>(reports.size());
}

std::string_view standing_of(link::Encounter const& made) {
  const bool main = std::ranges::any_of(made.tellings, [](auto const& told) { return told.standing == "main"; });
  return main ? "main" : "background";
}

}  // namespace

std::expected<Rows, std::string> Rows::prepare(Database& database) {
  auto statements = database.prepare_all(sql::write);
  if (!statements) return std::unexpected(statements.error());
  return Rows(database, std::move(*statements));
}

void Rows::run(Written statement, std::initializer_list<Value> values) {
  if (failed_) return;
  if (auto done = database_->insert(statements_[statement], values); !done) failed_ = done.error();
}

// The columns of all rows, one after the other.
std::vector<std::string> Rows::found(Written statement, std::string_view id, int columns) {
  std::vector<std::string> values;
  if (failed_) return values;
  auto done = database_->rows(statements_[statement], {id}, [&](Row const& row) {
    for (int column = 0; column < columns; ++column) values.emplace_back(row.text(column));
  });
  if (!done) failed_ = done.error();
  return values;
}

void Rows::put(link::Report const& made) {
  const auto days = days_of(made.published);
  const auto words = search_words(made.title + "\n" + made.text);
  const auto body = dumped(link::to_json(made));
  run(report, {made.id, made.path, made.url, made.outlet, made.language, made.title, made.published, days.first,
               days.last, words, body});
}

void Rows::put(link::Person const& made) {
  const auto sort_name = made.names.empty() ? std::string() : text::fold(made.names.back().name);
  const auto body = dumped(link::to_json(made));
  run(person, {made.id, sort_name, body});
  for (auto const& name : made.variants) {
    const auto folded = text::fold(name);
    run(person_name, {made.id, name, folded});
  }
}

std::string Rows::words_of(link::Encounter const& made) {
  std::string all = made.place.name + "\n" + made.place.venue;
  for (auto const& one : made.participants) {
    all += "\n" + one.name + "\n" + one.office + "\n" + one.organisation;
    for (auto const& name : found(names_of_person, one.person, 1)) all += "\n" + name;
  }
  for (auto const& topic : made.topics) all += "\n" + topic.text;
  return search_words(all);
}

void Rows::put_facets(link::Encounter const& made, std::int64_t key) {
  const auto facet = [&](std::string_view field, std::string_view value) {
    if (!value.empty()) run(encounter_facet, {field, value, key});
  };
  const auto folded_facet = [&](std::string_view field, std::string const& value) {
    const auto folded = text::fold(value);
    facet(field, folded);
  };
  facet("country", made.place.country);
  folded_facet("place", made.place.name);
  folded_facet("place", made.place.venue);
  for (auto const& one : made.participants) {
    facet("person", one.person);
    facet("country", one.country);
    folded_facet("office", one.office);
    folded_facet("organisation", one.organisation);
  }
  for (auto const& origin : made.origins) facet("authority", origin.authority);
  for (auto const& told : made.tellings) {
    const auto label = found(label_of_report, told.report, 3);
    if (label.size() < 3) continue;
    facet("language", label[0]);
    const auto outlet = label[1].empty() ? host_of(label[2]) : label[1];
    facet("outlet", outlet);
  }
}

void Rows::put(link::Encounter const& made) {
  const auto days = days_of(made.date);
  const auto side = one_side(made);
  const auto words = words_of(made);
  const auto body = dumped(link::to_json(made));
  run(encounter,
      {made.id, made.kind, made.status, made.date, days.first, days.last, made.place.name, made.place.country,
       made.certainty, standing_of(made), reports_of(made), static_cast<std::int64_t>(made.independent_origins), side,
       std::int64_t{made.contradictions.empty() ? 0 : 1}, words, body});
  if (failed_) return;
  const auto key = database_->last_key();
  run(encounter_alias, {made.id, key});
  for (auto const& alias : made.also_known_as) run(encounter_alias, {alias, key});
  std::int64_t ordinal = 0;
  for (auto const& one : made.participants) {
    run(participant, {key, ordinal++, one.person, one.name, one.office, one.organisation, one.country, one.role});
  }
  for (auto const& told : made.tellings) run(telling, {told.id, key, told.report, told.standing});
  put_facets(made, key);
}

void Rows::put(link::Link const& made) {
  const auto body = dumped(link::to_json(made));
  run(link_row, {made.from, made.to, made.kind, body});
}

void Rows::put(link::Story const& made) {
  std::string title, first, last;
  for (auto const& id : made.reports) {
    const auto head = found(head_of_report, id, 3);
    if (head.size() < 3) continue;
    if (title.empty()) title = head[0];
    if (!head[1].empty() && (first.empty() || head[1] < first)) first = head[1];
    if (head[2] > last) last = head[2];
  }
  const auto body = dumped(link::to_json(made));
  run(story, {made.id, title, first, last, static_cast<std::int64_t>(made.reports.size()),
              static_cast<std::int64_t>(made.independent_origins), body});
  for (auto const& one : made.reports) run(story_report, {made.id, one});
  for (auto const& one : made.encounters) run(story_encounter, {made.id, one});
}

void Rows::put(link::Reuse const& made) {
  const auto body = dumped(link::to_json(made));
  run(reuse, {made.from, made.to, made.relation, body});
}

void Rows::put(link::Coverage const& made) {
  const auto body = dumped(link::to_json(made));
  run(no_coverage, {});
  run(coverage, {body});
}

void Rows::put_meta(std::string_view key, std::string_view value) { run(meta, {key, value}); }

void Rows::erase_report(std::string_view id) { run(no_report, {id}); }
void Rows::erase_person(std::string_view id) { run(no_person, {id}); }
void Rows::erase_encounter(std::string_view id) { run(no_encounter, {id}); }
void Rows::erase_link(std::string_view from, std::string_view to, std::string_view kind) {
  run(no_link, {from, to, kind});
}
void Rows::erase_story(std::string_view id) { run(no_story, {id}); }
void Rows::erase_reuse(std::string_view from, std::string_view to) { run(no_reuse, {from, to}); }

}  // namespace recoupe::store
