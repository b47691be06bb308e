// What must hold of any text: made of the words of time of a language in random order, with a fixed seed.
#include <gtest/gtest.h>

#include <random>

#include "time/calendar.hpp"
#include "time/classify.hpp"
#include "time/edtf.hpp"
#include "time/find_times.hpp"

namespace recoupe::time {
namespace {

using namespace std::chrono;

lexicon::Lexicon const& lexicon_of_all() {
  static const auto loaded = [] {
    const std::filesystem::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    return *lexicon::Lexicon::load(folders);
  }();
  return loaded;
}

Vocabulary const& vocabulary() {
  static const auto compiled = *Vocabulary::compile(lexicon_of_all());
  return compiled;
}

std::vector<std::string> surfaces(std::string const& language) {
  std::vector<std::string> all;
  for (auto const* table : {"months", "weekdays", "time-words"}) {
    for (auto const& row : lexicon_of_all().table(language, table)) all.emplace_back(row.field(0));
  }
  return all;
}

// Words of time, numbers, signs and a word that is none, in any order.
class RandomText {
 public:
  explicit RandomText(std::string const& language) : words_(surfaces(language)), random_(20230510) {}

  std::string next() {
    static constexpr const char* signs[] = {",", "-", "/", ".", "(", ")", ":", "'", "zzz", "\n", "\u060C"};
    std::string text;
    const auto length = 1 + random_() % 12;
    for (std::size_t i = 0; i < length; ++i) {
      switch (random_() % 8) {
        case 0:
        case 1:
          text += std::to_string(random_() % 40);
          break;
        case 2:
          text += std::to_string(1900 + random_() % 200);
          break;
        case 3:
          text += signs[random_() % std::size(signs)];
          break;
        default:
          if (random_() % 9 == 0) text += "\u0648";  // an Arabic conjunction joined to the word
          text += words_[random_() % words_.size()];
      }
      if (random_() % 6 != 0) text += ' ';
    }
    return text;
  }

  Anchor anchor() {
    if (random_() % 5 == 0) return std::nullopt;
    return year_month_day{sys_days{1995y / 1 / 1} + days{random_() % 14000}};
  }

 private:
  std::vector<std::string> words_;
  std::mt19937 random_;
};

text::SegmentedText segmented(std::string const& text, std::string const& language) {
  return text::segment(text::Text::from_utf8(text), language, {});
}

// The days of a TIMEX3 value, by its own rules, where it names days.
std::optional<Days> days_of_timex(std::string timex) {
  timex = timex.substr(0, timex.find('T'));
  const auto year_of = [&] { return year{std::stoi(timex.substr(0, 4))}; };
  const auto months = [&](int first, int last) {
    return Days{sys_days{year_of() / first / 1}, sys_days{year_of() / last / std::chrono::last}, true};
  };
  if (timex.size() >= 8 && timex[5] == 'W') {
    const int week = std::stoi(timex.substr(6, 2));
    const sys_days fourth{year_of() / 1 / 4};  // always in the first week
    const auto monday = fourth - days{iso_weekday(fourth) - 1} + weeks{week - 1};
    return timex.ends_with("-WE") ? Days{monday + days{5}, monday + days{6}, true}
                                  : Days{monday, monday + days{6}, true};
  }
  if (timex.size() == 7 && timex[5] == 'Q') return months((timex[6] - '1') * 3 + 1, (timex[6] - '1') * 3 + 3);
  if (timex.size() == 7 && timex[5] == 'H') return months((timex[6] - '1') * 6 + 1, (timex[6] - '1') * 6 + 6);
  if (timex.size() == 2 || timex.size() == 3) timex.resize(4, 'X');
  constexpr std::pair<std::string_view, std::string_view> seasons[] = {
      {"SP", "21"}, {"SU", "22"}, {"FA", "23"}, {"WI", "24"}};
  for (auto const& [letters, code] : seasons) {
    if (timex.ends_with(letters)) timex.replace(timex.size() - 2, 2, code);
  }
  const auto days = days_of(timex);
  return days ? std::optional(*days) : std::nullopt;
}

class TimesProperty : public testing::TestWithParam<const char*> {};

TEST_P(TimesProperty, SpansLieInOrderOnWholeTokens) {
  RandomText random(GetParam());
  for (int round = 0; round < 3000; ++round) {
    const auto written = random.next();
    const auto body = segmented(written, GetParam());
    std::size_t end = 0;
    for (auto const& found : find_times(body, random.anchor(), vocabulary())) {
      ASSERT_LE(end, found.span.begin) << written;
      ASSERT_LT(found.span.begin, found.span.end) << written;
      ASSERT_LE(found.span.end, written.size()) << written;
      ASSERT_EQ(body.tokens[body.token_at(found.span.begin)].span.begin, found.span.begin) << written;
      end = found.span.end;
    }
  }
}

TEST_P(TimesProperty, EdtfAndTimex3Agree) {
  RandomText random(GetParam());
  int compared = 0;
  for (int round = 0; round < 6000; ++round) {
    const auto written = random.next();
    for (auto const& found : find_times(segmented(written, GetParam()), random.anchor(), vocabulary())) {
      if (found.value.empty()) continue;
      const auto edtf = days_of(found.value);
      ASSERT_TRUE(edtf) << written << " gave " << found.value;
      const auto timex = days_of_timex(found.timex);
      ASSERT_TRUE(timex) << written << " gave " << found.timex;
      // A night begins on the first of the two days that EDTF names for it.
      const bool night = found.timex.ends_with("TNI") && edtf->last == edtf->first + days{1};
      ASSERT_EQ(edtf->first, timex->first) << written << ": " << found.value << " " << found.timex;
      ASSERT_EQ(edtf->last, night ? timex->last + days{1} : timex->last)
          << written << ": " << found.value << " " << found.timex;
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000);
}

TEST_P(TimesProperty, NoAnchorMeansNoYearThatIsNotWritten) {
  RandomText random(GetParam());
  for (int round = 0; round < 3000; ++round) {
    const auto written = random.next();
    for (auto const& found : find_times(segmented(written, GetParam()), {}, vocabulary())) {
      if (found.basis == Basis::partial) {
        ASSERT_TRUE(found.value.empty() || found.value.find('X') != std::string::npos) << written << found.value;
      }
    }
  }
}

// Every phrase against every place, the longest wins: what the trie of phrases must come to.
struct Phrase {
  std::vector<std::string> words;
};

std::size_t longest_by_hand(std::vector<Phrase> const& phrases, text::SegmentedText const& body, std::size_t at,
                            std::size_t end) {
  std::size_t longest = 0;
  const auto forms = body.tokens[at].arabic ? lexicon::without_clitics(body.tokens[at].folded, lexicon::Clitics::all)
                                            : lexicon::without_clitics(body.tokens[at].folded, lexicon::Clitics::none);
  for (auto const& form : forms) {
    for (auto const& [words] : phrases) {
      if (words.size() <= longest || at + words.size() > end || words.front() != form.word) continue;
      bool same = true;
      for (std::size_t i = 1; i < words.size(); ++i) same = same && words[i] == body.tokens[at + i].folded;
      if (same) longest = words.size();
    }
  }
  return longest;
}

TEST_P(TimesProperty, PhrasesAreThoseThatASlowSearchFinds) {
  std::vector<Phrase> phrases;
  LanguageWords const& words = vocabulary().tables().languages.at(GetParam());
  for (auto const& surface : surfaces(GetParam())) {
    if (words.phrases.find(surface)) phrases.push_back({lexicon::phrase_words(surface)});
  }
  RandomText random(GetParam());
  int found = 0;
  for (int round = 0; round < 300; ++round) {
    const auto written = random.next();
    const auto body = segmented(written, GetParam());
    for (auto const& sentence : body.sentences) {
      auto at = sentence.first_token;
      for (auto const& item : classify(body, sentence, words)) {
        ASSERT_EQ(item.first, at) << written;
        at = item.end;
        if (body.tokens[item.first].kind == text::TokenKind::number) continue;
        const auto longest = longest_by_hand(phrases, body, item.first, sentence.end_token);
        const bool cut = item.possessive > 0 || !item.words;
        if (!cut || longest > 1) {
          ASSERT_EQ(item.end - item.first, std::max<std::size_t>(longest, 1)) << written;
        }
        if (item.words) ++found;
      }
      ASSERT_EQ(at, sentence.end_token) << written;
    }
  }
  EXPECT_GT(found, 500);
}

INSTANTIATE_TEST_SUITE_P(EveryLanguage, TimesProperty, testing::Values("fr", "ar", "en"),
                         [](auto const& test) { return std::string(test.param); });

// A day of 1900 to 2099 that a value with unknown digits may mean, sought day by day.
std::optional<Days> days_by_hand(std::string_view mask) {
  std::optional<Days> all;
  for (auto day = sys_days{1900y / 1 / 1}; day < sys_days{2100y / 1 / 1}; day += days{1}) {
    const auto written = to_edtf(year_month_day{day});
    bool may_be = true;
    for (std::size_t i = 0; i < mask.size(); ++i) may_be = may_be && (mask[i] == 'X' || mask[i] == written[i]);
    if (!may_be) continue;
    if (!all) all = Days{day, day, true};
    all->last = day;
  }
  return all;
}

TEST(EdtfProperty, MeansTheDaysThatASlowSearchFinds) {
  std::mt19937 random(1);
  int compared = 0;
  for (int round = 0; round < 60; ++round) {
    auto mask = to_edtf(year_month_day{sys_days{1900y / 1 / 1} + days{random() % 73000}});
    mask.resize(random() % 3 == 0 ? 4 : random() % 2 == 0 ? 7 : 10);
    const auto unknown = random() % 3;  // digits of the year, from its end
    for (std::size_t i = 0; i < unknown; ++i) mask[3 - i] = 'X';
    if (unknown == 0 && mask.size() > 4 && random() % 2 == 0) mask[mask.size() - 1] = mask[mask.size() - 2] = 'X';
    const auto by_hand = days_by_hand(mask);
    const auto parsed = days_of(mask);
    ASSERT_TRUE(parsed) << mask;
    ASSERT_TRUE(by_hand) << mask;
    const bool last_of_february = mask.ends_with("02-29") || mask.ends_with("-02");
    EXPECT_EQ(parsed->first, by_hand->first) << mask;
    if (!last_of_february) {
      EXPECT_EQ(parsed->last, by_hand->last) << mask;
    }
    EXPECT_GE(parsed->last + days{366}, by_hand->last) << mask;
    ++compared;
  }
  EXPECT_GT(compared, 50);
}

TEST(EdtfProperty, IntervalsAndSetsSpanTheirParts) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const auto first = sys_days{1950y / 1 / 1} + days{random() % 40000};
    const auto last = first + days{1 + random() % 60};
    const auto a = to_edtf(year_month_day{first});
    const auto b = to_edtf(year_month_day{last});
    for (auto const& value :
         {a + "/" + b, "{" + a + "," + b + "}", "[" + a + ".." + b + "]", "[" + a + "," + b + "]"}) {
      const auto parsed = days_of(value);
      ASSERT_TRUE(parsed) << value;
      ASSERT_EQ(parsed->first, first) << value;
      ASSERT_EQ(parsed->last, last) << value;
    }
    ASSERT_EQ(days_of(a + "/..")->first, first);
    ASSERT_EQ(days_of("../" + b)->last, last);
  }
}

// A hundred kilobytes without an end of a line: each ends, and finds no more than there are words.
TEST(FindTimes, EndsOnMuchOfOneThing) {
  constexpr std::size_t bytes = 1 << 17;
  for (std::string piece : {"1", "1 ", "/", "1/", "juin ", "lundi ", "1, ", "du 1 ", "fin de ", "2022-"}) {
    std::string written;
    while (written.size() < bytes) written += piece;
    const auto found = find_times(segmented(written, "fr"), 2023y / 5 / 10, vocabulary());
    EXPECT_LE(found.size(), written.size() / piece.size()) << piece;
  }
}

}  // namespace
}  // namespace recoupe::time
