#include "encounter/yearly_gatherings.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "encounter/dates_of_page.hpp"
#include "time/edtf.hpp"

namespace recoupe::encounter {
namespace {

// The gathering that a sentence names behind a word for its sidelines, and its month.
std::optional<std::pair<text::ByteSpan, int>> gathering_of(Page const& page, Sentence const& sentence) {
  constexpr std::size_t reach = 8;  // "of the 77th session of the"
  for (auto const& cue : sentence.cues) {
    if (cue.cue != Cue::sidelines) continue;
    for (auto at = cue.end; at < std::min(sentence.end, cue.end + reach); ++at) {
      const auto hit = page.words.gatherings.longest_at(page.body, at, sentence.end, lexicon::Clitics::all);
      if (hit) return std::pair(page.body.span_of(at, hit->end), hit->value());
    }
  }
  return std::nullopt;
}

// The last such month that began before the report, or the next that ends behind it.
std::string month_beside(std::chrono::year_month_day published, int month, bool to_come) {
  const int told = static_cast<int>(static_cast<unsigned>(published.month()));
  const int away = to_come ? (month < told ? 1 : 0) : (month > told ? -1 : 0);
  constexpr std::size_t year_and_month = 7;
  const auto year = published.year() + std::chrono::years{away};
  return time::to_edtf(year / std::chrono::month(static_cast<unsigned>(month)) / 1).substr(0, year_and_month);
}

}  // namespace

void date_by_yearly_gatherings(Page const& page, std::vector<SentenceTelling>& told) {
  constexpr std::size_t most_undated = 20;  // each reads its sentence again
  if (!page.published) return;
  std::size_t undated = 0;
  for (auto& one : told) {
    auto& telling = one.telling;
    if (one.recalled || !is_undated(telling) || ++undated > most_undated) continue;
    const auto gathering = gathering_of(page, sentence_of(page, one.sentence));
    if (!gathering) continue;
    const bool to_come = telling.status == Status::announced;
    telling.date = {.value = month_beside(*page.published, gathering->second, to_come),
                    .basis = time::Basis::anchor,
                    .relative = {},
                    .evidence = gathering->first};
  }
}

}  // namespace recoupe::encounter
