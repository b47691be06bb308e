#include "registry/update.hpp"

#include <set>

#include "link/describe_reports.hpp"
#include "link/register_json.hpp"
#include "registry/packed_prints.hpp"
#include "registry/parallel.hpp"
#include "registry/relink.hpp"

namespace recoupe::registry {
namespace {

page::Published published_of(link::Report const& report) {
  using enum page::DateBasis;
  page::Published published;
  for (auto basis : {json_ld, open_graph, time_element, meta, url, text, embed, given}) {
    if (page::name_of(basis) == report.published_basis) published = {report.published, basis, std::nullopt};
  }
  auto const& evidence = report.published_evidence;
  if (published.value.empty() || !evidence || evidence->block >= report.blocks.size()) return published;
  const auto block = text::Text::from_utf8(report.blocks[evidence->block].text);
  if (evidence->start <= evidence->end && evidence->end <= block.length())
    published.evidence = {evidence->block, block.bytes(text::CodePointSpan{evidence->start, evidence->end})};
  return published;
}

// A report of the register as it was read from its page, but for a day of publication that a sister page gave.
page::Report page_of(link::Report const& report) {
  page::Report made;
  made.id = report.id;
  made.path = report.path;
  made.url = report.url;
  made.outlet = report.outlet;
  made.byline = report.byline;
  made.title = report.title;
  made.language = report.language;
  for (auto const& block : report.blocks) {
    page::Block one;
    one.kind = page::block_kind(block.kind).value_or(page::BlockKind::noise);
    one.text = block.text;
    one.language = block.language;
    one.author = block.author;
    one.date = block.date;
    one.url = block.url;
    made.blocks.push_back(std::move(one));
  }
  made.published = published_of(report);
  return made;
}

}  // namespace

Prepared prepare(encounter::Reading reading, encounter::Words const& words) {
  Prepared made;
  made.id = reading.report.id;
  made.path = reading.report.path;
  const auto text = link::text_of(reading, words.matcher);
  made.page = link::pack_page(text.report);
  made.asides = link::pack_asides(text);
  made.prints = pack_prints(reuse::printed(reading.body));
  made.report = link::describe_report(reading.report, reading);
  made.fingerprint = static_cast<std::int64_t>(link::fingerprint_of_report(reading));
  auto keys = link::keys_of(reading, words.matcher);
  link::strip(reading);
  made.card = link::pack_card({std::move(reading), std::move(keys)});
  return made;
}

Prepared prepare(page::Report report, Forgotten const& forgotten, encounter::Words const& words) {
  forgotten.redact(report);
  return prepare(encounter::read(std::move(report), words), words);
}

std::optional<Prepared> prepare_kept(store::Kept const& kept, store::KeptPage const& page, Forgotten const& forgotten,
                                     encounter::Words const& words) {
  auto report = link::unpack_page(page.page);
  const auto card = link::unpack_card(kept.card);
  if (!report) return std::nullopt;
  if (!card || forgotten.redact(*report)) return prepare(encounter::read(std::move(*report), words), words);
  Prepared made;
  made.id = kept.report;
  made.path = card->reading.report.path;
  made.card = kept.card;
  made.prints = kept.prints;
  made.page = page.page;
  made.asides = page.asides;
  made.report = link::describe_report(*report, card->reading);
  made.fingerprint = static_cast<std::int64_t>(link::fingerprint_of_report(card->reading));
  return made;
}

Update::Update(store::Session& session, encounter::Words const& words, unsigned jobs)
    : session_(session), words_(words), jobs_(jobs), forgotten_(session.forgotten()), cards_(session, jobs) {}

void Update::put(Prepared const& page) {
  session_.rows().put(page.report);
  session_.put_reading(page.id, page.card, page.prints);
  session_.put_page(page.id, page.page, page.asides);
  session_.put_made({store::Kind::report, page.id, page.fingerprint});
  cards_.changed(page.id);
}

void Update::load() {
  auto without_card = cards_.load();
  for (auto const& [id, kept] : cards_.all()) {
    auto const& report = kept.card.reading.report;
    state_[id] = {State::kept, report.path, report.url};
  }
  std::vector<page::Report> unread;
  for (auto const& id : session_.ids_of_reports()) {
    if (state_.contains(id)) continue;
    const auto json = link::Json::parse(session_.report(id), nullptr, false);
    if (json.is_discarded()) continue;
    unread.push_back(page_of(link::report_of(json)));
    without_card.erase(id);
  }
  // Those left are no reports, but older versions of one: they are read from their pages.
  for (auto const& id : without_card) {
    const auto kept = session_.page(id);
    auto page = kept ? link::unpack_page(kept->page) : std::nullopt;
    if (page && page->id == id) unread.push_back(std::move(*page));
  }
  const auto again = map_values<Prepared>(
      std::move(unread), [&](page::Report& report) { return prepare(std::move(report), forgotten_, words_); }, jobs_);
  for (auto const& page : again) {
    session_.rows().erase_report(page.id);
    put(page);
    state_[page.id] = {State::added, page.path, page.report.url};
  }
}

bool Update::add(Prepared const& page) {
  const auto [known, added] = state_.try_emplace(page.id, Entry{State::added, page.path, page.report.url});
  if (added) {
    removed_.erase(page.id);
    put(page);
    return true;
  }
  if (page.path < known->second.path) {
    session_.rows().erase_report(page.id);
    put(page);
    known->second.path = page.path;
  }
  return false;
}

std::size_t Update::redact() {
  std::size_t changed = 0;
  for (auto& [id, entry] : state_) {
    const auto kept = session_.page(id);
    auto page = kept ? link::unpack_page(kept->page) : std::nullopt;
    if (!page || !forgotten_.redact(*page)) continue;
    page->path = entry.path;
    session_.rows().erase_report(id);
    put(prepare(encounter::read(std::move(*page), words_), words_));
    session_.erase_pairs_of(id);
    entry.state = State::added;
    ++changed;
  }
  return changed;
}

std::vector<std::string> Update::called(std::string_view name) const {
  std::vector<std::string> ids;
  if (name.empty()) return ids;  // many pages have no address
  for (auto const& [id, entry] : state_) {
    if (id == name || entry.path == name || entry.url == name) ids.push_back(id);
  }
  return ids;
}

bool Update::remove(std::string const& id) {
  const auto known = state_.find(id);
  if (known == state_.end()) return false;
  session_.each_reading_of(id, [&](store::Kept const& kept) {
    if (auto prints = unpack_prints(kept.prints)) removed_[id] = std::move(*prints);
  });
  cards_.changed(id);
  session_.erase_reading(id);
  session_.rows().erase_report(id);
  session_.erase_made(store::Kind::report, id);
  state_.erase(known);
  return true;
}

void Update::finish() {
  std::vector<std::string> added;
  for (auto const& [id, entry] : state_) {
    if (entry.state == State::added) added.push_back(id);
  }
  std::vector<reuse::Printed> removed;
  for (auto& [id, prints] : removed_) removed.push_back(std::move(prints));
  relink(session_, words_, cards_.take(), added, std::move(removed), jobs_);
}

}  // namespace recoupe::registry
