#include "encounter/resolve_heads.hpp"

#include <algorithm>
#include <set>

namespace recoupe::encounter {
namespace {

using name::MentionKind;

class Resolver {
 public:
  Resolver(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words)
      : body_(body), names_(names), words_(words) {}

  std::optional<name::PageNames> run() const {
    const auto offices = heads_without_a_name();
    if (offices.empty()) return std::nullopt;
    const auto person = the_one_spoken_of();
    if (person == name::no_entity) return std::nullopt;
    auto resolved = names_;
    auto const& mention = names_.mentions[offices.front()];
    resolved.people[person].offices.push_back({.title = std::string(body_.slice(mention.span)),
                                               .organisation = {},
                                               .country = mention.country,
                                               .concept_id = office_of(mention),
                                               .evidence = mention.span,
                                               .former = false});
    for (auto office : offices) resolved.mentions[office].entity = person;
    return resolved;
  }

 private:
  // The concept of a head of state or government; empty where the mention says more or something else.
  std::string office_of(name::Mention const& mention) const {
    const auto first = body_.token_at(mention.span.begin);
    const auto end = body_.token_at(mention.span.end - 1) + 1;
    const auto hit = words_.heads.longest_at(body_, first, end, lexicon::Clitics::all);
    return hit && hit->end == end ? hit->value() : std::string();
  }

  // None where they are of several kinds, or the page also names who holds one.
  std::vector<std::size_t> heads_without_a_name() const {
    std::vector<std::size_t> found;
    std::set<std::string> kinds;
    for (std::size_t i = 0; i < names_.mentions.size(); ++i) {
      auto const& mention = names_.mentions[i];
      if (mention.kind != MentionKind::office || mention.entity != name::no_entity) continue;
      const auto kind = office_of(mention);
      if (kind.empty()) continue;
      kinds.insert(kind);
      found.push_back(i);
    }
    return kinds.size() == 1 ? found : std::vector<std::size_t>{};
  }

  // The only person without an office who stands as a subject may: behind no preposition.
  std::size_t the_one_spoken_of() const {
    std::set<std::size_t> people;
    for (auto const& mention : names_.mentions) {
      if (mention.kind != MentionKind::person || mention.entity == name::no_entity) continue;
      auto const& person = names_.people[mention.entity];
      const bool full = person.name.find(' ') != std::string::npos;
      if (person.offices.empty() && full && stands_free(mention)) people.insert(mention.entity);
    }
    return people.size() == 1 ? *people.begin() : name::no_entity;
  }

  // As a subject does: at the beginning of a clause, behind a verb of speech or "and", and before a word.
  bool stands_free(name::Mention const& mention) const {
    const auto first = body_.token_at(mention.whole.begin);
    const auto end = body_.token_at(mention.whole.end - 1) + 1;
    if (end >= body_.tokens.size() || body_.tokens[end].kind != text::TokenKind::word) return false;
    if (first == 0 || body_.tokens[first - 1].kind != text::TokenKind::word) return true;
    if (std::ranges::binary_search(body_.sentences, first, {}, &text::Sentence::first_token)) return true;
    const auto hit = words_.cues.longest_at(body_, first - 1, first, lexicon::Clitics::none);
    return hit &&
           std::ranges::any_of(*hit->values, [](Cue cue) { return cue == Cue::boundary || cue == Cue::coordination; });
  }

  text::SegmentedText const& body_;
  name::PageNames const& names_;
  LanguageWords const& words_;
};

}  // namespace

bool speaks_of_states(text::SegmentedText const& body, name::PageNames const& names, LanguageWords const& words) {
  return std::ranges::any_of(names.mentions, [&](name::Mention const& mention) {
    const auto office = mention.kind == MentionKind::office ? std::optional(mention.span) : mention.office;
    if (!office) return false;
    const auto end = body.token_at(office->end - 1) + 1;
    for (auto at = body.token_at(office->begin); at < end; ++at) {
      if (words.state_offices.longest_at(body, at, end, lexicon::Clitics::all)) return true;
    }
    return false;
  });
}

std::optional<name::PageNames> resolve_heads(text::SegmentedText const& body, name::PageNames const& names,
                                             LanguageWords const& words) {
  return Resolver(body, names, words).run();
}

}  // namespace recoupe::encounter
