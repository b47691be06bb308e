#include <algorithm>

#include "name/name_evidence.hpp"
#include "name/runs.hpp"
#include "name/spans.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_office = 26;  // tokens
constexpr std::string_view arabic_article = "\u0627\u0644";

void add_to_body(OfficeSpan& office, text::Token const& word) {
  office.body += (office.body.empty() ? "" : " ") + word.folded;
}

class Complement {
 public:
  Complement(Search const& search, OfficeSpan& office, std::size_t limit)
      : search_(search), office_(office), limit_(limit) {}

  void read() {
    while (office_.end < limit_) {
      if (!(search_.token(office_.end).arabic ? read_arabic() : read_latin())) return;
    }
  }

 private:
  void take(std::size_t end, bool content = true) {
    for (; office_.end < end; ++office_.end) {
      if (content) add_to_body(office_, search_.token(office_.end));
    }
    after_link_ = false;
  }

  bool take_country(std::size_t at) {
    if (const auto demonym = search_.words.demonyms.longest_at(search_.body, at, limit_, lexicon::Clitics::all)) {
      if (office_.country.empty()) office_.country = demonym->value();
      return take(demonym->end), true;
    }
    if (const auto place = search_.words.places.longest_at(search_.body, at, limit_, lexicon::Clitics::all)) {
      if (begins_a_name(at) || stands_before_a_name(at)) return false;
      if (!place->value().is_country && is_of_the_name_behind(at, place->end)) return false;
      if (office_.country.empty()) office_.country = place->value().country;
      return take(place->end), true;
    }
    return false;
  }

  bool take_organisation(std::size_t at) {
    const auto found = search_.words.organisations.longest_at(search_.body, at, limit_, lexicon::Clitics::all);
    if (!found || is_of_the_name_behind(at, found->end)) return false;
    if (is_a_field(search_, at, found->end)) return false;
    if (office_.country.empty()) office_.country = found->value().country;
    return take(found->end), true;
  }

  // "Sofia Marin": a city, a country that is a given name too, with a name behind it.
  bool begins_a_name(std::size_t at) const {
    return search_.tables.given_names.contains(search_.token(at).folded) && at + 1 < limit_ &&
           (is_name_word(search_, at + 1, limit_) || search_.words.particles.contains(search_.token(at + 1).folded));
  }

  // "president of Serbia Milan Kovac": a second place right behind the first.
  bool stands_before_a_name(std::size_t at) const {
    return !after_link_ && !office_.country.empty() && !search_.token(at).arabic && is_given(search_, at) &&
           is_name_word(search_, at + 1, limit_);
  }

  // "Minister Petra Novak": what an office is of does not stand between it and a name without a word that links it.
  bool is_of_the_name_behind(std::size_t at, std::size_t end) const {
    auto const& word = search_.token(at);
    return !after_link_ && !word.arabic && !word.all_capitals && end < limit_ && is_name_word(search_, end, limit_);
  }

  // (DGST): an abbreviation in brackets behind the body that it shortens.
  bool take_abbreviation() {
    const auto at = office_.end;
    if (at + 2 >= limit_ || !search_.is_punctuation(at, {"("}) || !search_.is_punctuation(at + 2, {")"})) return false;
    if (!search_.token(at + 1).all_capitals) return false;
    if (const auto found = search_.words.organisations.longest_at(search_.body, at + 1, at + 2);
        found && office_.country.empty()) {
      office_.country = found->value().country;
    }
    return take(at + 3), true;
  }

  bool read_latin() {
    const auto at = office_.end;
    if (take_abbreviation() || take_country(at) || take_organisation(at)) return true;
    if (const auto noun = search_.words.nouns.longest_at(search_.body, at, limit_)) return take(noun->end), true;
    if (after_link_ && search_.token(at).capitalised &&
        !search_.tables.given_names.contains(search_.token(at).folded)) {
      return take(at + 1), capital_run_ = true, true;
    }
    if (capital_run_ && search_.token(at).capitalised &&
        !search_.tables.given_names.contains(search_.token(at).folded) && search_.token(at).all_capitals) {
      return take(at + 1), true;
    }
    if (const auto comma = portfolio_after_comma(at)) return take(comma), true;
    if (const auto link = search_.words.links.longest_at(search_.body, at, limit_)) return take_link(link->end);
    return false;
  }

  // "minister of foreign affairs, cooperation and expatriates": a comma within a list of portfolios.
  std::size_t portfolio_after_comma(std::size_t at) const {
    if (office_.body.empty() || !search_.is_punctuation(at, {","}) || at + 1 >= limit_) return 0;
    const auto link = search_.words.links.longest_at(search_.body, at + 1, limit_);
    if (!link) return 0;
    const auto noun = search_.words.nouns.longest_at(search_.body, link->end, limit_);
    return noun ? noun->end : 0;
  }

  // A link belongs to the office only where something of it follows.
  bool take_link(std::size_t end) {
    const auto before = office_;
    take(end, false);
    after_link_ = true;
    if (office_.end < limit_ && search_.token(office_.end).kind == text::TokenKind::word && read_linked()) return true;
    office_ = before;
    after_link_ = false;
    return false;
  }

  bool read_linked() {
    const auto at = office_.end;
    if (take_country(at) || take_organisation(at)) return true;
    if (const auto run = run_ended_by(search_, at, limit_, search_.words.organisation_nouns))
      return take(run->end), true;
    if (const auto noun = search_.words.nouns.longest_at(search_.body, at, limit_)) return take(noun->end), true;
    if (const auto link = search_.words.links.longest_at(search_.body, at, limit_)) {
      take(link->end, false);
      after_link_ = true;
      return office_.end < limit_ && read_linked();
    }
    auto const& token = search_.token(at);
    if (!token.capitalised || search_.words.not_names.contains(token.folded) || begins_a_name(at)) return false;
    return take(at + 1), capital_run_ = true, true;
  }

  bool is_arabic_noun(std::size_t at) const {
    if (at >= limit_ || !search_.token(at).arabic) return false;
    auto const& folded = search_.token(at).folded;
    if (search_.words.not_names.contains(folded)) return false;
    for (auto const& form : lexicon::without_clitics(folded, lexicon::Clitics::all)) {
      if (form.word.starts_with(arabic_article) && !search_.words.not_names.contains(form.word)) return true;
    }
    return false;
  }

  bool read_arabic() {
    const auto at = office_.end;
    auto const& folded = search_.token(at).folded;
    if (search_.words.civilities.longest_at(search_.body, at, limit_)) return false;
    // "the chief of staff, General X": another head, or a rank, is not what the office is of.
    const auto next_head = search_.words.offices.longest_at(search_.body, at, limit_);
    if (next_head && (!office_.body.empty() || next_head->value().title_only)) return false;
    // "the president of Tunisia and the minister …": a conjunction with another head begins another office.
    if (const auto other = search_.words.offices.longest_at(search_.body, at, limit_, lexicon::Clitics::conjunctions);
        other && other->clitics > 0)
      return false;
    if (take_country(at) || take_organisation(at)) return true;
    if (search_.tables.given_names.contains(folded)) return false;
    if (is_arabic_noun(at)) {
      // Behind an adjective of relation a bare noun with the article begins something else.
      const bool relation = folded.ends_with("\u064A") || folded.ends_with("\u064A\u0647");
      if (after_relation_ && !relation && folded.starts_with(arabic_article)) return false;
      after_relation_ = relation && !office_.body.empty();
      return take(at + 1), true;
    }
    if (search_.words.not_names.contains(folded)) return take_arabic_link(at);
    if (const auto noun = search_.words.nouns.longest_at(search_.body, at, limit_, lexicon::Clitics::all))
      return take(noun->end), true;
    return take_arabic_link(at) || take_bare_before_article(at);
  }

  bool take_arabic_link(std::size_t at) {
    const auto link = search_.words.links.longest_at(search_.body, at, limit_);
    if (!link || link->end >= limit_) return false;
    const auto before = office_;
    take(link->end, false);
    // "the Iranian president in Tehran": where he is, unless the office is to be there.
    if (!before.country.empty() && !is_posted() &&
        search_.words.places.longest_at(search_.body, link->end, limit_, lexicon::Clitics::none))
      return office_ = before, false;
    if (take_country(link->end) || take_organisation(link->end) ||
        (is_arabic_noun(link->end) && (take(link->end + 1), true)))
      return true;
    return office_ = before, false;
  }

  bool is_posted() const {
    constexpr std::string_view posts[] = {"ambassador",
                                          "attache",
                                          "charge-d-affaires",
                                          "commissioner",
                                          "consul",
                                          "envoy",
                                          "governor",
                                          "head-of-mission",
                                          "high-commissioner",
                                          "representative",
                                          "permanent-representative"};
    return std::ranges::any_of(posts, [&](auto post) { return office_.head.concept_id.starts_with(post); });
  }

  // An idafa with a preposition or conjunction on it: "and for the watching of the territory".
  bool take_bare_before_article(std::size_t at) {
    const auto forms = lexicon::without_clitics(search_.token(at).folded, lexicon::Clitics::all);
    if (std::ranges::any_of(forms, [&](auto const& form) { return search_.tables.given_names.contains(form.word); }))
      return false;
    if (forms.size() < 2 || !is_arabic_noun(at + 1) || !search_.token(at + 1).folded.starts_with(arabic_article))
      return false;
    return take(at + 2), true;
  }

  Search const& search_;
  OfficeSpan& office_;
  std::size_t limit_;
  bool after_link_ = false;
  bool capital_run_ = false;
  bool after_relation_ = false;
};

struct BodyBefore {
  std::size_t end = 0;  // token
  std::string country;
};

// "MI6 chief", "National Intelligence Service director": the body before its head, as English puts it.
std::optional<BodyBefore> organisation_before_head(Search const& search, std::size_t at, std::size_t end) {
  if (!search.token(at).capitalised) return std::nullopt;
  if (search.words.offices.longest_at(search.body, at, end)) return std::nullopt;  // "State Minister": the head itself
  BodyBefore body;
  if (const auto known = search.words.organisations.longest_at(search.body, at, end)) {
    body = {known->end, known->value().country};
  } else if (const auto run = run_ended_by(search, at, end, search.words.organisation_nouns)) {
    body = {run->end, {}};
  }
  const bool heads = body.end > at && body.end < end && search.words.offices.longest_at(search.body, body.end, end);
  return heads ? std::optional(body) : std::nullopt;
}

}  // namespace

bool is_a_field(Search const& search, std::size_t at, std::size_t end) {
  if (search.token(at).arabic) return false;
  const auto field = search.words.nouns.longest_at(search.body, at, search.body.tokens.size());
  return field && field->end >= end;
}

bool Search::is_punctuation(std::size_t at, std::initializer_list<std::string_view> signs) const {
  return at < body.tokens.size() && std::ranges::find(signs, body.tokens[at].folded) != signs.end();
}

std::optional<OfficeSpan> office_at(Search const& search, std::size_t at, std::size_t end) {
  auto head_at = at;
  OfficeSpan office;
  office.first = at;
  const auto take_before = [&](auto const& table) -> bool {
    const auto hit = table.longest_at(search.body, head_at, end);
    return hit && hit->end < end && (head_at = hit->end, true);
  };
  // What stands before the head: "former", a demonym or country as English puts it.
  if (take_before(search.words.former)) {
    office.former = true;
    if (search.is_punctuation(head_at, {"-"})) ++head_at;
  }
  if (!search.token(head_at).arabic) {
    if (const auto demonym = search.words.demonyms.longest_at(search.body, head_at, end)) {
      office.country = demonym->value();
      head_at = demonym->end;
      if (take_before(search.words.former)) office.former = true;
    } else if (const auto place = search.words.places.longest_at(search.body, head_at, end);
               place && place->value().is_country) {
      office.country = place->value().country;
      head_at = place->end;
      if (search.is_punctuation(head_at, {".", "'"})) ++head_at;
    } else if (const auto body = organisation_before_head(search, head_at, end)) {
      office.country = body->country;
      for (; head_at < body->end; ++head_at) add_to_body(office, search.token(head_at));
    }
  }
  if (head_at >= end) return std::nullopt;
  const auto head = search.words.offices.longest_at(search.body, head_at, end, lexicon::Clitics::all);
  if (!head) return std::nullopt;
  office.head = head->value();
  if (head_at == at) office.clitics = head->clitics;
  office.end = head->end;
  Complement(search, office, std::min(end, head->end + longest_office)).read();
  if (search.words.former.longest_at(search.body, office.end, end)) {
    const auto behind = search.words.former.longest_at(search.body, office.end, end);
    if (behind && search.token(office.end).arabic) {
      office.former = true;
      office.end = behind->end;
    }
  }
  return office;
}

}  // namespace recoupe::name
