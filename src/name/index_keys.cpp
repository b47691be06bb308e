#include <algorithm>
#include <map>

#include "name/match_names.hpp"
#include "name/match_tables.hpp"
#include "text/code_point.hpp"

namespace recoupe::name {
namespace {

constexpr std::size_t longest_key = 3;

// Latin letters in classes wide enough for every spelling: a letter's place in `from` is its class's in `to`.
char latin_class(std::string_view word, std::size_t& at) {
  constexpr std::string_view vowels = "aeiouywh";
  constexpr std::string_view from = "cqgkjbpvfdtszxmnlr";
  constexpr std::string_view to = "kkkksbbbbttsssmnlr";
  const char c = word[at];
  const auto pair = word.substr(at, 2);
  if (pair == "kh" || pair == "gh") return ++at, 0;  // written h, r, or not at all
  if (pair == "sh" || pair == "ch" || pair == "dj" || pair == "dh" || pair == "th")
    return ++at, pair == "th" || pair == "dh" ? 't' : 's';
  if (vowels.find(c) != std::string_view::npos) return 0;
  const auto known = from.find(c);
  return known == std::string_view::npos ? c : to[known];
}

std::string latin_key(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size() && key.size() < longest_key; ++at) {
    const char c = latin_class(word, at);
    if (c != 0 && (key.empty() || key.back() != c)) key += c;
  }
  return key;
}

}  // namespace

std::vector<std::string> index_keys(std::string_view name, Matcher const& matcher) {
  std::vector<std::string> keys;
  auto const& tables = matcher.tables();
  const auto prepared = prepare(name, MatchKind::person, matcher);
  for (auto const& token : prepared.tokens) {
    if (token.particle && prepared.tokens.size() > 1) continue;
    std::string latin;
    if (token.script == Script::latin) {
      latin = token.word;
    } else {
      for (std::size_t at = 0; at < token.word.size();) {
        const auto c = text::code_point_at(token.word, at);
        at = c.end;
        if (const auto known = tables.key_letters.find(c.value); known != tables.key_letters.end())
          latin += known->second;
      }
    }
    if (auto key = latin_key(latin); !key.empty()) keys.push_back(std::move(key));
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

}  // namespace recoupe::name
