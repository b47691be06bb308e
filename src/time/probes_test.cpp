// Sentences of news with their dates marked, tests/probes/time/<language>.tsv: what is found must be what is marked.
// A probe that the program is known to fail says "missed" in its fourth column, and fails here once it passes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "time/edtf.hpp"
#include "time/find_times.hpp"

namespace recoupe::time {
namespace {

struct Marked {
  std::size_t begin, end;
  std::string value;
};

struct Probe {
  Anchor published;
  std::string sentence;
  std::vector<Marked> dates;
  bool missed = false;
};

std::vector<std::string> parted(std::string const& line, char sign) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const auto end = line.find(sign, begin);
    parts.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + 1;
  }
}

Probe read_probe(std::string const& line) {
  const auto fields = parted(line, '\t');
  Probe probe;
  if (!fields[0].empty()) probe.published = day_of(fields[0]);
  for (char c : fields.at(1)) {
    if (c == '[') {
      probe.dates.push_back({probe.sentence.size(), 0, {}});
    } else if (c == ']') {
      probe.dates.back().end = probe.sentence.size();
    } else {
      probe.sentence += c;
    }
  }
  const auto values = parted(fields.at(2), ';');
  for (std::size_t at = 0; at < probe.dates.size(); ++at) probe.dates[at].value = values.at(at);
  probe.missed = fields.size() > 3 && fields[3] == "missed";
  return probe;
}

// Articles and prepositions before a date may be in or out of its span.
bool is_right(Marked const& marked, TimeExpression const& found) {
  constexpr std::size_t longest_lead = 24;  // bytes
  const auto apart =
      marked.begin > found.span.begin ? marked.begin - found.span.begin : found.span.begin - marked.begin;
  return found.span.end == marked.end && apart <= longest_lead && found.span.begin < marked.end &&
         (found.value.empty() ? found.timex : found.value) == marked.value;
}

std::string written(std::vector<TimeExpression> const& found, std::string const& sentence) {
  std::string all;
  for (auto const& one : found)
    all += " [" + sentence.substr(one.span.begin, one.span.end - one.span.begin) + "] " + one.value + " " + one.timex;
  return all;
}

class Probes : public testing::TestWithParam<const char*> {};

TEST_P(Probes, AreReadAsMarked) {
  const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
  const auto vocabulary = Vocabulary::compile(*lexicon::Lexicon::load(folders));
  std::ifstream file(std::string(RECOUPE_SOURCE_DIR "/tests/probes/time/") + GetParam() + ".tsv");
  int probes = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const auto probe = read_probe(line);
    const auto body = text::segment(text::Text::from_utf8(probe.sentence), GetParam(), {"sept", "p", "a"});
    const auto found = find_times(body, probe.published, *vocabulary);
    const bool right =
        std::ranges::equal(probe.dates, found, [](auto const& a, auto const& b) { return is_right(a, b); });
    EXPECT_EQ(right, !probe.missed) << line << "\n  found:" << written(found, probe.sentence);
    ++probes;
  }
  EXPECT_GE(probes, 100);
}

INSTANTIATE_TEST_SUITE_P(EveryLanguage, Probes, testing::Values("fr", "ar", "en"),
                         [](auto const& test) { return std::string(test.param); });

}  // namespace
}  // namespace recoupe::time
