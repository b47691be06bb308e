// The stage that lays the sentences of two texts side by side.
#include "cli/stages.hpp"
#include "reuse/align_by_vectors.hpp"
#include "reuse/align_sentences.hpp"

namespace recoupe::cli {
namespace {

constexpr std::size_t most_sentences = 100'000;  // of one side
constexpr std::size_t most_encoded = 3'000;      // of one side: half a minute; longer texts are aligned without vectors
constexpr std::size_t prefix_letters = 5;        // of a word that two languages of one script may share

std::expected<std::vector<std::string>, LineError> sentences_of(Json const& line, const char* field) {
  const auto wrong = [&](std::string const& what) {
    return std::unexpected(LineError{"bad_field", std::string("\"") + field + "\" " + what});
  };
  const auto found = line.find(field);
  if (found == line.end())
    return std::unexpected(LineError{"missing_field", std::string("\"") + field + "\" is missing"});
  if (!found->is_array()) return wrong("is not a list of strings");
  if (found->size() > most_sentences) return wrong("holds more than " + std::to_string(most_sentences) + " sentences");
  std::vector<std::string> sentences;
  for (auto const& one : *found) {
    if (!one.is_string()) return wrong("is not a list of strings");
    sentences.push_back(one.get<std::string>());
  }
  return sentences;
}

text::Language language_of(std::vector<std::string> const& sentences) {
  std::string joined;
  for (auto const& sentence : sentences) {
    if (joined.size() > 4000) break;
    joined += sentence + '\n';
  }
  return text::identify_language(joined);
}

// Numbers; names by the keys that their spellings share across scripts (in a script without capitals every word may be
// one); and how a longer word begins, which kindred languages share.
void add_keys(text::SegmentedText const& body, text::Token const& token, bool first, name::Matcher const& matcher,
              std::vector<std::string>& keys) {
  if (token.kind == text::TokenKind::number) keys.push_back("number:" + token.folded);
  if (token.kind != text::TokenKind::word) return;
  if (token.arabic || (token.capitalised && !first)) {
    for (auto const& key : name::index_keys(body.slice(token.span), matcher)) keys.push_back("name:" + key);
  }
  if (!token.arabic && token.folded.size() >= prefix_letters)
    keys.push_back("begins:" + token.folded.substr(0, prefix_letters));
}

std::vector<reuse::AlignedSentence> aligned_of(std::vector<std::string> const& sentences,
                                               encounter::Words const& words) {
  const auto language = language_of(sentences);
  std::vector<reuse::AlignedSentence> made;
  for (auto const& sentence : sentences) {
    const auto body = text::segment(text::Text::from_utf8(sentence), language, words.abbreviations);
    auto& one = made.emplace_back();
    const auto points = body.text.code_points({0, body.text.size()});
    one.length = points.end - points.begin;
    for (std::size_t at = 0; at < body.tokens.size(); ++at)
      add_keys(body, body.tokens[at], at == 0, words.matcher, one.keys);
  }
  return made;
}

// By what the sentences mean; nothing where there is no encoder or too much to read.
std::optional<reuse::Lines> lines_of(std::vector<std::string> const& written, encounter::Words const& words) {
  const auto language = language_of(written);
  reuse::Lines lines;
  lines.count = written.size();
  std::vector<std::string> sentences;
  for (std::size_t line = 0; line < written.size(); ++line) {
    const auto body = text::segment(text::Text::from_utf8(written[line]), language, words.abbreviations);
    for (auto const& sentence : body.sentences) {
      const auto points = body.text.code_points(sentence.span);
      sentences.emplace_back(body.slice(sentence.span));
      lines.owners.push_back(line);
      lines.sentences.push_back({points.end - points.begin, {}});
    }
    if (sentences.size() > most_encoded) return std::nullopt;
  }
  const std::vector<std::string_view> views(sentences.begin(), sentences.end());
  const auto made = words.vectors->centred(views, language);
  if (!made) return std::nullopt;
  for (std::size_t i = 0; i < made->size(); ++i) lines.sentences[i].vector = (*made)[i];
  return lines;
}

std::vector<reuse::SentenceBead> beads_of(std::vector<std::string> const& left, std::vector<std::string> const& right,
                                          encounter::Words const& words) {
  if (const auto here = words.vectors ? lines_of(left, words) : std::nullopt) {
    if (const auto there = lines_of(right, words)) return reuse::align_lines(*here, *there);
  }
  return reuse::align_sentences(aligned_of(left, words), aligned_of(right, words));
}

Json indices(std::size_t first, std::size_t count) {
  Json made = Json::array();
  for (auto at = first; at < first + count; ++at) made.push_back(at);
  return made;
}

}  // namespace

Answer align(Json const& line, encounter::Words const& words) {
  const auto left = sentences_of(line, "left");
  if (!left) return std::unexpected(left.error());
  const auto right = sentences_of(line, "right");
  if (!right) return std::unexpected(right.error());
  Json beads = Json::array();
  for (auto const& bead : beads_of(*left, *right, words))
    beads.push_back(Json::array({indices(bead.left, bead.left_count), indices(bead.right, bead.right_count)}));
  return Json{{"beads", std::move(beads)}};
}

}  // namespace recoupe::cli
