#include "registry/kept_texts.hpp"

#include "link/page_card.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t most_pages = 4000;
constexpr std::size_t most_texts = 2000;

}  // namespace

KeptTexts::KeptTexts(store::Session& session, std::vector<std::string> ids, text::Abbreviations const& abbreviations)
    : session_(session), ids_(std::move(ids)), abbreviations_(abbreviations), pages_(most_pages), texts_(most_texts) {}

// A page that is damaged is an empty one: nothing can be quoted from it, and check() names it.
std::shared_ptr<page::Report const> KeptTexts::page(std::size_t reading) {
  std::optional<store::KeptPage> kept;
  {
    const std::scoped_lock lock(mutex_);
    if (auto known = pages_.find(reading)) return known;
    if (auto known = texts_.find(reading)) return {known, &known->report};
    kept = session_.page(ids_[reading]);
  }
  auto page = kept ? link::unpack_page(kept->page) : std::nullopt;
  auto made = std::make_shared<page::Report const>(page ? std::move(*page) : page::Report{});
  const std::scoped_lock lock(mutex_);
  pages_.keep(reading, made);
  return made;
}

std::shared_ptr<link::PageText const> KeptTexts::text(std::size_t reading) {
  std::optional<store::KeptPage> kept;
  {
    const std::scoped_lock lock(mutex_);
    if (auto known = texts_.find(reading)) return known;
    kept = session_.page(ids_[reading]);
  }
  link::PageText text;
  if (auto page = kept ? link::unpack_page(kept->page) : std::nullopt) text.report = std::move(*page);
  if (auto asides = kept ? link::unpack_asides(kept->asides) : std::nullopt) {
    text.anchors = std::move(asides->anchors);
    text.names = std::move(asides->names);
    text.dates = std::move(asides->dates);
  }
  text.body = text::segment(text::Text::from_utf8(text.report.body()), text.report.language, abbreviations_);
  auto made = std::make_shared<link::PageText const>(std::move(text));
  const std::scoped_lock lock(mutex_);
  texts_.keep(reading, made);
  return made;
}

}  // namespace recoupe::registry
