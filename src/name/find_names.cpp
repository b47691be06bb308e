#include "name/find_names.hpp"

#include <algorithm>
#include <map>

#include "name/name_evidence.hpp"
#include "name/organisation_run.hpp"
#include "name/resolve_page.hpp"
#include "name/runs.hpp"
#include "name/spans.hpp"
#include "text/fold.hpp"

namespace recoupe::name {
namespace {

// Finds mentions from left to right; what is found is not looked into again.
class Scanner {
 public:
  Scanner(Search const& search, PageNames& page) : search_(search), page_(page) {}

  void run() {
    for (auto const& sentence : search_.body.sentences) {
      end_ = sentence.end_token;
      first_ = sentence.first_token;
      for (auto at = sentence.first_token; at < end_;) at = step(at);
    }
  }

  std::vector<FoundOffice> offices;  // of the mentions that have one, by mention

 private:
  std::size_t step(std::size_t at) {
    if (search_.token(at).kind != text::TokenKind::word) return at + 1;
    if (const auto hit = search_.words.descriptions.longest_at(search_.body, at, end_))
      return description(at, hit->end);
    if (const auto hit = search_.words.civilities.longest_at(search_.body, at, end_, lexicon::Clitics::all)) {
      if (const auto next = after_civility(at, hit->end))
        return hit->value() == "plural" ? further_names(*next) : *next;
    }
    if (const auto office = office_at(search_, at, end_)) {
      if (const auto next = with_office(*office)) return *next;
    }
    if (const auto next = ended_by_noun(at)) return *next;
    if (const auto person = person_at(search_, at, end_, false)) return add_person(*person, at, std::nullopt);
    if (const auto next = organisation(at)) return *next;
    if (is_known_surname(search_, at, first_, end_) && !search_.words.places.longest_at(search_.body, at, end_) &&
        !is_behind(search_.body, search_.words.place_cues, at, first_))
      return add_person({at, at + 1}, at, std::nullopt);
    if (const auto next = place(at)) return *next;
    if (const auto person = foreign_person(search_, at, first_, end_)) return add_person(*person, at, std::nullopt);
    if (const auto next = unlisted(at)) return *next;
    return at + 1;
  }

  std::size_t description(std::size_t at, std::size_t end) {
    Mention mention;
    mention.kind = MentionKind::group;
    push(mention, at, end, at, end);
    return end;
  }

  std::optional<std::size_t> after_civility(std::size_t at, std::size_t next) {
    if (next < end_ && search_.is_punctuation(next, {"."})) ++next;
    if (next >= end_) return std::nullopt;
    if (const auto person = person_at(search_, next, end_, true)) return add_person(*person, at, std::nullopt);
    const auto office = office_at(search_, next, end_);
    return office ? with_office(*office, at) : std::nullopt;
  }

  // "MM. Doe, Roe et Poe"
  std::size_t further_names(std::size_t at) {
    for (;;) {
      auto next = at;
      if (search_.is_punctuation(next, {",", "\u060C"})) ++next;
      const auto link = next < end_ ? search_.words.links.longest_at(search_.body, next, end_) : std::nullopt;
      if (link && !link->value().empty()) next = link->end;
      const auto person = next > at ? person_at(search_, next, end_, true) : std::nullopt;
      if (!person) return at;
      at = add_person(*person, next, std::nullopt);
    }
  }

  std::size_t skip_civility(std::size_t at) const {
    const auto hit = at < end_ ? search_.words.civilities.longest_at(search_.body, at, end_) : std::nullopt;
    if (!hit) return at;
    return hit->end < end_ && search_.is_punctuation(hit->end, {"."}) ? hit->end + 1 : hit->end;
  }

  // "his counterpart, General Jane Doe": the rank between an office and the name of who holds it.
  std::size_t skip_rank(std::size_t at) const {
    if (at >= end_) return at;
    const auto rank_at = [&](std::size_t first) {
      const auto rank = first < end_ ? search_.words.offices.longest_at(search_.body, first, end_) : std::nullopt;
      return rank && rank->value().title_only && rank->end < end_ ? rank->end : at;
    };
    const auto end = rank_at(at);
    return end == at && search_.words.not_names.contains(search_.token(at).folded) ? rank_at(at + 1) : end;
  }

  // Title and name side by side, or with a comma between them; else the office alone.
  std::optional<std::size_t> with_office(OfficeSpan const& office, std::optional<std::size_t> civility = {}) {
    const auto whole_first = civility.value_or(office.first);
    for (const bool comma : {false, true}) {
      auto next = office.end;
      if (comma && !search_.is_punctuation(next, {",", "\u060C"})) continue;
      if (comma && (office.head.title_only || office.head.plural)) continue;
      next = skip_civility(next + (comma ? 1 : 0));
      if (!office.head.title_only && !office.head.plural) next = skip_rank(next);
      auto person = person_at(search_, next, end_, next < end_ && (!comma || search_.token(next).arabic));
      // Behind the comma an unknown given name needs a second word, and a comma or small letter behind it.
      if (!person && comma && next < end_ && next > office.first + 1) {
        person = person_at(search_, next, end_, true);
        if (person && person->end - person->first < 2) person.reset();
      }
      // "..., and Jane Doe": somebody else.
      if (person && comma && person->clitics > 0) continue;
      if (person && comma && (!closes_apposition(*person) || !is_surely_a_name(search_, *person, end_))) continue;
      if (person) return add_person(*person, whole_first, office);
    }
    if (office.head.title_only ||
        (!office.head.alone && office.body.empty() && office.country.empty() && !office.head.plural))
      return std::nullopt;
    Mention mention;
    mention.kind = office.head.plural ? MentionKind::group : MentionKind::office;
    mention.office = search_.body.span_of(office.first, office.end);
    mention.country = office.country;
    push(mention, office.first, office.end, whole_first, office.end, office);
    if (whole_first == office.first) cut_clitics(office.clitics);
    return office.end;
  }

  // "the minister, Jane Doe," is an apposition; "the minister, Jane Doe said" could begin another clause. Arabic has no
  // capitals: there words that begin no known name need a sign behind them.
  bool closes_apposition(PersonSpan const& person) const {
    const bool closed = person.end >= end_ || search_.token(person.end).kind != text::TokenKind::word;
    const bool shown = !search_.token(person.first).arabic || is_given(search_, person.first) ||
                       search_.tables.given_names.contains(search_.token(person.first).folded);
    return closed || (shown && person.end - person.first > 1);
  }

  std::size_t add_person(PersonSpan const& person, std::size_t whole_first, std::optional<OfficeSpan> office) {
    auto whole_end = person.end;
    if (!office || office->head.title_only) {
      if (auto behind = office_behind(after_brackets(person))) {
        office = behind;
        whole_end = behind->end;
      }
    }
    Mention mention;
    mention.kind = MentionKind::person;
    if (office) {
      mention.office = search_.body.span_of(office->first, office->end);
      mention.country = office->country;
      mention.of_several = office->head.plural;
    }
    push(mention, person.first, person.end, whole_first, whole_end, office);
    if (whole_first == person.first) {
      cut_clitics(person.clitics);
    } else if (office && whole_first == office->first) {
      cut_whole(office->clitics);
    }
    return whole_end;
  }

  // "(Jean Doe), minister of …": the name in another script; the office stands behind the bracket.
  std::size_t after_brackets(PersonSpan const& person) const {
    const bool within = person.first > 0 && search_.is_punctuation(person.first - 1, {"("}) &&
                        search_.is_punctuation(person.end, {")"});
    return within && !search_.token(person.first).arabic ? person.end + 1 : person.end;
  }

  // "Jane Doe, minister of …": an office in apposition, with or without the comma as Arabic writes it. "and the
  // minister" is somebody else.
  std::optional<OfficeSpan> office_behind(std::size_t at) const {
    const bool comma = search_.is_punctuation(at, {",", "\u060C", "("});
    auto next = comma ? at + 1 : at;
    if (next >= end_ || (!comma && !search_.token(next).arabic)) return std::nullopt;
    if (search_.words.civilities.longest_at(search_.body, next, end_)) return std::nullopt;
    if (comma && search_.words.not_names.contains(search_.token(next).folded) && search_.token(next).folded.size() <= 3)
      ++next;
    if (next >= end_) return std::nullopt;
    auto office = office_at(search_, next, end_);
    if (!office || office->head.plural || office->head.title_only) return std::nullopt;
    if (!comma && office->clitics > 0) return std::nullopt;
    // A name right behind it is the holder of that office.
    if (office->end < end_ && person_at(search_, office->end, end_, false)) return std::nullopt;
    return office;
  }

  std::optional<std::size_t> organisation(std::size_t at) {
    const auto hit = search_.words.organisations.longest_at(search_.body, at, end_, lexicon::Clitics::all);
    if (!hit || (!search_.token(at).arabic && !search_.token(at).capitalised)) return std::nullopt;
    if (only_begins_a_sentence(at, hit->end)) return std::nullopt;
    // "Ministry of Justice of …" goes on behind what the list knows of it.
    if (const auto run = organisation_by_noun(search_, at, end_); run && run->end > hit->end)
      return add_organisation(*run, named_like(*run));
    // "EDF-GDF", but for two that the lists have.
    const bool longer = search_.token(hit->end - 1).all_capitals && hit->end + 1 < end_ &&
                        !search_.words.organisations.longest_at(search_.body, hit->end + 1, end_);
    const auto run = longer ? acronym(search_, hit->end - 1, end_) : std::nullopt;
    return add_organisation({at, run ? run->end : hit->end}, hit->value(), hit->clitics);
  }

  Organisation named_like(Run run) const {
    Organisation organisation;
    organisation.name = search_.body.slice(search_.body.span_of(run.first, run.end));
    return organisation;
  }

  Place place_like(Run run) const {
    Place place;
    place.name = search_.body.slice(search_.body.span_of(run.first, run.end));
    return place;
  }

  std::size_t add_organisation(Run run, Organisation const& organisation, std::size_t clitics = 0) {
    Mention mention;
    mention.kind = MentionKind::organisation;
    mention.country = organisation.country;
    mention.entity = index_of(page_.organisations, organisation);
    push(mention, run.first, run.end, run.first, run.end);
    cut_clitics(clitics);
    return run.end;
  }

  std::optional<std::size_t> place(std::size_t at) {
    if (!search_.token(at).arabic && !search_.token(at).capitalised) return std::nullopt;
    const auto hit = search_.words.places.longest_at(search_.body, at, end_, lexicon::Clitics::all);
    const auto hyphenated = hyphenated_place(search_, at, end_);
    if (hyphenated && (!hit || hit->end < hyphenated->end)) return add_place(*hyphenated, place_like(*hyphenated));
    if (hit && !only_begins_a_sentence(at, hit->end)) {
      if (!hit->value().is_country && names_an_agreement(at)) return hit->end;
      return add_place({at, hit->end}, hit->value(), hit->clitics);
    }
    // A city of the long list: in Latin a capital shows it, in Arabic a preposition before it.
    const auto city = search_.tables.cities.longest_at(search_.body, at, end_, lexicon::Clitics::all);
    if (!city || search_.words.not_names.contains(search_.token(at).folded) || goes_on(city->end)) return std::nullopt;
    if (search_.token(at).arabic && city->clitics == 0 && !behind_preposition(at)) return std::nullopt;
    if (names_an_agreement(at)) return city->end;
    return add_place({at, city->end}, city->value(), city->clitics);
  }

  bool names_an_agreement(std::size_t at) const {
    return is_behind(search_.body, search_.words.agreements, at, first_);
  }

  // "La réunion": a capital that the beginning of the sentence explains, on a word that begins no name.
  bool only_begins_a_sentence(std::size_t at, std::size_t end) const {
    if (at != first_ || search_.token(at).arabic || !search_.words.not_names.contains(search_.token(at).folded))
      return false;
    for (auto next = at + 1; next < end; ++next) {
      if (search_.token(next).capitalised) return false;
    }
    return true;
  }

  // "Lancaster House", "Orange Mobile", "Montreuil-sur-Lys": the city is a part of another name.
  bool goes_on(std::size_t at) const {
    if (at >= end_ || search_.token(at).arabic) return false;
    if (search_.token(at).folded == "-")
      return !search_.token(at).space_before && at + 1 < end_ && !search_.token(at + 1).space_before;
    return search_.token(at).kind == text::TokenKind::word && search_.token(at).capitalised &&
           search_.token(at).space_before && !search_.words.not_names.contains(search_.token(at).folded);
  }

  bool behind_preposition(std::size_t at) const {
    return at > first_ && search_.words.place_cues.longest_at(search_.body, at - 1, at).has_value();
  }

  std::size_t add_place(Run run, Place const& place, std::size_t clitics = 0) {
    Mention mention;
    mention.kind = MentionKind::place;
    mention.country = place.country;
    mention.entity = index_of(page_.places, place);
    push(mention, run.first, run.end, run.first, run.end);
    cut_clitics(clitics);
    return run.end;
  }

  // "Maple River Foundation", "Harbour Street": capitalised words up to a noun that ends a name.
  std::optional<std::size_t> ended_by_noun(std::size_t at) {
    if (auto run = run_ended_by(search_, at, end_, search_.words.organisation_nouns)) {
      run->end = after_complement(search_, run->end, end_);
      return add_organisation(*run, named_like(*run));
    }
    const auto site = run_ended_by(search_, at, end_, search_.words.place_nouns);
    return site ? std::optional(add_place(*site, place_like(*site))) : std::nullopt;
  }

  // What no list knows, by the words around and within it.
  std::optional<std::size_t> unlisted(std::size_t at) {
    if (const auto run = organisation_by_noun(search_, at, end_))
      return add_organisation(*run, named_like(*run), run->clitics);
    if (const auto run = acronym(search_, at, end_)) return add_organisation(*run, named_like(*run));
    if (const auto run = organisation_by_cue(search_, at, first_, end_))
      return add_organisation(*run, named_like(*run));
    auto run = place_by_noun(search_, at, end_);
    if (!run) run = place_by_preposition(search_, at, first_, end_);
    if (run) return add_place(*run, place_like(*run));
    if (const auto person = unknown_person(search_, at, first_, end_))
      return add_person({person->first, person->end}, at, std::nullopt);
    if (is_given_alone(search_, at, first_, end_)) return add_person({at, at + 1}, at, std::nullopt);
    return std::nullopt;
  }

  // The same of a person's title: the name itself stands behind it.
  void cut_whole(std::size_t folded_bytes) {
    if (folded_bytes == 0) return;
    auto& mention = page_.mentions.back();
    const auto written = text::fold_with_origin(search_.body.slice(*mention.office));
    const auto begin = written.origin[std::min(folded_bytes, written.folded.size())];
    mention.whole.begin += begin;
    mention.office->begin += begin;
  }

  // The mention begins behind the conjunctions and prepositions that are written with its first word.
  void cut_clitics(std::size_t folded_bytes) {
    if (folded_bytes == 0) return;
    auto& mention = page_.mentions.back();
    const auto written = text::fold_with_origin(search_.body.slice(mention.span));
    const auto begin = written.origin[std::min(folded_bytes, written.folded.size())];
    mention.span.begin += begin;
    mention.whole.begin += begin;
    if (mention.office && mention.office->begin < mention.span.begin && mention.kind != MentionKind::person)
      mention.office->begin = mention.span.begin;
  }

  template <class Entity>
  static std::size_t index_of(std::vector<Entity>& entities, Entity const& entity) {
    const auto same = [&](Entity const& other) {
      return other.concept_id == entity.concept_id && (!entity.concept_id.empty() || other.name == entity.name);
    };
    const auto found = std::ranges::find_if(entities, same);
    if (found != entities.end()) return static_cast<std::size_t>(found - entities.begin());
    entities.push_back(entity);
    return entities.size() - 1;
  }

  void push(Mention mention, std::size_t first, std::size_t end, std::size_t whole_first, std::size_t whole_end,
            std::optional<OfficeSpan> const& office = {}) {
    mention.span = search_.body.span_of(first, end);
    mention.whole = search_.body.span_of(std::min(first, whole_first), std::max(end, whole_end));
    page_.mentions.push_back(std::move(mention));
    offices.push_back(office ? FoundOffice{office->head.concept_id, office->body, office->former} : FoundOffice{});
  }

  Search const& search_;
  PageNames& page_;
  std::size_t first_ = 0, end_ = 0;  // of the sentence
};

}  // namespace

PageNames find_names(text::SegmentedText const& body, Vocabulary const& vocabulary) {
  PageNames page;
  auto const& tables = vocabulary.tables();
  const auto words = tables.languages.find(body.language);
  if (words == tables.languages.end()) return page;
  const Search search{body, words->second, tables};
  Scanner scanner(search, page);
  scanner.run();
  resolve_page(body, scanner.offices, words->second, page);
  return page;
}

}  // namespace recoupe::name
