#include "name/name_tokens.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "text/code_point.hpp"
#include "text/fold.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t most_bytes = 600;  // of a name
constexpr std::string_view arabic_article = "\u0627\u0644";
constexpr std::size_t shortest_behind_article = 4;  // bytes: two letters

// The Arabic letters in the order of their numbers; variants of Persian and of the Maghreb behind them.
constexpr std::array<std::int32_t, 37> arabic_letters{
    0x0627, 0x0628, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634,
    0x0635, 0x0636, 0x0637, 0x0638, 0x0639, 0x063A, 0x0641, 0x0642, 0x0643, 0x0644, 0x0645, 0x0646, 0x0647,
    0x0648, 0x064A, 0x0621, 0x067E, 0x0686, 0x0698, 0x06A4, 0x06AF, 0x06AD, 0x0681, 0x06D0};
constexpr Letter first_alef = 38, first_ain = 39, first_waw = 40, first_yeh = 41;
constexpr Letter last_alef = 42, last_heh = 43, last_yeh = 44, last_waw = 45;

bool is_arabic(std::int32_t c) { return c >= 0x0600 && c <= 0x06FF; }
bool is_latin_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// Latin letters that Unicode does not decompose.
std::string_view plain_latin(std::int32_t c) {
  switch (c) {
    case 0x0142:
      return "l";
    case 0x00F8:
      return "o";
    case 0x0111:
    case 0x00F0:
      return "d";
    case 0x0131:
      return "i";
    case 0x0259:
      return "a";
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00FE:
      return "th";
    default:
      return {};
  }
}

bool needs_transliteration(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = text::code_point_at(folded, at);
    at = c.end;
    if (c.value > 0x02FF && !is_arabic(c.value) && u_isalpha(c.value) && c.value < 0x10000) return true;
  }
  return false;
}

// ICU's transliterators are made once, when the first name of another script comes, and used by one thread at a time.
std::unique_ptr<icu::Transliterator> made(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
}

std::string transliterated(std::string_view utf8, icu::Transliterator const* by) {
  if (by == nullptr) return std::string(utf8);
  auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  by->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

std::string to_latin(std::string_view utf8) {
  const std::scoped_lock lock(one_at_a_time());
  static auto const any_latin = made("Any-Latin");
  return transliterated(utf8, any_latin.get());
}

// The characters of a name wholly in Chinese or in Korean script, the former in their simplified form; else nothing.
std::string characters_of(std::string_view folded) {
  std::string characters;
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = text::code_point_at(folded, at);
    at = c.end;
    if (c.value <= 0 || !u_isalpha(c.value)) continue;
    const bool chinese = c.value >= 0x4E00 && c.value <= 0x9FFF;
    const bool korean = (c.value >= 0xAC00 && c.value <= 0xD7A3) || (c.value >= 0x1100 && c.value <= 0x11FF);
    if (!chinese && !korean) return {};
    characters += folded.substr(c.begin, c.end - c.begin);
  }
  const std::scoped_lock lock(one_at_a_time());
  static auto const simplified = made("Traditional-Simplified");
  return transliterated(characters, simplified.get());
}

struct RawWord {
  std::string word;
  bool after_comma = false;
  bool dotted = false;  // "L." of "L.X.C"
};

// Letters and digits that stand together; apostrophes within a word are no letters of it.
std::vector<RawWord> raw_words(std::string_view folded) {
  std::vector<RawWord> words;
  std::string word;
  bool comma = false;
  const auto close = [&](bool dotted) {
    if (!word.empty()) words.push_back({std::move(word), std::exchange(comma, false), dotted});
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size() && words.size() < 4 * most_tokens;) {
    const auto c = text::code_point_at(folded, at);
    at = c.end;
    if (const auto plain = c.value >= 0x80 && c.value < 0x300 ? plain_latin(c.value) : std::string_view();
        !plain.empty()) {
      word += plain;
    } else if (c.value > 0 && u_isalnum(c.value)) {
      word += folded.substr(c.begin, c.end - c.begin);
    } else if (c.value != '\'' && c.value != '`' && c.value != 0x02BB && c.value != 0x02B9 && c.value != 0x02BF) {
      close(c.value == '.');
      comma = comma || c.value == ',' || c.value == 0x060C;
    }
  }
  close(false);
  return words;
}

// "L.X.C", "S.A.R.L.": single letters with dots are one word.
void join_dotted(std::vector<RawWord>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].word.size() != 1 || !words[i].dotted) continue;
    while (i + 1 < words.size() && words[i].dotted && words[i + 1].word.size() == 1) {
      words[i].word += words[i + 1].word;
      words[i].dotted = words[i + 1].dotted;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

// "Doe, Jane" is Jane Doe.
void given_name_first(std::vector<RawWord>& words) {
  const auto comma = std::ranges::find_if(words, &RawWord::after_comma);
  if (comma == words.end() || std::count_if(words.begin(), words.end(), [](auto& w) { return w.after_comma; }) != 1)
    return;
  std::rotate(words.begin(), comma, words.end());
}

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

class Preparer {
 public:
  Preparer(NameParts const& parts, MatchKind kind) : parts_(parts), kind_(kind) {}

  PreparedName run(std::vector<RawWord> words) {
    if (kind_ == MatchKind::organisation) {
      join_dotted(words);
      cut_legal_forms(words);
      note_countries(words);
    } else {
      given_name_first(words);
      cut_civilities(words);
    }
    for (auto& raw : words) {
      if (name_.tokens.size() == most_tokens) break;
      add(std::move(raw.word));
    }
    finish();
    return std::move(name_);
  }

 private:
  // Phrases of up to five words, the longest first; what is left when all would go is kept.
  void cut_legal_forms(std::vector<RawWord>& words) {
    const auto all = words;
    for (std::size_t at = 0; at < words.size();) {
      if (!cut_legal_form_at(words, at)) ++at;
    }
    if (words.empty()) words = all;
  }

  void note_countries(std::vector<RawWord> const& words) {
    constexpr std::size_t longest = 4;  // words of a country
    for (std::size_t at = 0; at < words.size(); ++at) {
      std::string phrase;
      for (std::size_t end = at; end < std::min(words.size(), at + longest); ++end) {
        phrase.append(phrase.empty() ? "" : " ").append(words[end].word);
        const auto country = parts_.countries.find(phrase);
        if (country != parts_.countries.end()) name_.countries.insert(country->second);
      }
    }
  }

  bool cut_legal_form_at(std::vector<RawWord>& words, std::size_t at) {
    for (std::size_t length = std::min<std::size_t>(5, words.size() - at); length > 0; --length) {
      std::string phrase;
      for (std::size_t i = at; i < at + length; ++i) phrase += (i > at ? " " : "") + words[i].word;
      const auto form = parts_.legal_forms.find(phrase);
      if (form == parts_.legal_forms.end()) continue;
      if (!form->second.empty()) name_.legal_forms.insert(form->second);
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at),
                  words.begin() + static_cast<std::ptrdiff_t>(at + length));
      return true;
    }
    return false;
  }

  void cut_civilities(std::vector<RawWord>& words) const {
    for (;;) {
      // "El Hadj Omar": with the article before it.
      const bool article = words.size() > 2 && part_of(words.front().word) == PartKind::article;
      const std::size_t at = article ? 1 : 0;
      if (words.size() <= at + 1 || part_of(words[at].word) != PartKind::civility) return;
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
  }

  std::optional<PartKind> part_of(std::string_view word) const {
    const auto part = parts_.parts.find(word);
    return part == parts_.parts.end() ? std::nullopt : std::optional(part->second);
  }

  void add(std::string word) {
    const auto part = part_of(word);
    if (part == PartKind::article && kind_ != MatchKind::organisation) {
      article_ += word;
      return;
    }
    const bool arabic = static_cast<unsigned char>(word.front()) >= 0x80;
    if (joins_next_ || (part == PartKind::joins_previous && can_be_joined(word, arabic))) {
      join(word, part == PartKind::joins_next);
      return;
    }
    joins_next_ = part == PartKind::joins_next;
    NameToken token;
    token.script = arabic ? Script::arabic : Script::latin;
    if (const auto number = parts_.numbers.find(word); number != parts_.numbers.end() && may_be_number(word)) {
      word = number->second;
      token.script = Script::latin;
    }
    token.particle = part == PartKind::particle;
    token.article = !article_.empty();
    article_.clear();
    if (token.script == Script::arabic && !joins_next_ && kind_ != MatchKind::organisation &&
        word.starts_with(arabic_article) && word.size() >= arabic_article.size() + shortest_behind_article) {
      word.erase(0, arabic_article.size());
      token.article = true;
    }
    token.word = std::move(word);
    name_.tokens.push_back(std::move(token));
  }

  // Behind a name; an organisation's may begin with one that is no single letter.
  bool may_be_number(std::string_view word) const {
    return !name_.tokens.empty() || (kind_ == MatchKind::organisation && word.size() > 2);
  }

  // "din" joins what stands before it only with an article between or in it.
  bool can_be_joined(std::string_view word, bool arabic) const {
    return !name_.tokens.empty() && !name_.tokens.back().particle &&
           (name_.tokens.back().script == Script::arabic) == arabic &&
           (!article_.empty() || arabic || !is_latin_vowel_less(word));
  }
  static bool is_latin_vowel_less(std::string_view word) { return !is_latin_vowel(word.front()); }

  void join(std::string const& word, bool again) {
    name_.tokens.back().word += article_ + word;
    article_.clear();
    joins_next_ = again;
  }

  void finish() {
    for (auto& token : name_.tokens) {
      if (token.word.size() > 4 * most_letters) token.word.resize(4 * most_letters);
      token.number = is_number(token.word);
      token.initial = token.word.size() == 1 && !token.number;
      token.letters = letters_of(token.word, token.script);
      if (token.number) name_.numbers.insert(token.word);
      if (const auto common = parts_.commonness.find(token.word); common != parts_.commonness.end())
        token.commonness = common->second;
      if (const auto full = parts_.nicknames.find(token.word); full != parts_.nicknames.end())
        token.nicknames = full->second;
      if (kind_ != MatchKind::organisation) token.original = parts_.originals.number_of(token.word, token.script);
      token.prefix = prefix_of(token);
    }
    std::erase_if(name_.tokens, [](NameToken const& token) { return token.letters.size == 0; });
  }

  // "abdel" of "abdelnasser": the longest part that joins the next, where a name is left behind it.
  std::uint8_t prefix_of(NameToken const& token) const {
    if (kind_ == MatchKind::organisation) return 0;
    constexpr std::size_t longest = 8;
    constexpr std::size_t shortest_rest = 3;
    for (auto bytes = std::min(longest, token.word.size()); bytes > 2; --bytes) {
      if (part_of(std::string_view(token.word).substr(0, bytes)) != PartKind::joins_next) continue;
      const auto letters = letters_of(std::string_view(token.word).substr(0, bytes), token.script).size;
      return token.letters.size >= letters + shortest_rest ? letters : std::uint8_t{0};
    }
    return 0;
  }

  NameParts const& parts_;
  MatchKind kind_;
  PreparedName name_;
  std::string article_;
  bool joins_next_ = false;
};

}  // namespace

Letter arabic_letter(std::int32_t code_point, bool first, bool last) {
  if (first && !last) {
    if (code_point == 0x0627) return first_alef;
    if (code_point == 0x0639) return first_ain;
    if (code_point == 0x0648) return first_waw;
    if (code_point == 0x064A) return first_yeh;
  }
  if (last && !first) {
    if (code_point == 0x0627) return last_alef;
    if (code_point == 0x0647) return last_heh;
    if (code_point == 0x064A) return last_yeh;
    if (code_point == 0x0648) return last_waw;
  }
  const auto at = std::ranges::find(arabic_letters, code_point);
  return at == arabic_letters.end() ? Letter{0} : static_cast<Letter>(at - arabic_letters.begin() + 1);
}

std::string written(Letter letter, Script script) {
  if (letter == 0) return "-";
  if (script == Script::latin) {
    if (letter <= 26) return {static_cast<char>('a' + letter - 1)};
    return letter <= 36 ? std::string{static_cast<char>('0' + letter - 27)} : std::string("?");
  }
  static constexpr std::array<std::int32_t, 8> at_the_ends{0x0627, 0x0639, 0x0648, 0x064A,
                                                           0x0627, 0x0647, 0x064A, 0x0648};
  std::string utf8;
  const bool at_an_end = letter > arabic_letters.size();
  text::append_utf8(utf8, at_an_end ? at_the_ends[letter - arabic_letters.size() - 1] : arabic_letters[letter - 1U]);
  return utf8;
}

Letters letters_of(std::string_view word, Script script) {
  Letters letters;
  const auto push = [&](Letter letter) {
    if (letter != 0 && letters.size < most_letters) letters.at[letters.size++] = letter;
  };
  if (script == Script::latin) {
    char before = 0;
    for (const char c : word) {
      if (c == before && c >= 'a' && c <= 'z' && !is_latin_vowel(c)) continue;
      before = c;
      push(c >= 'a' && c <= 'z'   ? static_cast<Letter>(c - 'a' + 1)
           : c >= '0' && c <= '9' ? Letter(c - '0' + 27)
                                  : Letter{37});
    }
    return letters;
  }
  for (std::size_t at = 0; at < word.size();) {
    const auto c = text::code_point_at(word, at);
    at = c.end;
    push(arabic_letter(c.value, c.begin == 0, at == word.size()));
  }
  return letters;
}

PreparedName prepare(std::string_view name, MatchKind kind, NameParts const& parts) {
  name = name.substr(0, most_bytes);
  const auto written = text::fold(name);
  const bool foreign = needs_transliteration(written);
  auto prepared = Preparer(parts, kind).run(raw_words(foreign ? text::fold(to_latin(name)) : written));
  if (foreign) prepared.characters = characters_of(written);
  prepared.folded = written;
  return prepared;
}

}  // namespace recoupe::name
