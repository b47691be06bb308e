// Any bytes as a text full of names, and as two names: spans stay within, scores within 0 and 1 and the same both ways.
#include <cstdint>
#include <cstdlib>

#include "name/find_names.hpp"
#include "name/match_names.hpp"

using namespace recoupe;

namespace {

struct Words {
  name::Vocabulary names;
  name::Matcher matcher;
};

Words const& words() {
  static const auto loaded = [] {
    const std::filesystem::path folders[] = {RECOUPE_LEXICON};
    auto lexicon = lexicon::Lexicon::load(folders);
    if (!lexicon) std::abort();
    auto names = name::Vocabulary::compile(*lexicon);
    auto matcher = name::Matcher::compile(*lexicon);
    if (!names || !matcher) std::abort();
    return Words{std::move(*names), std::move(*matcher)};
  }();
  return loaded;
}

void find(std::string_view bytes, text::Language const& language) {
  const auto body = text::segment(text::Text::from_utf8(bytes), language, {});
  const auto page = name::find_names(body, words().names);
  for (auto const& mention : page.mentions) {
    if (mention.span.begin >= mention.span.end || mention.span.end > body.text.size()) std::abort();
    if (mention.whole.begin > mention.span.begin || mention.whole.end < mention.span.end) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* language : {"ar", "en", "fr"}) find(bytes, language);
  const auto left = bytes.substr(0, size / 2);
  const auto right = bytes.substr(size / 2);
  for (auto kind : {name::MatchKind::person, name::MatchKind::organisation}) {
    const auto there = name::match_names(left, right, kind, words().matcher);
    const auto back = name::match_names(right, left, kind, words().matcher);
    if (there.score != back.score || !(there.score >= 0 && there.score <= 1)) std::abort();
    name::explain_match(left, right, kind, words().matcher);
  }
  name::index_keys(bytes, words().matcher);
  return 0;
}
