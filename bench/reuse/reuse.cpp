// A heap of made-up reports with edited copies among them: how long it takes to find the copies, and in how much
// memory.
//
//   build/release/bench_reuse [REPORTS]       // ten thousand unless told otherwise, a tenth of them copies
//
// Then two texts of five megabytes, and two of one repeated word: bounded.
#include <sys/resource.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <set>
#include <string>

#include "reuse/find_reuse.hpp"

namespace {

using namespace recoupe;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

class Writer {
 public:
  // Words by Zipf's law, as in news: the r-th commonest is met r times less often than the first.
  std::string word() {
    const auto rank = std::pow(20'000.0, std::uniform_real_distribution<double>(0, 1)(random_));
    return "w" + std::to_string(static_cast<int>(rank));
  }
  std::string report(std::size_t words) {
    std::string made;
    for (std::size_t i = 1; i <= words; ++i) made += word() + (i % 22 == 0 ? ".\n" : " ");
    return made;
  }
  // One word in twenty is another one, and the last third is left out.
  std::string edited(std::string const& report) {
    std::string made;
    const auto end = report.size() * 2 / 3;
    for (std::size_t begin = 0; begin < end;) {
      const auto next = std::min(report.find_first_of(" \n", begin), report.size() - 1);
      made += random_() % 20 == 0 ? word() : report.substr(begin, next - begin);
      made += report[next];
      begin = next + 1;
    }
    return made;
  }
  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  std::mt19937 random_{7};
};

text::SegmentedText segmented(std::string_view bytes) { return text::segment(text::Text::from_utf8(bytes), "en", {}); }

void heap(std::size_t reports) {
  Writer writer;
  std::vector<std::string> written;
  std::set<std::pair<std::size_t, std::size_t>> copies;
  for (std::size_t i = 0; i < reports - reports / 10; ++i) written.push_back(writer.report(200 + writer.below(300)));
  for (std::size_t i = 0; i < reports / 10; ++i) {
    const auto original = writer.below(reports - reports / 10);
    copies.insert({original, written.size()});
    written.push_back(writer.edited(written[original]));
  }
  std::vector<text::SegmentedText> texts;
  for (auto const& text : written) texts.push_back(segmented(text));
  std::vector<text::SegmentedText const*> pointers;
  for (auto const& text : texts) pointers.push_back(&text);
  const auto memory = peak_megabytes();

  const auto start = cpu_seconds();
  const auto candidates = reuse::candidate_pairs(pointers);
  const auto paired = cpu_seconds();
  std::size_t found = 0, wrong = 0;
  for (auto const& pair : candidates) {
    if (reuse::compare(texts[pair.left], texts[pair.right]).relation == reuse::Relation::none) continue;
    ++(copies.contains({pair.left, pair.right}) ? found : wrong);
  }
  std::printf(
      "%zu reports, %zu copies: %zu candidates in %.1f CPU s, compared in %.1f; %zu copies found, %zu pairs more "
      "(copies of one original); %.0f MB beyond the texts\n",
      reports, copies.size(), candidates.size(), paired - start, cpu_seconds() - paired, found, wrong,
      peak_megabytes() - memory);
}

void two(const char* name, std::string const& left, std::string const& right) {
  const auto here = segmented(left);
  const auto there = segmented(right);
  const auto start = cpu_seconds();
  const auto made = reuse::compare(here, there);
  std::printf("%s: %s in %.1f CPU s\n", name, std::string(reuse::name_of(made.relation)).c_str(),
              cpu_seconds() - start);
}

}  // namespace

int main(int argc, char** argv) {
  heap(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000);
  Writer writer;
  const auto text = writer.report(800'000);
  two("two texts of 5 MB, one an edit of the other", text, writer.edited(text));
  two("two texts of 5 MB that share only words", text, writer.report(800'000));
  std::string word;
  for (int i = 0; i < 1'000'000; ++i) word += "word ";
  two("one word a million times on both sides", word, word);
  two("the same against ten thousand times", word, word.substr(0, 50'000));
}
