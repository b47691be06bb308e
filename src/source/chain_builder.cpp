#include "source/chain_builder.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace recoupe::source {
namespace {

constexpr std::string_view lam = "\u0644";
constexpr std::string_view article = "\u0627\u0644";

// A page that names more has no chain: it is a list.
constexpr std::size_t most_links = 64;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

// One letter more, less or other: a long name that was misspelt.
bool is_misspelt(std::string_view left, std::string_view right) {
  constexpr std::size_t shortest = 12;
  if (std::min(letters_of(left), letters_of(right)) < shortest) return false;
  auto [a, b] = std::ranges::mismatch(left, right);
  while (a != left.begin() && b != right.begin() &&
         ((a != left.end() && continues(*a)) || (b != right.end() && continues(*b))))
    --a, --b;
  std::string_view rest_left(a, left.end());
  std::string_view rest_right(b, right.end());
  while (!rest_left.empty() && !rest_right.empty() && rest_left.back() == rest_right.back()) {
    rest_left.remove_suffix(1);
    rest_right.remove_suffix(1);
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::ranges::any_of(rest_left, is_digit) || std::ranges::any_of(rest_right, is_digit)) return false;
  return letters_of(rest_left) <= 1 && letters_of(rest_right) <= 1;
}

bool may_be_misspelt(Role role) { return role == Role::agency || role == Role::authority; }

}  // namespace

void ChainBuilder::add(ChainLink link) {
  const auto same = [&](ChainLink const& known) {
    if (may_be_misspelt(known.role) && may_be_misspelt(link.role) && known.name != link.name &&
        is_misspelt(text::fold(known.name), text::fold(link.name)))
      return true;
    return known.role == link.role &&
           (known.name == link.name || (!link.concept_id.empty() && known.concept_id == link.concept_id) ||
            link.role == Role::communique);
  };
  if (link.name.empty() || links_.size() == most_links || std::ranges::any_of(links_, same)) return;
  links_.push_back(std::move(link));
}

void ChainBuilder::add_in_body(Role role, std::string name, text::ByteSpan span, std::string concept_id,
                               std::string country) {
  add({role, std::move(name), std::move(concept_id), std::move(country), ChainBasis::stated, report_.to_block(span)});
}

std::vector<ChainLink> ChainBuilder::take() {
  std::ranges::stable_sort(links_, {}, &ChainLink::role);
  return std::move(links_);
}

std::string without_clitics(std::string_view written, std::size_t clitics) {
  const auto rest = written.substr(std::min(clitics, written.size()));
  const bool hidden_article =
      clitics >= lam.size() && rest.starts_with(lam) && written.substr(clitics - lam.size()).starts_with(lam);
  return hidden_article ? std::string(article) + std::string(rest.substr(lam.size())) : std::string(rest);
}

bool is_attributed(text::Sentence const& sentence, Sources const& sources) {
  constexpr auto cue = [](Attribution const& attribution) { return attribution.cue.begin; };
  const auto found = std::ranges::lower_bound(sources.attributions, sentence.span.begin, {}, cue);
  return found != sources.attributions.end() && found->cue.begin < sentence.span.end;
}

}  // namespace recoupe::source
