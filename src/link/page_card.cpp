#include "link/page_card.hpp"

#include "link/pack.hpp"

// Every field that linking reads, in one order for both ways. A new field makes a new version.
namespace recoupe::text {
template <class Archive>
void fields(Archive& archive, ByteSpan& span) {
  archive(span.begin, span.end);
}
}  // namespace recoupe::text

namespace recoupe::time {
template <class Archive>
void fields(Archive& archive, Relative& relative) {
  archive(relative.days, relative.weeks, relative.months, relative.years, relative.weekday);
}
}  // namespace recoupe::time

namespace recoupe::page {
template <class Archive>
void fields(Archive& archive, BlockSpan& span) {
  archive(span.block, span.span);
}
template <class Archive>
void fields(Archive& archive, Published& published) {
  archive(published.value, published.basis, published.evidence);
}
template <class Archive>
void fields(Archive& archive, Block& block) {
  archive(block.kind, block.text, block.language, block.author, block.date, block.url);
}
template <class Archive>
void fields(Archive& archive, Report& report) {
  archive(report.id, report.path, report.url, report.outlet, report.byline, report.title, report.language,
          report.published, report.updated, report.note);
}
}  // namespace recoupe::page

namespace recoupe::name {
template <class Archive>
void fields(Archive& archive, HeldOffice& office) {
  archive(office.title, office.organisation, office.country, office.concept_id, office.evidence, office.former);
}
template <class Archive>
void fields(Archive& archive, Person& person) {
  archive(person.name, person.variants, person.offices);
}
}  // namespace recoupe::name

namespace recoupe::source {
template <class Archive>
void fields(Archive& archive, ChainLink& link) {
  archive(link.role, link.name, link.concept_id, link.country, link.basis, link.evidence);
}
}  // namespace recoupe::source

namespace recoupe::encounter {
template <class Archive>
void fields(Archive& archive, Participant& participant) {
  archive(participant.person, participant.name, participant.office, participant.country, participant.kinds,
          participant.role, participant.evidence, participant.office_evidence);
}
template <class Archive>
void fields(Archive& archive, TellingPlace& place) {
  archive(place.name, place.venue, place.concept_id, place.country, place.latitude, place.longitude, place.evidence);
}
template <class Archive>
void fields(Archive& archive, TellingDate& date) {
  archive(date.value, date.basis, date.relative, date.evidence);
}
template <class Archive>
void fields(Archive& archive, Topic& topic) {
  archive(topic.text, topic.evidence);
}
template <class Archive>
void fields(Archive& archive, TellingLink& link) {
  archive(link.from, link.to, link.kind, link.evidence);
}
template <class Archive>
void fields(Archive& archive, CountClaim& claim) {
  archive(claim.telling, claim.counted, claim.ordinal, claim.anybody, claim.within, claim.since, claim.evidence);
}
template <class Archive>
void fields(Archive& archive, Telling& telling) {
  archive(telling.kind, telling.status, telling.standing, telling.participants, telling.place, telling.date,
          telling.topics, telling.evidence, telling.certainty, telling.because);
}
}  // namespace recoupe::encounter

namespace recoupe::reuse {
template <class Archive>
void fields(Archive& archive, Passage& passage) {
  archive(passage.left, passage.right, passage.relation);
}
template <class Archive>
void fields(Archive& archive, Reuse& reuse) {
  archive(reuse.relation, reuse.score, reuse.direction, reuse.passages);
}
}  // namespace recoupe::reuse

namespace recoupe::link {

template <class Archive>
void fields(Archive& archive, PageAnchor& anchor) {
  archive(anchor.key, anchor.person, anchor.span);
}

template <class Archive>
void fields(Archive& archive, PageAsides& asides) {
  archive(asides.anchors, asides.names, asides.dates);
}

namespace {

constexpr std::uint32_t version = 4;

struct WholePage {
  page::Report report;
};

template <class Archive>
void fields(Archive& archive, WholePage& whole) {
  archive(whole.report, whole.report.blocks);
}

struct Versioned {
  std::uint32_t version = 0;
  PageCard card;
};

template <class Archive>
void fields(Archive& archive, Versioned& kept) {
  auto& reading = kept.card.reading;
  archive(kept.version, reading.report, reading.names.people, reading.chain, reading.tellings.tellings,
          reading.tellings.links, reading.tellings.claims, kept.card.keys);
}

// Indices that a damaged file could let point anywhere.
bool sound(PageCard const& card) {
  auto const& reading = card.reading;
  const auto people = reading.names.people.size();
  const auto tellings = reading.tellings.tellings.size();
  for (auto const& telling : reading.tellings.tellings) {
    if (telling.evidence.empty()) return false;
    for (auto const& participant : telling.participants) {
      if (participant.person != name::no_entity && participant.person >= people) return false;
    }
  }
  for (auto const& link : reading.tellings.links) {
    if (link.from >= tellings || link.to >= tellings) return false;
  }
  for (auto const& claim : reading.tellings.claims) {
    if (claim.telling >= tellings) return false;
  }
  return card.keys.size() == people;
}

}  // namespace

std::string pack_card(PageCard const& card) { return pack(Versioned{version, card}); }

std::optional<PageCard> unpack_card(std::string_view bytes) {
  auto kept = unpack<Versioned>(bytes);
  if (!kept || kept->version != version || !sound(kept->card)) return std::nullopt;
  kept->card.reading.body.language = kept->card.reading.report.language;
  return std::move(kept->card);
}

std::string pack_asides(PageText const& text) { return pack(PageAsides{text.anchors, text.names, text.dates}); }

std::optional<PageAsides> unpack_asides(std::string_view bytes) { return unpack<PageAsides>(bytes); }

std::string pack_page(page::Report const& report) { return pack(WholePage{report}); }

std::optional<page::Report> unpack_page(std::string_view bytes) {
  auto whole = unpack<WholePage>(bytes);
  if (!whole) return std::nullopt;
  return std::move(whole->report);
}

std::string pack_reuse(reuse::Reuse const& reuse) { return pack(reuse); }
std::optional<reuse::Reuse> unpack_reuse(std::string_view bytes) { return unpack<reuse::Reuse>(bytes); }

}  // namespace recoupe::link
