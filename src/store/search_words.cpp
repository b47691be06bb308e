#include "store/search_words.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "lexicon/phrase_table.hpp"
#include "text/segment.hpp"

namespace recoupe::store {
namespace {

constexpr std::string_view article{"\u0627\u0644"};
constexpr std::size_t least_stem = 4;  // bytes: two Arabic letters

// The folded words and numbers of a text.
std::vector<std::string> words_of(std::string_view utf8) {
  std::vector<std::string> words;
  for (auto& token : text::segment(text::Text::from_utf8(utf8), {}, {}).tokens) {
    const bool read = token.kind == text::TokenKind::word || token.kind == text::TokenKind::number;
    if (read && !token.folded.empty()) words.push_back(std::move(token.folded));
  }
  return words;
}

// Letters and digits alone: FTS5 cuts at all else.
std::string bare(std::string_view word) {
  std::string kept;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0) kept += c;
  }
  return kept;
}

// The word itself first, then what is left without conjunctions, prepositions and the article.
std::vector<std::string> forms_of(std::string const& folded) {
  std::vector<std::string> forms{bare(folded)};
  const auto lead = static_cast<unsigned char>(folded.front());
  if (lead < 0xD8 || lead > 0xDB) return forms;
  const auto add = [&](std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
  };
  for (auto& stripped : lexicon::without_clitics(folded, lexicon::Clitics::all)) {
    if (stripped.word.starts_with(article) && stripped.word.size() >= article.size() + least_stem)
      add(stripped.word.substr(article.size()));
    add(std::move(stripped.word));
  }
  return forms;
}

// What every form that forms_of() files of this word is found by: the word without its article.
std::string shortest_form(std::string const& folded) {
  const auto without_article = folded.starts_with(article) && folded.size() >= article.size() + least_stem
                                   ? folded.substr(article.size())
                                   : folded;
  return bare(without_article);
}

}  // namespace

std::string search_words(std::string_view utf8) {
  std::string words;
  for (auto const& word : words_of(utf8)) {
    for (auto const& form : forms_of(word)) {
      if (!words.empty()) words += ' ';
      words += form;
    }
  }
  return words;
}

std::string match_query(std::string_view typed) {
  std::string query;
  for (auto const& word : words_of(typed)) {
    if (!query.empty()) query += ' ';
    query += '"' + shortest_form(word) + '"';
  }
  if (!query.empty()) query += " *";
  return query;
}

}  // namespace recoupe::store
