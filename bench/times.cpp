// Characters a second and core through the dates of a text, apart from cutting it into words.
//
//   build/release/bench_times          items_per_second are characters (code points); the last ones grow as n
//
// The sentences are those of tests/probes/time: nearly every one has a date, which no page has.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>

#include "time/find_times.hpp"

namespace {

using namespace recoupe;
using namespace std::chrono;

time::Vocabulary const& vocabulary() {
  static const auto compiled = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    auto lexicon = lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    auto words = time::Vocabulary::compile(*lexicon);
    if (!words) std::abort();
    return std::move(*words);
  }();
  return compiled;
}

// The sentences of the probes without their marks, one a line, again and again up to `bytes`.
std::string sentences(std::string const& language, std::size_t bytes) {
  std::ifstream file(RECOUPE_SOURCE_DIR "/tests/probes/time/" + language + ".tsv");
  std::string once;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const auto begin = line.find('\t') + 1;
    for (char c : line.substr(begin, line.find('\t', begin) - begin)) {
      if (c != '[' && c != ']') once += c;
    }
    once += '\n';
  }
  std::string all;
  while (!once.empty() && all.size() < bytes) all += once;
  return all;
}

text::SegmentedText segmented(std::string const& written, char const* language) {
  return text::segment(text::Text::from_utf8(written), language, {});
}

std::size_t code_points(std::string const& written) {
  std::size_t points = 0;
  for (char c : written) points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return points;
}

void dates_of_sentences(benchmark::State& state, char const* language) {
  const auto written = sentences(language, 1 << 20);
  const auto body = segmented(written, language);
  for (auto _ : state) benchmark::DoNotOptimize(time::find_times(body, 2023y / 5 / 10, vocabulary()));
  state.SetItemsProcessed(static_cast<std::int64_t>(code_points(written)) * state.iterations());
}
BENCHMARK_CAPTURE(dates_of_sentences, fr, "fr");
BENCHMARK_CAPTURE(dates_of_sentences, ar, "ar");
BENCHMARK_CAPTURE(dates_of_sentences, en, "en");

void words_of_sentences(benchmark::State& state, char const* language) {
  const auto written = sentences(language, 1 << 20);
  for (auto _ : state) benchmark::DoNotOptimize(segmented(written, language));
  state.SetItemsProcessed(static_cast<std::int64_t>(code_points(written)) * state.iterations());
}
BENCHMARK_CAPTURE(words_of_sentences, fr, "fr");
BENCHMARK_CAPTURE(words_of_sentences, ar, "ar");
BENCHMARK_CAPTURE(words_of_sentences, en, "en");

// What a hostile page may hold by the megabyte, without a line's end.
void nothing_but(benchmark::State& state, char const* piece) {
  std::string written;
  while (written.size() < static_cast<std::size_t>(state.range(0))) written += piece;
  const auto body = segmented(written, "fr");
  for (auto _ : state) benchmark::DoNotOptimize(time::find_times(body, 2023y / 5 / 10, vocabulary()));
  state.SetItemsProcessed(state.range(0) * state.iterations());
  state.SetComplexityN(state.range(0));
}
#define RECOUPE_HOSTILE(name, piece) \
  BENCHMARK_CAPTURE(nothing_but, name, piece)->RangeMultiplier(4)->Range(10 << 14, 10 << 20)->Complexity()
RECOUPE_HOSTILE(digits, "1");
RECOUPE_HOSTILE(spaced_digits, "1 ");
RECOUPE_HOSTILE(slashes, "/");
RECOUPE_HOSTILE(dates, "1/");
RECOUPE_HOSTILE(months, "mai ");
RECOUPE_HOSTILE(lists, "1, ");

}  // namespace

BENCHMARK_MAIN();
