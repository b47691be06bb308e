// How the time of a build grows with the heap, and where it goes.
//
//   build/release/bench_build          prints, beside the times, the exponent of growth (BigO) of the whole way
//
// The heap is made up: each encounter is carried by three outlets, one of which cuts it.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "registry/build.hpp"

namespace {

using namespace recoupe;
namespace fs = std::filesystem;

encounter::Words const& words() {
  static const auto loaded = [] {
    const fs::path folders[] = {RECOUPE_LEXICON};
    auto lexicon = lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    auto compiled = encounter::Words::compile(*lexicon);
    if (!compiled) std::abort();
    return std::move(*compiled);
  }();
  return loaded;
}

// A name or word that nothing else has: syllables out of a number.
std::string word_of(std::size_t number, bool capital) {
  static constexpr const char* syllables[] = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti",
                                              "vo", "zu", "da", "fe", "gi", "jo", "pu", "xa"};
  std::string word;
  for (int i = 0; i < 4; ++i, number /= 16) word += syllables[number % 16];
  if (capital) word[0] = static_cast<char>(word[0] - 32);
  return word;
}

// One page of the heap: three outlets carry each encounter, the third cuts it.
std::string page_of(std::size_t number) {
  const auto told = number / 3;
  const auto day = std::to_string(1 + told % 28) + " mars " + std::to_string(1950 + told / 28 % 70);
  std::string body = "<p>La présidente suédoise, Anna " + word_of(told * 7, true) + ", a reçu le " + day +
                     " à Stockholm le ministre français de la Défense, Paul " + word_of(told * 7 + 3, true) +
                     ", indique un communiqué de la présidence.</p>";
  for (std::size_t line = 0; line < (number % 3 == 2 ? 2U : 5U); ++line) {
    body += "<p>Ils ont parlé de";
    for (std::size_t i = 0; i < 18; ++i) body += ' ' + word_of(told * 911 + line * 37 + i * 13, false);
    body += ", ajoute la même source.</p>";
  }
  return "<html><head><title>Outlet " + std::to_string(number) + "</title></head><body><article>" + body +
         "</article></body></html>";
}

std::vector<page::Report> heap_of(std::size_t count) {
  std::vector<page::Report> reports;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bytes = page_of(i);
    page::Source source{};
    source.bytes = bytes;
    source.path = std::to_string(i);
    if (auto report = page::read_page(source, {}, words().pages)) reports.push_back(std::move(*report));
  }
  return reports;
}

void read_pages(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(heap_of(count));
  state.SetComplexityN(state.range(0));
}

void make_register(benchmark::State& state) {
  const auto reports = heap_of(static_cast<std::size_t>(state.range(0)));
  registry::Options options;
  options.jobs = 1;
  for (auto _ : state) benchmark::DoNotOptimize(registry::make_register(reports, options, words()));
  state.SetComplexityN(state.range(0));
}

BENCHMARK(read_pages)->RangeMultiplier(2)->Range(100, 1600)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(make_register)->RangeMultiplier(2)->Range(100, 1600)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace

BENCHMARK_MAIN();
