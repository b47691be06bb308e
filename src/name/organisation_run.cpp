#include "name/organisation_run.hpp"

#include <algorithm>

#include "name/name_evidence.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_run = 16;  // tokens
constexpr std::string_view arabic_article = "\u0627\u0644";
constexpr std::string_view for_the = "\u0644\u0644";

// Latin: adjectives, nouns, names and the links between them.
class Complement {
 public:
  // `capital`: the noun that it completes is capitalised, so that common words may belong to its name. `open`: and it
  // says little alone, so that they need not be in any table.
  Complement(Search const& search, std::size_t begin, std::size_t end, bool capital, bool open)
      : search_(search), begin_(begin), end_(std::min(end, begin + longest_run)), capital_(capital), open_(open) {}

  std::size_t read() {
    auto at = begin_;
    for (auto next = part(at); next > at; next = part(at)) {
      at = next;
      has_part_ = true;
    }
    return at;
  }
  // Only what a link begins.
  std::size_t read_linked() {
    const auto next = linked(begin_);
    if (next == begin_) return begin_;
    begin_ = next;
    has_part_ = true;
    return read();
  }
  bool has_name() const { return named_; }
  bool has_part() const { return has_part_; }
  bool has_portfolio() const { return portfolio_; }

 private:
  std::size_t part(std::size_t at) {
    if (at >= end_) return at;
    if (const auto next = capitalised(at); next > at) return named_ = true, next;
    if (const auto next = described(at); next > at) return next;
    if (const auto next = linked(at); next > at) return next;
    return has_part_ ? joined(at) : at;
  }

  // "Bureau du Directeur général": an office is no part of an organisation's name; the organisation ends before it.
  bool is_office(std::size_t at) const {
    const auto office = search_.words.offices.longest_at(search_.body, at, end_);
    return office && !office->value().plural;
  }

  bool is_common_word(std::size_t at) const {
    constexpr std::size_t shortest = 4;
    return at < end_ && search_.token(at).kind == text::TokenKind::word && !search_.token(at).capitalised &&
           search_.token(at).folded.size() >= shortest && !search_.words.not_names.contains(search_.token(at).folded);
  }

  bool is_plural(std::size_t at) const {
    return is_common_word(at) && (search_.token(at).folded.ends_with('s') || search_.token(at).folded.ends_with('x'));
  }

  bool is_adjective(std::size_t at) const {
    return is_common_word(at) && search_.words.organisation_adjectives.contains(search_.token(at).folded);
  }

  std::size_t capitalised(std::size_t at) const {
    if (is_office(at)) return at;
    const auto next = capitalised_word(search_, at, end_);
    return next > at && !search_.words.not_names.contains(search_.token(at).folded) ? next : at;
  }

  // The end of a noun of the tables.
  std::size_t noun(std::size_t at) const {
    const auto hit = at < end_ ? search_.words.nouns.longest_at(search_.body, at, end_) : std::nullopt;
    return hit ? hit->end : at;
  }

  std::size_t described(std::size_t at) {
    auto next = noun(at);
    if (next == at) {
      const auto demonym = search_.words.demonyms.longest_at(search_.body, at, end_);
      if (demonym) next = demonym->end;
    }
    if (next == at && capital_ && is_adjective(at)) next = at + 1;
    if (next == at) return at;
    open_ = open_ || capital_;
    named_ = named_ || search_.token(at).capitalised;
    return next;
  }

  // A link is taken only where something of the name follows it.
  std::size_t linked(std::size_t at) {
    const auto link = at < end_ ? search_.words.organisation_links.longest_at(search_.body, at, end_) : std::nullopt;
    if (!link || link->value() == LinkUse::joins || link->end >= end_) return at;
    if (is_office(link->end) && noun(link->end) == link->end) return at;
    const auto next = behind_link(link->end, link->value());
    if (next == link->end) return at;
    last_link_ = {at, link->end};
    return next;
  }

  std::size_t behind_link(std::size_t at, LinkUse use) {
    if (const auto next = noun(at); next > at) {
      named_ = named_ || (search_.token(at).capitalised && !search_.words.not_names.contains(search_.token(at).folded));
      portfolio_ = true;
      return next;
    }
    if (use == LinkUse::noun) return at;
    if (const auto place = search_.words.places.longest_at(search_.body, at, end_)) return named_ = true, place->end;
    if (const auto next = capitalised(at); next > at) return named_ = true, next;
    // "Union des enseignants"
    if (use == LinkUse::plural && capital_ && is_plural(at)) return at + 1;
    // "Front de libération nationale"
    if (capital_ && is_common_word(at) && (noun(at + 1) > at + 1 || is_adjective(at + 1))) return at + 1;
    // "Fédération nationale de judo"
    if (!open_ || !is_common_word(at)) return at;
    named_ = true;
    return at + 1;
  }

  // "and", and a comma before it, where what follows is like what goes before; else it joins two names.
  std::size_t joined(std::size_t at) {
    if (search_.is_punctuation(at, {","})) {
      const auto next = like_before(at + 1, at - 1);
      const auto last = next > at + 1 ? joined(next) : next;
      return last > next ? last : at;
    }
    const auto link = at < end_ ? search_.words.organisation_links.longest_at(search_.body, at, end_) : std::nullopt;
    if (!link || link->value() != LinkUse::joins) return at;
    const auto next = like_before(link->end, at - 1);
    if (next > link->end) return next;
    return open_ && repeats_link(at + 1, link->end) && is_common_word(link->end) ? link->end + 1 : at;
  }

  // "de dépôt et de gestion"
  bool repeats_link(std::size_t begin, std::size_t end) const {
    return begin < end && end - begin == last_link_.end - last_link_.first &&
           std::equal(
               search_.body.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
               search_.body.tokens.begin() + static_cast<std::ptrdiff_t>(end),
               search_.body.tokens.begin() + static_cast<std::ptrdiff_t>(last_link_.first),
               [](text::Token const& a, text::Token const& b) { return a.folded == b.folded; });
  }

  std::size_t like_before(std::size_t at, std::size_t before) {
    if (at >= end_ || is_office(at)) return at;
    // Another organisation: "the ministry of health and the commission of finance".
    const auto other = search_.words.organisation_nouns.longest_at(search_.body, at, end_);
    const auto is_portfolio = [](NounUse use) { return use == NounUse::portfolio; };
    if (other && (search_.token(at).capitalised || std::ranges::any_of(*other->values, is_portfolio))) return at;
    if (const auto next = noun(at); next > at) return next;
    if (is_adjective(at)) return at + 1;
    return is_plural(at) && is_plural(before) ? at + 1 : at;
  }

  Search const& search_;
  std::size_t begin_;
  std::size_t end_;
  bool capital_;
  bool open_;
  bool named_ = false;
  bool has_part_ = false;
  bool portfolio_ = false;  // a noun of the tables
  Run last_link_;
};

// The end of capitalised words that begin no sentence and no other kind of name, else `at`.
std::size_t named_alone(Search const& search, std::size_t at, std::size_t end) {
  const auto word = after_own_article(search, at, end);
  if (!is_name_word(search, word, end)) return at;
  auto stop = word;
  for (auto next = capitalised_word(search, word, end); next > stop; next = capitalised_word(search, stop, end))
    stop = next;
  return stop;
}

// "la société Lorraine d'astronomie": the capitalised words are not all of the name.
bool goes_on_small(Search const& search, std::size_t at, std::size_t end) {
  const auto link = at < end ? search.words.organisation_links.longest_at(search.body, at, end) : std::nullopt;
  if (!link || link->value() == LinkUse::joins || link->end >= end) return false;
  auto const& behind = search.token(link->end);
  return behind.kind == text::TokenKind::word && !behind.capitalised &&
         search.token(link->end - 1).folded.ends_with('\'');
}

std::optional<Run> latin_organisation(Search const& search, std::size_t at, std::size_t end) {
  const auto noun = search.words.organisation_nouns.longest_at(search.body, at, end);
  if (!noun) return std::nullopt;
  const bool capital = search.token(at).capitalised;
  auto const& how = *noun->values;
  // "le groupe Duval"
  const bool apart = std::ranges::find(how, NounUse::apart) != how.end();
  if (apart && !capital && noun->end < end && search.token(noun->end).capitalised) {
    if (search.words.organisations.longest_at(search.body, noun->end, end)) return std::nullopt;  // found on its own
    const auto name = named_alone(search, noun->end, end);
    if (name > noun->end && !goes_on_small(search, name, end)) return Run{noun->end, name};
  }
  const bool alone = std::ranges::find(how, NounUse::alone) != how.end();
  const auto needs_capital = [](NounUse use) { return use == NounUse::alone; };
  if (!capital && std::ranges::all_of(how, needs_capital)) return std::nullopt;
  const bool portfolio = std::ranges::find(how, NounUse::portfolio) != how.end();
  Complement complement(search, noun->end, end, capital || portfolio, capital && !alone);
  const auto stop = complement.read();
  const bool begins_sentence = search.body.sentences[search.body.sentence_of(at)].first_token == at;
  const bool shown = capital && (alone || (complement.has_part() && !begins_sentence));
  if (!shown && !complement.has_name() && !(portfolio && complement.has_portfolio())) return std::nullopt;
  return Run{at, stop};
}

// Whether the word is an adjective of relation as far as its ending tells.
bool is_nisba(std::string_view folded) { return folded.ends_with("\u064A") || folded.ends_with("\u064A\u0647"); }

// Arabic: a noun in the construct state with words that have the article, or one that has it with its adjectives.
class ArabicOrganisation {
 public:
  ArabicOrganisation(Search const& search, std::size_t at, std::size_t end)
      : search_(search), at_(at), end_(std::min(end, at + longest_arabic_run)) {}

  std::optional<Run> read() const {
    if (const auto noun = search_.words.organisation_nouns.longest_at(search_.body, at_, end_, lexicon::Clitics::all)) {
      const auto next = constructed(noun->end);
      if (next > noun->end) return Run{at_, next, noun->clitics};
    }
    const auto clitics = clitics_of_head();
    if (!clitics) return std::nullopt;
    const auto adjectives = described(at_ + 1);
    if (adjectives == at_ + 1) return std::nullopt;
    const auto stop = completed(adjectives);
    // "the Jordanian party" is not its name.
    const bool said_whose = search_.words.demonyms.longest_at(search_.body, at_ + 1, adjectives).has_value();
    return stop > adjectives || adjectives > at_ + 2 || !said_whose ? std::optional(Run{at_, stop, *clitics})
                                                                    : std::nullopt;
  }

 private:
  static constexpr std::size_t longest_arabic_run = 8;  // tokens

  bool is_word(std::size_t at) const {
    return at < end_ && search_.token(at).kind == text::TokenKind::word && search_.token(at).arabic &&
           !search_.words.not_names.contains(search_.token(at).folded);
  }
  bool has_article(std::size_t at) const {
    constexpr std::size_t shortest = 8;  // bytes
    return is_word(at) && search_.token(at).folded.starts_with(arabic_article) &&
           search_.token(at).folded.size() >= shortest;
  }
  bool is_person(std::size_t at) const {
    return search_.words.civilities.longest_at(search_.body, at, end_) ||
           search_.words.offices.longest_at(search_.body, at, end_);
  }
  bool is_adjective(std::size_t at) const {
    return has_article(at) && !is_person(at) &&
           (is_nisba(search_.token(at).folded) ||
            search_.words.organisation_adjectives.contains(search_.token(at).folded));
  }

  // Folded bytes before the article of a head that has it.
  std::optional<std::size_t> clitics_of_head() const {
    for (auto const& form : lexicon::without_clitics(search_.token(at_).folded, lexicon::Clitics::all)) {
      if (form.word.starts_with(arabic_article) &&
          search_.words.definite_organisations.contains(std::string_view(form.word).substr(arabic_article.size())))
        return form.bytes;
    }
    return std::nullopt;
  }

  std::size_t described(std::size_t at) const {
    while (is_adjective(at)) ++at;
    return at;
  }

  // "chamber of commerce and industry", "ministry of finance of Jordan"
  std::size_t constructed(std::size_t begin) const {
    auto next = begin;
    while (is_word(next)) {
      const auto place = search_.words.places.longest_at(search_.body, next, end_);
      if (place && next == begin) {
        next = place->end;
      } else if (has_article(next) && !is_person(next) && (next == begin || is_adjective(next))) {
        ++next;
      } else if (next > begin && joins(next)) {
        next = described(next + 1);
      } else {
        break;
      }
    }
    return next;
  }

  // "and industry": a noun of the tables behind the conjunction that is written with it.
  bool joins(std::size_t at) const {
    for (auto const& form : lexicon::without_clitics(search_.token(at).folded, lexicon::Clitics::conjunctions)) {
      if (form.bytes > 0 && form.word.starts_with(arabic_article) && is_noun(form.word.substr(arabic_article.size())))
        return true;
    }
    return false;
  }
  bool is_noun(std::string const& folded) const { return search_.words.single_nouns.contains(folded); }

  // "for the fight against corruption", where the tables know of it, and its adjectives.
  std::size_t completed(std::size_t at) const {
    if (!is_word(at)) return at;
    const auto noun = search_.words.nouns.longest_at(search_.body, at, end_, lexicon::Clitics::all);
    if (noun && noun->clitics > 0) return described(noun->end);
    const bool for_what = search_.token(at).folded.starts_with(for_the) &&
                          !search_.words.offices.longest_at(search_.body, at, end_, lexicon::Clitics::all) &&
                          !search_.words.places.longest_at(search_.body, at, end_, lexicon::Clitics::all);
    return for_what ? described(at + 1) : at;
  }

  Search const& search_;
  std::size_t at_;
  std::size_t end_;
};

}  // namespace

std::optional<Run> organisation_by_noun(Search const& search, std::size_t at, std::size_t end) {
  return search.token(at).arabic ? ArabicOrganisation(search, at, end).read() : latin_organisation(search, at, end);
}

std::size_t after_complement(Search const& search, std::size_t at, std::size_t end) {
  return at < end ? Complement(search, at, end, true, false).read_linked() : at;
}

}  // namespace recoupe::name
