#include "source/chain_builder.hpp"

namespace recoupe::source {
namespace {

// The block that names the outlet; metadata alone is no words of the page.
void add_outlet(page::Report const& report, ChainBuilder& chain) {
  if (report.outlet.empty()) return;
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    const auto at = report.blocks[i].text.find(report.outlet);
    if (at == std::string::npos) continue;
    return chain.add({Role::outlet, report.outlet, {}, {}, ChainBasis::stated, {i, {at, at + report.outlet.size()}}});
  }
}

// A post of somebody that the page embeds.
void add_embeds(page::Report const& report, ChainBuilder& chain) {
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    auto const& block = report.blocks[i];
    if (block.kind != page::BlockKind::embed || block.author.empty()) continue;
    chain.add({Role::post, block.author, {}, {}, ChainBasis::stated, {i, {0, block.text.size()}}});
  }
}

}  // namespace

std::vector<ChainLink> find_chain(page::Report const& report, text::SegmentedText const& body,
                                  name::PageNames const& names, Sources const& sources, Vocabulary const& vocabulary) {
  auto const& tables = vocabulary.tables();
  const auto words = tables.languages.find(body.language);
  if (words == tables.languages.end()) return {};
  ChainBuilder chain(report);
  add_outlet(report, chain);
  add_signatures(report, body.language, tables, words->second, chain);
  add_passing(body, sources, tables, words->second, chain);
  add_communiques(body, names, sources, words->second, chain);
  add_authorities(body, names, sources, tables, words->second, chain);
  add_embeds(report, chain);
  return chain.take();
}

}  // namespace recoupe::source
