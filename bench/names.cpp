// How many pairs of names are compared, and how much text is searched for names, in a second of one thread.
//
//   build/release/bench_names
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "name/find_names.hpp"
#include "name/match_names.hpp"
#include "name/name_index.hpp"
#include "name/name_tokens.hpp"

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

// As a register does: every name is cut up once.
void compares_prepared_names(benchmark::State& state) {
  const auto matcher = name::Matcher::compile(words());
  std::vector<name::PreparedName> prepared;
  for (auto const* name : names) prepared.push_back(name::prepare(name, name::MatchKind::person, *matcher));
  std::int64_t pairs = 0;
  for (auto _ : state) {
    for (auto const& left : prepared) {
      for (auto const& right : prepared) {
        benchmark::DoNotOptimize(name::match_prepared(left, right, name::MatchKind::person, *matcher));
        ++pairs;
      }
    }
  }
  state.SetItemsProcessed(pairs);
}
BENCHMARK(compares_prepared_names);

// A million made-up names of two and three words, half of them in Arabic script.
std::string made_up_name(std::uint32_t number) {
  static constexpr const char* syllables[][2] = {{"ka", "كا"},  {"ri", "ري"},  {"bou", "بو"}, {"sa", "سا"},
                                                 {"lam", "لم"}, {"na", "نا"},  {"di", "دي"},  {"far", "فر"},
                                                 {"ou", "و"},   {"za", "زا"},  {"mi", "مي"},  {"ta", "تا"},
                                                 {"her", "هر"}, {"gha", "غا"}, {"ja", "جا"},  {"shi", "شي"}};
  std::string name;
  auto random = number * 2654435761U + 12345U;
  for (std::uint32_t word = 0; word < 2 + number % 3 / 2; ++word) {
    if (word > 0) name += ' ';
    for (int syllable = 0; syllable < 3; ++syllable) {
      random = random * 1664525U + 1013904223U;
      name += syllables[(random >> 20U) % 16][number % 2];
    }
  }
  return name;
}

void finds_candidates_among_a_million(benchmark::State& state) {
  const auto matcher = name::Matcher::compile(words());
  name::NameIndex index(*matcher);
  for (std::uint32_t i = 0; i < 1'000'000; ++i) index.add(made_up_name(i));
  std::uint32_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(index.candidates(made_up_name(next += 7919), 100));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(finds_candidates_among_a_million)->Unit(benchmark::kMillisecond);

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
