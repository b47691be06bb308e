#include "encounter/reading.hpp"

#include "encounter/claims.hpp"
#include "encounter/embedded_posts.hpp"
#include "text/fold.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {

std::expected<Words, lexicon::Error> Words::compile(lexicon::Lexicon const& lexicon) {
  text::Abbreviations abbreviations;
  for (auto const& language : lexicon.languages()) {
    for (auto const& row : lexicon.table(language, "abbreviations")) abbreviations.insert(text::fold(row.field(0)));
  }
  auto times = time::Vocabulary::compile(lexicon);
  if (!times) return std::unexpected(times.error());
  auto pages = page::Vocabulary::compile(lexicon);
  if (!pages) return std::unexpected(pages.error());
  auto names = name::Vocabulary::compile(lexicon);
  if (!names) return std::unexpected(names.error());
  auto matcher = name::Matcher::compile(lexicon);
  if (!matcher) return std::unexpected(matcher.error());
  auto sources = source::Vocabulary::compile(lexicon);
  if (!sources) return std::unexpected(sources.error());
  auto encounters = Vocabulary::compile(lexicon);
  if (!encounters) return std::unexpected(encounters.error());
  auto centres = encoder::Centres::compile(lexicon);
  if (!centres) return std::unexpected(centres.error());
  return Words{std::move(abbreviations), std::move(*times),   std::move(*pages),
               std::move(*names),        std::move(*matcher), std::move(*sources),
               std::move(*encounters),   std::move(*centres), nullptr};
}

Reading read(page::Report report, Words const& words) {
  Reading reading;
  reading.body = text::segment(text::Text::from_utf8(report.body()), report.language, words.abbreviations);
  if (report.published.value.empty()) {
    if (const auto day = time::own_day(reading.body, words.times))
      report.published = {day->value, page::DateBasis::text, report.to_block(day->span)};
  }
  reading.times = time::find_times(reading.body, time::day_of(report.published.value), words.times);
  reading.names = name::find_names(reading.body, words.names);
  reading.sources = source::find_sources(reading.body, reading.names, words.sources);
  reading.chain = source::find_chain(report, reading.body, reading.names, reading.sources, words.sources);
  reading.tellings = find_tellings(reading.body, report.title, reading.times, reading.names, words.encounters,
                                   time::day_of(report.published.value));
  reading.tellings.claims = find_claims(reading.body, reading.times, reading.tellings.tellings, words.encounters);
  reading.report = std::move(report);
  add_embedded_posts(reading, words);
  return reading;
}

}  // namespace recoupe::encounter
