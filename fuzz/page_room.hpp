// What must hold of every report, whatever the bytes were.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/report.hpp"
#include "text/text.hpp"

namespace fuzz {

inline recoupe::page::Vocabulary const& page_words() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_LEXICON};
    auto lexicon = recoupe::lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    auto words = recoupe::page::Vocabulary::compile(*lexicon);
    if (!words) std::abort();
    return std::move(*words);
  }();
  return compiled;
}

inline void must_be_text(std::string const& text) {
  if (recoupe::text::Text::from_utf8(text).view() != text) std::abort();
}

inline void read_one(std::string_view bytes, recoupe::page::Form form, std::string charset = {}) {
  recoupe::page::Source source{};
  source.bytes = bytes;
  source.path = "fuzz";
  source.form = form;
  source.charset = std::move(charset);
  const auto report =
      recoupe::page::read_page(source, recoupe::page::Limits{.bytes = 100'000, .depth = 200}, page_words());
  if (!report) return;
  const auto body = report->body();
  if (body.empty()) std::abort();
  must_be_text(body);
  for (auto const& block : report->blocks) {
    for (auto const* part : {&block.text, &block.author, &block.date, &block.url}) must_be_text(*part);
  }
  for (auto const* part : {&report->title, &report->outlet, &report->byline, &report->url}) must_be_text(*part);
  const auto first = report->to_block({0, 1});
  if (report->blocks[first.block].text.substr(first.span.begin, 1) != body.substr(0, 1)) std::abort();
}

}  // namespace fuzz
