// The encoder against the reference engine of its model file, on one thread each: sentences a CPU second, likeness of
// the vectors, and the same pieces for random strings.
//
//   build/release/bench_encoder [STRINGS]       // a million unless told otherwise
//
// DNNL_MAX_CPU_ISA=AVX2 shows what a processor without dot products of bytes would do.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

#include "encoder/encoder.hpp"
#include "encoder/find_model.hpp"
#include "encoder/model_file.hpp"
#include "encoder/tokenizer.hpp"
#include "text/code_point.hpp"

extern "C" {
struct e5_model;
e5_model* e5_load(const char* path);
int e5_embed_batch(e5_model* model, const char** texts, int count, int is_query, float* out);
int reference_pieces(e5_model* model, const char* text, int* pieces, int most);
}

namespace {

using namespace recoupe;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// News of nobody, about forty pieces each.
std::vector<std::string> sentences(std::size_t count) {
  const std::vector<std::string> openings = {
      "Le ministre de l'Agriculture a reçu jeudi à Tunis son homologue italien pour évoquer",
      "The director of the port authority told reporters on Monday evening that",
      "أكد وزير النقل خلال لقائه بنظيره الإسباني في مدريد أن",
      "Les deux délégations ont signé à cette occasion une convention portant sur",
      "According to figures that the statistics office published this week,",
      "وأوضح البلاغ أن المباحثات تناولت سبل تعزيز"};
  const std::vector<std::string> endings = {
      " la gestion des barrages et le dessalement de l'eau de mer, selon un communiqué publié dans la soirée.",
      " the new railway between the two capitals would be opened to freight before the end of the next year.",
      " التعاون في مجالات الطاقة المتجددة والتكوين المهني وتدبير الموارد المائية بين البلدين الصديقين.",
      " exports of olive oil fell by 14 % while those of dates and citrus fruit rose for the third month in a row.",
      " l'échange d'expériences entre les universités et la reconnaissance mutuelle des diplômes d'ingénieur."};
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i)
    made.push_back(openings[i % openings.size()] + ' ' + std::to_string(i) + endings[i / 2 % endings.size()]);
  return made;
}

std::string random_string(std::mt19937& random) {
  const auto below = [&](std::uint32_t most) { return static_cast<std::int32_t>(random() % most); };
  std::string made;
  for (auto length = random() % 60; length > 0; --length) {
    switch (random() % 8) {
      case 0:
        text::append_utf8(made, 1 + below(0x24F));
        break;
      case 1:
        text::append_utf8(made, 0x600 + below(0x100));
        break;
      case 2:
        text::append_utf8(made, 0xFB50 + below(0x2A0));
        break;
      case 3:
        text::append_utf8(made, 0x2000 + below(0x1000));
        break;
      case 4:
        text::append_utf8(made, random() % 4 == 0 ? 0x10000 + below(0x20000) : 0x3000 + below(0x9000));
        break;
      case 5:
        made += ' ';
        break;
      default:
        text::append_utf8(made, 'a' + below(26));
    }
  }
  return made;
}

bool same_pieces(e5_model* reference, encoder::Tokenizer const& tokenizer, std::string const& text) {
  std::vector<int> theirs(text.size() * 20 + 8);
  theirs.resize(static_cast<std::size_t>(
      reference_pieces(reference, text.c_str(), theirs.data(), static_cast<int>(theirs.size()))));
  const auto ours = tokenizer.pieces_of(text, text.size() * 20 + 8);
  return std::ranges::equal(ours, theirs, [](auto a, auto b) { return a == static_cast<std::uint32_t>(b); });
}

void compare_pieces(e5_model* reference, encoder::ModelFile const& file, std::size_t strings) {
  const encoder::Tokenizer tokenizer(file.pieces(), file.normalisation());
  std::mt19937 random(20);
  std::size_t different = 0;
  for (std::size_t i = 0; i < strings; ++i) {
    const auto text = random_string(random);
    // The reference writes beyond its buffer where characters expand more than fourfold.
    if (text.find("\xEF\xB7\xBA") != std::string::npos || text.find("\xEF\xB7\xBB") != std::string::npos) continue;
    if (!same_pieces(reference, tokenizer, text) && ++different <= 3) std::printf("differs: %s\n", text.c_str());
  }
  std::printf("pieces: %zu random strings, %zu cut otherwise than by the reference\n", strings, different);
}

struct Run {
  std::vector<encoder::Vector> vectors;
  double a_second = 0;
};

Run run(encoder::Encoder const& encoder, std::vector<std::string> const& texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  (void)encoder.encode(std::span(views).first(8));
  const auto start = cpu_seconds();
  Run made{encoder.encode(views), 0};
  made.a_second = static_cast<double>(texts.size()) / (cpu_seconds() - start);
  return made;
}

Run run(e5_model* reference, std::vector<std::string> const& texts) {
  std::vector<const char*> pointers;
  for (auto const& text : texts) pointers.push_back(text.c_str());
  Run made;
  made.vectors.resize(texts.size());
  const auto start = cpu_seconds();
  e5_embed_batch(reference, pointers.data(), static_cast<int>(texts.size()), 1, made.vectors[0].data());
  made.a_second = static_cast<double>(texts.size()) / (cpu_seconds() - start);
  return made;
}

void print(const char* name, Run const& made, Run const& reference) {
  double least = 1, mean = 0;
  for (std::size_t i = 0; i < reference.vectors.size(); ++i) {
    const auto likeness = encoder::cosine(made.vectors[i], reference.vectors[i]);
    least = std::min(least, likeness);
    mean += likeness / static_cast<double>(reference.vectors.size());
  }
  std::printf("%-12s %7.1f sentences a CPU second, %5.1f × the reference; cosine to it: mean %.5f, least %.5f\n", name,
              made.a_second, made.a_second / reference.a_second, mean, least);
}

}  // namespace

int main(int argc, char** argv) {
  const auto model = encoder::find_model();
  const auto file = encoder::ModelFile::open(model);
  auto start = cpu_seconds();
  const auto fast = encoder::Encoder::load(model);
  std::printf("loaded in %.0f ms of CPU\n", 1000 * (cpu_seconds() - start));
  const auto floating = encoder::Encoder::load(model, encoder::Precision::floating);
  auto* reference = e5_load(model.c_str());
  if (!file || !fast || !floating || reference == nullptr) return 1;

  std::size_t pieces = 0;
  const auto few = sentences(60);
  for (auto const& text : few) pieces += fast->pieces_of(text).size();
  std::printf("%.1f pieces a sentence\n", static_cast<double>(pieces) / static_cast<double>(few.size()));
  const auto theirs = run(reference, few);
  std::printf("%-12s %7.1f sentences a CPU second\n", "reference", theirs.a_second);
  print("floating", run(*floating, few), theirs);
  print("eight bits", run(*fast, few), theirs);
  std::printf("eight bits   %7.1f sentences a CPU second in a batch of 1200\n", run(*fast, sentences(1200)).a_second);
  compare_pieces(reference, *file, argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000);
}
