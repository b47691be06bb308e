#include "serve/pages_of.hpp"

#include <algorithm>

#include "serve/bundle.hpp"
#include "serve/etag.hpp"

namespace recoupe::serve {
namespace {

bool is_page(std::string_view path, bool corrections) {
  if (path == "/review") return corrections;
  static constexpr std::string_view singles[] = {"/", "/people", "/stories", "/map", "/coverage", "/reports"};
  if (std::ranges::find(singles, path) != std::end(singles)) return true;
  static constexpr std::pair<std::string_view, char> kinds[] = {
      {"/encounter/", 'e'}, {"/report/", 'r'}, {"/person/", 'p'}, {"/story/", 's'}};
  for (auto const& [prefix, letter] : kinds) {
    if (path.starts_with(prefix)) {
      const auto id = path.substr(prefix.size());
      return is_id(id, letter) || (letter == 'e' && is_id(id, 't'));
    }
  }
  static constexpr std::string_view compare = "/compare/";
  if (!path.starts_with(compare)) return false;
  const auto ids = path.substr(compare.size());
  const auto slash = ids.find('/');
  return slash != ids.npos && is_id(ids.substr(0, slash), 'r') && is_id(ids.substr(slash + 1), 'r');
}

// The bundle is written to lie anywhere; a server has it at its root, whatever the address of the page.
std::string from_root(std::string_view html) {
  std::string made(html);
  for (auto at = made.find("=\"./"); at != std::string::npos; at = made.find("=\"./", at)) made.replace(at, 4, "=\"/");
  return made;
}

Answered tagged(Answered answered, std::string const& if_none_match) {
  const auto tag = etag_of(answered.body);
  answered.headers.emplace_back("ETag", tag);
  if (answered.status == 200 && matches(if_none_match, tag)) {
    answered.status = 304;
    answered.body.clear();
  }
  return answered;
}

}  // namespace

Answered page_under(std::string const& path, std::string const& if_none_match, bool corrections) {
  auto const* index = asset("index.html");
  if (index == nullptr)
    return refusal({404, "no_pages", "this program was built without the web pages; the API stands under /api"});
  if (auto const* file = asset(std::string_view(path).substr(1));
      file != nullptr && file->path != "index.html" && file->path != "openapi.json") {
    // Names of what the bundler made hold a hash of the content.
    const bool hashed = file->path.starts_with("assets/");
    return tagged({200,
                   std::string(file->type),
                   std::string(file->bytes),
                   {{"Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache"}}},
                  if_none_match);
  }
  return tagged({is_page(path, corrections) ? 200 : 404,
                 std::string(index->type),
                 from_root(index->bytes),
                 {{"Cache-Control", "no-cache"}}},
                if_none_match);
}

}  // namespace recoupe::serve
