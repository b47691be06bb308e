#include "source/chain_builder.hpp"

#include <algorithm>

namespace recoupe::source {
namespace {

constexpr std::string_view lam = "\u0644";
constexpr std::string_view article = "\u0627\u0644";

// A page that names more has no chain: it is a list.
constexpr std::size_t most_links = 64;

}  // namespace

void ChainBuilder::add(ChainLink link) {
  const auto same = [&](ChainLink const& known) {
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
