#include "name/within_offices.hpp"

#include <algorithm>

#include "name/organisation_run.hpp"
#include "name/runs.hpp"
#include "text/fold.hpp"

namespace recoupe::name {
namespace {

// The organisation or place that begins at `at` within an office.
std::optional<Mention> named_within(Search const& search, std::size_t at, std::size_t end) {
  if (search.token(at).kind != text::TokenKind::word) return std::nullopt;
  Mention mention;
  std::size_t stop = at;
  std::size_t clitics = 0;
  const bool shown = search.token(at).arabic || search.token(at).capitalised;
  auto organisation = search.words.organisations.longest_at(search.body, at, end, lexicon::Clitics::all);
  if (organisation && is_a_field(search, at, organisation->end)) organisation.reset();
  auto place = search.words.places.longest_at(search.body, at, end, lexicon::Clitics::all);
  if (!place && !search.token(at).arabic) place = search.tables.cities.longest_at(search.body, at, end);
  const auto run = organisation_by_noun(search, at, end);
  if (shown && organisation && (!run || run->end <= organisation->end)) {
    stop = organisation->end, clitics = organisation->clitics;
    mention.kind = MentionKind::organisation, mention.country = organisation->value().country;
  } else if (run) {
    stop = run->end, clitics = run->clitics;
    mention.kind = MentionKind::organisation;
  } else if (shown && place) {
    stop = std::max(place->end, std::min(end, capitalised_word(search, at, end)));
    clitics = place->clitics;
    mention.kind = MentionKind::place, mention.country = place->value().country;
  } else {
    return std::nullopt;
  }
  mention.span = search.body.span_of(run && stop == run->end ? run->first : at, stop);
  const auto written = text::fold_with_origin(search.body.slice(mention.span));
  if (clitics > 0) mention.span.begin += written.origin[std::min(clitics, written.folded.size())];
  mention.whole = mention.span;
  return mention;
}

}  // namespace

std::vector<Mention> find_within_offices(text::SegmentedText const& body, PageNames const& page,
                                         Vocabulary const& vocabulary) {
  std::vector<Mention> found;
  auto const& tables = vocabulary.tables();
  const auto words = tables.languages.find(body.language);
  if (words == tables.languages.end()) return found;
  const Search search{body, words->second, tables};
  for (auto const& mention : page.mentions) {
    if (!mention.office) continue;
    const auto end = body.token_at(mention.office->end - 1) + 1;
    for (auto at = body.token_at(mention.office->begin) + 1; at < end;) {
      auto within = named_within(search, at, end);
      at = within ? body.token_at(within->span.end - 1) + 1 : at + 1;
      if (within) found.push_back(std::move(*within));
    }
  }
  return found;
}

}  // namespace recoupe::name
