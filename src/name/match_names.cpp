#include "name/match_names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "lexicon/phrase_table.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"

namespace recoupe::name {

struct Matcher::Tables {
  std::map<std::int32_t, std::vector<std::string>> chunks;  // Arabic letter -> Latin chunks, longest first
  std::map<std::string, bool, std::less<>> parts;           // word -> is a particle (else a civility)
  std::set<std::string, std::less<>> legal_forms;
  std::map<std::string, std::string, std::less<>> numbers;  // "vi" and its like -> "6"
};

namespace {

constexpr std::size_t most_tokens = 12;    // of a name; the rest is not looked at
constexpr std::size_t longest_token = 40;  // bytes
constexpr std::string_view article = "\u0627\u0644";
constexpr std::string_view slave_of = "\u0639\u0628\u062F";  // abd, joined with what follows

struct NameToken {
  std::string word;
  bool arabic = false;
  bool particle = false;
};

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w' || c == 'h';
}

bool is_latin(std::string_view word) { return !word.empty() && static_cast<unsigned char>(word.front()) < 0x80; }

// Latin assimilated or plain articles glued by a hyphen are tokens of their own already; Arabic ones are cut off here.
std::vector<NameToken> tokens_of(std::string_view name, Matcher::Tables const& tables) {
  std::vector<NameToken> tokens;
  for (auto& word : lexicon::phrase_words(name.substr(0, 600))) {
    if (word.size() < 2 && !(is_latin(word) && std::isalpha(static_cast<unsigned char>(word.front())))) continue;
    if (!is_latin(word) && word.size() < 4) continue;
    if (const auto number = tables.numbers.find(word); number != tables.numbers.end() && !tokens.empty())
      word = number->second;
    const auto part = tables.parts.find(word);
    if (part != tables.parts.end() && !part->second) continue;
    NameToken token{
        .word = word.substr(0, longest_token), .arabic = !is_latin(word), .particle = part != tables.parts.end()};
    if (token.arabic && token.word.starts_with(article) && token.word.size() > article.size() + 4)
      token.word.erase(0, article.size());
    if (!tokens.empty() && tokens.back().word == slave_of) {
      tokens.back().word += token.word;
      continue;
    }
    if (!tokens.empty() &&
        (tokens.back().word == "abd" || tokens.back().word == "abdel" || tokens.back().word == "abdul") &&
        is_latin(token.word)) {
      if (!token.particle)
        tokens.back().word =
            "abd" + (tokens.back().word.size() > 3 ? tokens.back().word.substr(3) : std::string()) + token.word;
      continue;
    }
    tokens.push_back(std::move(token));
    if (tokens.size() == most_tokens) break;
  }
  return tokens;
}

// 0 (the same) to 1: edits over length, vowels at half the price.
double latin_distance(std::string_view a, std::string_view b) {
  std::vector<double> row(b.size() + 1);
  const auto price = [](char c) { return is_vowel(c) ? 0.5 : 1.0; };
  for (std::size_t j = 1; j <= b.size(); ++j) row[j] = row[j - 1] + price(b[j - 1]);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    double diagonal = row[0];
    row[0] += price(a[i - 1]);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool doubled = i > 1 && a[i - 1] == a[i - 2];
      const double change = a[i - 1] == b[j - 1] ? 0 : is_vowel(a[i - 1]) && is_vowel(b[j - 1]) ? 0.4 : 1.0;
      const double here =
          std::min({diagonal + change, row[j] + (doubled ? 0.2 : price(a[i - 1])), row[j - 1] + price(b[j - 1])});
      diagonal = row[j];
      row[j] = here;
    }
  }
  return row[b.size()] / static_cast<double>(std::max<std::size_t>({a.size(), b.size(), 3}));
}

std::vector<std::int32_t> letters_of(std::string_view word) {
  std::vector<std::int32_t> letters;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = text::code_point_at(word, at);
    letters.push_back(c.value);
    at = c.end;
  }
  return letters;
}

// Cheapest way to read the Arabic letters as the Latin word, each letter as one of its chunks.
double cross_distance(std::string_view arabic, std::string_view latin, Matcher::Tables const& tables) {
  const auto letters = letters_of(arabic);
  const auto width = latin.size() + 1;
  constexpr double unread = 1.0;
  std::vector<double> cost((letters.size() + 1) * width, 1e9);
  cost[0] = 0;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    for (std::size_t j = 0; j < width; ++j) {
      const double here = cost[i * width + j];
      if (here > 1e8) continue;
      const auto reach = [&](std::size_t di, std::size_t dj, double price) {
        auto& there = cost[(i + di) * width + j + dj];
        there = std::min(there, here + price);
      };
      if (j < latin.size()) reach(0, 1, is_vowel(latin[j]) ? 0.12 : j > 0 && latin[j] == latin[j - 1] ? 0.1 : unread);
      if (i == letters.size()) continue;
      reach(1, 0, unread);
      const auto known = tables.chunks.find(letters[i]);
      if (known == tables.chunks.end()) continue;
      for (std::size_t rank = 0; rank < known->second.size(); ++rank) {
        auto const& chunk = known->second[rank];
        if (latin.substr(j).starts_with(chunk)) reach(1, chunk.size(), chunk.empty() ? 0.3 : rank < 4 ? 0 : 0.1);
      }
    }
  }
  return cost.back() / static_cast<double>(std::max<std::size_t>({letters.size(), latin.size() * 2 / 3, 3}));
}

constexpr double apart = 0.5;  // beyond the veto

// "Samir" and "Samira" in either script are two people: the longer one is the shorter with the feminine ending.
bool differ_by_gender(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  const auto ending = b.substr(a.size());
  return a.size() >= 4 && b.starts_with(a) && (ending == "a" || ending == "\u0647");
}

double token_distance(NameToken const& a, NameToken const& b, Matcher::Tables const& tables) {
  if (a.arabic != b.arabic)
    return a.arabic ? cross_distance(a.word, b.word, tables) : cross_distance(b.word, a.word, tables);
  if (a.word == b.word) return 0;
  if (differ_by_gender(a.word, b.word)) return apart;
  if (!a.arabic) {
    const bool initial = (a.word.size() == 1 || b.word.size() == 1) && a.word.front() == b.word.front();
    return initial ? 0.15 : latin_distance(a.word, b.word);
  }
  const auto x = letters_of(a.word);
  const auto y = letters_of(b.word);
  std::string left, right;
  // One byte a letter, so that vowels and the rest are told apart as in Latin.
  for (auto [letters, out] : {std::pair{&x, &left}, {&y, &right}}) {
    for (auto letter : *letters)
      *out += letter == 0x0627 || letter == 0x0648 || letter == 0x064A || letter == 0x0647
                  ? 'a'
                  : static_cast<char>('\x80' + (letter & 0x3F));
  }
  return latin_distance(left, right) + (left == right ? 0.08 : 0);
}

constexpr double veto = 0.34;  // one token worse than this and the names differ

// The best one-to-one alignment that keeps the order, or swaps given and family name; the mean of the tokens' costs.
struct Alignment {
  double mean = 1;
  double worst = 1;
  std::size_t skipped = 0;
};

Alignment align(std::vector<NameToken> const& a, std::vector<NameToken> const& b, Matcher::Tables const& tables) {
  const auto& few = a.size() <= b.size() ? a : b;
  const auto& many = a.size() <= b.size() ? b : a;
  Alignment best{0, 0, 0};
  std::vector<bool> used(many.size());
  for (auto const& token : few) {
    double least = 1e9;
    std::size_t at = 0;
    for (std::size_t j = 0; j < many.size(); ++j) {
      if (used[j]) continue;
      const double distance = token_distance(token, many[j], tables);
      if (distance < least) least = distance, at = j;
    }
    used[at] = true;
    best.mean += least;
    best.worst = std::max(best.worst, least);
  }
  best.mean /= static_cast<double>(std::max<std::size_t>(few.size(), 1));
  best.skipped = many.size() - few.size();
  return best;
}

std::vector<NameToken> without_particles(std::vector<NameToken> const& tokens) {
  auto plain = tokens;
  std::erase_if(plain, [](NameToken const& token) { return token.particle; });
  return plain.empty() ? tokens : plain;
}

std::string joined(std::vector<NameToken> const& tokens) {
  std::string all;
  for (auto const& token : tokens) all += token.word;
  return all;
}

bool numbers_differ(std::vector<NameToken> const& a, std::vector<NameToken> const& b) {
  const auto numbers = [](std::vector<NameToken> const& tokens) {
    std::set<std::string> found;
    for (auto const& token : tokens) {
      if (std::ranges::all_of(token.word, [](char c) { return c >= '0' && c <= '9'; })) found.insert(token.word);
    }
    return found;
  };
  return numbers(a) != numbers(b);
}

Match judge(Alignment const& found, bool single) {
  const double cost = found.mean + 0.10 * static_cast<double>(found.skipped) + 0.5 * std::max(0.0, found.worst - 0.2) +
                      (single && found.skipped != 0 ? 0.3 : 0);
  const double score = found.worst > veto ? std::min(0.45, 1 / (1 + std::exp(18 * (cost - 0.24))))
                                          : 1 / (1 + std::exp(18 * (cost - 0.24)));
  return {score, score >= 0.5};
}

}  // namespace

Matcher::Matcher(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::expected<Matcher, lexicon::Error> Matcher::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& row : lexicon.table("world", "transliteration")) {
    const auto folded = text::fold(row.field(0));
    if (folded.empty() && row.field(0).empty()) return std::unexpected(row.error("a letter is missing"));
    auto& chunks =
        tables->chunks[text::code_point_at(folded.empty() ? row.field(0) : std::string_view(folded), 0).value];
    auto rest = row.field(1);
    for (;;) {
      const auto comma = rest.find(',');
      chunks.emplace_back(rest.substr(0, comma));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  for (auto const& row : lexicon.table("world", "name-parts")) {
    if (row.field(1) != "particle" && row.field(1) != "civility")
      return std::unexpected(row.error("neither particle nor civility"));
    tables->parts[text::fold(row.field(0))] = row.field(1) == "particle";
  }
  for (auto const& row : lexicon.table("world", "regnal-numbers")) {
    if (row.field(1).empty()) return std::unexpected(row.error("a number is missing"));
    tables->numbers[text::fold(row.field(0))] = row.field(1);
  }
  for (auto const& row : lexicon.table("world", "legal-forms")) tables->legal_forms.insert(text::fold(row.field(0)));
  return Matcher(std::move(tables));
}

Match match_names(std::string_view left, std::string_view right, MatchKind kind, Matcher const& matcher) {
  // The alignment takes the nearest token in turn, so that who comes first matters: the names are put in one order.
  if (right < left) std::swap(left, right);
  auto const& tables = matcher.tables();
  auto a = without_particles(tokens_of(left, tables));
  auto b = without_particles(tokens_of(right, tables));
  if (kind == MatchKind::organisation) {
    for (auto* tokens : {&a, &b})
      std::erase_if(*tokens, [&](NameToken const& token) { return tables.legal_forms.contains(token.word); });
  }
  if (a.empty() || b.empty()) return {};
  if (numbers_differ(a, b)) return {0.05, false};
  auto best = judge(align(a, b, tables), std::min(a.size(), b.size()) == 1);
  // Words written together on one side: "Abou Dhabi", "Noureddine".
  const NameToken whole_a{.word = joined(a), .arabic = a.front().arabic};
  const NameToken whole_b{.word = joined(b), .arabic = b.front().arabic};
  if (a.size() != b.size() && whole_a.word.size() <= 4 * longest_token && whole_b.word.size() <= 4 * longest_token) {
    const double distance = token_distance(whole_a, whole_b, tables);
    const auto together = judge({distance, distance, 0}, false);
    if (together.score > best.score) best = together;
  }
  return best;
}

std::vector<std::string> index_keys(std::string_view name, Matcher const& matcher) {
  // Consonants both scripts write, in classes wide enough for every spelling.
  static const std::map<std::string_view, char> latin_digraphs{{"sh", 's'}, {"ch", 's'}, {"kh", 'h'},
                                                               {"gh", 'g'}, {"dj", 'j'}, {"ph", 'f'},
                                                               {"th", 't'}, {"dh", 'd'}, {"ck", 'k'}};
  const auto class_of = [](char c) -> char {
    constexpr std::string_view from = "cqvpzxg";
    constexpr std::string_view to = "kkfbskj";
    const auto at = from.find(c);
    return at == std::string_view::npos ? c : to[at];
  };
  std::vector<std::string> keys;
  for (auto const& token : without_particles(tokens_of(name, matcher.tables()))) {
    std::string latin = token.word;
    if (token.arabic) {
      latin.clear();
      for (auto letter : letters_of(token.word)) {
        const auto known = matcher.tables().chunks.find(letter);
        if (known != matcher.tables().chunks.end()) latin += known->second.front();
      }
    }
    std::string key;
    for (std::size_t i = 0; i < latin.size(); ++i) {
      const auto pair = latin_digraphs.find(std::string_view(latin).substr(i, 2));
      const char c = pair != latin_digraphs.end() ? pair->second : class_of(latin[i]);
      if (pair != latin_digraphs.end()) ++i;
      if (static_cast<unsigned char>(c) < 0x80 && (is_vowel(c) || !std::isalnum(static_cast<unsigned char>(c))))
        continue;
      if (key.empty() || key.back() != c) key += c;
    }
    if (!key.empty()) keys.push_back(std::move(key));
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

}  // namespace recoupe::name
