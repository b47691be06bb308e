// Who says what, and through whom it came.
//
//   auto sources = find_sources(body, names, vocabulary);
//   sources.attributions[0].cue;            // "indique"
//   auto chain = find_chain(report, body, names, sources, vocabulary);
//   chain[0].role;                          // outlet, then agency, communiqué or post, authority
//
// A discourse reference ("la même source", "المصدر ذاته") is resolved to the source it repeats.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "name/find_names.hpp"
#include "page/report.hpp"
#include "text/segment.hpp"

namespace recoupe::source {

enum class SpeechKind : std::uint8_t { direct, indirect, mixed, nominal };
std::string_view name_of(SpeechKind kind);

// How an attribution was found: what --explain says of it.
enum class Pattern : std::uint8_t {
  subject_before,  // "X said that …"
  subject_behind,  // "قال X إن …"
  inserted,        // "…, X said, …", "…, a dit X"
  hanging,         // "…, adding that …": the speaker of the verb before
  carried,         // no speaker of its own: that of the attribution before
  nominal,         // "according to X"
  learned,         // "… was learned from X"
  headline,        // "X: …"
};
std::string_view name_of(Pattern pattern);

struct Attribution {
  std::optional<text::ByteSpan> source;
  text::ByteSpan cue;
  std::vector<text::ByteSpan> content;
  SpeechKind kind = SpeechKind::indirect;
  Pattern pattern = Pattern::subject_before;
  std::optional<std::size_t> refers_to;  // the earlier attribution whose source a discourse reference repeats
};

enum class Role : std::uint8_t { outlet, agency, communique, post, authority };
std::string_view name_of(Role role);

enum class ChainBasis : std::uint8_t { stated, found };

struct ChainLink {
  Role role = Role::authority;
  std::string name;        // as written; a communiqué's name is its noun
  std::string concept_id;  // of the agency or organisation where the lexicon knows it
  std::string country;     // of an authority
  ChainBasis basis = ChainBasis::stated;
  page::BlockSpan evidence;  // in the report's blocks, also in an embed or caption
};

// Why a word that may be a verb of speech attributes nothing.
enum class NotSaid : std::uint8_t {
  noun,        // "the report"
  passive,     // "was announced"
  infinitive,  // "to say"
  no_form,     // a participle without its auxiliary
  nobody,      // no speaker stands beside it
  nothing,     // nothing that is said stands beside it
};
std::string_view name_of(NotSaid why);

struct Refusal {
  text::ByteSpan cue;
  NotSaid why = NotSaid::nothing;
};

struct Sources {
  std::vector<Attribution> attributions;  // by their cue
  std::vector<Refusal> refusals;          // by their cue
};

class Vocabulary {
 public:
  static std::expected<Vocabulary, lexicon::Error> compile(lexicon::Lexicon const& lexicon);
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();
  struct Tables;
  Tables const& tables() const { return *tables_; }

 private:
  explicit Vocabulary(std::unique_ptr<Tables const> tables);
  std::unique_ptr<Tables const> tables_;
};

Sources find_sources(text::SegmentedText const& body, name::PageNames const& names, Vocabulary const& vocabulary);

// The report as read by page; `body` is its body() segmented. Each link once, outlet first, authority last.
std::vector<ChainLink> find_chain(page::Report const& report, text::SegmentedText const& body,
                                  name::PageNames const& names, Sources const& sources, Vocabulary const& vocabulary);

}  // namespace recoupe::source
