// Bytes of text a second and core from words to tellings: times, names, sources and encounters together.
//
//   build/release/bench_reading        bytes_per_second; the last ones, hostile, grow as n
//
// The text is made up of sentences in three languages of which every second one tells an encounter: no page has as
// many.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "encounter/reading.hpp"

namespace {

using namespace recoupe;

encounter::Words const& words() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    auto lexicon = lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    auto loaded = encounter::Words::compile(*lexicon);
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return compiled;
}

struct Sample {
  const char* language;
  const char* text;
};

constexpr Sample samples[] = {
    {"fr",
     "La présidente suédoise, Anna Berg, a reçu mardi à Stockholm le ministre français de la Défense, Paul Martin. "
     "Selon un communiqué, les discussions ont porté sur la pêche, le port et le prix de l'énergie dans la région.\n"},
    {"en",
     "Swedish President Anna Berg met French Defence Minister Paul Martin in Stockholm on Tuesday. According to a "
     "statement, the two sides discussed fishing, the port and the price of energy in the region.\n"},
    {"ar",
     "استقبل رئيس الحكومة كريم بناني، الثلاثاء بالرباط، وزير الخارجية السويدي كارل ليندغرين. وذكر بلاغ أن المباحثات "
     "تناولت الصيد والميناء وأسعار الطاقة في المنطقة.\n"}};

std::string repeated(std::string const& once, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += once;
  return text;
}

void read(std::string const& written, std::string const& language) {
  const auto body = text::segment(text::Text::from_utf8(written), language, words().abbreviations);
  const auto times = time::find_times(body, {}, words().times);
  const auto names = name::find_names(body, words().names);
  benchmark::DoNotOptimize(source::find_sources(body, names, words().sources));
  benchmark::DoNotOptimize(encounter::find_tellings(body, "", times, names, words().encounters));
}

void pages(benchmark::State& state) {
  auto const& sample = samples[state.range(0)];
  constexpr std::size_t a_page = 3000;
  const auto text = repeated(sample.text, a_page);
  for (auto _ : state) read(text, sample.language);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.SetLabel(sample.language);
}
BENCHMARK(pages)->DenseRange(0, 2);

// One sentence without end, of nothing but what encounters look for.
void one_long_sentence(benchmark::State& state) {
  const auto text =
      repeated("La présidente Anna Berg a reçu le ministre Paul Martin et ", static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) read(text, "fr");
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(one_long_sentence)->RangeMultiplier(2)->Range(1 << 14, 1 << 18)->Complexity();

}  // namespace

BENCHMARK_MAIN();
