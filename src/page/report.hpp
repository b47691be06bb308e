// A report: the article that a page carries, apart from the page's noise.
//
//   auto report = read_page({.bytes = bytes, .path = "a.html"}, Limits{}, vocabulary);
//   report->title; report->body.view();      // the body: paragraphs, quotes and lists, one a line
//
// What the page does not say stays empty: no title is made up, a file's time is never a date.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "text/segment.hpp"

namespace recoupe::page {

enum class BlockKind : std::uint8_t { headline, standfirst, byline, paragraph, quote, list, caption, embed, noise };
std::string_view name_of(BlockKind kind);
std::optional<BlockKind> block_kind(std::string_view name);  // what name_of gives, back

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;         // valid UTF-8 without newlines inside paragraphs
  text::Language language;  // empty where it cannot be told
  std::string author;       // of an embedded post
  std::string date;         // EDTF, of an embedded post
  std::string url;
  std::string_view why;  // for --explain: which cue or feature made it this kind; a literal

  bool in_body() const { return kind == BlockKind::paragraph || kind == BlockKind::quote || kind == BlockKind::list; }
};

// A quotation in a report: bytes within one block's text.
struct BlockSpan {
  std::size_t block = 0;
  text::ByteSpan span;
  auto operator<=>(BlockSpan const&) const = default;
};

enum class DateBasis : std::uint8_t {
  unknown,
  json_ld,
  open_graph,
  time_element,
  meta,
  url,
  text,
  embed,
  sister,
  given
};
std::string_view name_of(DateBasis basis);

struct Published {
  std::string value;  // EDTF, empty where unknown
  DateBasis basis = DateBasis::unknown;
  std::optional<BlockSpan> evidence;
};

struct DateSaid {
  std::string value;  // an EDTF day
  DateBasis basis = DateBasis::unknown;
  auto operator<=>(DateSaid const&) const = default;
};

struct Report {
  std::string id;    // 16 hex digits: hash of the bytes with the canonical URL or record id
  std::string path;  // as given, for people
  std::string url;   // canonical, empty where unknown
  std::string outlet;
  std::string byline;
  std::string title;
  text::Language language;
  Published published;
  std::vector<DateSaid> other_dates;      // what the page says of its day of publication elsewhere, where it differs
  std::string updated;                    // EDTF day of its last change, empty where unknown
  std::vector<std::string> other_titles;  // where the page titles itself in more than one way
  std::string note;                       // what a person should know of how it was read, in one sentence; mostly empty
  std::vector<Block> blocks;              // in page order, noise included

  // The body blocks joined by '\n'; to_block finds the way back.
  std::string body() const;
  // Which block of the report holds these bytes of body(), and where in it. Precondition: within one block.
  // Embedded posts are no part of the body: their bytes are counted on behind it, as place_of says.
  BlockSpan to_block(text::ByteSpan in_body) const;
  // Where the text of an embedded post begins, in bytes, as if '\n' and each post in turn followed the body.
  // Precondition: blocks[block] is one.
  std::size_t place_of(std::size_t block) const;
};

enum class PageErrorCode : std::uint8_t {
  empty,       // no byte, or nothing but blanks
  too_large,   // more bytes than the limit
  too_deep,    // markup nested beyond the limit
  not_text,    // binary content: an image, an archive, …
  no_article,  // it could be read, but nothing in it is an article
};

struct PageError {
  PageErrorCode code;
  std::string message;  // one sentence: what, and which limit
};

struct Limits {
  std::size_t bytes = 50U * 1024 * 1024;
  std::size_t depth = 2'000;
  std::size_t archive_bytes = 512U * 1024 * 1024;  // of an archive packed within an archive
};

enum class Form : std::uint8_t { detect, html, text };

struct Source {
  std::string_view bytes;
  std::string path;
  std::string url;        // where known from outside (a record, a command line)
  std::string charset;    // from an HTTP header
  std::string record_id;  // where the page is one record of a larger file
  Form form = Form::detect;
  std::string saved;  // the EDTF day on which it was saved, where a record says so: nothing is published later
};

// Cues of noise, notices, embeds, outlets and dates of all languages, compiled.
class Vocabulary {
 public:
  static std::expected<Vocabulary, lexicon::Error> compile(lexicon::Lexicon const& lexicon);
  static std::vector<std::string_view> table_names();  // that compile reads, those of dates among them
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();
  struct Tables;
  Tables const& tables() const { return *tables_; }

 private:
  explicit Vocabulary(std::unique_ptr<Tables const> tables);
  std::unique_ptr<Tables const> tables_;
};

std::expected<Report, PageError> read_page(Source const& source, Limits const& limits, Vocabulary const& vocabulary);

}  // namespace recoupe::page
