// How many pairs of names are compared, and how much text is searched for names, in a second of one thread.
//
//   build/release/bench_names
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "name/find_names.hpp"
#include "name/match_names.hpp"

using namespace recoupe;

namespace {

lexicon::Lexicon const& words() {
  static const auto loaded = [] {
    const std::filesystem::path folders[] = {RECOUPE_LEXICON};
    auto lexicon = lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    return std::move(*lexicon);
  }();
  return loaded;
}

constexpr const char* names[] = {"Karim Bennani",    "كريم بناني",        "Abdelkader Nasri", "عبد القادر الناصري",
                                 "Ingrid Halvorsen", "Samir Haddad",      "سمير الحداد",      "Noureddine Fassi",
                                 "نور الدين الفاسي", "Walid Ould Cheikh", "وليد ولد الشيخ",   "Salma al-Idrissi"};

void compares_written_names(benchmark::State& state) {
  const auto matcher = name::Matcher::compile(words());
  std::int64_t pairs = 0;
  for (auto _ : state) {
    for (auto const* left : names) {
      for (auto const* right : names) {
        benchmark::DoNotOptimize(name::match_names(left, right, name::MatchKind::person, *matcher));
        ++pairs;
      }
    }
  }
  state.SetItemsProcessed(pairs);
}
BENCHMARK(compares_written_names);

void finds_names(benchmark::State& state) {
  const auto vocabulary = name::Vocabulary::compile(words());
  std::string text;
  for (int i = 0; i < 200; ++i)
    text +=
        "Le ministre suédois de la Défense, Karl Lindgren, a reçu Anna Berg, ambassadrice de Norvège, à Rabat. "
        "La Fondation Hassan Bennani a salué la rencontre, selon l'agence.\n";
  const auto body = text::segment(text::Text::from_utf8(text), "fr", {});
  for (auto _ : state) benchmark::DoNotOptimize(name::find_names(body, *vocabulary));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(finds_names);

}  // namespace

BENCHMARK_MAIN();
