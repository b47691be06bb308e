// How the time of a build grows with the heap, and where it goes.
//
//   build/release/bench_build          prints, beside the times, the exponent of growth (BigO) of the whole way
//
// The heap: the example pages again and again, each copy with another day, so that encounters do not all join.
#include <benchmark/benchmark.h>

#include <algorithm>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

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

std::vector<std::string> const& examples() {
  static const auto pages = [] {
    std::vector<fs::path> paths(fs::directory_iterator(RECOUPE_EXAMPLES), fs::directory_iterator{});
    std::ranges::sort(paths);
    std::vector<std::string> bytes;
    for (auto const& path : paths) {
      std::ifstream in(path, std::ios::binary);
      bytes.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return bytes;
  }();
  return pages;
}

// Another year for each copy: 2022 becomes 1950, 1951, …
std::string in_another_year(std::string page, std::size_t copy) {
  const auto year = std::to_string(1950 + copy % 70);
  for (auto at = page.find("2022"); at != std::string::npos; at = page.find("2022", at)) page.replace(at, 4, year);
  return page + "<!-- copy " + std::to_string(copy) + " -->";
}

std::vector<page::Report> heap_of(std::size_t count) {
  std::vector<page::Report> reports;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bytes = in_another_year(examples()[i % examples().size()], i / examples().size());
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

BENCHMARK(read_pages)->RangeMultiplier(2)->Range(50, 400)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(make_register)->RangeMultiplier(2)->Range(50, 400)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace

BENCHMARK_MAIN();
