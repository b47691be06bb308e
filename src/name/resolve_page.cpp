#include "name/resolve_page.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "lexicon/phrase_table.hpp"
#include "name/runs.hpp"
#include "text/fold.hpp"

namespace recoupe::name {
namespace {

constexpr std::string_view arabic_article = "\u0627\u0644";
constexpr float foreign_from = 1.0F;  // log odds of a foreign name
// Offices that describe rather than name: resolved by what they are about, whatever they are called.
const std::set<std::string, std::less<>> describing{"official", "head", "director", "director-general", "leader"};

std::string without_article(std::string word) {
  if (word.starts_with(arabic_article) && word.size() > arabic_article.size() + 4) word.erase(0, arabic_article.size());
  return word;
}

std::vector<std::string> words_of(std::string_view name) {
  auto words = lexicon::phrase_words(name);
  std::erase_if(words, [](std::string const& word) { return word == "-" || word == "." || word == "'"; });
  for (auto& word : words) word = without_article(std::move(word));
  return words;
}

// Whether `part` may be a short form of `whole`: its words are words of it, the last one among them.
bool is_short_form(std::vector<std::string> const& part, std::vector<std::string> const& whole) {
  if (part.empty() || part.size() > whole.size()) return false;
  const auto within = [&](std::string const& word) { return std::ranges::find(whole, word) != whole.end(); };
  return part.back() == whole.back() ? std::ranges::all_of(part, within)
                                     : part.size() > 1 && std::ranges::all_of(part, within);
}

bool share_a_word(std::string const& left, std::string const& right) {
  const auto a = lexicon::phrase_words(left);
  const auto b = lexicon::phrase_words(right);
  return std::ranges::any_of(
      a, [&](std::string const& word) { return word.size() > 2 && std::ranges::find(b, word) != b.end(); });
}

class Resolver {
 public:
  Resolver(text::SegmentedText const& body, std::vector<FoundOffice> const& offices, LanguageWords const& words,
           PageNames& page)
      : body_(body), offices_(offices), words_(words), page_(page) {}

  void run() {
    name_people();
    give_offices();
    for (std::size_t i = 0; i < offices_.size(); ++i) resolve_office(i);
    resolve_groups();
    add_bare_surnames();
    add_names_again();
    std::ranges::sort(page_.mentions, {}, [](Mention const& mention) { return std::pair(mention.span, mention.kind); });
  }

 private:
  // The longest names first, so that every short form finds its full one.
  void name_people() {
    std::vector<std::size_t> persons;
    for (std::size_t i = 0; i < offices_.size(); ++i) {
      if (page_.mentions[i].kind == MentionKind::person) persons.push_back(i);
    }
    std::map<std::size_t, std::vector<std::string>> words;
    for (auto i : persons) words[i] = words_of(body_.slice(page_.mentions[i].span));
    std::ranges::stable_sort(persons, [&](auto a, auto b) { return words[a].size() > words[b].size(); });
    for (auto i : persons) {
      if (!respells_last(i)) page_.mentions[i].entity = person_of(words[i], written(i));
    }
    for (auto i : persons) {
      if (respells_last(i)) page_.mentions[i].entity = add_variant(page_.mentions[i - 1].entity, written(i));
    }
  }

  std::string written(std::size_t mention) const { return std::string(body_.slice(page_.mentions[mention].span)); }

  // "جان دو (Jean Doe)": a person's name once more, in brackets and in another script.
  bool respells_last(std::size_t mention) const {
    if (mention == 0 || page_.mentions[mention - 1].kind != MentionKind::person) return false;
    const auto before = page_.mentions[mention - 1].span;
    const auto span = page_.mentions[mention].span;
    if (before.end > span.begin) return false;
    const auto between = body_.slice({before.end, span.begin});
    return (between == " (" || between == "(") && is_arabic(before) && !is_arabic(span);
  }

  bool is_arabic(text::ByteSpan span) const {
    const auto token =
        std::ranges::lower_bound(body_.tokens, span.begin, {}, [](auto const& t) { return t.span.begin; });
    return token != body_.tokens.end() && token->arabic;
  }

  std::size_t person_of(std::vector<std::string> const& words, std::string written) {
    std::size_t found = no_entity;
    std::size_t fits = 0;
    for (std::size_t p = 0; p < people_words_.size(); ++p) {
      if (people_words_[p] == words) return add_variant(p, std::move(written));
      if (is_short_form(words, people_words_[p])) {
        found = p;
        ++fits;
      }
    }
    if (fits == 1) return add_variant(found, std::move(written));
    page_.people.push_back({.name = written, .variants = {written}, .offices = {}});
    people_words_.push_back(words);
    return page_.people.size() - 1;
  }

  std::size_t add_variant(std::size_t person, std::string written) {
    auto& variants = page_.people[person].variants;
    const auto at = std::ranges::lower_bound(variants, written);
    if (at == variants.end() || *at != written) variants.insert(at, std::move(written));
    return person;
  }

  void give_offices() {
    people_offices_.resize(page_.people.size());
    for (std::size_t i = 0; i < offices_.size(); ++i) {
      auto const& mention = page_.mentions[i];
      if (mention.kind != MentionKind::person || !mention.office) continue;
      auto& held = page_.people[mention.entity].offices;
      std::string title(body_.slice(*mention.office));
      if (std::ranges::any_of(held,
                              [&](HeldOffice const& office) { return text::fold(office.title) == text::fold(title); }))
        continue;
      held.push_back({.title = std::move(title),
                      .organisation = {},
                      .country = mention.country,
                      .concept_id = offices_[i].concept_id,
                      .evidence = *mention.office,
                      .former = offices_[i].former});
      people_offices_[mention.entity].push_back(offices_[i]);
    }
  }

  bool may_hold(std::size_t person, std::size_t mention) const {
    auto const& told = offices_[mention];
    for (std::size_t o = 0; o < people_offices_[person].size(); ++o) {
      auto const& held = people_offices_[person][o];
      auto const& country = page_.people[person].offices[o].country;
      auto const& wanted = page_.mentions[mention].country;
      if (!wanted.empty() && !country.empty() && wanted != country) continue;
      const bool about = told.body.empty() || held.body.empty() || share_a_word(told.body, held.body);
      if (told.concept_id == held.concept_id && about) return true;
      if (!describing.contains(told.concept_id)) continue;
      if (!told.body.empty() && share_a_word(told.body, held.body)) return true;
      if (told.concept_id == "official" && !wanted.empty() && wanted == country) return true;
    }
    return false;
  }

  // "The president of the republic met …, among them the president of Kenya, X": a title without a country, told before
  // anybody of another one is named.
  bool is_head_of_elsewhere(std::size_t person, std::size_t mention) const {
    if (!page_.mentions[mention].country.empty()) return false;
    auto const& held = page_.people[person].offices;
    const auto first =
        std::ranges::min_element(held, {}, [](HeldOffice const& office) { return office.evidence.begin; });
    return first != held.end() && !first->country.empty() && first->evidence.begin > page_.mentions[mention].span.begin;
  }

  void resolve_office(std::size_t mention) {
    if (page_.mentions[mention].kind != MentionKind::office) return;
    std::size_t found = no_entity;
    for (std::size_t p = 0; p < page_.people.size(); ++p) {
      if (!may_hold(p, mention) || is_head_of_elsewhere(p, mention)) continue;
      if (found != no_entity) return;
      found = p;
    }
    page_.mentions[mention].entity = found;
  }

  // "the two officials" are the two people with an office whom the page has named so far, where there are just two.
  void resolve_groups() {
    std::set<std::size_t> named;
    for (auto& mention : page_.mentions) {
      if (mention.kind == MentionKind::person && !page_.people[mention.entity].offices.empty())
        named.insert(mention.entity);
      if (mention.kind == MentionKind::group && !mention.office && named.size() == 2)
        mention.members.assign(named.begin(), named.end());
    }
  }

  bool is_covered(text::ByteSpan span) const {
    const auto after = std::ranges::upper_bound(covered_, span.begin, {}, &text::ByteSpan::begin);
    return after != covered_.begin() && std::prev(after)->overlaps(span);
  }

  // The last word of a full name; a name of one word where its letters show that it is no other word.
  bool may_stand_alone(std::vector<std::string> const& name) const {
    if (name.back().size() < 3 || words_.not_names.contains(name.back())) return false;
    return name.size() > 1 || words_.foreign_letters.odds(name.back()) >= foreign_from;
  }

  // "Jane Houston" is whom the page means by Houston, but for "in Houston".
  bool is_called_like_a_city(Mention const& mention, std::map<std::string, std::size_t> const& surnames) const {
    if (mention.kind != MentionKind::place || is_arabic(mention.span)) return false;
    auto const& known = page_.places[mention.entity].concept_id;
    const bool of_the_long_list = !known.empty() && known.find_first_not_of("0123456789") == std::string::npos;
    const auto at = body_.token_at(mention.span.begin);
    if (!of_the_long_list || body_.tokens[at].span != mention.span) return false;
    const auto found = surnames.find(body_.tokens[at].folded);
    if (found == surnames.end() || found->second == no_entity || people_words_[found->second].size() < 2) return false;
    return !is_behind(body_, words_.place_cues, at, body_.sentences[body_.sentence_of(at)].first_token);
  }

  void add_bare_surnames() {
    std::map<std::string, std::size_t> surnames;  // no_entity: of two people
    for (std::size_t p = 0; p < people_words_.size(); ++p) {
      if (people_words_[p].empty()) continue;
      auto const& words = people_words_[p];
      const bool family_first = words.size() > 1 && words_.family_first.contains(words.front());
      if (!family_first && !may_stand_alone(words)) continue;
      const auto [at, added] = surnames.try_emplace(family_first ? words.front() : words.back(), p);
      if (!added) at->second = no_entity;
    }
    std::erase_if(page_.mentions, [&](Mention const& mention) { return is_called_like_a_city(mention, surnames); });
    for (auto const& mention : page_.mentions) covered_.push_back(mention.whole);
    std::ranges::sort(covered_);
    for (auto const& token : body_.tokens) {
      if (token.kind != text::TokenKind::word || is_covered(token.span) || (!token.arabic && !token.capitalised))
        continue;
      for (auto const& form :
           lexicon::without_clitics(token.folded, token.arabic ? lexicon::Clitics::all : lexicon::Clitics::none)) {
        const auto found = surnames.find(without_article(form.word));
        if (found == surnames.end() || found->second == no_entity) continue;
        Mention mention;
        mention.kind = MentionKind::person;
        mention.span = mention.whole = token.span;
        mention.entity = add_variant(found->second, std::string(body_.slice(token.span)));
        page_.mentions.push_back(mention);
        break;
      }
    }
  }

  // Names of places and organisations that no list knows, by the mention that the words around showed to be one.
  lexicon::PhraseTable<std::size_t> shown_names() const {
    lexicon::PhraseTable<std::size_t> shown;
    for (std::size_t i = 0; i < page_.mentions.size(); ++i) {
      auto const& mention = page_.mentions[i];
      const bool place = mention.kind == MentionKind::place;
      if ((!place && mention.kind != MentionKind::organisation) || is_arabic(mention.span)) continue;
      auto const& known =
          place ? page_.places[mention.entity].concept_id : page_.organisations[mention.entity].concept_id;
      if (known.empty()) shown.add(body_.slice(mention.span), i);
    }
    return shown;
  }

  bool is_part_of_more(std::size_t first, std::size_t end) const {
    const auto goes_on = [&](std::size_t at, std::size_t behind) {
      return body_.tokens[at].kind == text::TokenKind::word && body_.tokens[at].capitalised &&
             body_.tokens[behind].space_before;
    };
    const bool hyphen_before = first > 0 && body_.tokens[first - 1].folded == "-" && !body_.tokens[first].space_before;
    const bool hyphen_behind =
        end < body_.tokens.size() && body_.tokens[end].folded == "-" && !body_.tokens[end].space_before;
    return hyphen_before || hyphen_behind || (first > 0 && goes_on(first - 1, first)) ||
           (end < body_.tokens.size() && goes_on(end, end));
  }

  // What one sentence shows to be a place or an organisation is one in the others too: "to Ash Hill", "Ash Hill said".
  void add_names_again() {
    const auto shown = shown_names();
    if (shown.empty()) return;
    covered_.clear();
    for (auto const& mention : page_.mentions) covered_.push_back(mention.whole);
    std::ranges::sort(covered_);
    for (std::size_t at = 0; at < body_.tokens.size(); ++at) {
      if (!body_.tokens[at].capitalised || is_covered(body_.tokens[at].span)) continue;
      const auto hit = shown.longest_at(body_, at, body_.tokens.size());
      if (!hit || is_covered(body_.tokens[hit->end - 1].span) || is_part_of_more(at, hit->end)) continue;
      Mention mention = page_.mentions[hit->value()];
      mention.span = mention.whole = body_.span_of(at, hit->end);
      page_.mentions.push_back(std::move(mention));
      at = hit->end - 1;
    }
  }

  text::SegmentedText const& body_;
  std::vector<FoundOffice> const& offices_;
  LanguageWords const& words_;
  PageNames& page_;
  std::vector<std::vector<std::string>> people_words_;
  std::vector<std::vector<FoundOffice>> people_offices_;
  std::vector<text::ByteSpan> covered_;
};

}  // namespace

void resolve_page(text::SegmentedText const& body, std::vector<FoundOffice> const& offices, LanguageWords const& words,
                  PageNames& page) {
  Resolver(body, offices, words, page).run();
}

}  // namespace recoupe::name
