// Any bytes as a page, in both forms, through every room up to encounter.
#include <cstdint>
#include <cstdlib>

#include "encounter/reading.hpp"

using namespace recoupe;

namespace {

encounter::Words const& words() {
  static const auto loaded = [] {
    const std::filesystem::path folders[] = {RECOUPE_LEXICON};
    auto lexicon = lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    auto compiled = encounter::Words::compile(*lexicon);
    if (!compiled) std::abort();
    return std::move(*compiled);
  }();
  return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (auto form : {page::Form::html, page::Form::text}) {
    page::Source source{};
    source.bytes = bytes;
    source.path = "fuzz";
    source.form = form;
    auto report = page::read_page(source, page::Limits{.bytes = 100'000, .depth = 200}, words().pages);
    if (!report) continue;
    const auto reading = encounter::read(std::move(*report), words());
    for (auto const& telling : reading.tellings.tellings) {
      for (auto const& span : telling.evidence) {
        if (span.end > reading.body.text.size()) std::abort();
      }
    }
  }
  return 0;
}
